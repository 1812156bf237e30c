package org.lianfu.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.lianfu.application.Application;
import org.lianfu.application.Snapshot;
import org.lianfu.application.Status;
import org.lianfu.credit.store.OfferRows;
import org.lianfu.outbox.Incident;
import org.lianfu.review.ClockWatch;
import org.lianfu.review.OpenSeat;
import org.lianfu.review.Supplement;
import org.lianfu.review.Tasks;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Audience;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Money;
import org.lianfu.shared.Refusal;
import org.lianfu.shared.Refused;
import org.lianfu.trail.Recorded;
import org.springframework.beans.factory.annotation.Autowired;

/** The bank's side of a whole case, through the desks and the engine. */
abstract class LoanFlowContract extends LoanHouse {

    @Autowired
    Tasks tasks;

    /** Owned by firm A, and the registry registers it at once. */
    private static final String GOOD = "ZL202310123456.6";

    /** Owned by firm A, never registered. */
    private static final String FREE = "ZL202110123407.3";

    @Test
    void from_the_contract_to_the_release_of_the_pledge() {
        CaseNo no = loan.contracted(GOOD);
        assertThat(status(no)).isEqualTo(Status.CONTRACTED);
        assertThat(loans.find(no).orElseThrow().state()).isEqualTo(Loan.State.CONTRACTED);

        registryWorks();
        assertThat(loan.waiting(no)).containsExactly("requestDrawdown");
        assertThat(pledges.isPledged(GOOD)).isTrue();

        loan.drawn(no);
        assertThat(status(no)).isEqualTo(Status.DISBURSED);
        assertThat(loan.application(no).paid()).isEqualTo(Money.ofYuan("3000000"));
        assertThat(loans.find(no).orElseThrow().outstanding()).isEqualTo(Money.ofYuan("3000000"));

        loan.settled(no);
        assertThat(status(no)).isEqualTo(Status.SETTLED);
        assertThat(loans.find(no).orElseThrow().state()).isEqualTo(Loan.State.SETTLED);
        assertThat(pledges.isPledged(GOOD)).isFalse();
        assertThat(registry.lookUp(GOOD).orElseThrow().pledged()).isTrue();
        outbox.deliverDue();
        assertThat(registry.lookUp(GOOD).orElseThrow().pledged()).isFalse();

        assertThat(types(no))
                .containsSubsequence(
                        "offer.made",
                        "offer.accepted",
                        "loan.contracted",
                        "pledge.requested",
                        "pledge.registered",
                        "loan.drawn",
                        "loan.repaid",
                        "pledge.released",
                        "case.ended");
        assertThat(trail.verify(Application.subject(no)).flaws()).isEmpty();
    }

    @Test
    void amounts_stand_in_the_trail_and_the_account_only_as_its_last_four_digits() {
        CaseNo no = loan.contracted("ZL202210234561.2");
        registryWorks();
        loan.drawn(no);

        Recorded drawn = entries(no).stream()
                .filter(e -> e.type().equals("loan.drawn"))
                .findFirst()
                .orElseThrow();
        assertThat(drawn.amount()).isEqualTo(Money.ofYuan("3000000"));
        assertThat(drawn.data()).containsEntry("accountLast4", "0017");
        assertThat(drawn.data().toString()).doesNotContain("4305016271");
        assertThat(drawn.hasDetails()).isTrue();
        assertThat(drawn.audience()).contains(Audience.SCHEME);
    }

    @Test
    void a_patent_that_is_pledged_is_refused_and_no_bank_is_asked() {
        CaseNo no = loan.drafted("ZL202010987601.1", "BANK_A");

        Refused refused = (Refused) catchThrowable(() -> loan.submit(no));

        assertThat(refused.faults()).extracting(f -> f.code()).containsExactly("P09");
        assertThat(status(no)).isEqualTo(Status.DRAFT);
        assertThat(loan.waiting(no)).isEmpty();
        assertThat(offers.ofCase(no)).isEmpty();
    }

