package org.lianfu.credit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lianfu.application.Application;
import org.lianfu.http.Idempotent;
import org.lianfu.outbox.Incident;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Digest;
import org.lianfu.testing.Caller;
import org.lianfu.testing.Caller.Answer;
import org.lianfu.testing.OnH2;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The short ways over REST: a draw-down asked for by the firm, a repayment recorded by the bank. */
@OnH2(shared = "credit")
class CreditRestTest extends LoanHouse {

    private static final String DRAWDOWN = """
            {"amount":"3000000.00","payee":{"name":"示例钢材有限公司","account":"43050162710000000017",
             "bankNo":"105552000011"},"evidence":["购销合同 示例2026-088"]}""";

    @LocalServerPort
    int port;

    @Test
    void the_firm_asks_for_a_draw_down_and_the_bank_records_the_repayment() {
        CaseNo no = registered();
        String key = UUID.randomUUID().toString();

        Answer asked = post("firm.a", no, "drawdowns", DRAWDOWN, key);
        assertThat(asked.status()).as(asked.body()).isEqualTo(200);
        assertThat(asked.json().path("taskId").asText()).startsWith(no.value());
        assertThat(loan.waiting(no)).containsExactly("checkDrawdown");

        Answer again = post("firm.a", no, "drawdowns", DRAWDOWN, key);
        assertThat(again.header(Idempotent.REPLAYED)).isEqualTo("true");
        assertThat(again.body()).isEqualTo(asked.body());
        assertThat(post("firm.a", no, "drawdowns", DRAWDOWN.replace("3000000", "1"), key)
                        .status())
                .isEqualTo(422);
        assertThat(post("firm.a", no, "drawdowns", DRAWDOWN, UUID.randomUUID().toString())
                        .status())
                .isEqualTo(409);

        loan.act(no, "bank.a.disburser", "checkDrawdown", "APPROVE", loan.example("checkDrawdown"));
        loan.act(no, "bank.a.payer", "recordDrawdown", "DONE", loan.note(no));
        loan.act(no, "bank.a.payer2", "confirmDrawdown", "APPROVE", Map.of());
        String paid = """
                {"paidOn":"%s","principal":"%s","interest":"108000.00"}""";
        Answer half = post("bank.a.postloan", no, "repayments", paid.formatted(loan.today(), "1500000.00"), "half");
        assertThat(half.status()).isEqualTo(422);
        assertThat(half.json().path("code").asText()).isEqualTo("credit.not-in-full");
        assertThat(half.json().path("detail").asText()).contains("1500000.00").contains("3000000.00");

        Answer whole = post("bank.a.postloan", no, "repayments", paid.formatted(loan.today(), "3000000.00"), "whole");
        assertThat(whole.status()).as(whole.body()).isEqualTo(200);
        assertThat(loans.find(no).orElseThrow().state()).isEqualTo(Loan.State.SETTLED);
        assertThat(read("firm.a", no).path("loan").toString()).isEqualTo("""
                        {"state":"SETTLED","class":1,"principal":"3000000.00","outstanding":"0.00"}""");
    }

    @Test
    void every_entry_that_a_request_has_caused_carries_the_hash_of_its_key_and_no_other_does() {
        CaseNo no = registered();
        int before = entries(no).size();
        String key = UUID.randomUUID().toString();
        assertThat(post("firm.a", no, "drawdowns", DRAWDOWN, key).status()).isEqualTo(200);
        int after = entries(no).size();
        assertThat(post("firm.a", no, "drawdowns", DRAWDOWN, key).header(Idempotent.REPLAYED))
                .isEqualTo("true");
        loan.act(no, "bank.a.disburser", "checkDrawdown", "APPROVE", loan.example("checkDrawdown"));
        loan.act(no, "bank.a.payer", "recordDrawdown", "DONE", loan.note(no));

        List<byte[]> bodies = sql.queryForList(
                "select body from trl_entry where subject_id = ? order by seq", byte[].class, no.value());
        // the helper appends the number of the case to each key
        String hash = Digest.hex((key + no).getBytes(StandardCharsets.UTF_8));
        assertThat(after).isGreaterThan(before);
        for (int i = 0; i < bodies.size(); i++) {
            String body = new String(bodies.get(i), StandardCharsets.UTF_8);
            assertThat(body.contains("\"req\":\"" + hash + "\"")).as(body).isEqualTo(i >= before && i < after);
            assertThat(body.contains("\"req\":")).as(body).isEqualTo(i >= before && i < after);
        }
        assertThat(trail.verify(Application.subject(no)).flaws()).isEmpty();
    }

    @Test
    void a_draw_down_needs_a_key_and_the_right_person() {
        CaseNo no = registered();

        assertThat(post("firm.a", no, "drawdowns", DRAWDOWN, null).status()).isEqualTo(400);
        assertThat(post("firm.b", no, "drawdowns", DRAWDOWN, "other-firm").status())
                .isEqualTo(404);
        assertThat(post("bank.b.rm", no, "drawdowns", DRAWDOWN, "other-bank").status())
                .isEqualTo(404);
        assertThat(post("firm.a.signer", no, "drawdowns", DRAWDOWN, "signer").status())
                .isEqualTo(403);
        assertThat(post("firm.a", no, "repayments", "{}", "too-early").status()).isEqualTo(409);
        assertThat(post("firm.a", new CaseNo("IPP-2026-430204-999999"), "drawdowns", DRAWDOWN, "none")
                        .body())
                .isEqualTo(post("firm.b", no, "drawdowns", DRAWDOWN, "foreign")
                        .body()
                        .replace(no.value(), "IPP-2026-430204-999999"));
        assertThat(loan.waiting(no)).containsExactly("requestDrawdown");
    }

