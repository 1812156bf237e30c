package org.lianfu.credit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.lianfu.application.Applications;
import org.lianfu.application.CaseFile;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Audience;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Times;
import org.lianfu.trail.Entry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks for loans whose day of maturity has passed with principal outstanding, and says so: overdue 逾期. */
@Component
class LoanWatch {

    private static final Logger LOG = LoggerFactory.getLogger(LoanWatch.class);
    private static final int AT_ONCE = 100;

    private final Loans loans;
    private final Applications applications;
    private final Clock clock;
    private final TransactionTemplate transaction;

    LoanWatch(Loans loans, Applications applications, Clock clock, PlatformTransactionManager transactions) {
        this.loans = loans;
        this.applications = applications;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelayString = "${lianfu.loans.every:10m}", initialDelayString = "${lianfu.loans.first:30s}")
    void watch() {
        markOverdue();
    }

    /** Marks every loan that is overdue today. @return how many were marked */
    int markOverdue() {
        LocalDate today = Times.date(clock.instant());
        List<CaseNo> due = loans.fallenDue(today, AT_ONCE);
        for (CaseNo no : due) {
            try {
                transaction.executeWithoutResult(tx -> mark(no, today));
            } catch (RuntimeException e) {
                LOG.error("{} could not be marked overdue; it is tried again", no, e);
            }
        }
        return due.size();
    }

    private void mark(CaseNo no, LocalDate today) {
        CaseFile file = applications.open(no);
        Loan before = loans.get(no);
        if (before.state() != Loan.State.DRAWN) {
            return;
        }
        Loan after = before.overdue(today);
        loans.save(before, after);
        file.record(Entry.of("loan.overdue", Actor.SYSTEM)
                .about("loan", no.value())
                .amount(after.outstanding())
                .data("state", after.state().name())
                .data("endsOn", after.contract().endsOn().toString())
                .audience(Audience.APPLICANT, Audience.BANK, Audience.SCHEME));
    }
}