    /** What an act has read once is not what holds: another may have committed since. */
    @Test
    void whoever_comes_too_late_is_told_by_whom_although_the_draft_was_there_a_moment_ago() {
        CaseNo no = loan.drafted(FREE, "BANK_A");
        Actor signer = loan.actor("firm.a.signer");

        transaction.executeWithoutResult(act -> {
            desk.lookUp(signer, no);
            CompletableFuture.runAsync(() -> loan.submit(no)).join();

            Refused late = (Refused) catchThrowable(() -> desk.lookUp(signer, no));

            assertThat(late).isNotNull();
            assertThat(late.arguments().get("who")).isEqualTo("firm.a.signer");
            assertThat(late.arguments().get("status")).hasToString("SUBMITTED");
        });
    }

    /** The registers are asked before the case is locked: what they said of one patent lets no other one through. */
    @Test
    void answers_that_were_changed_while_the_registers_were_asked_are_not_submitted() {
        CaseNo no = loan.drafted(FREE, "BANK_A");
        Actor signer = loan.actor("firm.a.signer");
        Snapshot ofFree = desk.lookUp(signer, no);
        loan.retype(no, Map.of("patentNo", GOOD));

        Refused refused = (Refused) catchThrowable(() -> desk.submit(signer, no, ofFree));

        assertThat(refused).isNotNull();
        assertThat(refused.refusal().code()).isEqualTo("application.answers-moved");
        assertThat(status(no)).isEqualTo(Status.DRAFT);
    }

    @Test
    void a_patent_in_pledge_for_a_loan_of_this_house_counts_as_pledged_whatever_the_register_says() {
        CaseNo no = loan.contracted("ZL202210234562.7");
        registryWorks();
        registry.release(new PledgeRegistry.Release("x", "ZL202210234562.7", ""));
        CaseNo second = loan.drafted("ZL202210234562.7", "BANK_B");

        assertThat(((Refused) catchThrowable(() -> loan.submit(second))).faults())
                .extracting(f -> f.code())
                .containsExactly("P09");
        assertThat(loan.waiting(no)).containsExactly("requestDrawdown");
    }

    @Test
    void banks_are_asked_in_the_firms_order_and_never_twice() {
        CaseNo no = loan.submitted(FREE, "BANK_B", "BANK_A");
        assertThat(loan.application(no).holderBank()).isEqualTo("BANK_B");

        loan.act(no, "bank.b.rm", "bankClaim", "DECLINE", Map.of("reasons", "B08"));
        assertThat(loan.application(no).holderBank()).isEqualTo("BANK_A");

        clock.advance(Duration.ofDays(5));
        watch.actOnDue();
        assertThat(status(no)).isEqualTo(Status.DECLINED);
        assertThat(offers.ofCase(no))
                .extracting(OfferRows.OfferRow::bank, OfferRows.OfferRow::result)
                .containsExactly(tuple("BANK_B", Offers.DECLINED), tuple("BANK_A", Offers.SILENT));
    }

    @Test
    void a_firm_that_takes_the_case_back_leaves_no_bank_asked_and_nothing_to_do() {
        CaseNo no = loan.submitted(FREE, "BANK_A", "BANK_B");
        desk.withdraw(loan.actor("firm.a"), no, "改用自有资金");

        assertThat(status(no)).isEqualTo(Status.WITHDRAWN);
        assertThat(offers.ofCase(no))
                .extracting(OfferRows.OfferRow::bank, OfferRows.OfferRow::result)
                .containsExactly(tuple("BANK_A", Offers.WITHDRAWN));
        assertThat(types(no)).containsSubsequence("offer.made", "offer.withdrawn", "application.withdrawn");
        assertThat(loan.waiting(no)).isEmpty();
    }

