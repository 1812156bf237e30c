package org.lianfu.credit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Money;
import org.lianfu.shared.Times;
import org.lianfu.testing.Caller;
import org.lianfu.testing.Caller.Answer;
import org.lianfu.testing.Sheaf;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The officer's one page: each figure with its source and its day, what lacks says so, and nobody reads it but the bank. */
abstract class CreditSummaryContract extends LoanHouse {

    private static final String ZH = "zh-CN";

    @LocalServerPort
    int port;

    /** What the firm of the case owes bank A in its other running cases, in yuan: of earlier tests, too. */
    private String owedToBankA(CaseNo no) {
        Long fen = sql.queryForObject("""
                select coalesce(sum(l.outstanding), 0) from crd_loan l join app_application a on a.no = l.case_no
                where l.bank = 'BANK_A' and a.ended_at is null and a.no <> ?
                  and a.org = (select b.org from app_application b where b.no = ?)""", Long.class, no.value(), no.value());
        return Money.ofFen(fen).yuan();
    }

    @Test
    void each_figure_says_its_source_and_its_day_and_each_rule_its_clause() {
        CaseNo no = loan.submitted(loan.freshPatent(), "BANK_A");
        toReview(no);
        loan.valued(no);
        loan.act(no, "bank.a.reviewer", "reviewCredit", "APPROVE", loan.example("reviewCredit"));
        JsonNode summary = summary("bank.a.approver", no, ZH);

        Map<String, JsonNode> lines = lines(summary);
        assertThat(lines.values()).allSatisfy(line -> {
            assertThat(line.path("label").asText()).isNotBlank().doesNotContain("credit.");
            assertThat(line.path("source").asText()).isNotBlank().doesNotContain("credit.", "{");
            assertThat(line.path("text").asText()).isNotBlank().doesNotContain("credit.", "{");
            assertThat(line.path("at").isTextual() || line.path("value").isNull())
                    .as(line.toString())
                    .isTrue();
        });
        String today = loan.today().toString();
        says(lines, "firmRegStatus", "存续", "演示数据", today);
        says(lines, "firmCheckedOn", "2026-11-01", "演示数据", today);
        says(lines, "employees", "120", "企业申报", today);
        says(lines, "totalAssets", "120000000.00", "贷前调查", today);
        says(lines, "debtRatio", "46.00", "由上述数据计算", today);
        says(lines, "debtRatioAfter", "47.32", "由上述数据计算", today);
        says(lines, "currentRatio", "1.65", "由上述数据计算", today);
        says(lines, "profitMargin", "10.00", "由上述数据计算", today);
        says(lines, "cycleDays", "150", "由上述数据计算", today);
        says(lines, "turnoverTimes", "2.40", "由上述数据计算", today);
        says(lines, "creditNeed", "24475000.00", "测算资金需求（第 5 版）", today);
        assertThat(lines.get("creditNeed").path("clause").asText()).isEqualTo("§21");
        assertThat(lines.get("needMethod").path("text").asText()).isEqualTo("公式测算");
        says(lines, "patentStatus", "VALID", "专利登记簿（模拟）", today);
        says(lines, "patentOwner", "YES", "专利登记簿（模拟）", today);
        says(lines, "appraisedValue", "8000000.00", "质物评估", today);
        says(
                lines,
                "valuationUntil",
                loan.example("valuate").get("valuationUntil").toString(),
                "质物评估",
                today);
        says(lines, "pledgeRate", "37.50", "由上述数据计算", today);
        says(lines, "mostSecured", "3200000.00", "由上述数据计算", today);
        says(lines, "otherLoansBalance", "3000000.00", "企业申报", today);
        says(lines, "exposureHere", "0.00", "贷前调查", today);
        says(lines, "owedHere", owedToBankA(no), "本平台记录", today);
        says(lines, "approver", "BRANCH", "确定审批权限（第 5 版）", today);
        assertThat(lines.get("approver").path("clause").asText()).isEqualTo("§23");
        says(lines, "R04", "CLEAR", "申请条件（第 5 版）", today);
        assertThat(lines.get("R04").path("clause").asText()).isEqualTo("§2");
        assertThat(lines).doesNotContainKey("recommender");
        assertThat(all(summary, "valuation"))
                .as("what the firm stated, and what the table said")
                .extracting(line -> line.path("text").asText())
                .containsExactly("8,000,000.00 元", "须重新评估");
        assertThat(lines.values()).as("everything has words").allSatisfy(line -> assertThat(
                        line.path("label").asText())
                .isNotEqualTo(line.path("key").asText()));
        assertThat(lines.get("P09").path("clause").asText()).isEqualTo("§11");
        assertThat(summary.path("opinions").findValuesAsText("name"))
                .containsExactly("银行承接", "贷前调查", "贷前调查", "选定评估机构", "质物评估", "贷时审查");

        String page = page("bank.a.approver", no).body();
        assertThat(page).contains("46.00%", "24,475,000.00 元", "§21", "演示数据", "专利登记簿（模拟）", "授信摘要");
        String english = summary("bank.a.approver", no, "en").toString();
        assertThat(english).contains("Debt ratio", "Not there", "Stated by the firm", "By the formula");
    }

