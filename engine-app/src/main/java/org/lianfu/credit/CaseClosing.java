package org.lianfu.credit;

import java.time.Clock;
import java.util.Set;
import org.lianfu.application.ApplicationEnded;
import org.lianfu.application.Applications;
import org.lianfu.application.CaseFile;
import org.lianfu.application.Decision;
import org.lianfu.application.Status;
import org.lianfu.review.CaseEnded;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Audience;
import org.lianfu.shared.Times;
import org.lianfu.trail.Entry;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the bank's side of a case leaves in order when the case ends 结案: no bank is asked any more, no contract stays open. */
@Component
class CaseClosing {

    private static final Set<Audience> BETWEEN_TWO = Set.of(Audience.APPLICANT, Audience.BANK);

    private final Applications applications;
    private final Offers offers;
    private final Loans loans;
    private final Clock clock;

    CaseClosing(Applications applications, Offers offers, Loans loans, Clock clock) {
        this.applications = applications;
        this.offers = offers;
        this.loans = loans;
        this.clock = clock;
    }

    /**
     * A contract under which nothing was drawn ends with its case.
     *
     * @throws org.lianfu.shared.Refused LOAN_STATE when money is still owed: such a case may not end
     */
    @EventListener
    void onEnded(CaseEnded event) {
        CaseFile file = event.file();
        // settled leaves nothing open
        if (event.end() == Status.SETTLED || !wasWithABank(file)) {
            return;
        }
        if (event.end() == Status.EXPIRED && file.application().status() == Status.APPROVED) {
            tellThatTheApprovalLapsed(file);
        }
        loans.find(file.application().no())
                .filter(loan -> loan.state() != Loan.State.SETTLED)
                .ifPresent(loan -> {
                    Loan after = loan.cancelled();
                    loans.save(loan, after);
                    file.record(Entry.of("loan.cancelled", Actor.SYSTEM)
                            .about("loan", loan.no().value())
                            .move(loan.state().name(), after.state().name())
                            .audience(BETWEEN_TWO));
                });
    }

    /** The approval did not become a contract: the firm is told since when it does not hold, and what it may do. */
    private void tellThatTheApprovalLapsed(CaseFile file) {
        Decision decision = file.application().decision();
        if (decision != null && "APPROVE".equals(decision.outcome())) {
            file.record(Entry.of("decision.lapsed", Actor.SYSTEM)
                    .amount(decision.amount())
                    .data("decidedOn", Times.date(decision.decidedAt()).toString())
                    .data("lapsedOn", Times.date(clock.instant()).toString())
                    .audience(BETWEEN_TWO));
        }
    }

    /** Where no bank ever held the case nobody can have lent, paid or filed anything: the end need not look for it. */
    static boolean wasWithABank(CaseFile file) {
        return file.application().holderBank() != null;
    }

    /** The applicant took the case back while a bank was asked: that bank need not answer. */
    @EventListener
    void onWithdrawn(ApplicationEnded event) {
        CaseFile file = applications.open(event.no());
        String bank = file.application().holderBank();
        if (bank != null && offers.answered(event.no(), bank, Offers.WITHDRAWN, clock.instant())) {
            file.record(
                    Entry.of("offer.withdrawn", Actor.SYSTEM).data("bank", bank).audience(BETWEEN_TWO));
        }
    }
}
