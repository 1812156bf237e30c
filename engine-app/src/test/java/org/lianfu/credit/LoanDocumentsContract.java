package org.lianfu.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lianfu.document.CaseDocument;
import org.lianfu.document.Documents;
import org.lianfu.document.Kind;
import org.lianfu.http.Languages;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Digest;
import org.lianfu.shared.Refused;
import org.lianfu.testing.Caller;
import org.lianfu.testing.Caller.Answer;
import org.lianfu.testing.PdfRead;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The documents of a whole case, read back as their readers have them. */
abstract class LoanDocumentsContract extends LoanHouse {

    private static final Locale ZH = Languages.CHINESE;

    @LocalServerPort
    int port;

    @Autowired
    Documents documents;

    @Value("${lianfu.address}")
    String address;

    @Test
    void each_document_says_what_its_entry_says_and_where_to_check_it() {
        CaseNo no = settledCase();

        Map<Kind, String> words = new HashMap<>();
        for (CaseDocument made : documents.ofCase(loan.actor("firm.a"), no)) {
            byte[] pdf = print("firm.a", no, made.id());
            String text = PdfRead.words(pdf);
            words.put(made.kind(), text);
            assertThat(text)
                    .as(made.id())
                    .contains("株洲示例轨道部件有限公司")
                    .contains("知识产权质押贷")
                    .contains(no.value() + "/" + made.id())
                    .contains("存证链第" + made.entry().seq() + "条")
                    .contains(made.entry().hash())
                    .doesNotContain("#", "null", "{", "document.");
            assertThat(PdfRead.typefaces(pdf)).singleElement().asString().matches("[A-Z]{6}\\+WenQuanYiMicroHei");
            assertThat(PdfRead.code(pdf))
                    .isEqualTo(address + "/verify/" + no + "/" + made.entry().seq() + "/"
                            + made.entry().hash());
        }

        assertThat(words.keySet()).containsExactlyInAnyOrder(Kind.values());
        assertThat(words.get(Kind.RECEIPT))
                .contains("申请回执", "回执编号", "R-" + no, "企业签署人", "20个工作日内", "businessLicence.pdf")
                .doesNotContain("陈示例");
        assertThat(words.get(Kind.DECISION))
                .contains("授信审批结果通知书", "示例银行甲审批人", "同意", "人民币3,000,000.00元", "批准期限", "还款方式", "§8");
        assertThat(words.get(Kind.CONTRACT))
                .contains(
                        "借款合同要素表",
                        "JK-" + no,
                        "ZY-" + no,
                        "3.6%",
                        loan.today().plusMonths(12).toString());
        assertThat(words.get(Kind.SETTLEMENT))
                .contains("贷款结清证明", "JK-" + no, "累计放款人民币3,000,000.00元", "归还利息人民币108,000.00元");
    }

    @Test
    void a_refusal_is_noticed_with_its_coded_reasons() {
        CaseNo no = loan.submitted(freshPatent(), "BANK_A");
        loan.act(no, "bank.a.rm", "bankClaim", "ACCEPT", Map.of());
        loan.act(no, "bank.a.rm", "investigate", "DONE", loan.example("investigate"));
        loan.act(no, "bank.a.investigator", "investigate", "DONE", loan.example("investigate"));
        loan.valued(no);
        loan.act(no, "bank.a.reviewer", "reviewCredit", "APPROVE", loan.example("reviewCredit"));
        loan.act(no, "bank.a.approver", "decideCredit", "REJECT", Map.of("reasons", List.of("B04", "B05")));

        String words = PdfRead.words(print("firm.a", no, only(no, Kind.DECISION).id()));

        assertThat(words).contains("不同意", "B04还款来源不足", "B05质物价值不足或不易处置").doesNotContain("批准金额");
    }

    @Test
    void the_notice_after_a_committee_is_the_approvers_and_tells_the_firm_nothing_of_the_vote() {
        for (String vote : List.of("APPROVE", "REJECT")) {
            CaseNo no = voting();
            for (int member = 1; loan.waiting(no).contains("voteCommittee"); member++) {
                Map<String, Object> reasons = vote.equals("REJECT") ? Map.of("reasons", List.of("B05")) : Map.of();
                loan.act(no, "bank.a.member" + member, "voteCommittee", vote, reasons);
            }
            assertThat(documents.ofCase(loan.actor("firm.a"), no))
                    .as("a vote is no decision yet")
                    .extracting(CaseDocument::kind)
                    .containsExactly(Kind.RECEIPT);
            Map<String, Object> decision = new HashMap<>(loan.example("decideCredit"));
            decision.put("approvedAmount", "15000000.00");
            loan.act(
                    no,
                    "bank.a.cityapprover",
                    "decideCity",
                    vote,
                    vote.equals("APPROVE") ? decision : Map.of("reasons", List.of("B04")));

            String words =
                    PdfRead.words(print("firm.a", no, only(no, Kind.DECISION).id()));
            assertThat(words).contains("示例银行甲市分行专职审批人").doesNotContain("贷审会", "票", "委员", "B05", "member");
            assertThat(words).contains(vote.equals("APPROVE") ? "人民币15,000,000.00元" : "B04还款来源不足");
        }
    }

