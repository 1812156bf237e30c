package org.lianfu.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianfu.application.Application;
import org.lianfu.application.Status;
import org.lianfu.outbox.Incident;
import org.lianfu.outbox.Incidents;
import org.lianfu.outbox.OutboxClerk;
import org.lianfu.review.ClockWatch;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Money;
import org.lianfu.shared.Refusal;
import org.lianfu.shared.Refused;
import org.lianfu.trail.Recorded;

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
        settles(no);
    }

    @Test
    void the_registry_refuses_and_the_bank_gives_up() {
        CaseNo no = loan.contracted(FREE);
        registryWorks();

        loan.act(no, "bank.a.rm", "resolveRefusal", "REJECT", Map.of("remedy", "争议无法解决"));
        assertThat(status(no)).isEqualTo(Status.CLOSED);
        Loan after = loans.find(no).orElseThrow();
        assertThat(after.state()).isEqualTo(Loan.State.CANCELLED);
        assertThat(after.drawn()).isEqualTo(Money.ZERO);
        assertThat(pledges.newest(no).orElseThrow().state()).isEqualTo(Pledge.State.REFUSED);
        assertThat(types(no)).containsSubsequence("pledge.refused", "loan.cancelled", "case.ended");
        assertThat(trail.verify(Application.subject(no)).flaws()).isEmpty();
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
        settles(no);
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
        settles(no);
    }

    @Test
    void an_answer_that_contradicts_the_first_becomes_an_incident_and_changes_nothing() {
        CaseNo no = loan.contracted("ZL202110123405.4");
        registryWorks();
        registryWorks();

        assertThat(open(no)).extracting(Incident::kind).containsExactly(PledgeDesk.CONTRADICTS);
        assertThat(loan.waiting(no)).containsExactly("requestDrawdown");
        assertThat(pledges.newest(no).orElseThrow().state()).isEqualTo(Pledge.State.REGISTERED);

        Pledge before = pledges.newest(no).orElseThrow();
        retry(no);
        registryWorks();
        assertThat(open(no)).as("the registry confirms what counts").isEmpty();
        assertThat(pledges.newest(no).orElseThrow()).isEqualTo(before);
        assertThat(types(no))
                .containsSubsequence("pledge.answer-contradicts", "incident.retried", "pledge.answered-again");
        settles(no);
    }

    @Test
    void a_registry_that_contradicts_itself_whenever_it_is_asked_is_cleared_up_by_a_person_who_says_how() {
        CaseNo no = loan.contracted("ZL202319000104.9");
        registryWorks();
        Pledge counts = pledges.newest(no).orElseThrow();
        for (int i = 0; i < 2; i++) {
            pledgeDesk.answered(counts.id(), PledgeRegistry.Answer.refused(List.of("P05")));
            retry(no);
        }
        pledgeDesk.answered(counts.id(), PledgeRegistry.Answer.refused(List.of("P05")));
        String id = open(no).get(0).id();

        refused(() -> incidents.clearUp(id, loan.actor("operator"), " "), Incidents.NOTE_NEEDED);
        incidents.clearUp(id, loan.actor("operator"), "登记机构书面确认已登记");
        assertThat(open(no)).isEmpty();
        assertThat(pledges.newest(no).orElseThrow()).isEqualTo(counts);
        assertThat(entries(no))
                .filteredOn(entry -> entry.type().equals("incident.cleared"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.login()).isEqualTo("operator"))
                .satisfies(entry -> assertThat(entry.details()).containsEntry("note", "登记机构书面确认已登记"));
        assertThatThrownBy(() -> incidents.clearUp(id, loan.actor("operator"), "again"))
                .hasMessageContaining("outbox.incident-closed");
        registryWorks();
        loan.drawn(no);
        assertThat(status(no)).isEqualTo(Status.DISBURSED);
    }

    @Test
    void what_holds_a_case_up_is_retried_and_cannot_be_talked_away() {
        CaseNo no = loan.contracted("ZL202319000105.3");
        incidents.open(ClockWatch.SILENT, no.value(), "some-step", "awaitRegistration");
        String id = open(no).get(0).id();

        assertThatThrownBy(() -> incidents.clearUp(id, loan.actor("operator"), "不管了"))
                .hasMessageContaining("outbox.incident-holds-up");
        assertThat(open(no)).hasSize(1);
        incidents.resolve("some-step");
    }

    @Test
    void an_operators_act_on_an_incident_stands_in_the_trail_with_who_and_why_and_not_when_it_is_refused() {
        CaseNo no = loan.contracted("ZL202319000101.5");
        sql.update("update out_parcel set state = 'STUCK' where case_no = ?", no.value());
        String parcel = sql.queryForObject("select id from out_parcel where case_no = ?", String.class, no.value());
        incidents.open(OutboxClerk.KIND, no.value(), parcel, "connection refused");
        String id = open(no).get(0).id();

        incidents.retry(id, loan.actor("operator"), "线路已恢复");
        Recorded entry = entries(no).get(entries(no).size() - 1);
        assertThat(entry.type()).isEqualTo("incident.retried");
        assertThat(entry.login()).isEqualTo("operator");
        assertThat(entry.data()).containsEntry("reason", OutboxClerk.KIND);
        assertThat(entry.details())
                .containsEntry("note", "线路已恢复")
                .containsEntry("cause", "connection refused")
                .containsEntry("about", parcel);
        assertThatThrownBy(() -> incidents.retry(id, loan.actor("operator"), ""))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("outbox.incident-closed");
        assertThat(types(no)).containsOnlyOnce("incident.retried");
        assertThat(trail.verify(Application.subject(no)).flaws()).isEmpty();
    }

    @Test
    void an_operator_cannot_answer_for_the_registry_while_it_may_still_answer() {
        CaseNo no = loan.contracted("ZL202319000102.X");
        String task = loan.task(no, "awaitRegistration");
        Map<String, Object> byHand = Map.of("registrationNo", "Y2026-2", "registeredOn", "2026-11-24");
        clock.set("2026-11-27T23:59:59");

        Refused early = (Refused) catchThrowable(() -> review.claim(loan.actor("operator"), task));
        assertThat(early.refusal().code()).isEqualTo("task.outside-may-answer");
        assertThat(early.refusal().kind()).isEqualTo(Refusal.Kind.CONFLICT);
        assertThat(early.arguments().get("since").toString()).startsWith("2026-11-24");
        assertThat(early.arguments().get("until").toString()).startsWith("2026-11-27");
        assertThatThrownBy(() -> review.complete(loan.actor("operator"), task, "DONE", "", byHand))
                .hasMessageContaining("task.outside-may-answer");

        clock.set("2026-11-28T00:00:00");
        review.complete(loan.actor("operator"), task, "DONE", "", byHand);
        assertThat(loan.waiting(no)).containsExactly("requestDrawdown");
    }

    @Test
    void an_answer_recorded_by_hand_takes_back_the_request_that_could_not_be_delivered() {
        CaseNo no = loan.contracted("ZL202319000103.4");
        sql.update("update out_parcel set state = 'STUCK' where case_no = ?", no.value());
        String parcel = sql.queryForObject("select id from out_parcel where case_no = ?", String.class, no.value());
        incidents.open(OutboxClerk.KIND, no.value(), parcel, "no registry is connected");

        Map<String, Object> byHand = Map.of("registrationNo", "Y2026-3", "registeredOn", "2026-11-24");
        loan.act(no, "operator", "awaitRegistration", "DONE", byHand);
        assertThat(open(no)).isEmpty();
        loan.drawn(no);
        loan.settled(no);
        outbox.deliverDue();
        assertThat(sql.queryForList(
                        "select state from out_parcel where case_no = ? order by seq", String.class, no.value()))
                .containsExactly("RECALLED", "DELIVERED");
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

        retry(no);
        assertThat(open(no)).isEmpty();
        registryWorks();
        assertThat(loan.waiting(no)).containsExactly("requestDrawdown");
        assertThat(types(no)).containsSubsequence("step.timed-out", "pledge.asked-again", "pledge.registered");
        settles(no);
    }

    @Test
    void a_registry_that_stays_silent_after_the_retry_is_reported_again_and_an_operator_records_the_answer() {
        CaseNo no = loan.contracted("ZL202110123403.5");
        registryWorks();
        clock.set("2026-11-28T00:00:00");
        watch.actOnDue();
        retry(no);
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
        open(no).forEach(i -> incidents.clearUp(i.id(), loan.actor("operator"), "以书面登记证为准"));
        settles(no);
    }

    @Test
    void an_answer_that_comes_when_all_is_settled_changes_nothing_and_is_reported() {
        CaseNo no = loan.contracted("ZL202319000106.8");
        registryWorks();
        Pledge counts = pledges.newest(no).orElseThrow();
        settles(no);

        PledgeRegistry.Answer same = PledgeRegistry.Answer.registered(counts.registrationNo(), counts.registeredOn());
        pledgeDesk.answered(counts.id(), same);
        assertThat(open(no)).isEmpty();
        pledgeDesk.answered(counts.id(), PledgeRegistry.Answer.refused(List.of("P05")));
        assertThat(open(no)).extracting(Incident::kind).containsExactly(PledgeDesk.CONTRADICTS);
        assertThat(status(no)).isEqualTo(Status.SETTLED);
        assertThat(pledges.newest(no).orElseThrow().state()).isEqualTo(Pledge.State.RELEASED);
        incidents.clearUp(open(no).get(0).id(), loan.actor("operator"), "登记机构确认系误发");
        settledInOrder(no);
    }

    @ParameterizedTest
    @CsvSource({"ZL202110123413.9, refused", "ZL202110123414.3, no answer"})
    void a_registry_that_refuses_the_release_or_is_silent_is_an_incident_and_the_retry_is_heard(
            String patent, String says) {
        CaseNo no = loan.contracted(patent);
        registryWorks();
        loan.drawn(no);
        loan.settled(no);
        for (int i = 0; i < 5; i++) {
            registryWorks();
            clock.advance(Duration.ofMinutes(15));
        }
        assertThat(status(no)).as("the bank has recorded the release").isEqualTo(Status.SETTLED);
        assertThat(open(no)).singleElement().satisfies(incident -> {
            assertThat(incident.kind()).isEqualTo(OutboxClerk.KIND);
            assertThat(incident.reason()).contains(says);
        });
        assertThat(registry.lookUp(patent).orElseThrow().pledged()).isTrue();
        assertThat(notFree(patent)).as("not free for another loan").isTrue();

        retry(no);
        registryWorks();
        settledInOrder(no);
        assertThat(notFree(patent)).isFalse();
    }

    @Test
    void a_release_that_was_done_and_not_heard_is_asked_for_again_and_done_once() {
        CaseNo no = loan.contracted("ZL202110123415.8");
        registryWorks();
        loan.drawn(no);
        loan.settled(no);
        registryWorks();
        assertThat(registry.lookUp("ZL202110123415.8").orElseThrow().pledged()).isFalse();
        assertThat(undelivered(no)).isEqualTo(1);

        clock.advance(Duration.ofMinutes(1));
        registryWorks();
        settledInOrder(no);
    }

    @Test
    void a_release_that_takes_its_time_frees_the_patent_when_it_is_done() {
        CaseNo no = loan.contracted("ZL202110123416.2");
        registryWorks();
        loan.drawn(no);
        loan.settled(no);
        registryWorks();
        clock.advance(Duration.ofMinutes(119));
        registryWorks();
        assertThat(notFree("ZL202110123416.2")).isTrue();
        clock.advance(Duration.ofMinutes(1));
        registryWorks();
        assertThat(notFree("ZL202110123416.2")).isFalse();
        settledInOrder(no);
    }

    /** Drawn, repaid, released; whatever the registry did before, all is in order at the end. */
    private void settles(CaseNo no) {
        loan.drawn(no);
        loan.settled(no);
        registryWorks();
        settledInOrder(no);
    }

    private void settledInOrder(CaseNo no) {
        assertThat(status(no)).isEqualTo(Status.SETTLED);
        assertThat(loans.find(no).orElseThrow().state()).isEqualTo(Loan.State.SETTLED);
        Pledge pledge = pledges.newest(no).orElseThrow();
        assertThat(pledge.state()).isEqualTo(Pledge.State.RELEASED);
        assertThat(pledges.isPledged(pledge.patentNo())).isFalse();
        assertThat(registry.lookUp(pledge.patentNo()).orElseThrow().pledged()).isFalse();
        assertThat(open(no)).isEmpty();
        assertThat(undelivered(no)).isZero();
        assertThat(loan.waiting(no)).isEmpty();
        assertThat(types(no))
                .containsOnlyOnce("pledge.registered")
                .containsOnlyOnce("loan.drawn")
                .containsOnlyOnce("loan.repaid")
                .containsOnlyOnce("pledge.released")
                .containsOnlyOnce("case.ended");
        assertThat(trail.verify(Application.subject(no)).flaws()).isEmpty();
    }

    /** Whether another application with this patent is refused because it is pledged. */
    private boolean notFree(String patent) {
        CaseNo no = loan.drafted(patent, "BANK_B");
        Throwable thrown = catchThrowable(() -> loan.submit(no));
        if (thrown == null) {
            desk.withdraw(loan.actor("firm.a"), no, "只为试填");
            return false;
        }
        assertThat(((Refused) thrown).faults()).extracting(f -> f.code()).containsExactly("P09");
        return true;
    }

    private int undelivered(CaseNo no) {
        return sql.queryForObject(
                "select count(*) from out_parcel where case_no = ? and state not in ('DELIVERED', 'RECALLED')",
                Integer.class,
                no.value());
    }

    @Test
    void an_answer_to_a_request_that_nobody_made_becomes_an_incident() {
        pledgeDesk.answered("no-such-request", PledgeRegistry.Answer.registered("Y1", loan.today()));

        assertThat(incidents.list(true, null, 50)).extracting(Incident::ref).contains("no-such-request");

        Incident unasked = incidents.list(true, null, 50).stream()
                .filter(i -> i.ref().equals("no-such-request"))
                .findFirst()
                .orElseThrow();
        assertThat(incidents.retry(unasked.id(), loan.actor("operator"), "").closedBy())
                .isEqualTo("operator");
    }

    private void retry(CaseNo no) {
        incidents.retry(open(no).get(0).id(), loan.actor("operator"), "");
    }
}
