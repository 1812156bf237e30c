package org.lianfu.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianfu.shared.CaseNo;
import org.lianfu.testing.Caller;
import org.lianfu.testing.Caller.Answer;
import org.lianfu.testing.OnH2;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What somebody has typed is never lost, and comes back under the words of its form, whatever stands against the act. */
@OnH2(shared = "credit")
class TypedTextTest extends LoanHouse {

    private static final String HTML = "text/html";

    @LocalServerPort
    int port;

    @AfterEach
    void today() {
        clock.reset();
    }

    private Caller inLanguage(String login, String language) {
        Caller caller = Caller.browser(port, login);
        caller.get("/?lang=" + language, "Accept", HTML);
        return caller;
    }

    private static String page(String task) {
        return "/tasks/" + task;
    }

    private String claimed(CaseNo no, String element, Caller who) {
        String task = loan.task(no, element);
        assertThat(who.submit(page(task), page(task) + "/claim", Map.of()).status())
                .isEqualTo(302);
        return task;
    }

    private static String summary(Answer answer) {
        Matcher found =
                Pattern.compile("id=\"error-summary\".*?</div>", Pattern.DOTALL).matcher(answer.body());
        assertThat(found.find()).as(answer.body()).isTrue();
        return found.group();
    }

    private static String givenBack(Answer answer) {
        int at = answer.body().indexOf("aria-labelledby=\"kept\"");
        assertThat(at).as(answer.body()).isPositive();
        return answer.body().substring(at);
    }

    @ParameterizedTest
    @CsvSource({"zh-CN,继续填写,意见,不受理", "en,Go on with it,Opinion,Decline the case"})
    void a_decision_half_typed_when_the_session_ends_comes_back_undecided(
            String language, String goOn, String opinion, String outcome) {
        CaseNo no = loan.submitted("zh-CN".equals(language) ? "ZL202319000301.0" : "ZL202319000302.5", "BANK_A");
        Caller bank = inLanguage("bank.a.rm", language);
        String task = claimed(no, "bankClaim", bank);
        String token = bank.csrf(page(task));
        clock.advance(Duration.ofMinutes(40));

        Answer ended = bank.form(
                page(task) + "/preview",
                token,
                Map.of("outcome", "DECLINE", "opinion", "额度不够 <b>"),
                "HX-Request",
                "true");
        assertThat(ended.header("HX-Redirect")).isEqualTo("/login?stale&kept");
        assertThat(bank.signIn("bank.a.rm", "demo-bank.a.rm").header("Location"))
                .endsWith("/kept");
        String kept = bank.get("/kept", "Accept", HTML).body();
        assertThat(kept).contains("额度不够 &lt;b&gt;", goOn, opinion, outcome).contains("action=\"/tasks/" + task);
        assertThat(kept).doesNotContain(">DECLINE<", "/completion");

        Answer back = bank.form(
                page(task) + "/preview",
                bank.csrf("/tasks"),
                Map.of("outcome", "DECLINE", "opinion", "额度不够 <b>"),
                "Accept",
                HTML);
        assertThat(back.status()).isEqualTo(200);
        assertThat(back.body())
                .contains(">额度不够 &lt;b&gt;</textarea>")
                .containsPattern("id=\"outcome-DECLINE\"[^>]*checked");
        assertThat(loan.waiting(no)).contains("bankClaim");
    }

    @Test
    void a_draft_changed_elsewhere_gives_back_what_was_typed_under_its_labels() {
        CaseNo no = loan.drafted("ZL202319000303.X", "BANK_A");
        Caller firm = Caller.browser(port, "firm.a");
        String list = "/applications/" + no;
        Matcher section = Pattern.compile(list + "/s/[^\"]+")
                .matcher(firm.get(list, "Accept", HTML).body());
        assertThat(section.find()).isTrue();
        Answer stale = firm.submit(
                section.group(), section.group(), Map.of("edition", "0", "contactName", "赵经办", "employees", "12"));
        assertThat(stale.status()).isEqualTo(412);
        assertThat(givenBack(stale)).contains("赵经办", "联系人").doesNotContain("contactName", "employees", "edition");
    }

    @Test
    void a_section_sent_after_the_case_was_filed_is_given_back() {
        CaseNo no = loan.submitted("ZL202319000304.4", "BANK_A");
        Caller firm = Caller.browser(port, "firm.a");
        Answer late = firm.form(
                "/applications/" + no + "/s/_",
                firm.csrf("/cases/" + no),
                Map.of("edition", "1", "contactName", "钱经办"),
                "Accept",
                HTML);
        assertThat(late.status()).isEqualTo(409);
        assertThat(givenBack(late)).contains("钱经办", "联系人").doesNotContain("contactName");
        assertThat(late.body()).doesNotContain("SUBMITTED");
    }

    @Test
    void an_answer_to_a_request_that_is_over_is_given_back() {
        CaseNo no = loan.submitted("ZL202319000305.9", "BANK_A");
        Caller firm = Caller.browser(port, "firm.a");
        Answer late = firm.form(
                "/cases/" + no + "/supplement",
                firm.csrf("/cases/" + no),
                Map.of("contactName", "孙经办"),
                "Accept",
                HTML);
        assertThat(late.status()).isEqualTo(409);
        assertThat(givenBack(late)).contains("孙经办", "联系人");
    }