    @Test
    void a_bank_that_lets_two_working_days_pass_is_passed_over_and_cannot_claim_any_more() {
        CaseNo no = loan.submitted(FREE, "BANK_A", "BANK_B");
        String task = loan.task(no, "bankClaim");
        clock.set("2026-11-26T23:59:59");
        watch.actOnDue();
        assertThat(loan.application(no).holderBank()).isEqualTo("BANK_A");

        clock.set("2026-11-27T00:00:00");
        watch.actOnDue();
        assertThat(loan.application(no).holderBank()).isEqualTo("BANK_B");
        assertThatThrownBy(() -> review.complete(loan.actor("bank.a.rm"), task, "ACCEPT", "", Map.of()))
                .isInstanceOf(Refused.class);
        assertThat(loan.waiting(no)).contains("bankClaim");
    }

    @Test
    void a_request_for_more_that_is_not_answered_in_time_ends_the_application_as_withdrawn() {
        clock.set("2023-09-28T10:00:00");
        CaseNo no = loan.submitted(FREE, "BANK_A");
        askForMore(no);
        assertThat(status(no)).isEqualTo(Status.SUPPLEMENT_REQUESTED);

        clock.set("2023-10-11T23:59:59");
        watch.actOnDue();
        assertThat(status(no)).isEqualTo(Status.SUPPLEMENT_REQUESTED);
        assertThat(loan.waiting(no)).as("the bank's two days stand still").contains("bankClaim");

        clock.set("2023-10-12T00:00:00");
        watch.actOnDue();
        assertThat(status(no)).isEqualTo(Status.WITHDRAWN);
        assertThat(loan.waiting(no)).isEmpty();
        assertThat(offers.ofCase(no)).extracting(OfferRows.OfferRow::result).containsExactly(Offers.WITHDRAWN);
        assertThat(types(no)).containsSubsequence("supplement.requested", "application.withdrawn");
        assertThat(trail.verify(Application.subject(no)).flaws()).isEmpty();
    }

    @Test
    void the_days_that_the_firm_takes_for_a_supplement_are_added_to_the_banks() {
        CaseNo no = loan.submitted(FREE, "BANK_A", "BANK_B");
        askForMore(no);
        clock.set("2026-11-26T10:00:00");
        review.answerSupplement(loan.actor("firm.a"), no, "已补充", Map.of());

        clock.set("2026-11-30T23:59:59");
        watch.actOnDue();
        assertThat(loan.application(no).holderBank()).isEqualTo("BANK_A");
        clock.set("2026-12-01T00:00:00");
        watch.actOnDue();
        assertThat(loan.application(no).holderBank()).isEqualTo("BANK_B");
    }

    @Test
    void an_approval_lapses_when_the_contract_is_not_signed_in_ten_working_days() {
        CaseNo no = loan.submitted(FREE, "BANK_A");
        loan.approved(no);
        loan.act(no, "bank.a.rm", "prepareContract", "DONE", loan.contract(no));
        clock.set("2026-12-08T23:59:59");
        watch.actOnDue();
        assertThat(loan.waiting(no)).containsExactly("signContract");

        clock.set("2026-12-09T00:00:00");
        watch.actOnDue();
        assertThat(status(no)).isEqualTo(Status.EXPIRED);
        assertThat(loans.find(no)).isEmpty();
        assertThat(loan.waiting(no)).isEmpty();
    }

    @Test
    void the_firm_may_take_the_case_back_until_the_contract_is_signed_and_not_after() {
        CaseNo unsigned = loan.submitted(FREE, "BANK_A");
        loan.approved(unsigned);
        loan.act(unsigned, "bank.a.rm", "prepareContract", "DONE", loan.contract(unsigned));
        desk.withdraw(loan.actor("firm.a"), unsigned, "改用自有资金");
        assertThat(status(unsigned)).isEqualTo(Status.WITHDRAWN);
        assertThat(loans.find(unsigned)).isEmpty();

        CaseNo signed = loan.contracted("ZL202319000301.0");
        assertThatThrownBy(() -> desk.withdraw(loan.actor("firm.a"), signed, ""))
                .hasMessageContaining("application.too-late-to-withdraw");
        assertThat(status(signed)).isEqualTo(Status.CONTRACTED);
    }

