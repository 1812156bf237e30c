package org.lianfu.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Fault;
import org.lianfu.shared.Refused;
import org.lianfu.testing.ModuleTest;
import org.lianfu.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ActiveProfiles;

/** Sign-in, its growing delay, access tokens and passwords, on each database. */
@ModuleTest
@ActiveProfiles("demo")
@Import(DirectoryParts.class)
abstract class SignInContract {

    @Autowired
    SignInDesk desk;

    @Autowired
    PersonnelDesk personnel;

    @Autowired
    Directory directory;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcTemplate sql;

    @BeforeEach
    void noAttempts() {
        sql.update("delete from dir_attempt");
        sql.update("delete from dir_token");
        sql.update("delete from dir_known");
        clock.reset();
    }

    private Actor admin() {
        return directory.actor("secadmin");
    }

    private long version(String login) {
        return sql.queryForObject("select version from dir_person where login = ?", Long.class, login);
    }

    private String code(String login, String password) {
        return code(login, password, "10.0.0.1");
    }

    private String code(String login, String password, String address) {
        try {
            return desk.signIn(login, password, address).actor().login();
        } catch (Refused refused) {
            return refused.refusal().code();
        }
    }

    private String token(String login) {
        return desk.issueToken(desk.signIn(login, "demo-" + login, "10.0.0.1")).token();
    }

    private boolean lives(String token) {
        return desk.tokenOwner(token).isPresent();
    }

    @Test
    void theAnswerDoesNotTellWhetherAnAccountExists() {
        personnel.signIn(admin(), "expert1", version("expert1"), false, "", "试");
        assertThat(code("firm.a", "wrong")).isEqualTo("directory.sign-in-wrong");
        assertThat(code("nobody", "wrong")).isEqualTo("directory.sign-in-wrong");
        assertThat(code("expert1", "demo-expert1")).isEqualTo("directory.sign-in-wrong");
        assertThat(code(null, null)).isEqualTo("directory.sign-in-wrong");
        for (int i = 0; i < 5; i++) {
            code("firm.a", "wrong", "10.0.1." + i);
            code("nobody", "wrong", "10.0.2." + i);
        }
        assertThat(code("firm.a", "demo-firm.a", "10.0.3.1")).isEqualTo("directory.sign-in-delayed");
        assertThat(code("nobody", "x", "10.0.3.1")).isEqualTo("directory.sign-in-delayed");
        personnel.signIn(admin(), "expert1", version("expert1"), true, "", "试");
    }

    @Test
    void afterFiveFailuresEachDoublesTheDelay() {
        for (int i = 0; i < 5; i++) {
            assertThat(code("firm.a", "wrong")).isEqualTo("directory.sign-in-wrong");
        }
        assertThat(code("firm.a", "demo-firm.a")).isEqualTo("directory.sign-in-delayed");
        assertThat(code("FIRM.A", "demo-firm.a")).isEqualTo("directory.sign-in-delayed");
        assertThat(code("firm.a", "demo-firm.a", "10.0.0.2"))
                .as("from wherever it is tried")
                .isEqualTo("directory.sign-in-delayed");
        assertThat(code("firm.b", "demo-firm.b", "10.0.0.2")).isEqualTo("firm.b");
        clock.advance(Duration.ofSeconds(30));
        assertThat(code("firm.a", "wrong")).isEqualTo("directory.sign-in-wrong");
        clock.advance(Duration.ofSeconds(59));
        assertThat(code("firm.a", "demo-firm.a")).isEqualTo("directory.sign-in-delayed");
        clock.advance(Duration.ofSeconds(1));
        assertThat(code("firm.a", "demo-firm.a")).isEqualTo("firm.a");
        assertThat(code("firm.a", "wrong")).isEqualTo("directory.sign-in-wrong");
        assertThat(code("firm.a", "demo-firm.a")).isEqualTo("firm.a");
    }

