package org.lianfu.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianfu.application.Application;
import org.lianfu.flow.Decisions;
import org.lianfu.outbox.Incident;
import org.lianfu.program.Programs;
import org.lianfu.review.ClockWatch;
import org.lianfu.shared.Actor;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Money;
import org.lianfu.trail.Recorded;
import org.lianfu.trail.Subject;
import org.springframework.beans.factory.annotation.Autowired;

/** The risk pool and its monthly batches, on one database. Other tests may have left loans that wait, or are filed. */
abstract class PoolContract extends LoanHouse {

    private static final Subject POOL = new Subject("pool", Pool.CODE);

    @Autowired
    Decisions decisions;

    @Autowired
    Programs programs;

    @Autowired
    PoolDesk pool;

    @Autowired
    FilingDesk filing;

    @Autowired
    FilingClerk clerk;

    @Autowired
    FilingRun run;

    @Autowired
    Filings filings;

    @AfterEach
    void nothingIsReported() {
        sql.update("update crd_pool_npl set balance = 0");
    }

    /** §29, at each limit: 4.9999 % is open, 7.9999 % only a warning. */
    @ParameterizedTest
    @CsvSource({"0, OPEN", "49999, OPEN", "50000, WARNING", "79999, WARNING", "80000, STOPPED", "1000000, STOPPED"})
    void the_gate(long rate, String status) {
        assertThat(decisions
                        .evaluate(programs.newest(LoanCase.PROGRAM).ref(), "poolStatus", Map.of("nplRate", rate))
                        .get(0)
                        .outputs())
                .containsEntry("poolStatus", status);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "0, 1, 1000000",
        "300000000, 15000000, 50000",
        "300000000, 14999999, 49999",
        "300000000, 23999999, 79999",
        "900000000000000000, 72000000000000000, 80000"
    })
    void the_rate_is_cut_off_and_never_rounded_up_to_a_limit(long outstanding, long npl, long rate) {
        assertThat(new PoolFigures(Money.ZERO, Money.ofFen(outstanding), Money.ofFen(npl)).rate())
                .isEqualTo(rate);
    }

    @Test
    void a_batch_files_what_waits_refuses_what_was_marked_and_passes_over_what_was_repaid() {
        CaseNo good = waiting();
        CaseNo bad = waiting();
        CaseNo repaid = waiting();
        Batch batch = filing.open(filer(), LoanCase.PROGRAM, month());
        filing.refuse(filer(), batch.id(), bad, "企业未入库");
        loan.act(repaid, "bank.a.postloan", "recordRepayment", "DONE", loan.repayment());

        Batch running = filing.file(filer(), batch.id());
        assertThat(running.state()).isEqualTo(Batch.State.RUNNING);
        assertThat(running.counts().left()).isEqualTo(running.counts().total());
        assertThat(clerk.workOff(batch.id())).isZero();

        Batch done = filings.batch(batch.id()).orElseThrow();
        assertThat(done.state()).isEqualTo(Batch.State.DONE);
        assertThat(done.counts().left()).isZero();
        assertThat(state(good)).isEqualTo(Filings.State.FILED);
        assertThat(state(bad)).isEqualTo(Filings.State.REFUSED);
        assertThat(state(repaid)).isEqualTo(Filings.State.LAPSED);
        assertThat(loan.waiting(good)).doesNotContain("fileLoan").contains("recordRepayment");
        assertThat(loan.waiting(bad)).doesNotContain("fileLoan").contains("recordRepayment");
        assertThat(types(good)).containsOnlyOnce("filing.filed");
        assertThat(types(bad)).containsOnlyOnce("filing.refused").doesNotContain("filing.filed");
        assertThat(trail.verify(Application.subject(good)).flaws()).isEmpty();
        assertThat(poolEntries())
                .extracting(Recorded::type)
                .containsSubsequence("pool.batch-opened", "pool.batch-started", "pool.batch-done");
        assertThat(trail.verify(POOL).flaws()).isEmpty();
        assertThat(clerk.workOff(batch.id()))
                .as("a batch that is done is not done again")
                .isZero();

        filing.revoke(filer(), good, "资料不实");
        assertThat(state(good)).isEqualTo(Filings.State.REVOKED);
        assertThat(types(good)).containsOnlyOnce("filing.revoked");
        refused(() -> filing.revoke(filer(), good, "再次撤销"), CreditRefusals.FILING_STATE);
        refused(() -> filing.revoke(filer(), bad, " "), CreditRefusals.FILING_REASON);
    }

    @Test
    void at_five_percent_a_second_person_approves_and_at_eight_nothing_is_filed_but_what_runs_goes_on() {
        filed(waiting());
        CaseNo next = waiting();
        report(5);
        Batch batch = filing.open(filer(), LoanCase.PROGRAM, month());
        assertThat(filing.file(filer(), batch.id()).state()).isEqualTo(Batch.State.SECOND);
        assertThat(clerk.workOff(batch.id())).isZero();
        assertThat(state(next)).isEqualTo(Filings.State.LISTED);
        refused(() -> filing.approve(filer(), batch.id()), CreditRefusals.BATCH_SAME_PERSON);

        report(8);
        Map<String, Object> figures =
                refused(() -> filing.approve(loan.actor("fin.chief"), batch.id()), CreditRefusals.POOL_STOPPED);
        assertThat(figures).containsEntry("rate", "8.0000");
        report(7);
        Batch approved = filing.approve(loan.actor("fin.chief"), batch.id());
        assertThat(approved.approvedBy()).isEqualTo("fin.chief");

        report(8);
        clerk.workOff();
        assertThat(state(next)).isEqualTo(Filings.State.FILED);
        CaseNo late = waiting();
        report(8);
        Batch stopped = filing.open(filer(), LoanCase.PROGRAM, month());
        refused(() -> filing.file(filer(), stopped.id()), CreditRefusals.POOL_STOPPED);
        assertThat(state(late)).isEqualTo(Filings.State.LISTED);
        assertThat(filings.batch(stopped.id()).orElseThrow().state()).isEqualTo(Batch.State.OPEN);
    }

    /** §28: nobody stands in for the batch; a loan filed late is filed, and the operator's incident is closed by it. */
    @Test
    void a_loan_that_is_not_filed_in_time_becomes_an_incident_and_waits_for_its_batch_all_the_same() {
        CaseNo no = waiting();
        clock.advance(Duration.ofDays(45));
        watch.actOnDue();
        assertThat(open(no)).extracting(Incident::kind).contains(ClockWatch.SILENT);
        assertThat(types(no)).contains("step.timed-out");
        refused(
                () -> loan.act(no, "operator", "fileLoan", "DONE", Map.of("filingNo", "BA-1")),
                CreditRefusals.FILING_STATE);
        refused(() -> loan.act(no, "operator", "fileLoan", "REJECT", Map.of()), CreditRefusals.FILING_STATE);

        Incident silent = open(no).stream()
                .filter(i -> i.kind().equals(ClockWatch.SILENT))
                .findFirst()
                .orElseThrow();
        incidents.retry(silent.id(), loan.actor("operator"), "已提醒金融办");
        assertThat(open(no)).extracting(Incident::kind).doesNotContain(ClockWatch.SILENT);
        clock.advance(Duration.ofDays(45));
        watch.actOnDue();
        assertThat(open(no)).extracting(Incident::kind).contains(ClockWatch.SILENT);

        filed(no);
        assertThat(open(no)).extracting(Incident::kind).doesNotContain(ClockWatch.SILENT);
        assertThat(loan.waiting(no)).doesNotContain("fileLoan");
        assertThat(trail.verify(Application.subject(no)).flaws()).isEmpty();
        clock.reset();
    }

    /** A second order, a second clerk, a clerk after a stop: every line is worked off once. */
    @Test
    void a_batch_that_was_stopped_in_the_middle_goes_on_and_nothing_is_filed_twice() throws Exception {
        List<CaseNo> waiting = List.of(waiting(), waiting(), waiting(), waiting());
        Batch batch = filing.open(filer(), LoanCase.PROGRAM, month());
        refused(() -> filing.open(filer(), LoanCase.PROGRAM, month()), CreditRefusals.BATCH_EMPTY);
        Batch running = filing.file(filer(), batch.id());
        refused(() -> filing.file(filer(), batch.id()), CreditRefusals.BATCH_STATE);

        // one line is worked off, one is rolled back, and the house stops
        run.work(running, waiting.get(0));
        transaction.executeWithoutResult(tx -> {
            run.work(running, waiting.get(1));
            tx.setRollbackOnly();
        });
        assertThat(state(waiting.get(1))).isEqualTo(Filings.State.LISTED);
        assertThat(types(waiting.get(1))).doesNotContain("filing.filed");
        assertThat(run.finish(batch.id())).as("lines are left").isFalse();

        ExecutorService houses = Executors.newFixedThreadPool(2);
        try {
            for (Future<Integer> each :
                    houses.invokeAll(Collections.<Callable<Integer>>nCopies(2, () -> clerk.workOff(batch.id())))) {
                assertThat(each.get()).isZero();
            }
        } finally {
            houses.shutdownNow();
        }
        assertThat(filings.batch(batch.id()).orElseThrow().state()).isEqualTo(Batch.State.DONE);
        for (CaseNo no : waiting) {
            assertThat(types(no)).containsOnlyOnce("filing.filed");
            assertThat(trail.verify(Application.subject(no)).flaws()).isEmpty();
        }
        assertThat(poolEntries())
                .filteredOn(entry -> entry.type().equals("pool.batch-done")
                        && batch.id().equals(entry.about().id()))
                .hasSize(1);
    }

    @Test
    void only_the_leading_office_files_and_only_months_that_have_come() {
        waiting();
        refused(() -> filing.open(filer(), LoanCase.PROGRAM, month().plusMonths(1)), CreditRefusals.BATCH_MONTH);
        refused(() -> filing.open(filer(), LoanCase.PROGRAM, month().minusMonths(1)), CreditRefusals.BATCH_EMPTY);
        Batch batch = filing.open(filer(), LoanCase.PROGRAM, month());
        Actor elsewhere = new Actor("drc.reviewer", "ZZ_DRC", java.util.Set.of(FilingDesk.FILER), "pwd");
        refused(() -> filing.file(elsewhere, batch.id()), CreditRefusals.BATCH_MISSING);
        refused(() -> filing.open(elsewhere, LoanCase.PROGRAM, month()), CreditRefusals.NO_POOL_GATE);
        refused(
                () -> filing.refuse(filer(), batch.id(), new CaseNo("IPP-2026-430204-999999"), "无"),
                CreditRefusals.FILING_STATE);
    }

    @Test
    void the_ledger_keeps_every_movement_and_never_falls_below_nothing() {
        Actor budget = loan.actor("treasury.maker");
        Money before = pool.figures().balance();
        pool.move(budget, 5_000_000_00L, "年度注资");
        pool.move(budget, -1_000_000_00L, "代偿支出");
        assertThat(pool.figures().balance()).isEqualTo(before.plus(Money.ofYuan("4000000")));
        Map<String, Object> figures = refused(
                () -> pool.move(budget, -pool.figures().balance().fen() - 1, "超支"), CreditRefusals.POOL_BALANCE);
        assertThat(figures).containsKey("balance");
        refused(() -> pool.move(budget, 0, "零"), CreditRefusals.POOL_AMOUNT);
        refused(() -> pool.move(budget, 1, "  "), CreditRefusals.POOL_AMOUNT);
        assertThat(pool.moves(2)).extracting(PoolDesk.Move::note).containsExactly("代偿支出", "年度注资");
        assertThat(trail.verify(POOL).flaws()).isEmpty();
    }

    @Test
    void a_bank_reports_no_more_than_it_has_outstanding_and_no_day_to_come() {
        filed(waiting());
        Actor bank = loan.actor("bank.a.postloan");
        Money outstanding = pool.figures().outstanding();
        refused(() -> pool.report(bank, outstanding.plus(Money.ofFen(1)), loan.today()), CreditRefusals.NPL);
        refused(() -> pool.report(bank, Money.ofFen(-1), loan.today()), CreditRefusals.NPL);
        refused(() -> pool.report(bank, Money.ZERO, loan.today().plusDays(1)), CreditRefusals.NPL);
        refused(() -> pool.report(loan.actor("bank.b.postloan"), Money.ofFen(1), loan.today()), CreditRefusals.NPL);
    }

    private Filings.State state(CaseNo no) {
        return filings.find(no).orElseThrow().state();
    }

    private void filed(CaseNo no) {
        Batch batch = filing.open(filer(), LoanCase.PROGRAM, month());
        filing.file(filer(), batch.id());
        clerk.workOff(batch.id());
        assertThat(state(no)).isEqualTo(Filings.State.FILED);
    }

    /** Bank A reports this share of everything that is outstanding in the pool. */
    private void report(long percent) {
        long outstanding = pool.figures().outstanding().fen();
        pool.report(loan.actor("bank.a.postloan"), Money.ofFen(outstanding * percent / 100), loan.today());
    }

    private Actor filer() {
        return loan.actor("fin.reviewer");
    }

    private YearMonth month() {
        return YearMonth.from(loan.today());
    }

    private List<Recorded> poolEntries() {
        List<Recorded> all = new ArrayList<>();
        for (List<Recorded> page = trail.page(POOL, 0, 500);
                !page.isEmpty();
                page = trail.page(POOL, all.get(all.size() - 1).seq(), 500)) {
            all.addAll(page);
        }
        return all;
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
        assertThat(loan.waiting(no)).contains("fileLoan");
        return no;
    }
}
