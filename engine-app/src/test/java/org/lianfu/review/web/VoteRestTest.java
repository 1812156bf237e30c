package org.lianfu.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lianfu.http.Idempotent;
import org.lianfu.testing.Caller;
import org.lianfu.testing.Caller.Answer;
import org.lianfu.testing.CounterHouse;
import org.lianfu.testing.OnH2;

/** A committee's vote and the firm's appeal over REST and on the page. */
@OnH2(shared = "house")
class VoteRestTest extends CounterHouse {

    @Test
    void the_count_is_shown_where_the_vote_is_taken_and_nowhere_else() {
        String path = voting();
        String no = no(path);
        String first = task("bank.a.member1", no);
        assertThat(complete("bank.a.member1", first, "APPROVE", "", Map.of()).status())
                .isEqualTo(200);
        Answer refused = complete("bank.a.member2", task("bank.a.member2", no), "REJECT", "", Map.of());
        assertThat(refused.status()).as("a no needs a coded reason").isEqualTo(422);
        assertThat(complete(
                                "bank.a.member2",
                                task("bank.a.member2", no),
                                "REJECT",
                                "",
                                Map.of("reasons", List.of("B03")))
                        .status())
                .isEqualTo(200);
        Answer left = post(
                "bank.a.member3", "/api/v1/tasks/" + task("bank.a.member3", no) + "/recusal", Map.of("reason", "持股"));
        assertThat(left.json().path("state").asText()).isEqualTo("RECUSED");

        String fourth = task("bank.a.member4", no);
        JsonNode tally = Caller.api(port, "bank.a.member4")
                .get("/api/v1/tasks/" + fourth)
                .json()
                .path("tally");
        assertThat(tally.path("consents").asInt()).isEqualTo(1);
        assertThat(tally.path("refusals").asInt()).isEqualTo(1);
        assertThat(tally.path("recused").asInt()).isEqualTo(1);
        assertThat(tally.path("open").asInt()).isEqualTo(4);
        assertThat(tally.path("quorum").asInt()).isEqualTo(5);
        assertThat(tally.path("share").asText()).isEqualTo("2/3");
        assertThat(tally.path("lacksQuorum").asBoolean()).isFalse();
        String page = Caller.browser(port, "bank.a.member4")
                .get("/tasks/" + fourth, "Accept", "text/html", "Accept-Language", "en")
                .body();
        assertThat(page).contains("1 for, 1 against, 0 abstaining, 4 still to speak, 1 recused");

        for (String outsider : List.of("firm.a", "bank.b.member1", "auditor")) {
            assertThat(Caller.api(port, outsider).get("/api/v1/tasks/" + fourth).status())
                    .as(outsider)
                    .isEqualTo(404);
        }
        for (String what : List.of("", "/timeline?limit=100", "/trail?limit=100")) {
            assertThat(operator.get(path + what).body())
                    .as(what)
                    .doesNotContain("bank.a.member")
                    .doesNotContain("B03")
                    .doesNotContain("持股");
        }
    }

    @Test
    void a_vote_without_its_quorum_is_an_incident_that_an_operator_or_a_member_mends() {
        String no = no(voting());
        for (String member : List.of("bank.a.member1", "bank.a.member2")) {
            assertThat(post(member, "/api/v1/tasks/" + task(member, no) + "/recusal", Map.of("reason", "亲属"))
                            .status())
                    .isEqualTo(200);
        }
        assertThat(incidents(no)).isEmpty();
        assertThat(post(
                                "bank.a.member3",
                                "/api/v1/tasks/" + task("bank.a.member3", no) + "/recusal",
                                Map.of("reason", "亲属"))
                        .status())
                .isEqualTo(200);
        String seat = task("bank.a.member4", no);
        Caller member = Caller.api(port, "bank.a.member4");
        assertThat(member.get("/api/v1/tasks/" + seat)
                        .json()
                        .path("tally")
                        .path("lacksQuorum")
                        .asBoolean())
                .isTrue();
        assertThat(Caller.browser(port, "bank.a.member4")
                        .get("/tasks/" + seat, "Accept", "text/html")
                        .body())
                .contains("/tasks/" + seat + "/further-seat");
        List<JsonNode> open = incidents(no);
        assertThat(open).hasSize(1);
        assertThat(open.get(0).path("kind").asText()).isEqualTo("no-quorum");

        Answer mended = post(
                "operator",
                "/api/v1/ops/incidents/" + open.get(0).path("id").asText() + "/retry",
                Map.of("reason", "已通知增补委员"));
        assertThat(mended.status()).as(mended.body()).isEqualTo(200);
        assertThat(incidents(no)).isEmpty();
        JsonNode after = member.get("/api/v1/tasks/" + seat).json();
        assertThat(after.path("tally").path("open").asInt()).isEqualTo(5);
        assertThat(after.path("tally").path("lacksQuorum").asBoolean()).isFalse();
        Answer enough = post("bank.a.member4", "/api/v1/tasks/" + seat + "/further-seat", null);
        assertThat(enough.json().path("code").asText()).isEqualTo("task.quorum-stands");
    }

