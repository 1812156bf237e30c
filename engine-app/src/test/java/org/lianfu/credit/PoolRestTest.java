package org.lianfu.credit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lianfu.http.Idempotent;
import org.lianfu.shared.CaseNo;
import org.lianfu.testing.Caller;
import org.lianfu.testing.Caller.Answer;
import org.lianfu.testing.OnH2;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The risk pool over REST and on its page, for those who work with it. */
@OnH2(shared = "credit")
class PoolRestTest extends LoanHouse {

    private static final String POOL = "/api/v1/risk-pools/ZZ-RISK-POOL";

    @LocalServerPort
    int port;

    @Autowired
    FilingClerk clerk;

    @Test
    void money_is_booked_once_per_key_and_everybody_of_the_scheme_reads_the_balance() {
        String before = read("auditor", POOL).path("balance").asText();
        String key = UUID.randomUUID().toString();
        Answer booked = post("treasury.maker", "/movements", "{\"amount\":\"250.00\",\"note\":\"注资\"}", key);
        assertThat(booked.status()).as(booked.body()).isEqualTo(200);
        assertThat(post("treasury.maker", "/movements", "{\"amount\":\"250.00\",\"note\":\"注资\"}", key)
                        .header(Idempotent.REPLAYED))
                .isEqualTo("true");
        assertThat(new java.math.BigDecimal(
                        read("auditor", POOL).path("balance").asText()))
                .isEqualByComparingTo(new java.math.BigDecimal(before).add(new java.math.BigDecimal("250")));
        assertThat(read("auditor", POOL).path("state").asText()).isEqualTo("OPEN");
        assertThat(Caller.api(port, "auditor").get("/api/v1/risk-pools/OTHER").status())
                .isEqualTo(404);
        assertThat(post("fin.reviewer", "/movements", "{\"amount\":\"1\",\"note\":\"x\"}", key(1))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void what_cannot_be_read_is_refused_with_how_to_write_it() {
        for (String body : new String[] {"{\"amount\":\"much\",\"note\":\"x\"}", "{\"note\":\"x\"}", "{}"}) {
            Answer answer = post("treasury.maker", "/movements", body, key(2));
            assertThat(answer.status()).as(body).isEqualTo(422);
            assertThat(answer.json().path("code").asText()).isEqualTo("credit.pool-typed");
        }
        Answer month =
                post("fin.reviewer", "/batches", "{\"program\":\"loan-ip-pledge\",\"month\":\"2026-13\"}", key(3));
        assertThat(month.json().path("code").asText()).isEqualTo("credit.pool-typed");
        assertThat(month.json().path("detail").asText()).contains("2026-13").contains("2026-11");
        assertThat(post("fin.reviewer", "/batches/none/filing", "", key(4)).status())
                .isEqualTo(404);
        assertThat(Caller.api(port, "fin.reviewer").get(POOL + "/batches/none").status())
                .isEqualTo(404);
    }

    @Test
    void a_batch_over_rest_tells_its_progress_and_its_lines() {
        CaseNo no = waiting();
        CaseNo bad = waiting();
        Answer opened = post(
                "fin.reviewer",
                "/batches",
                "{\"program\":\"loan-ip-pledge\",\"month\":\"%s\"}"
                        .formatted(loan.today().toString().substring(0, 7)),
                key(5));
        assertThat(opened.status()).as(opened.body()).isEqualTo(200);
        String id = opened.json().path("id").asText();
        assertThat(opened.json().path("due").asText()).endsWith("-10");
        assertThat(post(
                                "fin.reviewer",
                                "/batches/" + id + "/refusals",
                                "{\"applicationNo\":\"%s\",\"reason\":\"未入库\"}".formatted(bad),
                                key(6))
                        .status())
                .isEqualTo(200);
        Answer filing = post("fin.reviewer", "/batches/" + id + "/filing", "", key(7));
        assertThat(filing.status()).as(filing.body()).isEqualTo(200);
        assertThat(filing.json().path("state").asText()).isEqualTo("RUNNING");
        assertThat(filing.json().path("counts").path("left").asInt())
                .isEqualTo(filing.json().path("counts").path("total").asInt())
                .isGreaterThanOrEqualTo(2);
        clerk.workOff();
        JsonNode done = read("auditor", POOL + "/batches/" + id);
        assertThat(done.path("state").asText()).isEqualTo("DONE");
        assertThat(done.path("counts").path("left").asInt()).isZero();
        JsonNode first = read("fin.chief", POOL + "/batches/" + id + "/lines?limit=1");
        assertThat(first.path("next").isTextual()).isTrue();
        Map<String, String> states = new HashMap<>();
        read("fin.chief", POOL + "/batches/" + id + "/lines?limit=100")
                .path("items")
                .forEach(line -> states.put(
                        line.path("applicationNo").asText(), line.path("state").asText()));
        assertThat(states).containsEntry(no.value(), "FILED").containsEntry(bad.value(), "REFUSED");
    }

    @Test
    void the_page_shows_the_pool_and_keeps_what_was_typed_when_it_is_refused() {
        Caller office = Caller.browser(port, "fin.reviewer");
        Answer page = office.get("/pool", "Accept", "text/html");
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        assertThat(page.body()).contains("风险资金池", "不良率").doesNotContain("portal.pool");
        assertThat(office.get("/pool?lang=en", "Accept", "text/html").body())
                .contains("Non-performing rate")
                .doesNotContain("portal.pool");
        Answer refused =
                office.submit("/pool", "/pool/batches", Map.of("program", "loan-ip-pledge", "month", "next month"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"next month\"");
        Caller treasury = Caller.browser(port, "treasury.maker");
        assertThat(treasury.submit("/pool", "/pool/movements", Map.of("way", "IN", "amount", "10", "note", "注资"))
                        .status())
                .isEqualTo(302);
        assertThat(treasury.get("/pool", "Accept", "text/html").body()).contains("注资");
    }

    /** A loan that is drawn and waits to be filed. */
    private CaseNo waiting() {
        CaseNo no = loan.submitted(loan.freshPatent(), "BANK_A");
        loan.approved(no);
        Map<String, Object> contract = new HashMap<>(loan.contract(no));
        contract.put("compensated", true);
        loan.act(no, "bank.a.rm", "prepareContract", "DONE", contract);
        loan.act(no, "firm.a.signer", "signContract", "DONE", Map.of("signerName", "陈示例", "agreed", true));
        registryWorks();
        loan.drawn(no);
        return no;
    }

    private static String key(int n) {
        return "pool-rest-" + n + "-" + UUID.randomUUID();
    }

    private JsonNode read(String login, String path) {
        Answer answer = Caller.api(port, login).get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private Answer post(String login, String path, String body, String key) {
        return Caller.api(port, login).post(POOL + path, body, Idempotent.HEADER, key);
    }
}
