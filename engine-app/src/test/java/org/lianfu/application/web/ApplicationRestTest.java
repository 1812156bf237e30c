package org.lianfu.application.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianfu.http.Idempotent;
import org.lianfu.testing.Caller;
import org.lianfu.testing.Caller.Answer;
import org.lianfu.testing.CounterHouse;
import org.lianfu.testing.OnH2;

/** Draft, submission and withdrawal over REST, and every way in which they go wrong. */
@OnH2(shared = "house")
class ApplicationRestTest extends CounterHouse {

    @Test
    void a_draft_keeps_what_was_typed_and_says_every_fault() {
        String path = draft(Map.of());
        Answer saved = operator.send(
                "PUT",
                path + "/answers",
                json(Map.of("amount", "一百万", "termMonths", "999", "contactPhone", "12", "firmName", "示例")),
                "If-Match",
                "\"1\"",
                "Content-Type",
                "application/json");

        assertThat(saved.status()).as(saved.body()).isEqualTo(200);
        assertThat(saved.header("ETag")).isEqualTo("\"2\"");
        List<String> pointers = saved.json().path("faults").findValuesAsText("pointer");
        assertThat(pointers)
                .contains("/amount", "/termMonths", "/contactPhone", "/uscc", "/patentNo", "/consentCredit");
        saved.json().path("faults").forEach(f -> assertThat(f.path("message").asText())
                .isNotBlank());
        assertThat(operator.get(path).json().path("answers").path("amount").asText())
                .isEqualTo("一百万");
    }

    @Test
    void a_version_that_somebody_else_has_saved_since_is_not_overwritten() {
        String path = draft(Map.of());
        String body = json(Map.of("firmName", "甲"));
        assertThat(put(path, body, null).status()).isEqualTo(428);
        assertThat(put(path, body, "\"1\"").status()).isEqualTo(200);
        Answer stale = put(path, json(Map.of("firmName", "乙")), "\"1\"");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(operator.get(path).json().path("answers").path("firmName").asText())
                .isEqualTo("甲");
    }

    @Test
    void an_unknown_key_is_named_and_saves_nothing() {
        String path = draft(Map.of());
        Answer refused = put(path, json(Map.of("firmName", "甲", "favouriteColour", "red")), "\"1\"");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("favouriteColour");
        assertThat(operator.get(path).json().path("answers").has("firmName")).isFalse();
    }

    @Test
    void a_wrong_check_digit_of_a_credit_code_warns_and_a_letter_that_no_code_has_is_refused() {
        String good = example().get("uscc").toString();
        char other = good.charAt(17) == 'A' ? 'B' : 'A';
        JsonNode warned = fault("uscc", good.substring(0, 17) + other);
        assertThat(warned.path("warning").asBoolean()).as(warned.toString()).isTrue();
        JsonNode refused = fault("uscc", good.substring(0, 16) + "I" + good.charAt(17));
        assertThat(refused.path("warning").asBoolean()).isFalse();
        assertThat(refused.path("message").asText()).contains("I");
    }

    private JsonNode fault(String key, String value) {
        Map<String, Object> answers = example();
        answers.put(key, value);
        String path = draft(Map.of());
        for (JsonNode fault : put(path, json(answers), "\"1\"").json().path("faults")) {
            if (fault.path("pointer").asText().equals("/" + key)) {
                return fault;
            }
        }
        throw new AssertionError("no fault at " + key);
    }

    @Test
    void a_submission_with_faults_names_all_of_them_and_the_draft_stays() {
        String path = draft(Map.of("amount", "-1", "firmName", "示例"));

        Answer refused = submit(signer, path, key());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        List<String> pointers = refused.json().path("errors").findValuesAsText("pointer");
        assertThat(pointers).contains("/amount", "/uscc", "/patentNo").hasSizeGreaterThan(10);
        assertThat(refused.json().path("errors").findValuesAsText("message"))
                .allSatisfy(m -> assertThat(m).isNotBlank());
        assertThat(operator.get(path).json().path("status").asText()).isEqualTo("DRAFT");
        assertThat(operator.get(path).json().path("answers").path("amount").asText())
                .isEqualTo("-1");
    }