    @Test
    void theDelayNamesTheMinuteFromWhichItIsOver() {
        for (int i = 0; i < 5; i++) {
            code("firm.a", "wrong");
        }
        assertThatThrownBy(() -> desk.signIn("firm.a", "demo-firm.a", "10.0.0.1"))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.arguments())
                        .hasFieldOrPropertyWithValue("until", "09:01")
                        .hasFieldOrPropertyWithValue("retryAfter", 30L));
    }

    @Test
    void anAddressFromWhichFiveSignInsFailedWaitsToo() {
        failFrom("10.9.9.9", 5);
        assertThat(code("firm.a", "demo-firm.a", "10.9.9.9")).isEqualTo("directory.sign-in-delayed");
        assertThat(code("nobody", "x", "10.9.9.9")).isEqualTo("directory.sign-in-delayed");
        assertThat(code("firm.a", "demo-firm.a", "10.9.9.8")).isEqualTo("firm.a");
        clock.advance(Duration.ofSeconds(30));
        failFrom("10.9.9.9", 1);
        clock.advance(Duration.ofSeconds(59));
        assertThat(code("firm.a", "demo-firm.a", "10.9.9.9")).isEqualTo("directory.sign-in-delayed");
        clock.advance(Duration.ofSeconds(1));
        assertThat(code("firm.a", "demo-firm.a", "10.9.9.9")).isEqualTo("firm.a");
    }

    @Test
    void whoHasSignedInFromThereLatelyNeitherWaitsForOthersNorMakesThemWait() {
        assertThat(code("firm.a", "demo-firm.a", "10.9.9.7")).isEqualTo("firm.a");
        failFrom("10.9.9.7", 5);
        assertThat(code("firm.a", "demo-firm.a", "10.9.9.7")).as("a colleague").isEqualTo("firm.a");
        assertThat(code("firm.b", "demo-firm.b", "10.9.9.7")).as("a newcomer").isEqualTo("directory.sign-in-delayed");

        assertThat(code("firm.a", "demo-firm.a", "10.9.9.6")).isEqualTo("firm.a");
        for (int i = 0; i < 5; i++) {
            assertThat(code("firm.a", "mistyped", "10.9.9.6")).isEqualTo("directory.sign-in-wrong");
        }
        assertThat(code("firm.b", "demo-firm.b", "10.9.9.6")).isEqualTo("firm.b");
        assertThat(code("firm.a", "demo-firm.a", "10.9.9.6")).as("that account").isEqualTo("directory.sign-in-delayed");

        clock.advance(Duration.ofDays(31));
        failFrom("10.9.9.7", 5);
        assertThat(code("firm.a", "demo-firm.a", "10.9.9.7"))
                .as("not seen there for a month")
                .isEqualTo("directory.sign-in-delayed");
    }

    private void failFrom(String address, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(code("nobody" + clock.instant() + i, "x", address)).isEqualTo("directory.sign-in-wrong");
        }
    }

    /** Guesses that arrive at once are looked at no more often than guesses that arrive one after the other. */
    @Test
    void ofManyGuessesAtOnceFiveAreLookedAt() throws Exception {
        sql.update("delete from dir_attempt");
        int guesses = 24;
        CyclicBarrier together = new CyclicBarrier(guesses);
        ExecutorService people = Executors.newFixedThreadPool(guesses);
        List<Future<String>> answers = new ArrayList<>();
        for (int i = 0; i < guesses; i++) {
            String address = "10.8.0." + i;
            answers.add(people.submit(() -> {
                together.await();
                return code("expert7", "wrong", address);
            }));
        }
        int looked = 0;
        for (Future<String> answer : answers) {
            looked += answer.get().equals("directory.sign-in-wrong") ? 1 : 0;
        }
        people.shutdown();
        assertThat(looked).isEqualTo(5);
        assertThat(code("expert7", "demo-expert7", "10.8.1.1")).isEqualTo("directory.sign-in-delayed");
    }

    /** A person's two programs may sign in at the same instant, for the first time from this address or not. */
    @Test
    void onePersonSignsInManyTimesAtOnceAndEachTimeSucceeds() throws Exception {
        int programs = 4; // of one account no more than five passwords are looked at at once
        ExecutorService people = Executors.newFixedThreadPool(programs);
        CyclicBarrier together = new CyclicBarrier(programs);
        List<Future<String>> answers = new ArrayList<>();
        for (int i = 0; i < programs; i++) {
            answers.add(people.submit(() -> {
                for (int round = 0; round < 25; round++) {
                    together.await(10, TimeUnit.SECONDS);
                    desk.issueToken(desk.signIn("expert6", "demo-expert6", "10.7.0." + round));
                }
                return "signed in";
            }));
        }
        people.shutdown();
        for (Future<String> answer : answers) {
            assertThat(answer.get()).isEqualTo("signed in");
        }
        assertThat(sql.queryForObject("select count(*) from dir_token where login = 'expert6'", Integer.class))
                .isEqualTo(SignInDesk.TOKENS_A_PERSON);
    }

    @Test
    void aTokenLivesEightHours() {
        String token = token("firm.a");
        assertThat(desk.tokenOwner(token).orElseThrow().actor().auth()).isEqualTo("token");
        clock.advance(Duration.ofHours(8).minusSeconds(1));
        assertThat(lives(token)).isTrue();
        clock.advance(Duration.ofSeconds(1));
        assertThat(lives(token)).isFalse();
        assertThat(lives("made-up")).isFalse();
    }

    @Test
    void aSixthTokenRetiresTheOldest() {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            tokens.add(token("firm.a"));
            clock.advance(Duration.ofMillis(5));
        }
        assertThat(tokens).extracting(this::lives).containsExactly(false, true, true, true, true, true);
    }

    @Test
    void aTokenIsKeptOnlyHashedAndDiesWhenRevoked() {
        String token = token("firm.a");
        assertThat(sql.queryForList("select hash from dir_token", String.class)).doesNotContain(token);
        desk.revokeToken(token);
        assertThat(lives(token)).isFalse();
    }

    @Test
    void aTokenDiesWithTheLockAndWithAChangeOfPosts() {
        String token = token("expert2");
        personnel.signIn(admin(), "expert2", version("expert2"), false, "", "试");
        assertThat(lives(token)).isFalse();
        personnel.signIn(admin(), "expert2", version("expert2"), true, "", "试");
        assertThat(lives(token)).isFalse();

        String second = token("expert2");
        personnel.give(admin(), "expert2", version("expert2"), "APPRAISER", "", "", "试");
        assertThat(lives(second)).isFalse();
        String third = token("expert2");
        assertThat(desk.tokenOwner(third).orElseThrow().actor().roles()).contains("EXPERT", "APPRAISER");
        personnel.end(admin(), "expert2", version("expert2"), "APPRAISER", "", "试");
        assertThat(lives(third)).isFalse();
    }

    @Test
    void aNewPasswordEndsTokensAndTheOldPassword() {
        String token = token("expert3");
        desk.changePassword("expert3", "demo-expert3", "nine-Owls-fly", "nine-Owls-fly", "10.0.0.1");
        assertThat(lives(token)).isFalse();
        assertThat(code("expert3", "demo-expert3")).isEqualTo("directory.sign-in-wrong");
        assertThat(code("expert3", "nine-Owls-fly")).isEqualTo("expert3");
    }

    @Test
    void everyFaultOfANewPasswordIsToldAtOnce() {
        assertThat(faults("wrong", "short", "other"))
                .containsExactlyInAnyOrder("/old password.wrong", "/new password.short", "/again password.differs");
        assertThat(faults("demo-expert4", "expert4-expert4", "expert4-expert4"))
                .containsExactly("/new password.guessable");
        assertThat(faults("demo-expert4", "aaaaaaaaaaaaaa", "aaaaaaaaaaaaaa"))
                .containsExactly("/new password.guessable");
        String tooLong = "长密码".repeat(9);
        assertThat(faults("demo-expert4", tooLong, tooLong)).contains("/new password.long");
        assertThat(code("expert4", "demo-expert4")).isEqualTo("expert4");
    }

    private List<String> faults(String old, String fresh, String again) {
        try {
            desk.changePassword("expert4", old, fresh, again, "10.0.0.1");
            return List.of();
        } catch (Refused refused) {
            return refused.faults().stream().map(this::words).toList();
        }
    }

    private String words(Fault fault) {
        return fault.pointer() + " " + fault.code();
    }
}
