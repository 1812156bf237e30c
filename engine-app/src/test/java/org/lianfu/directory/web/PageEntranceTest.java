package org.lianfu.directory.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianfu.directory.Directory;
import org.lianfu.directory.PersonnelDesk;
import org.lianfu.shared.Actor;
import org.lianfu.testing.Caller;
import org.lianfu.testing.Caller.Answer;
import org.lianfu.testing.OnH2;
import org.lianfu.testing.TestClock;
import org.lianfu.testing.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

/** Sessions, CSRF, headers, and what was typed when a session had ended. */
@WholeHouse
@OnH2(shared = "house")
class PageEntranceTest {

    private static final String PASSWORD = "/settings/password";

    @LocalServerPort
    int port;

    @Autowired
    TestClock clock;

    @Autowired
    PersonnelDesk desk;

    @Autowired
    Directory directory;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    Environment environment;

    Caller browser;

    /** The classes that share this house come in from the same address. */
    @AfterEach
    void nobodyWaits() {
        sql.update("delete from dir_attempt");
    }

    @BeforeEach
    void fresh() {
        sql.update("delete from dir_attempt");
        clock.reset();
        browser = new Caller(port);
    }

    private boolean isIn(Caller caller) {
        return caller.get(PASSWORD, "Accept", "text/html").status() == 200;
    }