    @Test
    void what_lacks_says_so_and_is_never_a_zero() {
        Map<String, Object> gaps = new HashMap<>();
        for (String key : List.of("totalAssets", "totalLiabilities", "currentAssets", "netProfit", "statementOn")) {
            gaps.put(key, null);
        }
        gaps.put("otherLoansDeclared", "NO");
        gaps.put("otherLoansBalance", null);
        gaps.put("otherLoansNote", null);
        CaseNo no = loan.submitted(gaps, loan.freshPatent(), "BANK_A");

        Map<String, JsonNode> lines = lines(summary("bank.a.rm", no, ZH));

        lacks(lines, "totalAssets", "未填报");
        assertThat(lines.get("totalAssets").path("source").asText()).isEqualTo("企业申报");
        lacks(lines, "netProfit", "未填报");
        lacks(lines, "debtRatio", "缺少数据，未计算");
        lacks(lines, "currentRatio", "缺少数据，未计算");
        lacks(lines, "profitMargin", "缺少数据，未计算");
        lacks(lines, "prevSales", "尚未调查登记");
        lacks(lines, "inventoryDays", "尚未调查登记");
        lacks(lines, "turnoverTimes", "缺少数据，未计算");
        lacks(lines, "appraisedValue", "尚未调查登记");
        lacks(lines, "relatedParty", "尚未调查登记");
        assertThat(lines.get("otherLoansDeclared").path("text").asText()).isEqualTo("没有");
        assertThat(lines).doesNotContainKeys("otherLoansBalance", "creditNeed", "approver");
        assertThat(page("bank.a.rm", no).body()).contains("未填报", "尚未调查登记", "缺少数据，未计算");
    }

    @Test
    void what_the_bank_found_stands_beside_what_the_firm_stated_and_colleagues_who_differ_are_seen() {
        CaseNo no = loan.submitted(loan.freshPatent(), "BANK_A");
        loan.act(no, "bank.a.rm", "bankClaim", "ACCEPT", Map.of());
        Map<String, Object> first = loan.example("investigate");
        first.put("totalLiabilities", "60000000.00");
        first.put("prevSales", "80000000.00");
        first.put("relatedParty", "YES");
        loan.act(no, "bank.a.rm", "investigate", "DONE", first);
        Map<String, Object> second = loan.example("investigate");
        second.put("totalLiabilities", "60000000.00");
        loan.act(no, "bank.a.investigator", "investigate", "DONE", second);

        JsonNode summary = summary("bank.a.reviewer", no, ZH);

        Map<String, JsonNode> lines = lines(summary);
        assertThat(lines.get("totalLiabilities").path("value").asText()).isEqualTo("60000000.00");
        assertThat(lines.get("totalLiabilities").path("otherwise").asText()).contains("55,200,000.00");
        assertThat(lines.get("totalLiabilities").path("alert").asBoolean()).isTrue();
        assertThat(lines.get("debtRatio").path("value").asText()).isEqualTo("50.00");
        assertThat(lines.get("prevSales").path("alert").asBoolean())
                .as("the two differ")
                .isTrue();
        assertThat(lines.get("prevProfit").path("alert").asBoolean()).isFalse();
        List<JsonNode> related = all(summary, "relatedParty");
        assertThat(related).extracting(line -> line.path("value").asText()).containsExactly("YES", "NO");
        assertThat(related).extracting(line -> line.path("alert").asBoolean()).containsExactly(true, false);
    }

