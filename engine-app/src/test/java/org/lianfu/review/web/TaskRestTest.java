package org.lianfu.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianfu.http.Idempotent;
import org.lianfu.testing.Caller;
import org.lianfu.testing.Caller.Answer;
import org.lianfu.testing.CounterHouse;
import org.lianfu.testing.OnH2;
import org.lianfu.testing.Sheaf;

/** The worklist and the acts on a task over REST, with who may see what of them. */
@OnH2(shared = "house")
class TaskRestTest extends CounterHouse {

    private Caller rm;
    private Caller investigator;
    private Caller approver;
    private Caller reviewer;

    @BeforeEach
    void bank() {
        rm = Caller.api(port, "bank.a.rm");
        investigator = Caller.api(port, "bank.a.investigator");
        approver = Caller.api(port, "bank.a.approver");
        reviewer = Caller.api(port, "bank.a.reviewer");
    }

    @Test
    void the_worklist_holds_only_what_the_caller_may_act_on() {
        String no = no(submitted());

        assertThat(tasks(rm, "todo", no)).hasSize(1).allSatisfy(line -> {
            assertThat(line.path("step").asText()).isEqualTo("bankSearch_bankClaim");
            assertThat(line.path("amount").asText()).isEqualTo("3000000.00");
            assertThat(line.path("outcomes").findValuesAsText("")).isEmpty();
            assertThat(line.path("outcomes").toString()).contains("ACCEPT", "DECLINE");
            assertThat(line.path("dueAt").asText()).isNotBlank();
        });
        for (String other : List.of("bank.b.rm", "bank.a.approver", "firm.a", "firm.b", "auditor")) {
            assertThat(tasks(Caller.api(port, other), "todo", no)).as(other).isEmpty();
        }
        String id = tasks(rm, "todo", no).get(0).path("id").asText();
        assertThat(complete(rm, id, "ACCEPT", "", Map.of()).status()).isEqualTo(200);
        assertThat(tasks(rm, "done", no)).hasSize(1);
        assertThat(tasks(signer, "started", no).size()
                        + tasks(operator, "started", no).size())
                .isPositive();
    }