    private String session(Caller caller) {
        return caller.cookies().getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("lianfu"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    @Test
    void signingInGivesANewSessionAndGoesToThePageWanted() {
        Answer turned = browser.get(PASSWORD, "Accept", "text/html");
        assertThat(turned.status()).isEqualTo(302);
        assertThat(turned.header("Location")).endsWith("/login");
        String before = session(browser);
        Answer in = browser.signIn("firm.a", "demo-firm.a");
        assertThat(in.header("Location")).endsWith(PASSWORD);
        assertThat(session(browser)).isNotEmpty().isNotEqualTo(before);
        assertThat(isIn(browser)).isTrue();
        assertThat(browser.signIn("firm.a", "demo-firm.a").header("Location")).endsWith("/");
    }

    @Test
    void theSessionCookieIsOutOfReachOfScriptsAndOtherSites() {
        Answer page = browser.get("/login", "Accept", "text/html");
        assertThat(page.header("Set-Cookie")).startsWith("lianfu=").contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void aWrongPasswordSaysSoWithoutTellingWhetherTheAccountExists() {
        for (String login : new String[] {"firm.a", "nobody"}) {
            Answer answer = browser.signIn(login, "nope");
            assertThat(answer.header("Location")).endsWith("/login?wrong");
            assertThat(browser.get("/login?wrong", "Accept", "text/html").body())
                    .contains("value=\"" + login + "\"");
        }
        assertThat(isIn(browser)).isFalse();
    }

    @Test
    void afterFiveFailuresThePageSaysUntilWhen() {
        for (int i = 0; i < 5; i++) {
            browser.signIn("expert6", "nope");
        }
        assertThat(browser.signIn("expert6", "demo-expert6").header("Location")).endsWith("/login?locked");
        assertThat(browser.get("/login?locked", "Accept", "text/html").body()).contains("09:00");
    }

    @Test
    void signingOutEndsTheSession() {
        Caller firm = Caller.browser(port, "firm.a");
        Answer out = firm.submit(PASSWORD, "/logout", Map.of());
        assertThat(out.header("Location")).endsWith("/login?out");
        assertThat(isIn(firm)).isFalse();
    }

    @Test
    void anIdleSessionEndsAfterThirtyMinutesAndAnyAfterEightHours() {
        Caller firm = Caller.browser(port, "firm.a");
        clock.advance(Duration.ofMinutes(30));
        assertThat(isIn(firm)).isTrue();
        clock.advance(Duration.ofMinutes(30).plusSeconds(1));
        Answer gone = firm.get(PASSWORD, "Accept", "text/html");
        assertThat(gone.header("Location")).endsWith("/login?expired");

        Caller busy = Caller.browser(port, "firm.a");
        for (int i = 0; i < 32; i++) {
            clock.advance(Duration.ofMinutes(15));
            assertThat(isIn(busy)).isTrue();
        }
        clock.advance(Duration.ofMinutes(1));
        assertThat(isIn(busy)).isFalse();
    }

    @Test
    void aLockEndsTheSessionAtOnce() {
        Caller expert = Caller.browser(port, "expert7");
        desk.signIn(admin(), "expert7", version("expert7"), false, "", "离岗");
        assertThat(isIn(expert)).isFalse();
        desk.signIn(admin(), "expert7", version("expert7"), true, "", "返岗");
        assertThat(isIn(expert)).isFalse();
    }

    @Test
    void aChangeOfPostEndsTheSessionAtOnceAndHoldsInTheNext() {
        Caller expert = Caller.browser(port, "expert6");
        assertThat(isIn(expert)).isTrue();
        desk.give(admin(), "operator", version("operator"), "EXPERT", "", "", "临时评审");
        assertThat(isIn(expert)).as("somebody else's post").isTrue();
        desk.give(admin(), "expert6", version("expert6"), "APPRAISER", "", "", "兼任评估");
        assertThat(isIn(expert)).isFalse();
        assertThat(isIn(Caller.browser(port, "expert6"))).isTrue();
        desk.end(admin(), "expert6", version("expert6"), "APPRAISER", "", "不再兼任");
        desk.end(admin(), "operator", version("operator"), "EXPERT", "", "评审结束");
    }

    private Actor admin() {
        return directory.actor("secadmin");
    }

    private long version(String login) {
        return sql.queryForObject("select version from dir_person where login = ?", Long.class, login);
    }

    @Test
    void aNewPasswordEndsTheOtherSessionsAndNotThisOne() {
        Caller here = Caller.browser(port, "expert8");
        Caller elsewhere = Caller.browser(port, "expert8");
        Answer bad =
                here.submit(PASSWORD, PASSWORD, Map.of("current", "demo-expert8", "fresh", "short", "again", "other"));
        assertThat(bad.status()).isEqualTo(422);
        assertThat(isIn(elsewhere)).isTrue();
        String before = session(here);
        Answer good = here.submit(
                PASSWORD,
                PASSWORD,
                Map.of("current", "demo-expert8", "fresh", "nine-Owls-fly", "again", "nine-Owls-fly"));
        assertThat(good.header("Location")).endsWith(PASSWORD + "?changed");
        assertThat(isIn(here)).isTrue();
        assertThat(session(here)).isNotEqualTo(before);
        assertThat(isIn(elsewhere)).isFalse();
        here.submit(
                PASSWORD,
                PASSWORD,
                Map.of("current", "nine-Owls-fly", "fresh", "ten-Owls-fly-by", "again", "ten-Owls-fly-by"));
    }

    @Test
    void aPasswordSetBySomebodyElseIsChangedBeforeAnythingElse() {
        String known = sql.queryForObject("select password_hash from dir_person where login = 'expert5'", String.class);
        sql.update("update dir_person set must_change = true where login = 'expert5'");
        try {
            Caller expert = Caller.browser(port, "expert5");
            for (String page : List.of("/", "/tasks", "/cases", "/programs", "/tasks?box=done")) {
                Answer turned = expert.get(page, "Accept", "text/html");
                assertThat(turned.status()).as(page).isEqualTo(302);
                assertThat(turned.header("Location")).as(page).endsWith(PASSWORD);
            }
            Answer htmx = expert.get("/tasks", "HX-Request", "true");
            assertThat(htmx.status()).isEqualTo(403);
            assertThat(htmx.header("HX-Redirect")).isEqualTo(PASSWORD);
            Answer token = new Caller(port)
                    .send("POST", "/api/v1/tokens", null, "Authorization", Caller.basic("expert5", "demo-expert5"));
            assertThat(token.status()).isEqualTo(403);
            assertThat(token.json().path("code").asText()).isEqualTo("directory.password-first");
            expert.submit(
                    PASSWORD,
                    PASSWORD,
                    Map.of("current", "demo-expert5", "fresh", "nine-Owls-fly", "again", "nine-Owls-fly"));
            assertThat(expert.get("/tasks", "Accept", "text/html").status()).isEqualTo(200);
            assertThat(new Caller(port)
                            .send(
                                    "POST",
                                    "/api/v1/tokens",
                                    null,
                                    "Authorization",
                                    Caller.basic("expert5", "nine-Owls-fly"))
                            .status())
                    .isEqualTo(201);
        } finally {
            sql.update("update dir_person set must_change = false, password_hash = ? where login = 'expert5'", known);
        }
    }

    @Test
    void oneSessionTooManyEndsTheOldest() {
        int most = environment.getRequiredProperty("lianfu.session.most", Integer.class);
        List<Caller> browsers = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            browsers.add(Caller.browser(port, "expert9"));
        }
        assertThat(browsers).allMatch(this::isIn);
        browsers.add(Caller.browser(port, "expert9"));
        assertThat(browsers.get(0).get(PASSWORD, "Accept", "text/html").header("Location"))
                .endsWith("/login?expired");
        assertThat(browsers.subList(1, most + 1)).allMatch(this::isIn);
        browsers.get(1).submit(PASSWORD, "/logout", Map.of());
        browsers.add(Caller.browser(port, "expert9"));
        assertThat(browsers.subList(2, most + 2)).allMatch(this::isIn);
    }

    @Test
    void aFormWithoutItsTokenIsRefusedAndDoesNothing() {
        Caller firm = Caller.browser(port, "firm.a");
        Map<String, String> change =
                Map.of("current", "demo-firm.a", "fresh", "nine-Owls-fly", "again", "nine-Owls-fly");
        for (String token : new String[] {null, "", "made-up"}) {
            Answer answer = firm.form(PASSWORD, token, change);
            assertThat(answer.header("Location")).contains("/login?stale");
        }
        Answer htmx = firm.form(PASSWORD, null, change, "HX-Request", "true");
        assertThat(htmx.status()).isEqualTo(403);
        assertThat(htmx.header("HX-Redirect")).startsWith("/login?stale");
        Caller.browser(port, "firm.a");
    }

    @Test
    void aPasswordIsNeverKept() {
        Caller firm = Caller.browser(port, "firm.a");
        firm.form(PASSWORD, null, Map.of("current", "secret-of-mine"));
        assertThat(sql.queryForList("select action from dir_kept where action is not null", String.class))
                .doesNotContain(PASSWORD);
    }

    @Test
    void whatWasTypedIsKeptForTheSamePersonOnly() {
        Caller firm = Caller.browser(port, "firm.a");
        String token = firm.csrf(PASSWORD);
        clock.advance(Duration.ofHours(1));
        Answer dead = firm.form("/kept", token, Map.of("reason", "因市场变化撤回 <b>", "_csrf_x", "1"));
        assertThat(dead.header("Location")).endsWith("/login?stale&kept");
        assertThat(sql.queryForList("select fields from dir_kept where action is not null", String.class))
                .allSatisfy(text -> assertThat(text).startsWith("aes-gcm:").doesNotContain("市场"));

        assertThat(firm.signIn("firm.b", "demo-firm.b").header("Location")).doesNotEndWith("/kept");
        firm.cookies().getCookieStore().removeAll();

        Caller again = Caller.browser(port, "firm.a");
        String second = again.csrf(PASSWORD);
        clock.advance(Duration.ofHours(1));
        again.form("/kept", second, Map.of("reason", "因市场变化撤回 <b>"));
        clock.advance(Duration.ofMinutes(30));
        assertThat(again.signIn("firm.a", "demo-firm.a").header("Location")).endsWith("/kept");
        assertThat(again.get("/kept", "Accept", "text/html").body())
                .contains("因市场变化撤回 &lt;b&gt;")
                .contains("action=\"/kept\"");
        again.submit(PASSWORD, "/logout", Map.of());
        assertThat(again.signIn("firm.a", "demo-firm.a").header("Location")).doesNotEndWith("/kept");
    }

    @Test
    void whatWasTypedIsThrownAwayAfterAnHour() {
        Caller firm = Caller.browser(port, "firm.a");
        String token = firm.csrf(PASSWORD);
        clock.advance(Duration.ofHours(1));
        firm.form("/kept", token, Map.of("reason", "x"));
        clock.advance(Duration.ofHours(1));
        assertThat(firm.signIn("firm.a", "demo-firm.a").header("Location")).doesNotEndWith("/kept");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/task", "/camunda/", "/app/admin/default/", "/no/such/page", "/error"})
    void aPageThatIsNotThereIsAPageThatSaysSo(String path) {
        for (String method : new String[] {"GET", "POST", "PUT", "DELETE"}) {
            Answer answer = browser.send(method, path, null, "Accept", "text/html");
            assertThat(answer.status()).as(method).isEqualTo(404);
            assertThat(answer.header("Content-Type")).startsWith("text/html");
            assertThat(answer.body()).doesNotContain("Exception");
        }
    }

    @Test
    void pagesSendTheirHeaders() {
        Answer page = browser.get("/login", "Accept", "text/html");
        assertThat(page.header("Content-Security-Policy")).isEqualTo(SecurityChains.PAGE_POLICY);
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(page.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(page.header("Permissions-Policy")).contains("camera=()");
        assertThat(page.header("Cache-Control")).contains("no-store");
    }

    @Test
    void theLanguageIsChosenByAddressAndKept() {
        assertThat(browser.get("/login", "Accept", "text/html").body()).contains("lang=\"zh-CN\"");
        assertThat(browser.get("/login?lang=en", "Accept", "text/html").body()).contains("lang=\"en\"");
        assertThat(browser.get("/login", "Accept", "text/html").body()).contains("lang=\"en\"");
        assertThat(browser.get("/login?lang=xx", "Accept", "text/html").body()).contains("lang=\"zh-CN\"");
    }
}
