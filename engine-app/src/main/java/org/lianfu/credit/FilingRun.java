package org.lianfu.credit;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lianfu.application.Applications;
import org.lianfu.application.CaseFile;
import org.lianfu.review.CaseEnded;
import org.lianfu.review.ClockWatch;
import org.lianfu.review.ReviewDesk;
import org.lianfu.review.Step;
import org.lianfu.review.Steps;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Audience;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Money;
import org.lianfu.trail.Entry;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The way of one loan into the risk pool: it asks to be filed, waits for its batch, and is worked off in it (§28). */
@Component
public class FilingRun {

    private static final Set<Audience> MONEY = Set.of(Audience.APPLICANT, Audience.BANK, Audience.SCHEME);

    private final Applications applications;
    private final Steps steps;
    private final ReviewDesk review;
    private final Loans loans;
    private final Filings filings;
    private final Pool pool;
    private final ClockWatch watch;
    private final Clock clock;

    FilingRun(
            Applications applications,
            Steps steps,
            ReviewDesk review,
            Loans loans,
            Filings filings,
            Pool pool,
            ClockWatch watch,
            Clock clock) {
        this.applications = applications;
        this.steps = steps;
        this.review = review;
        this.loans = loans;
        this.filings = filings;
        this.pool = pool;
        this.watch = watch;
        this.clock = clock;
    }

    /** The bank asks for the loan to be filed; it waits for the batch of its month. */
    @Transactional
    public void requestFiling(CaseNo no) {
        CaseFile file = applications.open(no);
        Loan loan = loans.get(no);
        filings.ask(
                no,
                loan.bank(),
                file.application().programCode(),
                YearMonth.from(loan.valueOn()),
                loan.drawn(),
                clock.instant());
        file.record(Entry.of("filing.requested", Actor.SYSTEM)
                .about("loan", no.value())
                .amount(loan.drawn())
                .audience(MONEY));
    }

    /** A case that has ended is filed no more. */
    @EventListener
    void onEnded(CaseEnded event) {
        if (CaseClosing.wasWithABank(event.file())) {
            CaseNo no = event.file().application().no();
            filings.find(no).ifPresent(filing -> lapse(filing, Actor.SYSTEM));
        }
    }

    private void lapse(Filings.Filing filing, Actor actor) {
        if (filing.isOpen()) {
            filings.move(filing.no(), filing.state(), Filings.State.LAPSED, null, null, actor.login(), clock.instant());
        }
    }

    /** Works off one line of a running batch; a loan that was repaid meanwhile lapses. */
    @Transactional
    public void work(Batch batch, CaseNo no) {
        CaseFile file = applications.open(no);
        Filings.Filing filing = filings.find(no).orElseThrow();
        boolean refusing = filing.state() == Filings.State.REFUSING;
        if (!refusing && filing.state() != Filings.State.LISTED) {
            return;
        }
        List<Step> waiting = steps.ofCase(no).stream()
                .filter(step -> step.isOpen() && step.place().isOutside())
                .toList();
        if (waiting.isEmpty()) {
            lapse(filing, Actor.SYSTEM);
            return;
        }
        String number = refusing ? null : "BA-" + no.value();
        filings.move(
                no,
                filing.state(),
                refusing ? Filings.State.REFUSED : Filings.State.FILED,
                number,
                null,
                batch.startedBy(),
                clock.instant());
        Entry entry = Entry.of(refusing ? "filing.refused" : "filing.filed", Actor.SYSTEM)
                .about("loan", no.value())
                .amount(filing.amount())
                .data("batch", batch.id())
                .audience(MONEY);
        file.record(refusing ? entry.details(Map.of("reason", filing.reason())) : entry.data("number", number));
        review.answerOutside(
                no,
                waiting.get(0).place().element(),
                refusing ? "REJECT" : "DONE",
                refusing ? filing.reason() : "",
                refusing ? Map.of() : Map.of(Keys.FILING_NO, number));
    }

    /**
     * The tenth of the month has passed and the loan is not filed; the operator has called the finance office. It still waits
     * for its batch, and the time runs anew.
     */
    @Transactional
    public void waitAgain(CaseNo no, String stepId) {
        applications.open(no);
        if (filings.find(no).filter(Filings.Filing::isOpen).isPresent()) {
            watch.waitAgain(no, stepId);
        }
    }

    /** Every line is worked off: the batch is done. @return false when lines are left */
    @Transactional
    public boolean finish(String batchId) {
        Batch batch = filings.batch(batchId).orElseThrow();
        if (batch.counts().left() > 0 || batch.state() != Batch.State.RUNNING) {
            return false;
        }
        pool.lock();
        if (!filings.turn(batchId, Batch.State.RUNNING, Batch.State.DONE, null, null, null, clock.instant())) {
            return false;
        }
        pool.append(
                FilingDesk.about(batch, "pool.batch-done", Actor.SYSTEM)
                        .amount(Money.ofFen(batch.counts().filedFen()))
                        .data("filed", String.valueOf(batch.counts().filed()))
                        .data("refused", String.valueOf(batch.counts().refused()))
                        .data("lapsed", String.valueOf(batch.counts().lapsed())),
                Money.ZERO);
        return true;
    }
}