    @Test
    void the_firm_asks_once_for_another_decision_and_says_why() {
        String path = reviewed("3000000.00");
        String no = no(path);
        assertThat(appeal(path, "有新订单").json().path("code").asText()).isEqualTo("credit.no-appeal-step");
        reject(no);
        assertThat(operator.get(path).json().path("status").asText()).isEqualTo("IN_REVIEW");
        assertThat(operator.get(path).json().path("decision").path("outcome").asText())
                .isEqualTo("REJECT");
        assertThat(appeal(path, " ").status()).isEqualTo(422);
        Answer asked = appeal(path, "新签订单 500 万元");
        assertThat(asked.status()).as(asked.body()).isEqualTo(200);

        String review = task("bank.a.reviewer", no);
        assertThat(Caller.api(port, "bank.a.reviewer")
                        .get("/api/v1/tasks/" + review)
                        .json()
                        .path("opinions")
                        .toString())
                .contains("新签订单 500 万元");
        recommend(no, "3000000.00");
        reject(no);
        assertThat(operator.get(path).json().path("status").asText()).isEqualTo("DECLINED");
        assertThat(appeal(path, "再次复议").status()).isEqualTo(409);
    }

    private void reject(String no) {
        Answer no_ = complete(
                "bank.a.approver", task("bank.a.approver", no), "REJECT", "", Map.of("reasons", List.of("B04")));
        assertThat(no_.status()).as(no_.body()).isEqualTo(200);
    }

    private Answer appeal(String path, String reason) {
        return signer.post(path + "/appeal", json(Map.of("reason", reason)), Idempotent.HEADER, key());
    }

    /** A case that the committee of bank A votes on. */
    private String voting() {
        return reviewed("15000000.00");
    }

    private String reviewed(String amount) {
        Map<String, Object> answers = example();
        answers.put("amount", amount);
        String path = submitted(answers);
        String no = no(path);
        assertThat(complete("bank.a.rm", task("bank.a.rm", no), "ACCEPT", "", Map.of())
                        .status())
                .isEqualTo(200);
        for (String login : List.of("bank.a.rm", "bank.a.investigator")) {
            String id = task(login, no);
            Map<String, Object> report = filled(login, id);
            assertThat(complete(login, id, "DONE", "", report).status()).isEqualTo(200);
        }
        String commission = task("bank.a.rm", no);
        assertThat(complete("bank.a.rm", commission, "DONE", "", filled("bank.a.rm", commission))
                        .status())
                .isEqualTo(200);
        String valuation = task("appraiser", no);
        Map<String, Object> worth = filled("appraiser", valuation);
        worth.put("appraisedValue", "60000000.00");
        assertThat(complete("appraiser", valuation, "DONE", "", worth).status()).isEqualTo(200);
        recommend(no, amount);
        return path;
    }

    private void recommend(String no, String amount) {
        String id = task("bank.a.reviewer", no);
        Map<String, Object> review = filled("bank.a.reviewer", id);
        review.put("recommendedAmount", amount);
        Answer done = complete("bank.a.reviewer", id, "APPROVE", "", review);
        assertThat(done.status()).as(done.body()).isEqualTo(200);
    }

    private Map<String, Object> filled(String login, String id) {
        Map<String, Object> filled = new HashMap<>();
        Caller.api(port, login)
                .get("/api/v1/tasks/" + id)
                .json()
                .path("example")
                .fields()
                .forEachRemaining(field -> filled.put(field.getKey(), field.getValue()));
        return filled;
    }

    private Answer complete(String login, String id, String outcome, String opinion, Map<String, ?> answers) {
        return post(
                login,
                "/api/v1/tasks/" + id + "/completion",
                Map.of("outcome", outcome, "opinion", opinion, "answers", answers));
    }

    private Answer post(String login, String address, Map<String, ?> body) {
        return Caller.api(port, login).post(address, body == null ? "" : json(body), Idempotent.HEADER, key());
    }

    private String task(String login, String no) {
        String cursor = "";
        do {
            JsonNode page = Caller.api(port, login)
                    .get("/api/v1/tasks?box=todo&limit=100" + cursor)
                    .json();
            for (JsonNode line : page.path("items")) {
                if (line.path("applicationNo").asText().equals(no)) {
                    return line.path("id").asText();
                }
            }
            cursor = page.path("next").isTextual()
                    ? "&cursor=" + page.path("next").asText()
                    : "";
        } while (!cursor.isEmpty());
        throw new AssertionError(login + " has nothing to do in " + no);
    }

    private List<JsonNode> incidents(String no) {
        List<JsonNode> found = new java.util.ArrayList<>();
        Caller.api(port, "operator")
                .get("/api/v1/ops/incidents?limit=100")
                .json()
                .path("items")
                .forEach(incident -> {
                    if (incident.path("applicationNo").asText().equals(no)) {
                        found.add(incident);
                    }
                });
        return found;
    }
}
