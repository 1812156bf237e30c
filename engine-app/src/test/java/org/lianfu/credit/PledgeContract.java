package org.lianfu.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lianfu.application.Status;
import org.lianfu.outbox.Incident;
import org.lianfu.review.ClockWatch;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Money;

/** A registry that refuses, takes its time, answers twice, contradicts itself, is silent. */
abstract class PledgeContract extends LoanHouse {

    /** Owned by firm A, never registered. */
    private static final String FREE = "ZL202110123407.3";

    @Test
    void the_registry_refuses_the_bank_mends_and_asks_again() {
        CaseNo no = loan.contracted("ZL202110123401.6");
        registryWorks();
        assertThat(loan.waiting(no)).containsExactly("resolveRefusal");
        assertThat(pledges.newest(no).orElseThrow().reasons()).containsExactly("P07");

        loan.act(no, "bank.a.rm", "resolveRefusal", "DONE", Map.of("remedy", "补充质押合同条款"));
        registryWorks();
        assertThat(loan.waiting(no)).containsExactly("requestDrawdown");
        assertThat(pledges.newest(no).orElseThrow().attempt()).isEqualTo(2);
    }

    @Test
    void the_registry_refuses_and_the_bank_gives_up() {
        CaseNo no = loan.contracted(FREE);
        registryWorks();

        loan.act(no, "bank.a.rm", "resolveRefusal", "REJECT", Map.of("remedy", "争议无法解决"));
        assertThat(status(no)).isEqualTo(Status.CLOSED);
        assertThat(loans.find(no).orElseThrow().drawn()).isEqualTo(Money.ZERO);
    }

    @Test
    void the_registry_takes_its_time() {
        CaseNo no = loan.contracted("ZL202110123402.0");
        registryWorks();
        assertThat(loan.waiting(no)).containsExactly("awaitRegistration");

        clock.advance(Duration.ofMinutes(119));
        registryWorks();
        assertThat(loan.waiting(no)).containsExactly("awaitRegistration");
        clock.advance(Duration.ofMinutes(1));
        registryWorks();
        assertThat(loan.waiting(no)).containsExactly("requestDrawdown");
    }

    @Test
    void the_same_answer_twice_counts_once_and_is_noted() {
        CaseNo no = loan.contracted("ZL202110123404.X");
        registryWorks();
        assertThat(loan.waiting(no)).containsExactly("requestDrawdown");
        Loan before = loans.find(no).orElseThrow();

        registryWorks();
        assertThat(types(no)).containsOnlyOnce("pledge.registered").containsOnlyOnce("pledge.answered-again");
        assertThat(loans.find(no).orElseThrow()).isEqualTo(before);
        assertThat(open(no)).isEmpty();
        assertThat(registry.answerDue()).isZero();
    }

    @Test
    void an_answer_that_contradicts_the_first_becomes_an_incident_and_changes_nothing() {
        CaseNo no = loan.contracted("ZL202110123405.4");
        registryWorks();
        registryWorks();

        assertThat(open(no)).extracting(Incident::kind).containsExactly(PledgeDesk.CONTRADICTS);
        assertThat(loan.waiting(no)).containsExactly("requestDrawdown");
        assertThat(pledges.newest(no).orElseThrow().state()).isEqualTo(Pledge.State.REGISTERED);
    }

    @Test
    void a_silent_registry_becomes_an_incident_whose_retry_asks_again() {
        CaseNo no = loan.contracted("ZL202110123406.9");
        registryWorks();
        clock.set("2026-11-27T23:59:59");
        watch.actOnDue();
        assertThat(open(no)).isEmpty();

        clock.set("2026-11-28T00:00:00");
        watch.actOnDue();
        watch.actOnDue();
        assertThat(open(no)).extracting(Incident::kind).containsExactly(ClockWatch.SILENT);

        incidents.retry(open(no).get(0).id(), loan.actor("operator"));
        assertThat(open(no)).isEmpty();
        registryWorks();
        assertThat(loan.waiting(no)).containsExactly("requestDrawdown");
        assertThat(types(no)).containsSubsequence("step.timed-out", "pledge.asked-again", "pledge.registered");
    }

    @Test
    void a_registry_that_stays_silent_after_the_retry_is_reported_again_and_an_operator_records_the_answer() {
        CaseNo no = loan.contracted("ZL202110123403.5");
        registryWorks();
        clock.set("2026-11-28T00:00:00");
        watch.actOnDue();
        incidents.retry(open(no).get(0).id(), loan.actor("operator"));
        registryWorks();
        clock.set("2026-12-03T00:00:00");
        watch.actOnDue();
        assertThat(open(no)).hasSize(1);

        Map<String, Object> byHand = Map.of("registrationNo", "Y2026-1", "registeredOn", "2026-12-02");
        loan.act(no, "operator", "awaitRegistration", "DONE", byHand);
        assertThat(loan.waiting(no)).containsExactly("requestDrawdown");
        assertThat(open(no)).isEmpty();

        registry.tell("ZL202110123403.5");
        registryWorks();
        assertThat(open(no)).extracting(Incident::kind).contains(PledgeDesk.CONTRADICTS);
    }

    @Test
    void an_answer_to_a_request_that_nobody_made_becomes_an_incident() {
        pledgeDesk.answered("no-such-request", PledgeRegistry.Answer.registered("Y1", loan.today()));

        assertThat(incidents.list(true, null, 50)).extracting(Incident::ref).contains("no-such-request");
    }
}
