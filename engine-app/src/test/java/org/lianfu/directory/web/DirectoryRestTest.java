package org.lianfu.directory.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianfu.http.Idempotent;
import org.lianfu.testing.Caller;
import org.lianfu.testing.Caller.Answer;
import org.lianfu.testing.CounterHouse;
import org.lianfu.testing.OnH2;

/** The directory's administrators over REST. */
@OnH2
class DirectoryRestTest extends CounterHouse {

    private static final String PEOPLE = "/api/v1/directory/people";
    private static final String LIMITS = "/api/v1/directory/banks/BANK_A/limits";

    private Caller system;
    private Caller security;
    private Caller audit;
    private Caller bank;

    @BeforeEach
    void administrators() {
        system = Caller.api(port, "sysadmin");
        security = Caller.api(port, "secadmin");
        audit = Caller.api(port, "auditadmin");
        bank = Caller.api(port, "bank.a.secadmin");
    }

    @Test
    void a_person_is_entered_once_works_and_is_closed_from_the_next_request_on() {
        String key = key();
        String body = json(person("r.zhou", "BANK_A"));
        assertThat(system.post(PEOPLE, body).status()).as("no key").isEqualTo(400);
        Answer entered = system.post(PEOPLE, body, Idempotent.HEADER, key);
        assertThat(entered.status()).as(entered.body()).isEqualTo(201);
        assertThat(entered.json().path("signIn").asText()).isEqualTo("CLOSED");
        Answer again = system.post(PEOPLE, body, Idempotent.HEADER, key);
        assertThat(again.body()).isEqualTo(entered.body());
        assertThat(again.header(Idempotent.REPLAYED)).isEqualTo("true");
        Answer taken = system.post(PEOPLE, body, Idempotent.HEADER, key());
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.json().path("code").asText()).isEqualTo("directory.login-taken");

        Answer opened =
                put(bank, "r.zhou", "/sign-in", Map.of("open", true, "password", "Herbst-7-Birke-x", "reason", "到岗"));
        assertThat(opened.status()).as(opened.body()).isEqualTo(200);
        Answer given = put(bank, "r.zhou", "/posts/BANK_POSTLOAN", Map.of("reason", "到岗"));
        assertThat(given.status()).as(given.body()).isEqualTo(200);
        JsonNode post = given.json().path("posts").path(0);
        assertThat(post.path("held").asBoolean()).isTrue();
        assertThat(post.path("to").isNull()).isTrue();
        assertThat(given.header("ETag"))
                .isEqualTo("\"" + given.json().path("version").asLong() + "\"");

