package org.lianfu.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianfu.directory.LimitsDesk.NewLimits;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Fault;
import org.lianfu.shared.Money;
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

/** Limits of credit authority on each database: two persons, one set a day, and never backwards. */
@ModuleTest
@ActiveProfiles("demo")
@Import(DirectoryParts.class)
abstract class LimitsContract {

    private static final String PROGRAM = "loan-ip-pledge";

    @Autowired
    Directory directory;

    @Autowired
    LimitsDesk desk;

    @Autowired
    LimitsBook book;

    @Autowired
    Trail trail;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    TestClock clock;

    private Actor bank;
    private Actor city;

    @BeforeEach
    void administrators() {
        clock.reset();
        sql.update("delete from dir_limits");
        bank = directory.actor("bank.a.secadmin");
        city = directory.actor("secadmin");
    }

    @AfterEach
    void everyChainVerifies() {
        assertThat(trail.verifyAll()).filteredOn(verdict -> !verdict.isSound()).isEmpty();
    }

    @Test
    void whatOneProposesAnotherConfirmsAndItHoldsFromItsDay() {
        Limits proposed = desk.propose(bank, "BANK_A", limits("2000000", "5000000.5", today().plusDays(2)), "年度授权");
        assertThat(book.inForce("BANK_A", PROGRAM)).isEmpty();
        assertThat(refusal(() -> desk.confirm(bank, "BANK_A", proposed.id(), "自己复核")))
                .isEqualTo("limits.second-person");
        Limits confirmed = desk.confirm(city, "BANK_A", proposed.id(), "核对文件无误");
        assertThat(confirmed.decidedBy()).isEqualTo("secadmin");
        assertThat(book.inForce("BANK_A", PROGRAM)).as("not before its day").isEmpty();
        clock.advance(Duration.ofDays(2));
        Limits holds = book.inForce("BANK_A", PROGRAM).orElseThrow();
        assertThat(holds.branch()).isEqualTo(Money.ofYuan("2000000"));
        assertThat(holds.city()).isEqualTo(Money.ofYuan("5000000.50"));
        assertThat(book.inForce("BANK_B", PROGRAM)).as("another bank").isEmpty();

        List<Recorded> told = about(proposed.id());
        assertThat(told).extracting(Recorded::type).containsExactly("limits.proposed", "limits.confirmed");
        assertThat(told).extracting(Recorded::login).containsExactly("bank.a.secadmin", "secadmin");
        assertThat(told.get(1).data())
                .containsEntry("levels", "BRANCH:2000000.00,CITY:5000000.50,COMMITTEE:9000000.00")
                .containsEntry("from", holds.from().toString());
        assertThat(told.get(1).evidence().get(0).sha256()).isEqualTo(holds.sha256());
        assertThat(told.get(1).details()).containsEntry("reason", "核对文件无误").containsEntry("source", "授权书2026-1");
    }