    @Test
    void the_same_patent_in_another_case_is_found_and_of_another_bank_only_that_there_is_one() {
        String patent = loan.freshPatent();
        CaseNo before = loan.submitted(patent, "BANK_A");
        CaseNo elsewhere = loan.submitted(patent, "BANK_B");
        CaseNo no = loan.submitted(patent, "BANK_A");

        JsonNode summary = summary("bank.a.rm", no, ZH);

        JsonNode same = lines(summary).get("sameRight");
        assertThat(same.path("alert").asBoolean()).isTrue();
        assertThat(same.path("value").asText()).isEqualTo(before + " + 其他银行承办的案件 1 件");
        assertThat(same.path("source").asText()).isEqualTo("本平台记录");
        assertThat(lines(summary).get("otherCases").path("value").asText()).contains(before.value());
        assertThat(summary.toString()).doesNotContain(elsewhere.value());
        assertThat(page("bank.a.rm", no).body()).doesNotContain(elsewhere.value());

        CaseNo pledged = loan.contracted(loan.freshPatent());
        registryWorks();
        assertThat(lines(summary("bank.a.rm", pledged, ZH))
                        .get("pledgeState")
                        .path("value")
                        .asText())
                .isEqualTo("REGISTERED");
        assertThat(lines(summary("bank.a.rm", pledged, ZH))
                        .get("pledgedElsewhere")
                        .path("value")
                        .asText())
                .isEqualTo("NONE");
    }

    @Test
    void whoever_looks_into_a_case_for_himself_reads_his_colleague_only_after_his_own_word() {
        CaseNo no = loan.submitted(loan.freshPatent(), "BANK_A");
        loan.act(no, "bank.a.rm", "bankClaim", "ACCEPT", Map.of());
        String seat = loan.task(no, "investigate");
        Caller rm = Caller.api(port, "bank.a.rm");
        assertThat(rm.post("/api/v1/tasks/" + seat + "/claim", "").status()).isEqualTo(200);
        Answer file = rm.upload(
                "/api/v1/tasks/" + seat + "/attachments", Map.of("kind", "sitePhotos"), "photo.png", Sheaf.PNG);
        Map<String, Object> report = loan.example("investigate");
        report.put("finances", "甲的独立判断");
        review.complete(loan.actor("bank.a.rm"), seat, "DONE", "甲的意见", report);

        String second = loan.task(no, "investigate");
        List<String> addresses = List.of(
                "/api/v1/applications/" + no + "/credit-summary",
                "/api/v1/applications/" + no,
                "/api/v1/tasks/" + second);
        Caller colleague = Caller.api(port, "bank.a.investigator");
        for (String address : addresses) {
            Answer seen = colleague.get(address);
            assertThat(seen.status()).isEqualTo(200);
            assertThat(seen.body()).as(address).doesNotContain("甲的独立判断", "甲的意见", "photo.png");
        }
        assertThat(colleague.get(file.header("Location")).status()).isEqualTo(404);
        assertThat(rm.get(addresses.get(0)).body()).contains("甲的意见");
        assertThat(Caller.api(port, "bank.a.reviewer").get(addresses.get(0)).body())
                .contains("甲的意见");
        String task = Caller.browser(port, "bank.a.investigator")
                .get("/tasks/" + second, "Accept", "text/html")
                .body();
        assertThat(task).contains("授信摘要").doesNotContain("甲的独立判断", "甲的意见", "photo.png");

        loan.act(no, "bank.a.investigator", "investigate", "DONE", loan.example("investigate"));
        assertThat(colleague.get(addresses.get(0)).body()).contains("甲的意见");
        assertThat(colleague.get(file.header("Location")).status()).isEqualTo(200);
    }