        Answer changes = audit.get(PEOPLE + "/r.zhou/changes");
        assertThat(changes.json().path("items").findValuesAsText("type"))
                .containsExactly("post.given", "account.unlocked", "person.entered");
        assertThat(changes.json().path("items").findValuesAsText("reason")).containsExactly("到岗", "到岗", "新进");
        Answer first = audit.get(PEOPLE + "/r.zhou/changes?limit=2");
        Answer second = audit.get(PEOPLE + "/r.zhou/changes?limit=2&cursor="
                + first.json().path("next").asText());
        assertThat(second.json().path("items").findValuesAsText("type")).containsExactly("person.entered");
        JsonNode chain = audit.get("/api/v1/directory/orgs/BANK_A/chain").json();
        assertThat(chain.path("sound").asBoolean()).isTrue();
        assertThat(chain.path("head").asText())
                .isEqualTo(changes.json().path("items").path(0).path("hash").asText());
    }

    @Test
    void closed_sign_in_ends_the_token_that_is_in_use() {
        Caller expert = Caller.api(port, "expert5");
        assertThat(expert.get("/api/v1/tasks").status()).isEqualTo(200);
        assertThat(put(security, "expert5", "/sign-in", Map.of("open", false, "reason", "停用"))
                        .status())
                .isEqualTo(200);
        assertThat(expert.get("/api/v1/tasks").status()).isEqualTo(401);
        put(security, "expert5", "/sign-in", Map.of("open", true, "reason", "恢复"));
    }

    @Test
    void the_three_exclude_one_another_and_the_sentence_says_who_what_and_how() {
        system.post(PEOPLE, json(person("r.both", "PLATFORM")), Idempotent.HEADER, key());
        put(security, "r.both", "/posts/SYS_ADMIN", Map.of("reason", "任命"));
        Answer refused = put(security, "r.both", "/posts/AUDIT_ADMIN", Map.of("reason", "兼任"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("code").asText()).isEqualTo("directory.held-apart");
        assertThat(refused.json().path("clause").asText()).contains("三员分立");
        assertThat(refused.json().path("detail").asText())
                .contains(
                        "\"r.both\" is System administrator", "may not be Audit administrator", "End that post first");
        Answer ended = security.post(
                PEOPLE + "/r.both/posts/SYS_ADMIN/end",
                json(Map.of("reason", "收回")),
                "If-Match",
                tag(security, "r.both"));
        assertThat(ended.status()).as(ended.body()).isEqualTo(200);
    }

    @Test
    void a_version_is_owed_and_a_stale_one_is_told_who_was_faster() {
        String path = PEOPLE + "/expert4/sign-in";
        String body = json(Map.of("open", false, "reason", "停用"));
        assertThat(security.send("PUT", path, body, "Content-Type", "application/json")
                        .status())
                .isEqualTo(428);
        String stale = tag(security, "expert4");
        put(Caller.api(port, "secadmin2"), "expert4", "/posts/APPRAISER", Map.of("reason", "兼任"));
        Answer late = security.send(
                "PUT", path, body, "Content-Type", "application/json", "If-Match", stale, "Accept-Language", "en");
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.json().path("detail").asText()).contains("was changed by secadmin2 at 2026-11-24T01:00");
        security.post(
                PEOPLE + "/expert4/posts/APPRAISER/end",
                json(Map.of("reason", "结束")),
                "If-Match",
                tag(security, "expert4"));
    }

    @Test
    void every_fault_of_a_person_is_told_with_its_pointer() {
        Map<String, Object> bad = person("Bad Login", "NO_SUCH");
        bad.put("name", Map.of("zh", "", "en", "Bad"));
        bad.put("to", "2026-02-30");
        bad.put("reason", "");
        Answer refused = system.post(PEOPLE, json(bad), Idempotent.HEADER, key(), "Accept-Language", "en");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").findValuesAsText("pointer"))
                .containsExactly("/login", "/org", "/name/zh", "/to", "/reason");
        assertThat(refused.json().path("errors").findValuesAsText("message"))
                .allMatch(message -> message.endsWith(".") && !message.contains("{"));
        bad.put("boss", "me");
        assertThat(system.post(PEOPLE, json(bad), Idempotent.HEADER, key()).status())
                .as("unknown field")
                .isEqualTo(400);
    }

    @Test
    void a_list_is_paged_searched_and_ends_at_the_banks_door() {
        Answer page = security.get(PEOPLE + "?org=BANK_A&limit=3");
        assertThat(page.json().path("items")).hasSize(3);
        Answer next = security.get(PEOPLE + "?org=BANK_A&limit=3&cursor="
                + page.json().path("next").asText());
        assertThat(next.json().path("items").path(0).path("login").asText())
                .isGreaterThan(page.json().path("items").path(2).path("login").asText());
        assertThat(security.get(PEOPLE + "?q=secadmin2").json().path("items").findValuesAsText("login"))
                .containsExactly("secadmin2");
        assertThat(bank.get(PEOPLE + "?limit=100").json().path("items").findValuesAsText("org"))
                .isNotEmpty()
                .allMatch("BANK_A"::equals);
        assertThat(bank.get(PEOPLE + "?org=BANK_B").status()).isEqualTo(404);
        Answer foreign = bank.get(PEOPLE + "/bank.b.rm");
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.body().replace("bank.b.rm", "no.such"))
                .isEqualTo(bank.get(PEOPLE + "/no.such").body());
        assertThat(bank.get("/api/v1/directory/orgs/BANK_B/chain").status()).isEqualTo(404);
        assertThat(bank.get("/api/v1/directory/banks/BANK_B/limits").status()).isEqualTo(404);
    }

    @Test
    void limits_need_a_second_person_and_are_done_once() {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("program", PROGRAM);
        typed.put("branch", "4000000.00");
        typed.put("city", "10000000");
        typed.put("committee", "20000000");
        typed.put("source", "甲银行授权书2026-1");
        typed.put("reason", "年度授权");
        Answer proposed = bank.post(LIMITS, json(typed), Idempotent.HEADER, key());
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(201);
        String id = proposed.json().path("id").asText();
        String path = LIMITS + "/" + id + "/confirmation";
        String why = json(Map.of("reason", "核对无误"));
        Answer alone = bank.post(path, why, Idempotent.HEADER, key(), "Accept-Language", "en");
        assertThat(alone.status()).isEqualTo(403);
        assertThat(alone.json().path("detail").asText()).contains("bank.a.secadmin", "another security administrator");
        String key = key();
        Answer confirmed = security.post(path, why, Idempotent.HEADER, key);
        assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(200);
        assertThat(confirmed.json().path("state").asText()).isEqualTo("IN_FORCE");
        assertThat(security.post(path, why, Idempotent.HEADER, key).body()).isEqualTo(confirmed.body());
        Answer late =
                security.post(LIMITS + "/" + id + "/refusal", why, Idempotent.HEADER, key(), "Accept-Language", "en");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().path("detail").asText()).contains("confirmed by secadmin at 2026-11-24T01:00");
        assertThat(audit.get(LIMITS).json().path("items").findValuesAsText("sha256"))
                .containsExactly(confirmed.json().path("sha256").asText());
        typed.put("city", "-1");
        Answer bad = bank.post(LIMITS, json(typed), Idempotent.HEADER, key(), "Accept-Language", "en");
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.json().path("errors").findValuesAsText("pointer")).containsExactly("/city");
    }

    private Answer put(Caller caller, String login, String what, Map<String, Object> body) {
        return caller.send(
                "PUT",
                PEOPLE + "/" + login + what,
                json(body),
                "Content-Type",
                "application/json",
                "If-Match",
                tag(caller, login),
                "Accept-Language",
                "en");
    }

    private static String tag(Caller caller, String login) {
        return caller.get(PEOPLE + "/" + login).header("ETag");
    }

    private static Map<String, Object> person(String login, String org) {
        Map<String, Object> person = new LinkedHashMap<>();
        person.put("login", login);
        person.put("org", org);
        person.put("name", Map.of("zh", "周新人", "en", "Zhou New"));
        person.put("reason", "新进");
        return person;
    }
}