    @Test
    void a_request_for_more_that_is_refused_keeps_its_words() {
        CaseNo no = loan.submitted("ZL202319000306.3", "BANK_A");
        Caller bank = Caller.browser(port, "bank.a.rm");
        String task = claimed(no, "bankClaim", bank);
        Answer refused = bank.submit(
                page(task), page(task) + "/supplement-request", Map.of("items", " \n ", "reason", "核实还款来源"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains(">核实还款来源</textarea>").containsPattern("id=\"supplement\"[^>]*open");
        assertThat(summary(refused)).contains("一次性列明");
    }

    @Test
    void a_recusal_that_comes_too_late_keeps_its_words() {
        CaseNo no = loan.submitted("ZL202319000309.7", "BANK_A");
        Caller bank = Caller.browser(port, "bank.a.rm");
        String task = claimed(no, "bankClaim", bank);
        String token = bank.csrf(page(task));
        loan.act(no, "bank.a.rm", "bankClaim", "ACCEPT", Map.of());
        Answer refused = bank.form(page(task) + "/recusal", token, Map.of("reason", "我是该企业股东"), "Accept", HTML);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(givenBack(refused)).contains("我是该企业股东", "利害关系");
    }

    @Test
    void who_comes_second_reads_names_and_keeps_what_was_typed() {
        CaseNo no = loan.submitted("ZL202319000307.8", "BANK_A");
        loan.act(no, "bank.a.rm", "bankClaim", "ACCEPT", Map.of());
        Caller first = Caller.browser(port, "bank.a.investigator");
        Caller second = Caller.browser(port, "bank.a.rm");
        String token = second.csrf(page(loan.task(no, "investigate")));
        String task = claimed(no, "investigate", first);
        Map<String, String> typed = new LinkedHashMap<>();
        loan.example("investigate").forEach((name, value) -> typed.put(name, String.valueOf(value)));
        typed.put("outcome", "DONE");
        typed.put("opinion", "经营正常，建议准入");
        Answer refused = second.form(page(task) + "/completion", token, typed, "Accept", HTML);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(summary(refused))
                .contains("贷前调查")
                .doesNotContain("investigate", "bank.a.investigator", "T0", "DONE");
        assertThat(givenBack(refused)).contains("经营正常，建议准入", "意见");
        typed.keySet().forEach(name -> assertThat(givenBack(refused)).doesNotContain("<dt>" + name + "</dt>"));

        Answer english = second.form(page(task) + "/completion?lang=en", token, typed, "Accept", HTML);
        assertThat(summary(english)).contains("Investigation").doesNotContain("bank.a.investigator");
    }

    @Test
    void one_person_for_two_seats_is_refused_in_words_with_the_rule() {
        CaseNo no = loan.submitted("ZL202319000308.2", "BANK_A");
        loan.act(no, "bank.a.rm", "bankClaim", "ACCEPT", Map.of());
        loan.act(no, "bank.a.rm", "investigate", "DONE", loan.example("investigate"));
        String task = loan.task(no, "investigate");
        Caller rm = Caller.browser(port, "bank.a.rm");
        Answer refused = rm.form(page(task) + "/claim", rm.csrf("/tasks"), Map.of(), "Accept", HTML);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(summary(refused)).contains("贷前调查", "四眼原则").doesNotContain("(investigate)");
    }

    @Test
    void an_operator_reads_words_and_the_note_goes_into_the_trail_or_stays_on_the_page() {
        CaseNo no = loan.contracted();
        registryWorks();
        pledgeDesk.answered(pledges.newest(no).orElseThrow().id(), PledgeRegistry.Answer.refused(List.of("P05")));
        String id = open(no).get(0).id();
        Caller operator = Caller.browser(port, "operator");
        String list = operator.get("/ops/incidents", "Accept", HTML).body();
        String row = row(list, id);
        assertThat(row).contains("登记机构前后答复不一致", "先前的答复仍然有效");
        assertThat(row.replaceAll("(?s)<details.*?</details>", ""))
                .as("technical words only where they are asked for")
                .doesNotContain("<code", "refused:", "registry-contradicts");
        assertThat(row).containsPattern("name=\"reason\"[^>]*maxlength=\"500\"");

        String retry = "/ops/incidents/" + id + "/retry";
        String long_ = "长".repeat(501);
        Answer tooLong = operator.submit("/ops/incidents", retry, Map.of("reason", long_));
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(summary(tooLong)).contains("500", "501", "#note-" + id);
        assertThat(row(tooLong.body(), id)).contains("value=\"" + long_ + "\"");
        assertThat(open(no)).hasSize(1);

        assertThat(operator.submit("/ops/incidents", retry, Map.of("reason", "已电话核实"))
                        .status())
                .isEqualTo(302);
        assertThat(entries(no))
                .filteredOn(entry -> entry.type().equals("incident.retried"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.details()).containsEntry("note", "已电话核实"));

        Answer again = operator.submit("/programs", retry, Map.of("reason", "第二次说明"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(summary(again)).doesNotContain("operator").containsPattern("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d");
        assertThat(givenBack(again)).contains("第二次说明", "处理说明");
        registryWorks();
    }

    private static String row(String page, String id) {
        for (String row : page.substring(page.indexOf("<tbody")).split("<tr role=\"row\"")) {
            if (row.contains(id)) {
                return row;
            }
        }
        throw new AssertionError("no incident " + id + " on " + page);
    }
}