    @Test
    void aNewerSetTakesOverOnItsDayAndTheOlderHoldsUntilThen() {
        inForce("2000000", today());
        inForce("3000000", today().plusDays(5));
        assertThat(book.inForce("BANK_A", PROGRAM).orElseThrow().branch()).isEqualTo(Money.ofYuan("2000000"));
        clock.advance(Duration.ofDays(5));
        assertThat(book.inForce("BANK_A", PROGRAM).orElseThrow().branch()).isEqualTo(Money.ofYuan("3000000"));
        assertThat(book.ofBank(city, "BANK_A")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -0.01    | 5000000 | 9000000 | -          | 授权书 | branch    | directory.limit-money
            二百万   | 5000000 | 9000000 | -          | 授权书 | branch    | directory.limit-money
            1.001    | 5000000 | 9000000 | -          | 授权书 | branch    | directory.limit-money
            12345678901 | 5000000 | 9000000 | -       | 授权书 | branch    | directory.limit-money
            -        | 5000000 | 9000000 | -          | 授权书 | branch    | directory.required
            2000000  | 1000000 | 9000000 | -          | 授权书 | city      | directory.limit-order
            2000000  | 2000000 | 9000000 | -          | 授权书 | city      | directory.limit-order
            2000000  | 5000000 | 4999999.99 | -       | 授权书 | committee | directory.limit-order
            2000000  | 5000000 | 9000000 | 2020-01-01 | 授权书 | from      | directory.past
            2000000  | 5000000 | 9000000 | 2026-13-01 | 授权书 | from      | directory.date
            2000000  | 5000000 | 9000000 | -          | -      | source    | directory.required
            """)
    void whatCannotBeALimitIsNamed(
            String branch, String of, String committee, String from, String source, String field, String code) {
        Refused refused = refused(
                () -> desk.propose(bank, "BANK_A", new NewLimits(PROGRAM, branch, of, committee, from, source), "试"));
        assertThat(refused.faults()).extracting(Fault::pointer).containsExactly("/" + field);
        assertThat(refused.faults()).extracting(Fault::code).containsExactly(code);
        assertThat(book.ofBank(bank, "BANK_A")).isEmpty();
    }

    @Test
    void aBranchMayApproveNothing() {
        assertThat(desk.propose(bank, "BANK_A", limits("0", "5000000", today()), "上收权限")
                        .branch())
                .isEqualTo(Money.ZERO);
    }

    @Test
    void setsDoNotOverlap() {
        Limits first = desk.propose(bank, "BANK_A", limits("2000000", "5000000", today()), "试");
        Refused open = refused(() -> desk.propose(city, "BANK_A", limits("1", "2", today().plusDays(1)), "试"));
        assertThat(open.refusal().code()).isEqualTo("limits.open");
        assertThat(open.arguments().get("who")).isEqualTo("bank.a.secadmin");
        desk.confirm(city, "BANK_A", first.id(), "试");
        assertThat(refusal(() -> desk.propose(bank, "BANK_A", limits("3000000", "5000000", today()), "试")))
                .isEqualTo("limits.same-day");
        Refused late = refused(() -> desk.refuse(bank, "BANK_A", first.id(), "试"));
        assertThat(late.refusal().code()).isEqualTo("limits.confirmed");
        assertThat(late.arguments().get("who")).isEqualTo("secadmin");
    }

    @Test
    void whoComesAfterTheFirstDayProposesAnew() {
        Limits late = desk.propose(bank, "BANK_A", limits("2000000", "5000000", today()), "试");
        clock.advance(Duration.ofDays(1));
        assertThat(refusal(() -> desk.confirm(city, "BANK_A", late.id(), "试"))).isEqualTo("limits.past");
        desk.refuse(city, "BANK_A", late.id(), "过期");
        assertThat(book.inForce("BANK_A", PROGRAM)).isEmpty();
        assertThat(about(late.id())).extracting(Recorded::type).containsExactly("limits.proposed", "limits.refused");
    }

    @Test
    void onlySecurityAdministratorsOfTheBankOrTheCity() {
        NewLimits some = limits("2000000", "5000000", today());
        for (String other : List.of("sysadmin", "auditadmin", "bank.a.upper", "operator")) {
            assertThat(refusal(() -> desk.propose(directory.actor(other), "BANK_A", some, "试")))
                    .as(other)
                    .isEqualTo("directory.not-yours");
        }
        Actor elsewhere = directory.actor("bank.b.secadmin");
        assertThat(refusal(() -> desk.propose(elsewhere, "BANK_A", some, "试"))).isEqualTo("directory.unknown-org");
        assertThat(refusal(() -> book.ofBank(elsewhere, "BANK_A"))).isEqualTo("directory.unknown-org");
        assertThat(refusal(() -> desk.propose(city, "ZZ_IIT", some, "试"))).isEqualTo("directory.unknown-org");
        assertThat(refused(() -> desk.propose(city, "BANK_A", new NewLimits("no-such", "1", "2", "3", "", "授权书"), "试"))
                        .faults())
                .extracting(Fault::code)
                .containsExactly("directory.not-served");
        assertThat(book.ofBank(directory.actor("auditadmin"), "BANK_A")).isEmpty();
        Limits mine = desk.propose(bank, "BANK_A", some, "试");
        assertThat(refusal(() -> desk.confirm(city, "BANK_B", mine.id(), "试"))).isEqualTo("limits.unknown");
    }

    @Test
    void ofTwoProposalsAtOnceOneStands() {
        for (int round = 0; round < 5; round++) {
            sql.update("delete from dir_limits");
            CyclicBarrier together = new CyclicBarrier(2);
            List<CompletableFuture<String>> acts = new ArrayList<>();
            for (Actor actor : List.of(bank, city)) {
                acts.add(CompletableFuture.supplyAsync(() -> {
                    try {
                        together.await();
                        desk.propose(actor, "BANK_A", limits("2000000", "5000000", today()), "试");
                        return "done";
                    } catch (Refused refused) {
                        return refused.refusal().code();
                    } catch (Exception e) {
                        return e.toString();
                    }
                }));
            }
            assertThat(acts.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder("done", "limits.open");
        }
    }

    private void inForce(String branch, LocalDate from) {
        Limits set = desk.propose(bank, "BANK_A", limits(branch, "5000000", from), "试");
        desk.confirm(city, "BANK_A", set.id(), "试");
    }

    private static NewLimits limits(String branch, String of, LocalDate from) {
        return new NewLimits(PROGRAM, branch, of, "9000000", from.toString(), "授权书2026-1");
    }

    private LocalDate today() {
        return Times.date(clock.instant());
    }

    private List<Recorded> about(String id) {
        return trail.page(new Subject("org", "BANK_A"), 0, 10_000).stream()
                .filter(entry -> entry.about() != null && entry.about().id().equals(id))
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
