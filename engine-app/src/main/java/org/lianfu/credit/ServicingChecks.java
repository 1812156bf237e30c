package org.lianfu.credit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.lianfu.application.CaseFile;
import org.lianfu.review.Step;
import org.lianfu.review.StepCheck;
import org.lianfu.review.Steps;
import org.lianfu.review.Voice;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Money;
import org.lianfu.shared.Times;
import org.springframework.stereotype.Component;

/** Refuses a report or check that contradicts the loan: more used than was drawn, a day before it or after today (§19, §20). */
@Component
class ServicingChecks implements StepCheck {

    private final Loans loans;
    private final Steps steps;
    private final Filings filings;
    private final Clock clock;

    ServicingChecks(Loans loans, Steps steps, Filings filings, Clock clock) {
        this.loans = loans;
        this.steps = steps;
        this.filings = filings;
        this.clock = clock;
    }

    @Override
    public void check(CaseFile file, Step step, Voice voice) {
        CaseRecord.Answered said = new CaseRecord.Answered(voice.answers());
        CaseNo no = file.application().no();
        if (said.has(Keys.REPORTED_ON, Keys.USED_AMOUNT)) {
            day(no, said.date(Keys.REPORTED_ON));
            Money drawn = loans.get(no).drawn();
            Money before = CaseRecord.of(steps.ofCase(no), steps.voices(no)).sum(Keys.USED_AMOUNT);
            Money now = said.money(Keys.USED_AMOUNT);
            if (before.plus(now).compareTo(drawn) > 0) {
                throw CreditRefusals.USED_ABOVE_DRAWN.because(
                        Map.of("amount", now.yuan(), "before", before.yuan(), "drawn", drawn.yuan()));
            }
        } else if (step.place().isOutside()) {
            // nobody files, or refuses to file, by hand beside the pool's gate: the batch moves its line before it
            // answers
            if (filings.find(no).filter(Filings.Filing::isOpen).isPresent()) {
                throw CreditRefusals.FILING_STATE.because(Map.of("no", no.value()));
            }
        } else if (said.has(Keys.CHECKED_ON)) {
            day(no, said.date(Keys.CHECKED_ON));
        }
    }

    private void day(CaseNo no, LocalDate on) {
        LocalDate first = loans.get(no).valueOn();
        LocalDate today = Times.date(clock.instant());
        if (on.isBefore(first) || on.isAfter(today)) {
            throw CreditRefusals.SERVICING_DATE.because(Map.of("on", on, "first", first, "today", today));
        }
    }
}