    /** A case above the branch's and the city's authority, before the bank's committee. */
    private CaseNo voting() {
        CaseNo no = loan.drafted(freshPatent(), "BANK_A");
        loan.retype(no, Map.of("amount", "15000000.00"));
        loan.submit(no);
        loan.act(no, "bank.a.rm", "bankClaim", "ACCEPT", Map.of());
        loan.act(no, "bank.a.rm", "investigate", "DONE", loan.example("investigate"));
        loan.act(no, "bank.a.investigator", "investigate", "DONE", loan.example("investigate"));
        loan.valued(no, Map.of("appraisedValue", "60000000.00"));
        Map<String, Object> review = new HashMap<>(loan.example("reviewCredit"));
        review.put("recommendedAmount", "15000000.00");
        loan.act(no, "bank.a.reviewer", "reviewCredit", "APPROVE", review);
        return no;
    }

    @Test
    void the_same_document_is_the_same_bytes_whatever_happens_to_the_case_later() {
        CaseNo no = loan.contracted();
        String id = only(no, Kind.DECISION).id();
        byte[] first = print("firm.a", no, id);

        registryWorks();
        loan.drawn(no);
        clock.advance(java.time.Duration.ofDays(3));

        assertThat(print("firm.a", no, id)).isEqualTo(first);
        assertThat(print("bank.a.rm", no, id)).isEqualTo(first);
    }

    @Test
    void who_may_not_read_the_entry_has_no_document() {
        CaseNo no = settledCase();

        assertThat(kinds("firm.a", no)).containsExactly(Kind.values());
        assertThat(kinds("bank.a.postloan", no)).containsExactly(Kind.values());
        assertThat(kinds("auditor", no)).containsExactly(Kind.SETTLEMENT);
        assertThatThrownBy(() -> kinds("firm.b", no))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("missing");
        assertThatThrownBy(() -> kinds("bank.b.rm", no)).isInstanceOf(Refused.class);
        String decision = only(no, Kind.DECISION).id();
        assertThatThrownBy(() -> print("auditor", no, decision)).hasMessageContaining("document.missing");
        assertThatThrownBy(() -> print("firm.a", no, "decision-1")).hasMessageContaining("document.missing");
    }

