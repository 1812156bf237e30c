package org.lianfu.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lianfu.directory.PersonnelDesk.NewPerson;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Fault;
import org.lianfu.shared.Refused;
import org.lianfu.shared.Times;
import org.lianfu.testing.ModuleTest;
import org.lianfu.testing.TestClock;
import org.lianfu.trail.Recorded;
import org.lianfu.trail.Subject;
import org.lianfu.trail.Trail;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ActiveProfiles;

/** The personnel counter on each database: who may change what, what excludes what, and what the chain says of it. */
@ModuleTest
@ActiveProfiles("demo")
@Import(DirectoryParts.class)
abstract class PersonnelContract {

    private static int made;

    @Autowired
    Directory directory;

    @Autowired
    PersonnelDesk desk;

    @Autowired
    DirectoryImport imports;

    @Autowired
    SignInDesk door;

    @Autowired
    Trail trail;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    TestClock clock;

    private Actor system;
    private Actor security;
    private LocalDate today;

    @BeforeEach
    void administrators() {
        system = directory.actor("sysadmin");
        security = directory.actor("secadmin");
        today = Times.date(clock.instant());
    }

    /** Whatever an act was, every chain verifies after it. */
    @AfterEach
    void everyChainVerifies() {
        assertThat(trail.verifyAll()).filteredOn(verdict -> !verdict.isSound()).isEmpty();
    }

