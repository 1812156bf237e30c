package org.lianfu.credit;

import java.time.Clock;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import org.lianfu.application.Applications;
import org.lianfu.application.CaseFile;
import org.lianfu.program.Program;
import org.lianfu.program.Programs;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Audience;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Money;
import org.lianfu.shared.Times;
import org.lianfu.trail.Entry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The counter of scheme filing 备案入池 at the finance office: loans drawn in a month are taken into the risk pool in one
 * batch, single ones are refused with a reason, and a filing whose conditions fail is revoked (§28, §29).
 */
@Component
public class FilingDesk {

    /** Draws batches up, refuses single loans, files, revokes. */
    public static final String FILER = "INITIAL_REVIEWER";

    /** Approves a batch while the pool is in warning. */
    public static final String SECOND = "APPROVER";

    private static final Set<Audience> MONEY = Set.of(Audience.APPLICANT, Audience.BANK, Audience.SCHEME);
    private static final int REASON = 200;

    private final Applications applications;
    private final Programs programs;
    private final Filings filings;
    private final PoolDesk gate;
    private final Pool pool;
    private final Clock clock;

    FilingDesk(Applications applications, Programs programs, Filings filings, PoolDesk gate, Pool pool, Clock clock) {
        this.applications = applications;
        this.programs = programs;
        this.filings = filings;
        this.gate = gate;
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * Draws a batch up: every loan of the program that was drawn until the end of the month and waits.
     *
     * @throws org.lianfu.shared.Refused BATCH_MONTH for a month to come, BATCH_EMPTY when nothing waits
     */
    @Transactional
    public Batch open(Actor actor, String programCode, YearMonth month) {
        Program program = programOf(actor, programCode);
        YearMonth now = YearMonth.from(Times.date(clock.instant()));
        if (month.isAfter(now)) {
            throw CreditRefusals.BATCH_MONTH.because(Map.of("month", month, "now", now));
        }
        String id = filings.open(program.ref().code(), month, actor.login(), clock.instant())
                .orElseThrow(() -> CreditRefusals.BATCH_EMPTY.because(Map.of("month", month)));
        Batch batch = get(id);
        pool.append(about(batch, "pool.batch-opened", actor), Money.ZERO);
        return batch;
    }

    /** One loan of an open batch will be refused, for this reason. */
    @Transactional
    public void refuse(Actor actor, String batchId, CaseNo no, String reason) {
        Batch batch = mine(actor, batchId);
        must(batch, Batch.State.OPEN);
        String why = reason(reason);
        boolean listed = filings.find(no).filter(f -> batchId.equals(f.batch())).isPresent();
        if (!listed
                || !filings.move(
                        no, Filings.State.LISTED, Filings.State.REFUSING, null, why, actor.login(), clock.instant())) {
            throw CreditRefusals.FILING_STATE.because(Map.of("no", no.value()));
        }
    }

    /**
     * Files the batch: it runs from now on. While the pool is in warning it first waits for a second person.
     *
     * @throws org.lianfu.shared.Refused POOL_STOPPED when the pool is stopped
     */
    @Transactional
    public Batch file(Actor actor, String batchId) {
        Batch batch = mine(actor, batchId);
        must(batch, Batch.State.OPEN);
        pool.lock();
        String status = mayFile(batch);
        boolean warned = status.equals(PoolDesk.WARNING);
        turn(batch, warned ? Batch.State.SECOND : Batch.State.RUNNING, actor.login(), null);
        pool.append(
                about(batch, warned ? "pool.batch-second" : "pool.batch-started", actor)
                        .data("status", status)
                        .data("rate", gate.figures().percent().toPlainString()),
                Money.ZERO);
        return get(batchId);
    }

    /** A second person approves a batch while the pool is in warning. */
    @Transactional
    public Batch approve(Actor actor, String batchId) {
        Batch batch = mine(actor, batchId);
        must(batch, Batch.State.SECOND);
        if (actor.login().equals(batch.startedBy())) {
            throw CreditRefusals.BATCH_SAME_PERSON.because(Map.of("who", actor.login()));
        }
        pool.lock();
        String status = mayFile(batch);
        turn(batch, Batch.State.RUNNING, null, actor.login());
        pool.append(
                about(batch, "pool.batch-started", actor)
                        .data("status", status)
                        .data("rate", gate.figures().percent().toPlainString()),
                Money.ZERO);
        return get(batchId);
    }

    private String mayFile(Batch batch) {
        String status = gate.gate(programs.newest(batch.program()));
        if (status.equals(PoolDesk.STOPPED)) {
            throw CreditRefusals.POOL_STOPPED.because(
                    Map.of("rate", gate.figures().percent().toPlainString()));
        }
        return status;
    }

    /** The conditions of a filing have failed: it is revoked 撤销备案, and the loan is not compensated. */
    @Transactional
    public void revoke(Actor actor, CaseNo no, String reason) {
        Filings.Filing filing =
                filings.find(no).orElseThrow(() -> CreditRefusals.FILING_STATE.because(Map.of("no", no.value())));
        Batch batch = mine(actor, filing.batch());
        String why = reason(reason);
        CaseFile file = applications.open(no);
        if (!filings.move(no, Filings.State.FILED, Filings.State.REVOKED, null, why, actor.login(), clock.instant())) {
            throw CreditRefusals.FILING_STATE.because(Map.of("no", no.value()));
        }
        file.record(Entry.of("filing.revoked", actor)
                .as(FILER)
                .about("loan", no.value())
                .amount(filing.amount())
                .details(Map.of("reason", why))
                .audience(MONEY));
        pool.append(
                about(batch, "pool.filing-revoked", actor)
                        .amount(filing.amount())
                        .data("case", no.value()),
                Money.ZERO);
    }

    /** @throws org.lianfu.shared.Refused BATCH_MISSING when there is none, or it is another office's */
    Batch mine(Actor actor, String id) {
        Batch batch = id == null ? null : filings.batch(id).orElse(null);
        if (batch == null
                || !programs.newest(batch.program()).manifest().leadUnit().equals(actor.org())) {
            throw CreditRefusals.BATCH_MISSING.because(Map.of("batch", String.valueOf(id)));
        }
        return batch;
    }

    private Batch get(String id) {
        return filings.batch(id).orElseThrow();
    }

    private Program programOf(Actor actor, String code) {
        Program program = programs.find(code)
                .filter(p -> p.manifest().leadUnit().equals(actor.org()))
                .orElseThrow(() -> CreditRefusals.NO_POOL_GATE.because(Map.of("program", code)));
        gate.gate(program);
        return program;
    }

    private static void must(Batch batch, Batch.State needed) {
        if (batch.state() != needed) {
            throw CreditRefusals.BATCH_STATE.because(Map.of("state", batch.state(), "needed", needed));
        }
    }

    private void turn(Batch batch, Batch.State to, String by, String second) {
        if (!filings.turn(
                batch.id(), batch.state(), to, by, second, to == Batch.State.RUNNING ? clock.instant() : null, null)) {
            throw CreditRefusals.BATCH_STATE.because(
                    Map.of("state", get(batch.id()).state(), "needed", batch.state()));
        }
    }

    private static String reason(String reason) {
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty() || why.codePointCount(0, why.length()) > REASON) {
            throw CreditRefusals.FILING_REASON.because(Map.of("max", REASON));
        }
        return why;
    }

    static Entry about(Batch batch, String type, Actor actor) {
        return Entry.of(type, actor)
                .about("batch", batch.id())
                .data("month", batch.month().toString())
                .data("lines", String.valueOf(batch.counts().total()))
                .audience(Audience.SCHEME);
    }
}