    @Test
    void what_another_node_did_in_between_is_seen_by_the_next_act() {
        CaseNo no = loan.submitted(FREE, "BANK_A");
        String task = loan.task(no, "bankClaim");
        // as another node leaves it: the seat, and like after every act another version of the case
        sql.update("update rev_seat set state = 'CLAIMED', person = 'bank.a.other', claimed_at = 1 where id = ?", task);
        sql.update("update app_application set version = version + 1 where no = ?", no.value());

        assertThatThrownBy(() -> review.claim(loan.actor("bank.a.rm"), task))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("task.claimed");
    }

    @Test
    void an_act_that_was_rolled_back_is_not_remembered() {
        CaseNo no = loan.submitted(FREE, "BANK_A");
        String task = loan.task(no, "bankClaim");
        transaction.executeWithoutResult(tx -> {
            review.claim(loan.actor("bank.a.rm"), task);
            tx.setRollbackOnly();
        });

        review.claim(loan.actor("bank.a.rm"), task);

        assertThat(sql.queryForObject("select state from rev_seat where id = ?", String.class, task))
                .isEqualTo("CLAIMED");
    }

    @Test
    void a_step_that_changes_without_an_entry_changes_the_version_of_its_case() {
        CaseNo no = loan.offered(FREE);
        String version = "select version from app_application where no = ?";
        int before = sql.queryForObject(version, Integer.class, no.value());
        String step = sql.queryForObject(
                "select id from rev_step where case_no = ? and state = 'OPEN'", String.class, no.value());

        transaction.executeWithoutResult(tx -> watch.actAgain(no, step));

        assertThat(sql.queryForObject(version, Integer.class, no.value())).isEqualTo(before + 1);
        assertThat(trail.verify(Application.subject(no)).flaws()).isEmpty();
    }

    private void askForMore(CaseNo no) {
        String task = loan.task(no, "bankClaim");
        review.claim(loan.actor("bank.a.rm"), task);
        review.requestSupplement(loan.actor("bank.a.rm"), task, new Supplement.Request(List.of("近三年财务报表"), ""));
    }

    @Test
    void a_contract_beyond_the_approval_is_refused_when_it_is_drawn_up() {
        CaseNo no = loan.submitted(FREE, "BANK_A");
        loan.approved(no);
        Map<String, Object> tooLong = new HashMap<>(loan.contract(no));
        tooLong.put("endsOn", loan.today().plusMonths(12).plusDays(1).toString());

        refused(() -> loan.act(no, "bank.a.rm", "prepareContract", "DONE", tooLong), CreditRefusals.CONTRACT_TERM);

        Map<String, Object> tooMuch = new HashMap<>(loan.contract(no));
        tooMuch.put("contractAmount", "3000000.01");
        Map<String, Object> named = refused(
                () -> loan.act(no, "bank.a.rm", "prepareContract", "DONE", tooMuch),
                CreditRefusals.CONTRACT_ABOVE_APPROVED);
        assertThat(named).containsEntry("approved", "3000000.00");
        assertThat(loan.waiting(no)).containsExactly("prepareContract");
    }