    @Test
    void aPersonIsEnteredByOneGivenWorkByAnotherAndComesIn() {
        String login = fresh("ZZ_ST");
        assertThat(directory.holders("ZZ_ST", "EXPERT")).doesNotContain(login);
        assertThatThrownBy(() -> door.signIn(login, "", "127.0.0.1")).hasMessageContaining("sign-in-wrong");

        desk.signIn(security, login, version(login), true, "Herbst-7-Birke-x", "入职");
        desk.give(security, login, version(login), "EXPERT", "", "", "聘任");

        assertThat(door.signIn(login, "Herbst-7-Birke-x", "127.0.0.1").mustChange())
                .isTrue();
        assertThat(directory.holders("ZZ_ST", "EXPERT")).contains(login);
        List<Recorded> told = about("ZZ_ST", login);
        assertThat(told)
                .extracting(Recorded::type, Recorded::login)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("person.entered", "sysadmin"),
                        org.assertj.core.groups.Tuple.tuple("account.unlocked", "secadmin"),
                        org.assertj.core.groups.Tuple.tuple("post.given", "secadmin"));
        assertThat(told).extracting(entry -> entry.details().get("reason")).containsExactly("新进人员", "入职", "聘任");
        assertThat(sql.queryForList("select body from trl_entry where subject_id = 'ZZ_ST'", byte[].class))
                .noneMatch(body -> new String(body, java.nio.charset.StandardCharsets.UTF_8).contains("聘任"));
    }

    @Test
    void aPostEndsAtOnceOrOnItsDayAndIsGivenAgain() {
        String login = worker("ZZ_ST", "EXPERT");
        long before = directory.person(login).orElseThrow().epoch();
        desk.end(security, login, version(login), "EXPERT", today.plusDays(3).toString(), "任期届满");
        assertThat(directory.actor(login).roles()).containsExactly("EXPERT");
        clock.advance(java.time.Duration.ofDays(4));
        assertThat(directory.actor(login).roles()).isEmpty();
        clock.reset();
        desk.end(security, login, version(login), "EXPERT", "", "提前离任");
        assertThat(directory.actor(login).roles()).isEmpty();
        assertThat(directory.person(login).orElseThrow().epoch()).isGreaterThan(before);
        assertThat(refusal(() -> desk.end(security, login, version(login), "EXPERT", "", "再次")))
                .isEqualTo("directory.post-not-held");
        desk.give(security, login, version(login), "EXPERT", "", "", "返聘");
        assertThat(directory.actor(login).roles()).containsExactly("EXPERT");
        assertThat(refusal(() -> desk.give(security, login, version(login), "EXPERT", "", "", "返聘")))
                .isEqualTo("directory.unchanged");
    }

    @Test
    void aPersonLeavesAndTheLoginStaysTaken() {
        String login = worker("ZZ_ST", "EXPERT");
        desk.correct(
                system,
                login,
                version(login),
                "张离任",
                "Zhang",
                today.minusDays(1).toString(),
                "调离");
        assertThat(directory.present(login, "pwd")).isEmpty();
        assertThat(directory.holders("ZZ_ST", "EXPERT")).doesNotContain(login);
        assertThat(directory.person(login).orElseThrow().name().zh()).isEqualTo("张离任");
        assertThat(refusal(() -> desk.enter(system, person(login, "ZZ_ST"), "再来")))
                .isEqualTo("directory.login-taken");
        desk.correct(system, login, version(login), "张离任", "Zhang", "", "回任");
        assertThat(directory.actor(login).roles()).containsExactly("EXPERT");
    }

    @Test
    void closedSignInEndsTokensAtOnceAndLeavesThePosts() {
        String login = worker("ZZ_ST", "EXPERT");
        sql.update("update dir_person set must_change = false where login = ?", login);
        String token =
                door.issueToken(directory.present(login, "pwd").orElseThrow()).token();
        assertThat(door.tokenOwner(token)).isPresent();
        desk.signIn(security, login, version(login), false, "", "停用");
        assertThat(door.tokenOwner(token)).isEmpty();
        assertThat(directory.present(login, "pwd")).isEmpty();
        desk.signIn(security, login, version(login), true, "", "恢复");
        assertThat(directory.actor(login).roles()).containsExactly("EXPERT");
        assertThat(refusal(() -> desk.signIn(security, login, version(login), true, "", "恢复")))
                .isEqualTo("directory.unchanged");
    }

    static Stream<Arguments> pairs() {
        List<String> three = List.of("SYS_ADMIN", "SEC_ADMIN", "AUDIT_ADMIN");
        return three.stream()
                .flatMap(one ->
                        three.stream().filter(other -> !other.equals(one)).map(other -> Arguments.of(one, other)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void theThreeAdministratorsExcludeOneAnotherAtTheCounterAndInAFile(String one, String other) {
        String login = worker("PLATFORM", one);
        Refused refused = refused(() -> desk.give(security, login, version(login), other, "", "", "兼任"));
        assertThat(refused.refusal().code()).isEqualTo("directory.held-apart");
        assertThat(refused.arguments().get("login")).isEqualTo(login);
        assertThat(refused.arguments().get("other")).isEqualTo(new Duties().title(one));

        Refused file = refused(() -> imports.load(
                "posts:\n  - {org: PLATFORM, role: %s, holder: %s}".formatted(other, login), false, Actor.SYSTEM));
        assertThat(file.faults()).extracting(Fault::code).containsExactly("import.held-apart");
        assertThat(file.faults().get(0).arguments()).containsEntry("line", "2").containsEntry("value", login);
        assertThat(directory.actor(login).roles()).containsExactly(one);

        desk.end(security, login, version(login), one, today.plusDays(2).toString(), "轮岗");
        assertThat(refusal(() -> desk.give(
                        security,
                        login,
                        version(login),
                        other,
                        today.plusDays(2).toString(),
                        "",
                        "轮岗")))
                .as("the last day of the one is no day of the other")
                .isEqualTo("directory.held-apart");
        desk.give(security, login, version(login), other, today.plusDays(3).toString(), "", "轮岗");
        desk.end(security, login, version(login), other, "", "收回");
        desk.end(security, login, version(login), one, "", "收回");
    }

    @Test
    void aFileThatGivesBothPostsIsRefusedWhole() {
        Refused file = refused(() -> imports.load("""
                people:
                  - {login: both.hands, org: PLATFORM, name: {zh: 两手, en: Both}, roles: [SYS_ADMIN, AUDIT_ADMIN]}
                  - {login: bank.sys, org: BANK_A, name: {zh: 甲, en: A}, roles: [SYS_ADMIN]}
                posts:
                  - {org: BANK_A, role: BANK_RM, holder: both.hands}
                  - {org: PLATFORM, role: OPERATOR, holder: both.hands, from: 2027-01-02, to: 2027-01-01}
                """, false, Actor.SYSTEM));
        assertThat(file.faults())
                .extracting(fault -> fault.code() + " " + fault.arguments().get("line"))
                .containsExactlyInAnyOrder(
                        "import.held-apart 2",
                        "import.held-apart 2",
                        "import.city-only 3",
                        "import.other-org 5",
                        "import.reversed 6");
        assertThat(directory.person("both.hands")).isEmpty();
    }

    /** One line for each act and each administrator: who may, and what the others are told. */
    @ParameterizedTest
    @CsvSource({
        "sysadmin, true, false",
        "secadmin, false, true",
        "auditadmin, false, false",
        "bank.a.secadmin, false, true",
        "operator, false, false"
    })
    void eachAdministratorDoesOnlyHisOwn(String by, boolean persons, boolean posts) {
        Actor actor = directory.actor(by);
        String login = worker("BANK_A", "BANK_POSTLOAN");
        String other = "t.other" + ++made;
        check(persons, () -> desk.enter(actor, person(other, "BANK_A"), "试"));
        check(persons, () -> desk.correct(actor, login, version(login), "改名", "Renamed", "", "试"));
        check(posts, () -> desk.give(actor, login, version(login), "BANK_RM", "", "", "试"));
        check(posts, () -> desk.end(actor, login, version(login), "BANK_POSTLOAN", "", "试"));
        check(posts, () -> desk.signIn(actor, login, version(login), false, "", "试"));
    }

    private void check(boolean may, Runnable act) {
        if (may) {
            act.run();
        } else {
            assertThat(refusal(act)).isEqualTo("directory.not-yours");
        }
    }

    @Test
    void aBanksAdministratorSeesNobodyOfAnotherBank() {
        Actor bank = directory.actor("bank.a.secadmin");
        assertThat(refusal(() -> desk.signIn(bank, "bank.b.rm", version("bank.b.rm"), false, "", "试")))
                .isEqualTo("directory.unknown-person");
        assertThat(refusal(() -> desk.give(bank, "no.such", 1, "BANK_RM", "", "", "试")))
                .isEqualTo("directory.unknown-person");
        assertThat(refusal(() -> desk.give(security, "bank.a.rm", version("bank.a.rm"), "AUDIT_ADMIN", "", "", "试")))
                .isEqualTo("directory.city-only");
    }

    @Test
    void nobodyChangesHimself() {
        assertThat(refusal(() -> desk.give(security, "secadmin", version("secadmin"), "OPERATOR", "", "", "试")))
                .isEqualTo("directory.yourself");
        assertThat(refusal(() -> desk.signIn(security, "secadmin", version("secadmin"), false, "", "试")))
                .isEqualTo("directory.yourself");
        assertThat(refusal(() -> desk.correct(system, "sysadmin", version("sysadmin"), "我", "Me", "", "试")))
                .isEqualTo("directory.yourself");
    }

    @Test
    void theLastOfTheThreeStays() {
        assertThat(refusal(() -> desk.end(security, "auditadmin", version("auditadmin"), "AUDIT_ADMIN", "", "试")))
                .isEqualTo("directory.last-administrator");
        assertThat(refusal(() -> desk.end(
                        security,
                        "sysadmin",
                        version("sysadmin"),
                        "SYS_ADMIN",
                        today.plusDays(9).toString(),
                        "试")))
                .isEqualTo("directory.last-administrator");
        assertThat(refusal(() -> desk.signIn(security, "sysadmin", version("sysadmin"), false, "", "试")))
                .isEqualTo("directory.last-administrator");
        assertThat(refusal(() -> desk.correct(
                        system, "auditadmin", version("auditadmin"), "审计", "Audit", today.toString(), "试")))
                .isEqualTo("directory.last-administrator");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -            | ZZ_ST   | 张三 | Zhang | -          | -          | directory.required
            Bad Login    | ZZ_ST   | 张三 | Zhang | -          | -          | directory.login-form
            13812345678  | ZZ_ST   | 张三 | Zhang | -          | -          | login.personal
            t.bad        | ZZ_NONE | 张三 | Zhang | -          | -          | directory.no-org
            t.bad        | -       | 张三 | Zhang | -          | -          | directory.required
            t.bad        | ZZ_ST   | -    | Zhang | -          | -          | directory.required
            t.bad        | ZZ_ST   | 张三 | -     | -          | -          | directory.required
            t.bad        | ZZ_ST   | 张三 | Zhang | 24.11.2026 | -          | directory.date
            t.bad        | ZZ_ST   | 张三 | Zhang | 2027-02-01 | 2027-01-31 | directory.reversed
            t.bad        | ZZ_ST   | 张三 | Zhang | 2020-01-01 | -          | directory.past
            t.bad        | ZZ_ST   | 张三 | Zhang | -          | 2026-02-30 | directory.date
            """)
    void whatIsTypedWrongIsNamed(String login, String org, String zh, String en, String from, String to, String code) {
        Refused refused = refused(() -> desk.enter(system, new NewPerson(login, org, zh, en, from, to), "试"));
        assertThat(refused.refusal().code()).isEqualTo("directory.faulty");
        assertThat(refused.faults()).extracting(Fault::code).containsExactly(code);
    }

    @Test
    void everyFaultIsToldAtOnceAndAReasonIsOwed() {
        Refused refused = refused(() -> desk.enter(system, new NewPerson("X", "NO", "", "", "a", "b"), " "));
        assertThat(refused.faults())
                .extracting(Fault::pointer)
                .containsExactly("/login", "/org", "/name/zh", "/name/en", "/from", "/to", "/reason");
        String login = worker("ZZ_ST", "EXPERT");
        assertThat(refused(() -> desk.give(security, login, version(login), "NO_ROLE", "2020-01-01", "", null))
                        .faults())
                .extracting(Fault::code)
                .containsExactly("directory.no-role", "directory.past", "directory.required");
        assertThat(refused(() -> desk.signIn(security, login, version(login), true, "short", "试"))
                        .faults())
                .extracting(Fault::code)
                .contains("password.short");
    }

    @Test
    void whatSomebodyElseHasChangedMeanwhileIsToldWithWhoAndWhen() {
        String login = worker("ZZ_ST", "EXPERT");
        long seen = version(login);
        desk.signIn(directory.actor("secadmin2"), login, seen, false, "", "停用");
        Refused late = refused(() -> desk.end(security, login, seen, "EXPERT", "", "离任"));
        assertThat(late.refusal().code()).isEqualTo("directory.changed-meanwhile");
        assertThat(late.arguments().get("who")).isEqualTo("secadmin2");
        assertThat(late.arguments().get("when")).isEqualTo(clock.instant());
    }

    @Test
    void ofTwoAdministratorsAtOnceOneWinsAndTheOtherIsToldWho() throws Exception {
        for (int round = 0; round < 10; round++) {
            String login = worker("ZZ_ST", "EXPERT");
            long seen = version(login);
            CyclicBarrier together = new CyclicBarrier(2);
            List<CompletableFuture<String>> acts = new ArrayList<>();
            for (String by : List.of("secadmin", "secadmin2")) {
                Actor actor = directory.actor(by);
                acts.add(CompletableFuture.supplyAsync(() -> {
                    await(together);
                    try {
                        desk.give(actor, login, seen, "APPRAISER", "", "", by);
                        return "done";
                    } catch (Refused refused) {
                        return refused.refusal().code() + " "
                                + refused.arguments().get("who");
                    }
                }));
            }
            List<String> ends = acts.stream().map(CompletableFuture::join).toList();
            assertThat(ends).filteredOn("done"::equals).hasSize(1);
            String winner = ends.get(0).equals("done") ? "secadmin" : "secadmin2";
            assertThat(ends).contains("directory.changed-meanwhile " + winner);
            assertThat(about("ZZ_ST", login))
                    .filteredOn(entry -> entry.data().containsValue("APPRAISER"))
                    .hasSize(1);
        }
    }

    @Test
    void twoWhoEndEachOtherLeaveOne() throws Exception {
        Actor one = directory.actor("secadmin");
        Actor two = directory.actor("secadmin2");
        long seenOne = version("secadmin");
        long seenTwo = version("secadmin2");
        CyclicBarrier together = new CyclicBarrier(2);
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> {
            await(together);
            return outcome(() -> desk.end(one, "secadmin2", seenTwo, "SEC_ADMIN", "", "试"));
        });
        CompletableFuture<String> second = CompletableFuture.supplyAsync(() -> {
            await(together);
            return outcome(() -> desk.end(two, "secadmin", seenOne, "SEC_ADMIN", "", "试"));
        });
        assertThat(List.of(first.join(), second.join()))
                .containsExactlyInAnyOrder("done", "directory.last-administrator");
        String gone = first.join().equals("done") ? "secadmin2" : "secadmin";
        String left = gone.equals("secadmin") ? "secadmin2" : "secadmin";
        desk.give(directory.actor(left), gone, version(gone), "SEC_ADMIN", "", "", "恢复");
    }

    private static String outcome(Runnable act) {
        try {
            act.run();
            return "done";
        } catch (Refused refused) {
            return refused.refusal().code();
        }
    }

    private static void await(CyclicBarrier together) {
        try {
            together.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private String fresh(String org) {
        String login = "t.person" + ++made;
        desk.enter(system, person(login, org), "新进人员");
        return login;
    }

    private String worker(String org, String role) {
        String login = fresh(org);
        desk.signIn(security, login, version(login), true, "Herbst-7-Birke-x", "入职");
        desk.give(security, login, version(login), role, "", "", "到岗");
        return login;
    }

    private static NewPerson person(String login, String org) {
        return new NewPerson(login, org, "张新人", "Zhang New", "", "");
    }

    private long version(String login) {
        return sql.queryForObject("select version from dir_person where login = ?", Long.class, login);
    }

    private List<Recorded> about(String org, String login) {
        return trail.page(new Subject("org", org), 0, 10_000).stream()
                .filter(entry -> entry.about() != null && entry.about().id().equals(login))
                .toList();
    }

    private static Refused refused(Runnable act) {
        return catchThrowableOfType(Refused.class, act::run);
    }

    private static String refusal(Runnable act) {
        Refused refused = refused(act);
        assertThat(refused).as("refused").isNotNull();
        return refused.refusal().code();
    }
}