    @Test
    void a_list_is_read_page_by_page_and_a_foreign_cursor_is_refused() {
        submitted();
        submitted();
        Answer first = rm.get("/api/v1/tasks?limit=1");
        String next = first.json().path("next").asText();
        assertThat(first.json().path("items")).hasSize(1);
        Answer second = rm.get("/api/v1/tasks?limit=1&cursor=" + next);
        assertThat(second.json().path("items")).hasSize(1);
        assertThat(second.json().path("items").get(0))
                .isNotEqualTo(first.json().path("items").get(0));

        for (String wrong :
                List.of("box=done&cursor=" + next, "cursor=nonsense", "limit=0", "limit=101", "limit=x", "box=all")) {
            Answer refused = rm.get("/api/v1/tasks?" + wrong, "Accept-Language", "en");
            assertThat(refused.status()).as(wrong).isEqualTo(400);
            assertThat(refused.json().path("errors").get(0).path("message").asText())
                    .as(wrong)
                    .isNotBlank();
        }
        JsonNode count = rm.get("/api/v1/tasks/count?box=todo").json();
        assertThat(count.path("count").asInt()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void a_claimed_seat_says_who_has_it_and_since_when() {
        String no = no(investigated());
        List<JsonNode> seats = tasks(investigator, "todo", no);
        assertThat(seats).hasSize(2);
        String id = seats.get(0).path("id").asText();

        String tag = rm.get("/api/v1/tasks/" + id).header("ETag");
        assertThat(rm.get("/api/v1/tasks/" + id).header("ETag")).isNotBlank().isEqualTo(tag);
        assertThat(investigator.post("/api/v1/tasks/" + id + "/claim", "").status())
                .isEqualTo(200);
        assertThat(rm.get("/api/v1/tasks/" + id).header("ETag")).isNotEqualTo(tag);
        assertThat(investigator.post("/api/v1/tasks/" + id + "/claim", "").status())
                .isEqualTo(200);
        Answer taken = rm.post("/api/v1/tasks/" + id + "/claim", "", "Accept-Language", "en");
        assertThat(taken.status()).as(taken.body()).isEqualTo(409);
        assertThat(taken.json().path("code").asText()).isEqualTo("task.claimed");
        assertThat(taken.json().path("detail").asText())
                .contains("bank.a.investigator")
                .containsPattern("\\d{2}:\\d{2}");
        assertThat(rm.send("DELETE", "/api/v1/tasks/" + id + "/claim", null).status())
                .isEqualTo(409);
        assertThat(investigator
                        .send("DELETE", "/api/v1/tasks/" + id + "/claim", null)
                        .status())
                .isEqualTo(200);
        assertThat(rm.post("/api/v1/tasks/" + id + "/claim", "").status()).isEqualTo(200);
    }

    @Test
    void what_a_step_does_not_offer_is_refused_with_what_it_offers() {
        String no = no(submitted());
        String id = tasks(rm, "todo", no).get(0).path("id").asText();

        Answer unknown = complete(rm, id, "APPROVE", "", Map.of());
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.json().path("detail").asText()).contains("ACCEPT");
        assertThat(complete(rm, id, "DECLINE", "", Map.of()).status()).isEqualTo(422);
        assertThat(complete(rm, id, "ACCEPT", "", Map.of("colour", "red")).status())
                .isEqualTo(400);
        assertThat(complete(Caller.api(port, "bank.b.rm"), id, "ACCEPT", "", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(complete(approver, id, "ACCEPT", "", Map.of()).status()).isEqualTo(403);
        assertThat(complete(operator, id, "ACCEPT", "", Map.of()).status()).isIn(403, 404);
        assertThat(tasks(rm, "todo", no)).hasSize(1);
    }

    @Test
    void all_faults_of_a_step_come_at_once_and_a_decision_is_made_once() {
        String no = no(investigated());
        String id = tasks(rm, "todo", no).get(0).path("id").asText();

        Answer faulty = complete(rm, id, "DONE", "", Map.of("suggestedAmount", "much"));
        assertThat(faulty.status()).isEqualTo(422);
        assertThat(faulty.json().path("errors").findValuesAsText("pointer").stream()
                        .filter(p ->
                                p.endsWith("suggestedAmount") || p.endsWith("operation") || p.endsWith("finances")))
                .hasSize(3);

        String key = key();
        Map<String, Object> body = Map.of("outcome", "DONE", "answers", report(rm, id));
        Answer done = rm.post("/api/v1/tasks/" + id + "/completion", json(body), Idempotent.HEADER, key);
        assertThat(done.status()).as(done.body()).isEqualTo(200);
        Answer replayed = rm.post("/api/v1/tasks/" + id + "/completion", json(body), Idempotent.HEADER, key);
        assertThat(replayed.header(Idempotent.REPLAYED)).isEqualTo("true");
        Answer again = rm.post("/api/v1/tasks/" + id + "/completion", json(body), Idempotent.HEADER, key());
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().path("code").asText()).isEqualTo("task.already-done");
    }

    @Test
    void two_people_investigate_and_one_person_is_refused_twice_at_claim_and_at_completion() {
        String no = no(investigated());
        List<JsonNode> seats = tasks(rm, "todo", no);
        String first = seats.get(0).path("id").asText();
        String second = seats.get(1).path("id").asText();
        assertThat(complete(rm, first, "DONE", "", report(rm, first)).status()).isEqualTo(200);

        assertThat(tasks(rm, "todo", no)).isEmpty();
        assertThat(rm.post("/api/v1/tasks/" + second + "/claim", "")
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("task.one-seat-a-person");
        Answer refused = complete(rm, second, "DONE", "", report(rm, second));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("code").asText()).isEqualTo("task.one-seat-a-person");
        assertThat(complete(investigator, second, "DONE", "", report(investigator, second))
                        .status())
                .isEqualTo(200);
        assertThat(tasks(reviewer, "todo", no)).isEmpty();
        valued(no);
        assertThat(tasks(approver, "todo", no)).isEmpty();
        assertThat(tasks(reviewer, "todo", no)).hasSize(1);
    }

    /** The bank commissions an appraiser, who values. */
    private void valued(String no) {
        for (Caller who : List.of(rm, Caller.api(port, "appraiser"))) {
            String id = tasks(who, "todo", no).get(0).path("id").asText();
            assertThat(complete(who, id, "DONE", "", report(who, id)).status()).isEqualTo(200);
        }
    }

    @Test
    void the_banks_inner_work_stays_inside_the_bank() {
        String path = investigated();
        String no = no(path);
        String secret = "行内意见：负债率偏高";
        List<JsonNode> seats = tasks(rm, "todo", no);
        String id = seats.get(0).path("id").asText();
        assertThat(rm.post("/api/v1/tasks/" + id + "/claim", "").status()).isEqualTo(200);
        Answer file =
                rm.upload("/api/v1/tasks/" + id + "/attachments", Map.of("kind", "other"), "report.pdf", Sheaf.PDF);
        assertThat(file.status()).as(file.body()).isEqualTo(201);
        assertThat(rm.upload("/api/v1/tasks/" + id + "/attachments", Map.of("kind", "sitePhotos"), "a.png", Sheaf.PNG)
                        .status())
                .isEqualTo(201);
        Answer unknown = rm.upload("/api/v1/tasks/" + id + "/attachments", Map.of("kind", "diary"), "a.png", Sheaf.PNG);
        assertThat(unknown.status()).as(unknown.body()).isEqualTo(422);
        assertThat(unknown.json().path("detail").asText()).contains("diary").contains("sitePhotos");
        Map<String, Object> report = report(rm, id);
        report.put("finances", secret);
        assertThat(complete(rm, id, "DONE", secret, report).status()).isEqualTo(200);
        String other = seats.get(1).path("id").asText();
        assertThat(complete(investigator, other, "DONE", "", report(investigator, other))
                        .status())
                .isEqualTo(200);

        valued(no);
        String decide = tasks(reviewer, "todo", no).get(0).path("id").asText();
        JsonNode seen = reviewer.get("/api/v1/tasks/" + decide).json();
        assertThat(seen.path("opinions").toString()).contains(secret);
        assertThat(seen.path("given")
                        .path("creditAppraisal_investigate")
                        .path("finances")
                        .asText())
                .isNotBlank();
        assertThat(reviewer.get(file.header("Location")).status()).isEqualTo(200);

        for (Caller outside : List.of(operator, signer)) {
            assertThat(outside.get(file.header("Location")).status()).isEqualTo(404);
            for (String what : List.of("", "/timeline?limit=100", "/trail?limit=100")) {
                String body = outside.get(path + what).body();
                assertThat(body)
                        .doesNotContain(secret)
                        .doesNotContain("bank.a.rm")
                        .doesNotContain("report.pdf");
            }
            assertThat(outside.get("/api/v1/tasks/" + decide).status()).isEqualTo(404);
        }
        String page = Caller.browser(port, "firm.a")
                .get("/cases/" + no, "Accept", "text/html")
                .body();
        assertThat(page).doesNotContain(secret).doesNotContain("bank.a.rm").doesNotContain("report.pdf");
        assertThat(Caller.api(port, "auditor").get(path).status()).isEqualTo(200);
        assertThat(Caller.api(port, "auditor").get(path).body()).doesNotContain(secret);
    }

    @Test
    void a_request_for_more_stops_the_clock_until_the_firm_has_answered() {
        String path = investigated();
        String no = no(path);
        String id = tasks(rm, "todo", no).get(0).path("id").asText();
        assertThat(rm.post("/api/v1/tasks/" + id + "/claim", "").status()).isEqualTo(200);

        Answer empty = ask(id, Map.of("items", List.of(), "reason", "x"));
        assertThat(empty.status()).isEqualTo(422);
        Answer asked = ask(id, Map.of("items", List.of("近三年财务报表"), "reason", "缺少 2024 年报表"));
        assertThat(asked.status()).as(asked.body()).isEqualTo(200);
        assertThat(asked.json().path("dueAt").asText()).isNotBlank();
        assertThat(complete(rm, id, "DONE", "", report(rm, id)).status()).isEqualTo(409);
        JsonNode paused = operator.get(path).json();
        assertThat(paused.path("clock").path("paused").asBoolean()).isTrue();
        JsonNode mine = operator.get(
                        "/api/v1/tasks/" + asked.json().path("taskId").asText())
                .json();
        assertThat(mine.path("supplement").path("items").get(0).asText()).isEqualTo("近三年财务报表");

        assertThat(attach(operator, path, "financialStatements", "2024.pdf", Sheaf.PDF)
                        .status())
                .isEqualTo(201);
        Answer given = operator.post(path + "/supplement", "{\"note\":\"已补\"}", Idempotent.HEADER, key());
        assertThat(given.status()).as(given.body()).isEqualTo(200);
        assertThat(operator.get(path).json().path("clock").path("paused").asBoolean())
                .isFalse();
        assertThat(operator.post(path + "/supplement", "{}", Idempotent.HEADER, key())
                        .status())
                .isEqualTo(409);
        assertThat(complete(rm, id, "DONE", "", report(rm, id)).status()).isEqualTo(200);
    }

    @Test
    void who_has_an_interest_leaves_the_case_with_a_reason_and_for_good() {
        String path = investigated();
        String no = no(path);
        String id = tasks(rm, "todo", no).get(0).path("id").asText();

        assertThat(recuse(rm, id, " ").json().path("code").asText()).isEqualTo("task.recusal-reason");
        assertThat(recuse(approver, id, "持股").status()).isEqualTo(403);
        assertThat(recuse(operator, id, "持股").status()).isEqualTo(404);
        Answer left = recuse(rm, id, "配偶在该企业任职");
        assertThat(left.status()).as(left.body()).isEqualTo(200);
        assertThat(left.json().path("state").asText()).isEqualTo("RECUSED");
        assertThat(left.json().path("stepState").asText()).isEqualTo("OPEN");

        assertThat(tasks(rm, "todo", no)).isEmpty();
        List<JsonNode> seats = tasks(investigator, "todo", no);
        assertThat(seats).as("the post owes another person").hasSize(2);
        String other = seats.get(0).path("id").asText();
        Answer again = rm.post("/api/v1/tasks/" + other + "/claim", "", "Accept-Language", "en");
        assertThat(again.json().path("code").asText()).isEqualTo("task.recused");
        assertThat(again.json().path("detail").asText()).contains(no);
        JsonNode task = investigator.get("/api/v1/tasks/" + other).json();
        assertThat(task.path("seats").findValuesAsText("state")).containsExactly("RECUSED", "OPEN", "OPEN");
        assertThat(task.path("tally").isMissingNode() || task.path("tally").isNull())
                .isTrue();
        for (String act : List.of("further-seat", "vote-end")) {
            Answer no_vote = investigator.post("/api/v1/tasks/" + other + "/" + act, "", Idempotent.HEADER, key());
            assertThat(no_vote.status()).as(no_vote.body()).isEqualTo(409);
            assertThat(no_vote.json().path("code").asText()).isEqualTo("task.no-vote");
        }

        assertThat(rm.get(path + "/trail?limit=100").body()).contains("task.recused");
        assertThat(task.path("opinions").toString()).contains("配偶在该企业任职");
        for (String what : List.of("", "/timeline?limit=100", "/trail?limit=100")) {
            assertThat(operator.get(path + what).body()).as(what).doesNotContain("配偶在该企业任职");
        }
    }

    @Test
    void nobody_is_recused_from_the_firms_own_steps_and_the_page_keeps_the_reason_of_a_refused_recusal() {
        String no = no(investigated());
        String id = tasks(rm, "todo", no).get(0).path("id").asText();
        Caller page = Caller.browser(port, "bank.a.rm");
        assertThat(page.get("/tasks/" + id, "Accept", "text/html").body()).contains("/tasks/" + id + "/recusal");
        assertThat(investigator.post("/api/v1/tasks/" + id + "/claim", "").status())
                .isEqualTo(200);
        Answer taken = page.submit("/tasks/" + id, "/tasks/" + id + "/recusal", Map.of("reason", "我是该企业股东"));
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.body()).contains("我是该企业股东");
    }

    private static Answer recuse(Caller caller, String id, String reason) {
        return caller.post(
                "/api/v1/tasks/" + id + "/recusal", json(Map.of("reason", reason)), Idempotent.HEADER, key());
    }

    @Test
    void what_the_case_was_accepted_upon_cannot_be_changed_in_a_supplement_and_the_rest_can() {
        String path = submitted();
        String no = no(path);
        String id = tasks(rm, "todo", no).get(0).path("id").asText();
        assertThat(rm.post("/api/v1/tasks/" + id + "/claim", "").status()).isEqualTo(200);
        assertThat(ask(id, Map.of("items", List.of("联系人"), "reason", "")).status())
                .isEqualTo(200);
        Map<String, Object> swapped = Map.of(
                "patentNo", "ZL202010987601.1",
                "amount", "19000000.00",
                "termMonths", "36",
                "purpose", "CAPITAL_MARKET",
                "contactName", "王示例");

        Answer refused =
                operator.post(path + "/supplement", json(Map.of("answers", swapped)), Idempotent.HEADER, key());
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.json().path("code").asText()).isEqualTo("application.accepted-upon");
        assertThat(refused.json().path("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/patentNo", "/amount", "/termMonths", "/purpose");
        assertThat(refused.json().path("errors").findValuesAsText("message"))
                .anySatisfy(m -> assertThat(m).contains("3000000"));
        assertThat(operator.get(path).json().path("status").asText()).isEqualTo("SUPPLEMENT_REQUESTED");

        Map<String, Object> same = Map.of("amount", "3,000,000", "contactName", "王示例");
        Answer given = operator.post(path + "/supplement", json(Map.of("answers", same)), Idempotent.HEADER, key());
        assertThat(given.status()).as(given.body()).isEqualTo(200);
        JsonNode now = operator.get(path).json();
        assertThat(now.path("answersVersion").asInt()).isEqualTo(2);
        assertThat(now.at("/answers/contactName").asText()).isEqualTo("王示例");
        assertThat(now.at("/amounts/requested").asText()).isEqualTo("3000000.00");
    }

    @Test
    void an_expression_stays_text_in_opinion_request_reason_and_file_name() {
        String hostile = "${applicationContext}";
        String path = submitted();
        String id = tasks(rm, "todo", no(path)).get(0).path("id").asText();
        assertThat(rm.post("/api/v1/tasks/" + id + "/claim", "").status()).isEqualTo(200);
        Answer asked = ask(id, Map.of("items", List.of(hostile), "reason", hostile));
        assertThat(asked.status()).as(asked.body()).isEqualTo(200);
        JsonNode request = operator.get(
                        "/api/v1/tasks/" + asked.json().path("taskId").asText())
                .json()
                .path("supplement");
        assertThat(request.path("items").get(0).asText()).isEqualTo(hostile);
        assertThat(request.path("reason").asText()).isEqualTo(hostile);
        assertThat(attach(operator, path, "other", hostile + ".pdf", Sheaf.PDF)
                        .json()
                        .path("name")
                        .asText())
                .isEqualTo(hostile + ".pdf");
        assertThat(operator.post(path + "/supplement", json(Map.of("note", hostile)), Idempotent.HEADER, key())
                        .status())
                .isEqualTo(200);
        assertThat(complete(rm, id, "ACCEPT", hostile, Map.of()).status()).isEqualTo(200);
        String seat = tasks(investigator, "todo", no(path)).get(0).path("id").asText();
        assertThat(investigator
                        .get("/api/v1/tasks/" + seat)
                        .json()
                        .path("opinions")
                        .toString())
                .contains(hostile);
        Answer withdrawn =
                operator.post(path + "/withdrawal", json(Map.of("reason", hostile)), Idempotent.HEADER, key());
        assertThat(withdrawn.status()).isEqualTo(200);
        for (String what : List.of("", "/timeline", "/trail?limit=100")) {
            assertThat(operator.get(path + what).body()).doesNotContain("org.springframework");
        }
    }

    private Answer ask(String id, Map<String, Object> body) {
        return rm.post("/api/v1/tasks/" + id + "/supplement-request", json(body), Idempotent.HEADER, key());
    }

    /** A case that bank A has claimed and now investigates. */
    private String investigated() {
        String path = submitted();
        String id = tasks(rm, "todo", no(path)).get(0).path("id").asText();
        Answer claimed = complete(rm, id, "ACCEPT", "", Map.of());
        assertThat(claimed.status()).as(claimed.body()).isEqualTo(200);
        return path;
    }

    private static Answer complete(Caller caller, String id, String outcome, String opinion, Map<String, ?> answers) {
        Map<String, Object> body = Map.of("outcome", outcome, "opinion", opinion, "answers", answers);
        return caller.post("/api/v1/tasks/" + id + "/completion", json(body), Idempotent.HEADER, key());
    }

    private static Map<String, Object> report(Caller caller, String id) {
        Map<String, Object> report = new HashMap<>();
        caller.get("/api/v1/tasks/" + id)
                .json()
                .path("example")
                .fields()
                .forEachRemaining(field -> report.put(field.getKey(), field.getValue()));
        return report;
    }

    private static List<JsonNode> tasks(Caller caller, String box, String no) {
        List<JsonNode> found = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = caller.get("/api/v1/tasks?box=" + box + "&limit=100" + cursor)
                    .json();
            page.path("items").forEach(line -> {
                if (line.path("applicationNo").asText().equals(no)) {
                    found.add(line);
                }
            });
            cursor = page.path("next").isTextual()
                    ? "&cursor=" + page.path("next").asText()
                    : "";
        } while (!cursor.isEmpty());
        return found;
    }
}