    @Test
    void a_code_that_the_register_does_not_have_for_the_firm_warns_while_typing_and_stops_the_submission() {
        String registered = example().get("uscc").toString();
        String wrongDigit = registered.substring(0, 17) + (registered.charAt(17) == 'A' ? 'B' : 'A');
        for (String typed : List.of(wrongDigit, "91430200MA4DEM029L")) {
            String path = ready();
            Map<String, Object> answers = example();
            answers.put("uscc", typed);
            Answer saved = put(path, json(answers), "\"1\"");
            assertThat(saved.json().path("faults"))
                    .as("nothing but warnings for %s", typed)
                    .allSatisfy(fault ->
                            assertThat(fault.path("warning").asBoolean()).isTrue());

            Answer refused = submit(signer, path, key());
            assertThat(refused.status()).as(refused.body()).isEqualTo(422);
            assertThat(refused.json().path("errors")).anySatisfy(fault -> {
                assertThat(fault.path("pointer").asText()).isEqualTo("/uscc");
                assertThat(fault.path("code").asText()).isEqualTo("uscc.not-registered");
                assertThat(fault.path("message").asText()).contains(registered);
            });
            assertThat(operator.get(path).json().path("status").asText()).isEqualTo("DRAFT");
        }
    }

    @Test
    void a_submission_reads_its_body_and_refuses_what_it_does_not_know() {
        String path = ready();
        String key = key();
        Answer unknown = signer.post(path + "/submission", json(Map.of("amount", "1")), Idempotent.HEADER, key);
        assertThat(unknown.status()).as(unknown.body()).isEqualTo(400);
        assertThat(unknown.body()).contains("/amount");
        assertThat(operator.get(path).json().path("status").asText()).isEqualTo("DRAFT");
        assertThat(submit(signer, path, key).status()).isEqualTo(200);
        assertThat(signer.post(path + "/submission", json(Map.of("amount", "1")), Idempotent.HEADER, key)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void fit_or_not_is_answered_with_code_clause_and_words_and_changes_nothing() {
        String before = operator.get("/api/v1/applications?limit=1").body();
        assertThat(fits(example()).toString()).isEqualTo("{\"eligible\":true,\"reasons\":[]}");

        Map<String, Object> unfit = example();
        unfit.putAll(Map.of("termMonths", "37", "purpose", "CAPITAL_MARKET", "patentNo", "ZL202010987601.1"));
        JsonNode verdict = fits(unfit);
        assertThat(verdict.path("eligible").asBoolean()).isFalse();
        assertThat(verdict.path("reasons").findValuesAsText("code")).containsExactly("R08", "R09", "P09");
        assertThat(verdict.path("reasons").findValuesAsText("clause")).containsExactly("§4", "§3", "§11");
        assertThat(verdict.path("reasons").findValuesAsText("message")).contains("专利权已经质押");
        assertThat(operator.get("/api/v1/applications?limit=1").body()).isEqualTo(before);
    }

    @Test
    void fit_or_not_is_not_answered_from_what_cannot_be_read() {
        Map<String, Object> garbage = example();
        garbage.putAll(Map.of("termMonths", "many", "amount", "1 million"));
        Answer faulty = ask(garbage);
        assertThat(faulty.status()).as(faulty.body()).isEqualTo(422);
        assertThat(faulty.json().path("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/termMonths", "/amount");
        Map<String, Object> unknown = example();
        unknown.put("favouriteColour", "red");
        assertThat(ask(unknown).status()).isEqualTo(400);
        assertThat(ask(Map.of("termMonths", "12")).status())
                .as("what is not yet answered is no fault")
                .isEqualTo(200);
    }

    private Answer ask(Map<String, Object> answers) {
        return operator.post("/api/v1/programs/" + PROGRAM + "/eligibility", json(Map.of("answers", answers)));
    }

    private JsonNode fits(Map<String, Object> answers) {
        Answer answer = ask(answers);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void timeline_and_diagram_say_where_a_case_is() {
        String path = submitted();
        JsonNode timeline = operator.get(path + "/timeline").json();
        assertThat(timeline.path("next").isNull()).isTrue();
        assertThat(timeline.path("items")).allSatisfy(line -> {
            assertThat(line.path("at").asText()).isNotBlank();
            assertThat(line.path("text").asText()).containsPattern("\\p{IsHan}");
            assertThat(line.at("/actor/org").asText()).isNotBlank();
            assertThat(line.at("/actor/role").asText()).isNotBlank();
        });
        assertThat(timeline.path("items").findValuesAsText("step")).contains("bankSearch_bankClaim");
        JsonNode whole = operator.get(path + "/diagram").json().path("parts").get(0);
        assertThat(whole.path("id").asText()).as("the first part is the whole").isEmpty();
        assertThat(whole.path("bpmn").asText()).contains("<bpmn:process id=\"" + PROGRAM + "\"");
        assertThat(whole.path("current")).extracting(JsonNode::asText).containsExactly("bankSearch");
        assertThat(whole.path("done")).isEmpty();
        assertThat(whole.path("failed")).isEmpty();

        Caller bank = Caller.api(port, "bank.a.rm");
        String task = bank.get(path).json().at("/current/0/taskId").asText();
        assertThat(bank.post(
                                "/api/v1/tasks/" + task + "/completion",
                                "{\"outcome\":\"ACCEPT\"}",
                                Idempotent.HEADER,
                                key())
                        .status())
                .isEqualTo(200);
        JsonNode later = operator.get(path + "/diagram").json().path("parts");
        assertThat(later.get(0).path("done")).extracting(JsonNode::asText).containsExactly("bankSearch");
        String open = later.get(0).at("/current/0").asText();
        assertThat(later).anySatisfy(part -> {
            assertThat(part.path("id").asText()).isEqualTo(open);
            assertThat(part.path("current")).extracting(JsonNode::asText).containsExactly("investigate");
        });
    }

    @Test
    void a_submission_sent_many_times_is_one_case() throws Exception {
        String path = ready();
        String key = key();
        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<Future<Answer>> sent = new ArrayList<>();
        try {
            for (int i = 0; i < 8; i++) {
                String mine = i % 2 == 0 ? key : key();
                sent.add(pool.submit(() -> submit(signer, path, mine)));
            }
            TreeSet<String> receipts = new TreeSet<>();
            for (Future<Answer> answer : sent) {
                Answer got = answer.get();
                assertThat(got.status()).as(got.body()).isIn(200, 409);
                if (got.status() == 200) {
                    receipts.add(got.json().path("receiptNo").asText());
                }
            }
            assertThat(receipts).hasSize(1);
        } finally {
            pool.shutdownNow();
        }
        JsonNode trail = operator.get(path + "/trail?limit=100").json().path("items");
        assertThat(trail.findValuesAsText("type").stream().filter("application.submitted"::equals))
                .hasSize(1);
        assertThat(operator.get(path).json().path("current").findValuesAsText("step"))
                .as("a bank and a recommender are asked, each once")
                .containsExactlyInAnyOrder("bankSearch_bankClaim", "bankSearch_recommend");
    }

    @Test
    void somebody_elses_case_is_as_if_it_were_not_there() {
        String path = ready();
        assertThat(submit(signer, path, key()).status()).isEqualTo(200);
        String none = path.substring(0, path.length() - 6) + "999999";
        String draft = draft(Map.of());
        Caller otherBank = Caller.api(port, "bank.b.rm");

        for (Caller caller : List.of(stranger, otherBank)) {
            for (String what : List.of("", "/timeline", "/diagram", "/trail")) {
                same(caller.get(path + what), caller.get(none + what), path, none);
            }
        }
        String reason = json(Map.of("reason", "不办了"));
        same(
                stranger.post(path + "/withdrawal", reason, Idempotent.HEADER, key()),
                stranger.post(none + "/withdrawal", reason, Idempotent.HEADER, key()),
                path,
                none);
        same(
                stranger.post(path + "/supplement", "{}", Idempotent.HEADER, key()),
                stranger.post(none + "/supplement", "{}", Idempotent.HEADER, key()),
                path,
                none);
        same(put(stranger, draft, "{}", "\"1\""), put(stranger, none, "{}", "\"1\""), draft, none);
        same(stranger.send("DELETE", draft, null), stranger.send("DELETE", none, null), draft, none);
        assertThat(stranger.get("/api/v1/applications?limit=100").body()).doesNotContain(no(path));
        assertThat(operator.get(path).status()).isEqualTo(200);
        assertThat(operator.get(draft).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xx", "IPP-2026-430204-0000001", "ipp-2026-430204-000001", "1"})
    void a_number_that_cannot_exist_is_answered_like_one_that_does_not(String no) {
        for (String what : List.of("", "/timeline", "/diagram", "/trail")) {
            Answer answer = operator.get("/api/v1/applications/" + no + what);
            assertThat(answer.status()).as(what).isEqualTo(404);
            assertThat(answer.json().path("code").asText()).isEqualTo("application.missing");
        }
        assertThat(submit(signer, "/api/v1/applications/" + no, key()).status()).isEqualTo(404);
        assertThat(Caller.browser(port, "firm.a")
                        .get("/cases/" + no, "Accept", "text/html")
                        .status())
                .isEqualTo(404);
    }

    private static void same(Answer foreign, Answer missing, String path, String none) {
        assertThat(foreign.status()).as(foreign.body()).isEqualTo(404);
        assertThat(foreign.body().replace(no(path), no(none))).isEqualTo(missing.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"${applicationContext}", "#{''.getClass().forName('java.lang.Runtime')}", "<script>x</script>"})
    void an_expression_typed_into_any_field_stays_text(String hostile) {
        Map<String, Object> answers = example();
        List<String> free = List.of("firmName", "contactName", "purposeNote", "repaymentNote", "patentTitle");
        free.forEach(key -> answers.put(key, hostile));
        answers.put("repaymentSource", "OTHER");
        Map<String, Object> everywhere = example();
        everywhere.replaceAll((key, value) -> value instanceof String ? hostile : value);

        String path = draft(everywhere);
        JsonNode kept = operator.get(path).json().path("answers");
        everywhere.forEach((key, value) -> assertThat(kept.path(key).asText()).isEqualTo(value.toString()));
        assertThat(submit(signer, path, key()).status()).isEqualTo(422);

        String filed = ready();
        assertThat(put(filed, json(answers), "\"1\"").status()).isEqualTo(200);
        Answer submitted = submit(signer, filed, key());
        assertThat(submitted.status()).as(submitted.body()).isEqualTo(200);
        JsonNode read = Caller.api(port, "bank.a.rm").get(filed).json().path("answers");
        Stream.of("contactName", "purposeNote", "patentTitle")
                .forEach(key -> assertThat(read.path(key).asText()).as(key).isEqualTo(hostile));
        String page = Caller.browser(port, "firm.a")
                .get("/cases/" + no(filed), "Accept", "text/html")
                .body();
        assertThat(page).doesNotContain("<script>x</script>").doesNotContain("org.springframework");
    }

    @Test
    void a_name_with_a_rare_character_is_kept_whole() {
        String rare = "示例\uD842\uDFB7轨道有限公司";
        String path = draft(Map.of("firmName", rare));
        assertThat(operator.get(path).json().path("answers").path("firmName").asText())
                .isEqualTo(rare);
    }

    @Test
    void whoever_typed_may_not_sign_and_a_case_may_be_taken_back_with_a_reason() {
        String path = ready();
        assertThat(submit(operator, path, key()).status()).isEqualTo(403);
        assertThat(submit(signer, path, key()).status()).isEqualTo(200);

        Answer blank = signer.post(path + "/withdrawal", json(Map.of("reason", " ")), Idempotent.HEADER, key());
        assertThat(blank.status()).isEqualTo(422);
        Answer done = signer.post(path + "/withdrawal", json(Map.of("reason", "改用自有资金")), Idempotent.HEADER, key());
        assertThat(done.status()).as(done.body()).isEqualTo(200);
        assertThat(operator.get(path).json().path("status").asText()).isEqualTo("WITHDRAWN");
        assertThat(operator.get(path).json().path("current")).isEmpty();
        Answer again = signer.post(path + "/withdrawal", json(Map.of("reason", "再撤")), Idempotent.HEADER, key());
        assertThat(again.status()).isEqualTo(409);
    }

    @Test
    void what_does_not_fit_is_said_in_the_words_of_the_program_with_its_clause() {
        Map<String, Object> answers = example();
        answers.put("purpose", "ONLENDING");
        String path = ready();
        assertThat(put(path, json(answers), "\"1\"").status()).isEqualTo(200);

        Answer refused = submit(signer, path, key());
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.json().path("errors").get(0).path("code").asText()).isEqualTo("R09");
        assertThat(refused.json().path("errors").get(0).path("message").asText())
                .isEqualTo("贷款用途属于禁止用途（§3）");
        Answer english = signer.post(path + "/submission", "{}", Idempotent.HEADER, key(), "Accept-Language", "en");
        assertThat(english.json().path("errors").get(0).path("message").asText())
                .isEqualTo("The purpose is not permitted (§3)");
    }

    private Answer put(String path, String body, String ifMatch) {
        return put(operator, path, body, ifMatch);
    }

    private static Answer put(Caller caller, String path, String body, String ifMatch) {
        return ifMatch == null
                ? caller.send("PUT", path + "/answers", body, "Content-Type", "application/json")
                : caller.send("PUT", path + "/answers", body, "Content-Type", "application/json", "If-Match", ifMatch);
    }
}