    @Test
    void whoever_investigated_can_neither_claim_nor_make_the_credit_decision_whatever_posts_that_person_holds() {
        CaseNo no = loan.submitted(FREE, "BANK_A");
        loan.act(no, "bank.a.rm", "bankClaim", "ACCEPT", Map.of());
        loan.act(no, "bank.a.rm", "investigate", "DONE", loan.example("investigate"));
        loan.act(no, "bank.a.investigator", "investigate", "DONE", loan.example("investigate"));
        loan.valued(no);
        loan.act(no, "bank.a.reviewer", "reviewCredit", "APPROVE", loan.example("reviewCredit"));
        String task = loan.task(no, "decideCredit");
        Actor both = new Actor("bank.a.investigator", "BANK_A", Set.of("BANK_INVESTIGATOR", "BANK_APPROVER"), "pwd");

        assertThatThrownBy(() -> review.claim(both, task)).hasMessageContaining("task.duties-exclude");
        assertThatThrownBy(() -> review.complete(both, task, "APPROVE", "同意", loan.example("decideCredit")))
                .hasMessageContaining("task.duties-exclude");
        assertThat(loan.waiting(no)).containsExactly("decideCredit");
        assertThat(loan.application(no).approved()).isNull();
        loan.act(no, "bank.a.approver", "decideCredit", "APPROVE", loan.example("decideCredit"));
        assertThat(loan.waiting(no)).containsExactly("prepareContract");
    }