    @Test
    void it_is_the_paper_of_the_bank_that_holds_the_case() {
        CaseNo no = loan.submitted(loan.freshPatent(), "BANK_B", "BANK_A");
        assertThat(status("bank.b.rm", no)).isEqualTo(200);
        assertThat(status("bank.a.rm", no)).isEqualTo(404);
        loan.act(no, "bank.b.rm", "bankClaim", "DECLINE", Map.of("reasons", "B08"));

        assertThat(status("bank.b.rm", no)).isEqualTo(404);
        for (String login : List.of("bank.a.rm", "bank.a.approver", "bank.a.reviewer")) {
            assertThat(status(login, no)).as(login).isEqualTo(200);
            assertThat(page(login, no).status()).as(login).isEqualTo(200);
        }
        for (String login : List.of("firm.a", "firm.a.signer", "auditor", "fin.chief", "treasury.maker")) {
            assertThat(status(login, no)).as(login).isEqualTo(403);
            assertThat(page(login, no).status()).as(login).isEqualTo(403);
        }
        for (String login : List.of("firm.b", "bank.b.approver", "iit.chief", "operator", "sysadmin")) {
            assertThat(status(login, no)).as(login).isEqualTo(404);
            assertThat(page(login, no).status()).as(login).isEqualTo(404);
        }
        CaseNo draft = loan.drafted(loan.freshPatent(), "BANK_A");
        assertThat(status("bank.a.rm", draft)).isEqualTo(404);
        assertThat(status("firm.a", draft)).isEqualTo(403);
        assertThat(page("firm.a", no).body()).doesNotContain("资产负债率");
    }

    private void toReview(CaseNo no) {
        loan.act(no, "bank.a.rm", "bankClaim", "ACCEPT", Map.of());
        loan.act(no, "bank.a.rm", "investigate", "DONE", loan.example("investigate"));
        loan.act(no, "bank.a.investigator", "investigate", "DONE", loan.example("investigate"));
    }

    private static void says(Map<String, JsonNode> lines, String key, String value, String source, String day) {
        JsonNode line = lines.get(key);
        assertThat(line).as(key).isNotNull();
        assertThat(line.path("value").asText()).as(key).isEqualTo(value);
        assertThat(line.path("source").asText()).as(key).isEqualTo(source);
        assertThat(Times.date(java.time.OffsetDateTime.parse(line.path("at").asText())
                                .toInstant())
                        .toString())
                .as(key)
                .isEqualTo(day);
    }

    private static void lacks(Map<String, JsonNode> lines, String key, String text) {
        JsonNode line = lines.get(key);
        assertThat(line).as(key).isNotNull();
        assertThat(line.path("value").isTextual()).as(key).isFalse();
        assertThat(line.path("text").asText()).as(key).isEqualTo(text);
    }

    private int status(String login, CaseNo no) {
        return Caller.api(port, login)
                .get("/api/v1/applications/" + no + "/credit-summary")
                .status();
    }

    private JsonNode summary(String login, CaseNo no, String language) {
        Answer answer = Caller.api(port, login)
                .get("/api/v1/applications/" + no + "/credit-summary", "Accept-Language", language);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private Answer page(String login, CaseNo no) {
        return Caller.browser(port, login).get("/cases/" + no + "/credit-summary", "Accept", "text/html");
    }

    private static Map<String, JsonNode> lines(JsonNode summary) {
        Map<String, JsonNode> lines = new LinkedHashMap<>();
        summary.path("sections").forEach(section -> section.path("lines")
                .forEach(line -> lines.putIfAbsent(line.path("key").asText(), line)));
        return lines;
    }

    private static List<JsonNode> all(JsonNode summary, String key) {
        List<JsonNode> found = new ArrayList<>();
        summary.path("sections").forEach(section -> section.path("lines").forEach(line -> {
            if (line.path("key").asText().equals(key)) {
                found.add(line);
            }
        }));
        return found;
    }
}
