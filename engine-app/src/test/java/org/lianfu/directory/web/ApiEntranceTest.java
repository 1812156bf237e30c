package org.lianfu.directory.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianfu.testing.Caller;
import org.lianfu.testing.Caller.Answer;
import org.lianfu.testing.OnH2;
import org.lianfu.testing.TestClock;
import org.lianfu.testing.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Tokens, problems, and what the API's entrance lets in. */
@WholeHouse
@OnH2(shared = "house")
class ApiEntranceTest {

    @LocalServerPort
    int port;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcTemplate sql;

    Caller nobody;

    /** The classes that share this house come in from the same address. */
    @AfterEach
    void nobodyWaits() {
        sql.update("delete from dir_attempt");
    }

    @BeforeEach
    void fresh() {
        sql.update("delete from dir_attempt");
        clock.reset();
        nobody = new Caller(port);
    }

    @Test
    void aPasswordGivesATokenForEightHours() {
        Answer answer =
                nobody.send("POST", "/api/v1/tokens", null, "Authorization", Caller.basic("firm.a", "demo-firm.a"));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().path("token").textValue()).hasSizeGreaterThan(40);
        assertThat(answer.json().path("expiresAt").textValue()).isEqualTo("2026-11-24T09:00:00Z");
    }

    @Test
    void aWrongPasswordIsAProblemInTheClientsLanguage() {
        String wrong = Caller.basic("firm.a", "nope");
        Answer answer = nobody.send("POST", "/api/v1/tokens", null, "Authorization", wrong, "Accept-Language", "en");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Basic");
        problem(answer, 401, "directory.sign-in-wrong", "/api/v1/tokens");
        assertThat(answer.json().path("detail").textValue()).startsWith("Login or password is wrong");
        Answer chinese = nobody.send("POST", "/api/v1/tokens", null, "Authorization", wrong);
        assertThat(chinese.json().path("detail").textValue()).startsWith("登录名或密码不对");
    }

    @Test
    void afterFiveFailuresTheAnswerIs429WithRetryAfter() {
        for (int i = 0; i < 5; i++) {
            nobody.send("POST", "/api/v1/tokens", null, "Authorization", Caller.basic("expert5", "nope"));
        }
        Answer answer =
                nobody.send("POST", "/api/v1/tokens", null, "Authorization", Caller.basic("expert5", "demo-expert5"));
        problem(answer, 429, "directory.sign-in-delayed", "/api/v1/tokens");
        assertThat(answer.header("Retry-After")).isEqualTo("30");
        assertThat(answer.json().path("detail").textValue()).contains("09:01 前暂停登录");
        clock.advance(Duration.ofSeconds(30));
        Caller.api(port, "expert5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer x", "Basic", "Basic ####", "Basic bm9jb2xvbg=="})
    void otherCredentialsGiveNoToken(String authorization) {
        assertThat(nobody.send("POST", "/api/v1/tokens", null, "Authorization", authorization)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aTokenWorksUntilItIsGivenBack() {
        Caller firm = Caller.api(port, "firm.b");
        assertThat(firm.send("DELETE", "/api/v1/tokens/current", null).status()).isEqualTo(204);
        Answer again = firm.send("DELETE", "/api/v1/tokens/current", null);
        problem(again, 401, "http.not-signed-in", "/api/v1/tokens/current");
        assertThat(again.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void aTokenDoesNotOpenPagesAndASessionDoesNotOpenTheApi() {
        Caller firm = Caller.api(port, "firm.a");
        Answer page = firm.get("/settings/password", "Accept", "text/html");
        assertThat(page.status()).isEqualTo(302);
        assertThat(page.header("Location")).endsWith("/login");
        Caller browser = Caller.browser(port, "firm.a");
        assertThat(browser.send("DELETE", "/api/v1/tokens/current", null).status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/v1",
                "/api/v1/nothing",
                "/api/engine",
                "/api/engine/engine/default/process-instance",
                "/api/admin/setup/default/user/create",
                "/engine-rest",
                "/engine-rest/task",
                "/camunda",
                "/camunda/app/welcome/default/",
                "/app/admin/default/",
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump"
            })
    void whatNoRuleNamesIsNotThereForAnybody(String path) {
        for (Caller caller : List.of(nobody, Caller.api(port, "sysadmin"))) {
            for (String method : List.of("GET", "POST", "PUT", "DELETE")) {
                assertThat(caller.send(method, path, null, "Accept", "application/json")
                                .status())
                        .as(method + " " + path)
                        .isEqualTo(404);
            }
            problem(caller.get(path), 404, "http.missing", path);
        }
    }

    @Test
    void aWrongMethodIsNamedWithTheRightOnes() {
        Answer answer = nobody.get("/api/v1/tokens");
        problem(answer, 405, "http.method", "/api/v1/tokens");
        assertThat(answer.header("Allow")).isEqualTo("POST");
    }

    @Test
    void anUnacceptableFormatIsStillAnsweredWithAProblem() {
        Answer answer = nobody.get("/api/v1/demo/personas", "Accept", "image/png");
        problem(answer, 406, "http.not-acceptable", "/api/v1/demo/personas");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/demo;x=1/personas", "/api/v1//demo/personas", "/api/%2e%2e/x", "/api/v1/a%00"})
    void aCrookedAddressIsStoppedWithAProblem(String path) {
        Answer answer = nobody.get(path);
        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("org.");
    }

    @Test
    void theDemosPeopleAreListedToEverybody() {
        JsonNode items = nobody.get("/api/v1/demo/personas").json().path("items");
        assertThat(items).hasSizeGreaterThan(60);
        JsonNode manager = null;
        for (JsonNode item : items) {
            manager = item.path("login").textValue().equals("bank.a.rm") ? item : manager;
        }
        assertThat(manager.path("org").textValue()).isEqualTo("BANK_A");
        assertThat(manager.path("roles")).extracting(JsonNode::textValue).contains("BANK_RM");
        assertThat(manager.path("says").path("zh").textValue()).isNotBlank();
        assertThat(manager.path("says").path("en").textValue()).isNotBlank();
    }

    @Test
    void theContractIsServedWithProblemsAndTokens() {
        JsonNode contract = nobody.get("/api/openapi.json").json();
        assertThat(contract.path("openapi").textValue()).startsWith("3.1");
        assertThat(contract.at("/components/securitySchemes/token/scheme").textValue())
                .isEqualTo("bearer");
        assertThat(contract.at("/paths/~1api~1v1~1tokens/post/responses/default/$ref")
                        .textValue())
                .isEqualTo("#/components/responses/Problem");
        assertThat(contract.at("/paths/~1api~1v1~1tokens/post/parameters").isMissingNode())
                .isTrue();
    }

    @Test
    void healthIsOpenAndTellsNoDetails() {
        assertThat(nobody.get("/actuator/health").body()).doesNotContain("components");
        assertThat(nobody.get("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(nobody.get("/actuator/health/readiness").status()).isEqualTo(200);
    }

    @Test
    void theApiSendsItsHeaders() {
        Answer answer = nobody.get("/api/v1/demo/personas");
        assertThat(answer.header("Content-Security-Policy")).isEqualTo(SecurityChains.API_POLICY);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.raw().headers().allValues("Set-Cookie")).isEmpty();
    }

    private static void problem(Answer answer, int status, String code, String instance) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.path("status").intValue()).isEqualTo(status);
        assertThat(problem.path("code").textValue()).isEqualTo(code);
        assertThat(problem.path("type").textValue()).isEqualTo("urn:lianfu:problem:" + code);
        assertThat(problem.path("title").textValue()).isNotBlank();
        assertThat(problem.path("detail").textValue()).isNotBlank();
        assertThat(problem.path("instance").textValue()).isEqualTo(instance);
    }
}