    @Test
    void whoever_recorded_the_draw_down_can_neither_claim_nor_confirm_it() {
        CaseNo no = loan.contracted("ZL202110123408.8");
        registryWorks();
        loan.asked(no, loan.request());
        loan.act(no, "bank.a.payer", "recordDrawdown", "DONE", loan.note(no));
        String task = loan.task(no, "confirmDrawdown");

        assertThatThrownBy(() -> review.claim(loan.actor("bank.a.payer"), task))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("task.same-person");
        assertThatThrownBy(() -> review.complete(loan.actor("bank.a.payer"), task, "APPROVE", "", Map.of()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("task.same-person");
        assertThat(loans.find(no).orElseThrow().drawn()).isEqualTo(Money.ZERO);

        loan.act(no, "bank.a.payer2", "confirmDrawdown", "RETURN", Map.of());
        loan.act(no, "bank.a.payer", "recordDrawdown", "DONE", loan.note(no));
        loan.act(no, "bank.a.payer2", "confirmDrawdown", "APPROVE", Map.of());
        assertThat(loans.find(no).orElseThrow().state()).isEqualTo(Loan.State.DRAWN);
    }

    @Test
    void two_people_can_finish_a_draw_down_whichever_of_them_records_it_anew() {
        CaseNo no = loan.contracted("ZL202319000001.2");
        registryWorks();
        loan.asked(no, loan.request());
        loan.act(no, "bank.a.payer", "recordDrawdown", "DONE", loan.note(no));
        loan.act(no, "bank.a.payer2", "confirmDrawdown", "RETURN", Map.of());
        loan.act(no, "bank.a.payer2", "recordDrawdown", "DONE", loan.note(no));

        String task = loan.task(no, "confirmDrawdown");
        assertThat(seats("bank.a.payer2")).doesNotContain(task);
        assertThat(seats("bank.a.payer")).contains(task);
        refused(
                () -> review.complete(loan.actor("bank.a.payer2"), task, "APPROVE", "", Map.of()),
                Refusal.of("task.same-person", Refusal.Kind.RULE, "四眼原则"));
        loan.act(no, "bank.a.payer", "confirmDrawdown", "APPROVE", Map.of());
        assertThat(loans.find(no).orElseThrow().state()).isEqualTo(Loan.State.DRAWN);
    }

    private List<String> seats(String login) {
        return tasks.todo(loan.actor(login), null, null, 1000).stream()
                .map(OpenSeat::seatId)
                .toList();
    }

    @Test
    void what_could_not_be_booked_is_refused_at_its_step() {
        CaseNo no = loan.contracted("ZL202110123409.2");
        registryWorks();
        Map<String, Object> tooMuch = new HashMap<>(loan.request());
        tooMuch.put("drawdownAmount", "3000000.01");
        refused(
                () -> loan.act(no, "firm.a", "requestDrawdown", "DONE", tooMuch),
                CreditRefusals.DRAWDOWN_ABOVE_CONTRACT);
        Map<String, Object> less = new HashMap<>(loan.request());
        less.put("drawdownAmount", "2000000");
        loan.asked(no, less);
        refused(
                () -> loan.act(no, "bank.a.payer", "recordDrawdown", "DONE", loan.note(no)),
                CreditRefusals.DRAWDOWN_ABOVE_REQUEST);
        Map<String, Object> note = new HashMap<>(loan.note(no));
        note.put("drawnAmount", "2000000");
        loan.act(no, "bank.a.payer", "recordDrawdown", "DONE", note);
        loan.act(no, "bank.a.payer2", "confirmDrawdown", "APPROVE", Map.of());

        Map<String, Object> figures = refused(
                () -> loan.act(no, "bank.a.postloan", "recordRepayment", "DONE", loan.repayment()),
                CreditRefusals.NOT_IN_FULL);
        assertThat(figures).containsEntry("principal", "3000000.00").containsEntry("outstanding", "2000000.00");
        assertThat(loan.waiting(no)).contains("recordRepayment");
    }

    @Test
    void a_loan_note_is_used_once_at_its_bank() {
        CaseNo first = loan.contracted("ZL202110123410.5");
        registryWorks();
        loan.drawn(first);
        CaseNo second = loan.contracted("ZL202110123411.X");
        registryWorks();
        loan.asked(second, loan.request());

        refused(
                () -> loan.act(second, "bank.a.payer", "recordDrawdown", "DONE", loan.note(first)),
                CreditRefusals.NOTE_TAKEN);
    }

    @Test
    void a_loan_that_is_not_repaid_on_its_day_is_overdue_and_is_settled_all_the_same() {
        CaseNo no = loan.contracted("ZL202110123412.4");
        registryWorks();
        loan.drawn(no);
        clock.set("2027-11-24T12:00:00");
        loanWatch.markOverdue();
        assertThat(loans.find(no).orElseThrow().state()).isEqualTo(Loan.State.DRAWN);

        clock.set("2027-11-25T00:00:00");
        loanWatch.markOverdue();
        loanWatch.markOverdue();
        assertThat(loans.find(no).orElseThrow().state()).isEqualTo(Loan.State.OVERDUE);
        assertThat(types(no)).containsOnlyOnce("loan.overdue");

        loan.settled(no);
        assertThat(loans.find(no).orElseThrow().state()).isEqualTo(Loan.State.SETTLED);
    }

    @Test
    void a_deadline_whose_act_failed_is_no_trouble_any_more_when_a_person_decides() {
        CaseNo no = withFailedDeadline();
        loan.act(no, "bank.a.rm", "bankClaim", "ACCEPT", Map.of());
        assertThat(open(no)).isEmpty();
        assertThat(loan.waiting(no)).containsExactly("investigate");
    }

    @Test
    void a_deadline_whose_act_failed_is_no_trouble_any_more_when_the_firm_is_asked_for_more() {
        CaseNo no = withFailedDeadline();
        askForMore(no);
        assertThat(open(no)).isEmpty();
    }

    private CaseNo withFailedDeadline() {
        CaseNo no = loan.submitted(FREE, "BANK_A");
        sql.update("update app_answers set version = 99 where no = ?", no.value());
        clock.set("2026-11-27T00:00:00");
        watch.actOnDue();
        watch.actOnDue();
        assertThat(open(no)).extracting(Incident::kind).containsExactly(ClockWatch.FAILED);
        return no;
    }

    @Test
    void a_deadline_whose_act_fails_is_an_incident_and_acts_at_the_retry() {
        CaseNo no = withFailedDeadline();
        assertThat(loan.waiting(no)).contains("bankClaim");

        sql.update("update app_answers set version = 1 where no = ?", no.value());
        incidents.retry(open(no).get(0).id(), loan.actor("operator"), "");
        watch.actOnDue();
        assertThat(open(no)).isEmpty();
        assertThat(status(no)).isEqualTo(Status.DECLINED);
    }
}