    @Test
    void over_rest_it_is_listed_and_served_as_an_attachment_only() {
        CaseNo no = loan.contracted();
        Caller firm = Caller.api(port, "firm.a");
        String path = "/api/v1/applications/" + no + "/documents";

        JsonNode items = firm.get(path).json().path("items");
        assertThat(items.findValuesAsText("kind")).containsExactly("RECEIPT", "DECISION", "CONTRACT");
        assertThat(items.get(1).path("title").asText()).isEqualTo("授信审批结果通知书");
        assertThat(firm.get(path, "Accept-Language", "en")
                        .json()
                        .path("items")
                        .get(1)
                        .path("title")
                        .asText())
                .isEqualTo("Notice of the credit decision");
        String one = path + "/" + items.get(1).path("id").asText();

        Answer answer = firm.get(one);
        byte[] pdf = firm.download(one);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/pdf");
        assertThat(answer.header("Content-Disposition"))
                .startsWith("attachment;")
                .contains(no + "-decision-");
        assertThat(answer.header("Content-Security-Policy")).contains("sandbox");
        assertThat(answer.header("Digest")).isEqualTo("sha-256=" + Digest.hex(pdf));
        assertThat(PdfRead.words(pdf)).contains("授信审批结果通知书");
        assertThat(PdfRead.text(pdf(firm, one, "en"))).contains("Notice of the credit decision", "Example Bank A");

        Answer foreign = Caller.api(port, "firm.b").get(one);
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.json().path("code").asText()).isEqualTo("application.missing");
        assertThat(Caller.api(port, "firm.b").get(path).status()).isEqualTo(404);
        assertThat(firm.get(path + "/decision-1").json().path("code").asText()).isEqualTo("document.missing");
        assertThat(new Caller(port).get(one).status()).isEqualTo(401);
    }

    @Test
    void on_the_page_it_stands_with_its_link() {
        CaseNo no = loan.contracted();
        Caller page = Caller.browser(port, "firm.a");
        String link = "/cases/" + no + "/documents/" + only(no, Kind.CONTRACT).id();

        assertThat(page.get("/cases/" + no, "Accept", "text/html").body()).contains("借款合同要素表", link);
        assertThat(PdfRead.words(page.download(link))).contains("JK-" + no);
        assertThat(page.get("/applications/" + no + "/receipt", "Accept", "text/html")
                        .body())
                .contains(
                        "/cases/" + no + "/documents/" + only(no, Kind.RECEIPT).id());
        assertThat(Caller.browser(port, "firm.b")
                        .get(link, "Accept", "text/html")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void where_the_code_leads_anybody_sees_whether_the_record_has_it() {
        CaseNo no = loan.contracted();
        CaseDocument made = only(no, Kind.DECISION);
        String path = "/verify/" + no + "/" + made.entry().seq() + "/";

        Answer sound = new Caller(port).get(path + made.entry().hash(), "Accept", "text/html");
        assertThat(sound.status()).isEqualTo(200);
        assertThat(sound.body())
                .contains("授信审批结果通知书", "整链核验通过", no.value())
                .doesNotContain("3,000,000", "3000000", "株洲示例轨道部件", "示例银行甲");

        String other = documents.ofCase(loan.actor("firm.a"), no).get(0).entry().hash();
        for (String wrong : List.of(
                path + other,
                "/verify/" + no + "/999/" + made.entry().hash(),
                "/verify/" + no + "/x/" + made.entry().hash(),
                "/verify/IPP-2026-430204-999999/1/" + made.entry().hash(),
                "/verify/nothing/1/" + made.entry().hash())) {
            Answer answer = new Caller(port).get(wrong, "Accept", "text/html");
            assertThat(answer.status()).as(wrong).isEqualTo(404);
            assertThat(answer.body()).as(wrong).contains("存证链中没有这一条").doesNotContain("授信审批结果通知书");
        }

        sql.update("update app_application set trail_seq = trail_seq - 1 where no = ?", no.value());
        assertThat(new Caller(port)
                        .get(path + made.entry().hash(), "Accept", "text/html")
                        .body())
                .contains("整链核验未通过");
        sql.update("update app_application set trail_seq = trail_seq + 1 where no = ?", no.value());
    }

    @Test
    void nothing_is_printed_from_a_record_that_is_not_what_the_trail_says() {
        CaseNo no = loan.contracted();
        String decision = only(no, Kind.DECISION).id();
        String contract = only(no, Kind.CONTRACT).id();
        String seat = only(no, Kind.DECISION).entry().about().id();

        sql.update("update rev_seat set answers = null where id = ?", seat);
        assertThatThrownBy(() -> print("firm.a", no, decision)).hasMessageContaining("document.altered");

        String entry = only(no, Kind.CONTRACT).entry().id();
        sql.update("update trl_entry set leaf_hash = ? where id = ?", "0".repeat(64), entry);
        assertThatThrownBy(() -> print("firm.a", no, contract)).hasMessageContaining("document.chain-broken");
        sql.update("delete from trl_entry where kind = 'case' and subject_id = ?", no.value());
        sql.update("delete from app_application where no = ?", no.value());
        sql.update("delete from rev_step where case_no = ?", no.value());
        sql.update("delete from rev_seat where case_no = ?", no.value());
        sql.update("delete from rev_inbox where case_no = ?", no.value());
    }

    private String freshPatent() {
        return String.valueOf(loan.example("apply").get("patentNo"));
    }

    private CaseNo settledCase() {
        CaseNo no = loan.contracted();
        registryWorks();
        loan.drawn(no);
        loan.settled(no);
        return no;
    }

    private CaseDocument only(CaseNo no, Kind kind) {
        return documents.ofCase(loan.actor("firm.a"), no).stream()
                .filter(made -> made.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private List<Kind> kinds(String login, CaseNo no) {
        return documents.ofCase(loan.actor(login), no).stream()
                .map(CaseDocument::kind)
                .toList();
    }

    private byte[] print(String login, CaseNo no, String id) {
        return documents.print(loan.actor(login), no, id, ZH).pdf();
    }

    private static byte[] pdf(Caller caller, String path, String language) {
        return caller.download(path, "Accept-Language", language);
    }
}
