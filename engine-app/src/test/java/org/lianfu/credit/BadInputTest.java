package org.lianfu.credit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianfu.http.Idempotent;
import org.lianfu.outbox.Incident;
import org.lianfu.review.ClockWatch;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Refusal;
import org.lianfu.testing.Caller;
import org.lianfu.testing.Caller.Answer;
import org.lianfu.testing.OnH2;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a loan's people may not do is refused over REST and on the page, in both languages, and costs nobody what was typed. */
@OnH2(shared = "credit")
class BadInputTest extends LoanHouse {

    private static final String HTML = "text/html";
    private static final String SAID = "已按制度核实，请办理";

    @LocalServerPort
    int port;

    @BeforeEach
    @AfterEach
    void today() {
        clock.reset();
    }

    /**
     * The act is refused at every entrance, the case stays where it is.
     *
     * @param figures what the sentence must name
     */
    private void refusedEverywhere(
            CaseNo no,
            String login,
            String element,
            String outcome,
            Map<String, Object> answers,
            Refusal refusal,
            String... figures) {
        List<String> waiting = loan.waiting(no);
        String task = loan.task(no, element);
        int status = refusal.kind().status();
        for (String language : List.of("zh-CN", "en")) {
            Answer refused = Caller.api(port, login)
                    .post(
                            "/api/v1/tasks/" + task + "/completion",
                            json(Map.of("outcome", outcome, "opinion", SAID, "answers", answers)),
                            Idempotent.HEADER,
                            UUID.randomUUID().toString(),
                            "Accept-Language",
                            language);
            assertThat(refused.status()).as(refused.body()).isEqualTo(status);
            assertThat(refused.json().path("code").asText()).isEqualTo(refusal.code());
            String sentence = refused.json().path("detail").asText();
            assertThat(sentence).contains(figures).doesNotContain("{");
            assertThat(sentence.codePoints().anyMatch(c -> c >= 0x4e00 && c < 0xa000 && language.equals("en")))
                    .as("Chinese in an English sentence that is no name: " + sentence)
                    .isEqualTo(language.equals("en") && String.join("", figures).contains("示例"));
        }

        Caller page = Caller.browser(port, login);
        String address = "/tasks/" + task;
        page.submit(address, address + "/claim", Map.of());
        Map<String, String> typed = new LinkedHashMap<>();
        answers.forEach((name, value) -> typed.put(name, String.valueOf(value)));
        typed.put("outcome", outcome);
        typed.put("opinion", SAID);
        Answer shown = page.form(address + "/completion", page.csrf(address), typed, "Accept", HTML);
        assertThat(shown.status()).isEqualTo(status);
        Matcher summary =
                Pattern.compile("id=\"error-summary\".*?</div>", Pattern.DOTALL).matcher(shown.body());
        assertThat(summary.find()).as(shown.body()).isTrue();
        assertThat(summary.group()).contains(figures).doesNotContain(refusal.code());
        assertThat(shown.body()).contains(SAID);
        answers.forEach((name, value) -> assertThat(shown.body())
                .as("typed into " + name)
                .contains(String.valueOf(value).split("\n")));
        assertThat(loan.waiting(no)).as("where the case waits").isEqualTo(waiting);
    }

    @Test
    void an_expired_valuation() {
        CaseNo no = loan.submitted(loan.freshPatent(), "BANK_A");
        loan.act(no, "bank.a.rm", "bankClaim", "ACCEPT", Map.of());
        loan.act(no, "bank.a.rm", "investigate", "DONE", loan.example("investigate"));
        loan.act(no, "bank.a.investigator", "investigate", "DONE", loan.example("investigate"));
        loan.valued(no, Map.of("appraisedOn", "2025-11-23"));
        refusedEverywhere(
                no,
                "bank.a.reviewer",
                "reviewCredit",
                "APPROVE",
                loan.example("reviewCredit"),
                CreditRefusals.VALUATION_EXPIRED,
                "2025-11-23",
                "2026-11-23");
    }

    @Test
    void an_expired_decision() {
        CaseNo no = loan.submitted(loan.freshPatent(), "BANK_A");
        loan.approved(no);
        clock.set("2027-05-25T09:00");
        refusedEverywhere(
                no,
                "bank.a.rm",
                "prepareContract",
                "DONE",
                loan.contract(no),
                CreditRefusals.DECISION_EXPIRED,
                "2026-11-24",
                "2027-05-24");
    }

    @Test
    void a_draw_down_beyond_the_contract() {
        CaseNo no = toBeDrawn();
        refusedEverywhere(
                no,
                "firm.a",
                "requestDrawdown",
                "DONE",
                changed("drawdownAmount", "3000000.01"),
                CreditRefusals.DRAWDOWN_ABOVE_CONTRACT,
                "3000000.01",
                "3000000.00");
    }

    @Test
    void a_payee_that_the_contract_does_not_name() {
        CaseNo no = toBeDrawn();
        refusedEverywhere(
                no,
                "firm.a",
                "requestDrawdown",
                "DONE",
                changed("payeeName", "示例贸易有限公司"),
                CreditRefusals.PAYEE_NOT_IN_CONTRACT,
                "示例贸易有限公司",
                "示例钢材有限公司");
    }

    @Test
    void an_invoice_that_was_used_before() {
        CaseNo first = toBeDrawn();
        CaseNo second = toBeDrawn();
        Map<String, Object> shown = changed("invoiceNo", "26432000009990000077");
        loan.act(first, "firm.a", "requestDrawdown", "DONE", shown);
        refusedEverywhere(
                second,
                "firm.a",
                "requestDrawdown",
                "DONE",
                shown,
                CreditRefusals.INVOICE_USED,
                "26432000009990000077",
                "2026-11-24");
    }

    /** The request for the pledge is never answered: the case says since when it waits, and the operators are told. */
    @Test
    void a_registry_that_never_answers() {
        CaseNo no = loan.contracted();
        outbox.deliverDue();
        clock.set("2026-11-28T00:00:00");
        watch.actOnDue();
        watch.actOnDue();
        assertThat(open(no)).extracting(Incident::kind).containsExactly(ClockWatch.SILENT);

        JsonNode current = Caller.api(port, "firm.a")
                .get("/api/v1/applications/" + no)
                .json()
                .path("current")
                .get(0);
        assertThat(current.path("step").asText()).endsWith("awaitRegistration");
        assertThat(current.path("since").asText()).startsWith("2026-11-24");
        String page = Caller.browser(port, "firm.a")
                .get("/cases/" + no, "Accept", HTML)
                .body();
        assertThat(page.substring(page.indexOf("lf-now"))).contains("2026-11-24");

        Caller operator = Caller.browser(port, "operator");
        String incidentsPage = operator.get("/ops/incidents", "Accept", HTML).body();
        assertThat(incidentsPage).contains("外部机构逾期未答复", no.value());
        String retry = "/ops/incidents/" + open(no).get(0).id() + "/retry";
        assertThat(operator.submit("/ops/incidents", retry, Map.of("reason", "已电话催办"))
                        .status())
                .isEqualTo(302);
        assertThat(open(no)).isEmpty();
        assertThat(types(no)).contains("step.timed-out", "incident.retried");
    }

    private CaseNo toBeDrawn() {
        CaseNo no = loan.contracted();
        registryWorks();
        return no;
    }

    private Map<String, Object> changed(String name, String value) {
        Map<String, Object> request = new HashMap<>(loan.request());
        request.put(name, value);
        return request;
    }

    private static String json(Object value) {
        try {
            return new ObjectMapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