    @Test
    void every_fault_is_told_at_once_where_it_stands_in_the_request() {
        CaseNo no = registered();
        String wrong = """
                {"amount":"much","payee":{"name":"","account":"12","bankNo":"1"}}""";

        Answer answer = post("firm.a", no, "drawdowns", wrong, "wrong");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").findValuesAsText("pointer"))
                .contains("/amount", "/payee/name", "/payee/account", "/payee/bankNo", "/evidence");
        assertThat(post("firm.a", no, "drawdowns", "{\"sum\":\"1\"}", "unknown").status())
                .isEqualTo(400);
    }

    @Test
    void the_scheme_reads_the_loan_from_the_draw_down_on() {
        CaseNo no = registered();
        assertThat(read("bank.a.rm", no).path("loan").path("state").asText()).isEqualTo("CONTRACTED");
        assertThat(read("auditor", no).path("loan").isObject()).isFalse();

        loan.drawn(no);
        assertThat(read("auditor", no).path("loan").path("outstanding").asText())
                .isEqualTo("3000000.00");
    }

    private JsonNode read(String login, CaseNo no) {
        Answer answer = Caller.api(port, login).get("/api/v1/applications/" + no);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void an_operator_has_a_contradiction_cleared_up_over_rest_and_an_unasked_answer_on_the_page() {
        CaseNo no = registered();
        PledgeRegistry.Answer refused = PledgeRegistry.Answer.refused(List.of("P05"));
        pledgeDesk.answered(pledges.newest(no).orElseThrow().id(), refused);
        String contradiction = open(no).get(0).id();

        Answer retried = Caller.api(port, "operator")
                .post("/api/v1/ops/incidents/" + contradiction + "/retry", "{\"reason\":\"已电话核实\"}");
        assertThat(retried.status()).as(retried.body()).isEqualTo(200);
        assertThat(retried.json().path("closedBy").asText()).isEqualTo("operator");
        registryWorks();
        assertThat(open(no)).isEmpty();
        assertThat(entries(no))
                .filteredOn(entry -> entry.type().equals("incident.retried"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.details()).containsEntry("note", "已电话核实"));

        pledgeDesk.answered("nobody-asked-" + no, refused);
        String unasked = incidents.list(true, null, 1).get(0).id();
        Caller page = Caller.browser(port, "operator");
        assertThat(page.get("/ops/incidents", "Accept", "text/html").body()).contains("nobody-asked-" + no);
        Answer done = page.submit("/ops/incidents", "/ops/incidents/" + unasked + "/retry", Map.of());
        assertThat(done.status()).isEqualTo(302);
        assertThat(incidents.list(true, null, 50)).extracting(Incident::id).doesNotContain(unasked);
    }

    @Test
    void what_the_registry_says_is_closed_as_cleared_up_with_words_over_rest_and_on_the_page() {
        CaseNo no = registered();
        PledgeRegistry.Answer refused = PledgeRegistry.Answer.refused(List.of("P05"));
        pledgeDesk.answered(pledges.newest(no).orElseThrow().id(), refused);
        String id = open(no).get(0).id();
        Caller operator = Caller.api(port, "operator");
        JsonNode shown = operator.get("/api/v1/ops/incidents?limit=1")
                .json()
                .path("items")
                .get(0);
        assertThat(shown.path("id").asText()).isEqualTo(id);
        assertThat(shown.path("mayClose").asBoolean()).isTrue();

        String closure = "/api/v1/ops/incidents/" + id + "/closure";
        assertThat(operator.post(closure, "{}").status()).isEqualTo(422);
        assertThat(operator.post(closure, "{\"reason\":\" \"}").status()).isEqualTo(422);
        assertThat(operator.post(closure, "{\"why\":\"x\"}").status()).isEqualTo(400);
        assertThat(Caller.api(port, "bank.a.rm")
                        .post(closure, "{\"reason\":\"x\"}")
                        .status())
                .isEqualTo(403);
        Answer closed = operator.post(closure, "{\"reason\":\"已书面核实\"}");
        assertThat(closed.status()).as(closed.body()).isEqualTo(200);
        assertThat(closed.json().path("closedBy").asText()).isEqualTo("operator");
        assertThat(operator.post(closure, "{\"reason\":\"x\"}").status()).isEqualTo(409);
        assertThat(operator.get("/api/v1/ops/incidents?state=shut").status()).isEqualTo(400);

        pledgeDesk.answered(pledges.newest(no).orElseThrow().id(), refused);
        String again = open(no).get(0).id();
        Caller page = Caller.browser(port, "operator");
        Answer blank = page.submit("/ops/incidents", "/ops/incidents/" + again + "/closure", Map.of("reason", " "));
        assertThat(blank.status()).isEqualTo(422);
        assertThat(blank.body()).contains("请写明如何查清");
        assertThat(open(no)).hasSize(1);
        Answer done = page.submit("/ops/incidents", "/ops/incidents/" + again + "/closure", Map.of("reason", "已核实"));
        assertThat(done.status()).isEqualTo(302);
        assertThat(open(no)).isEmpty();
    }

    private CaseNo registered() {
        CaseNo no = loan.contracted();
        registryWorks();
        return no;
    }

    private Answer post(String login, CaseNo no, String what, String json, String key) {
        Caller caller = Caller.api(port, login);
        String path = "/api/v1/applications/" + no + "/" + what;
        return key == null ? caller.post(path, json) : caller.post(path, json, Idempotent.HEADER, key + no);
    }
}
