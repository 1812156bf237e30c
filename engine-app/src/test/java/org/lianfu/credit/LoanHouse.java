package org.lianfu.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.lianfu.application.Application;
import org.lianfu.application.ApplicationDesk;
import org.lianfu.application.Status;
import org.lianfu.outbox.Incident;
import org.lianfu.outbox.Incidents;
import org.lianfu.outbox.OutboxClerk;
import org.lianfu.review.ClockWatch;
import org.lianfu.review.ReviewDesk;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Refusal;
import org.lianfu.shared.Refused;
import org.lianfu.testing.TestClock;
import org.lianfu.testing.WholeHouse;
import org.lianfu.trail.Recorded;
import org.lianfu.trail.Trail;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A whole house on one database, with the counters that the bank's side of a loan needs. */
@WholeHouse
@Import(LoanCase.class)
abstract class LoanHouse {

    @Autowired
    LoanCase loan;

    @Autowired
    Loans loans;

    @Autowired
    Pledges pledges;

    @Autowired
    Offers offers;

    @Autowired
    LoanWatch loanWatch;

    @Autowired
    SimulatedRegistry registry;

    @Autowired
    OutboxClerk outbox;

    @Autowired
    Incidents incidents;

    @Autowired
    ClockWatch watch;

    @Autowired
    ApplicationDesk desk;

    @Autowired
    ReviewDesk review;

    @Autowired
    PledgeDesk pledgeDesk;

    @Autowired
    Trail trail;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    /** What has been put in the outbox is delivered, and the registry gives every answer that is due. */
    void registryWorks() {
        outbox.deliverDue();
        registry.answerDue();
    }

    Status status(CaseNo no) {
        return loan.application(no).status();
    }

    List<Incident> open(CaseNo no) {
        return incidents.ofCase(no.value()).stream().filter(Incident::isOpen).toList();
    }

    List<Recorded> entries(CaseNo no) {
        return trail.page(Application.subject(no), 0, 500);
    }

    List<String> types(CaseNo no) {
        return entries(no).stream().map(Recorded::type).toList();
    }

    static Map<String, Object> refused(ThrowingCallable act, Refusal refusal) {
        Throwable thrown = catchThrowable(act);
        assertThat(thrown).isInstanceOf(Refused.class);
        assertThat(((Refused) thrown).refusal()).isEqualTo(refusal);
        return Map.copyOf(((Refused) thrown).arguments());
    }
}
