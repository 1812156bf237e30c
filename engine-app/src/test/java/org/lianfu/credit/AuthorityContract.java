package org.lianfu.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianfu.application.Application;
import org.lianfu.directory.Limits;
import org.lianfu.directory.LimitsDesk;
import org.lianfu.directory.LimitsDesk.NewLimits;
import org.lianfu.directory.PersonnelDesk;
import org.lianfu.review.Seat;
import org.lianfu.review.SeatKeeper;
import org.lianfu.review.Step;
import org.lianfu.review.Steps;
import org.lianfu.shared.CaseNo;
import org.lianfu.trail.Recorded;
import org.springframework.beans.factory.annotation.Autowired;

/** What the directory says of a bank and its people, at work in a case: limits of authority, and posts that end. */
abstract class AuthorityContract extends LoanHouse {

    @Autowired
    LimitsDesk limits;

    @Autowired
    PersonnelDesk personnel;

    @Autowired
    SeatKeeper keeper;

    @Autowired
    Steps steps;

    @BeforeEach
    void noLimits() {
        clock.reset();
        sql.update("delete from dir_limits");
    }

    @Test
    void without_limits_of_its_own_the_table_of_the_program_decides() {
        CaseNo no = reviewed();
        assertThat(loan.waiting(no)).containsExactly("decideCredit");
        Recorded found = found(no).get(0);
        assertThat(found.data())
                .containsEntry("reason", "program")
                .containsEntry("approver", "BRANCH")
                .containsEntry("rule", "branch");
        assertThat(found.evidence()).isEmpty();
        sound(no);
    }

    @Test
    void the_banks_own_limits_decide_and_the_trail_names_them_and_a_decision_taken_stays() {
        CaseNo before = reviewed();
        Limits own = inForce("2000000", "2500000", "2800000");
        CaseNo upper = reviewed();
        assertThat(loan.waiting(upper)).doesNotContain("decideCredit");
        Recorded found = found(upper).get(0);
        assertThat(found.data())
                .containsEntry("reason", "bank")
                .containsEntry("approver", "UPPER")
                .containsEntry("levels", "BRANCH:2000000.00,CITY:2500000.00,COMMITTEE:2800000.00");
        assertThat(found.about().id()).isEqualTo(own.id());
        assertThat(found.evidence()).extracting(e -> e.sha256()).containsExactly(own.sha256());
        assertThat(loan.waiting(before)).as("not retroactive").containsExactly("decideCredit");
        loan.act(before, "bank.a.approver", "decideCredit", "APPROVE", loan.example("decideCredit"));
        assertThat(loan.application(before).approved()).isNotNull();
        sound(before);
        sound(upper);
    }

    @Test
    void each_level_begins_one_fen_above_the_one_below() {
        inForce("3000000", "4000000", "5000000");
        assertThat(approver(reviewed())).isEqualTo("BRANCH");
        sql.update("delete from dir_limits");
        inForce("2999999.99", "3000000", "5000000");
        assertThat(approver(reviewed())).isEqualTo("CITY");
        sql.update("delete from dir_limits");
        inForce("0", "2999999.99", "3000000");
        assertThat(approver(reviewed())).isEqualTo("COMMITTEE");
        sql.update("delete from dir_limits");
        inForce("0", "1", "2999999.99");
        assertThat(approver(reviewed())).isEqualTo("UPPER");
    }

    @Test
    void another_banks_limits_and_proposals_do_not_count() {
        limits.propose(loan.actor("bank.a.secadmin"), "BANK_A", set("1", "2", "3"), "试");
        Limits other = limits.propose(loan.actor("bank.b.secadmin"), "BANK_B", set("1", "2", "3"), "试");
        limits.confirm(loan.actor("secadmin"), "BANK_B", other.id(), "试");
        assertThat(approver(reviewed())).isEqualTo("BRANCH");
    }

    @Test
    void whoever_loses_a_post_gives_his_seats_back_in_the_same_act() {
        CaseNo no = loan.submitted(loan.freshPatent(), "BANK_A");
        loan.act(no, "bank.a.rm", "bankClaim", "ACCEPT", Map.of());
        String seat = loan.task(no, "investigate");
        review.claim(loan.actor("bank.a.investigator"), seat);
        personnel.end(
                loan.actor("secadmin"),
                "bank.a.investigator",
                version("bank.a.investigator"),
                "BANK_INVESTIGATOR",
                "",
                "调岗");
        handedBack(no, seat, "secadmin");
        personnel.give(
                loan.actor("secadmin"),
                "bank.a.investigator",
                version("bank.a.investigator"),
                "BANK_INVESTIGATOR",
                "",
                "",
                "调回");
        review.claim(loan.actor("bank.a.investigator"), seat);
        sound(no);
    }

    @Test
    void whoever_may_not_sign_in_gives_his_seats_back_and_keeps_those_that_are_done() {
        CaseNo no = loan.submitted(loan.freshPatent(), "BANK_A");
        loan.act(no, "bank.a.rm", "bankClaim", "ACCEPT", Map.of());
        loan.act(no, "bank.a.rm", "investigate", "DONE", loan.example("investigate"));
        String seat = open(no, "investigate").get(0).id();
        review.claim(loan.actor("bank.a.investigator"), seat);
        String by = "bank.a.secadmin";
        personnel.signIn(loan.actor(by), "bank.a.investigator", version("bank.a.investigator"), false, "", "停用");
        personnel.signIn(loan.actor(by), "bank.a.rm", version("bank.a.rm"), false, "", "停用");
        handedBack(no, seat, by);
        assertThat(types(no).stream().filter("task.handed-back"::equals)).hasSize(1);
        personnel.signIn(loan.actor(by), "bank.a.investigator", version("bank.a.investigator"), true, "", "恢复");
        personnel.signIn(loan.actor(by), "bank.a.rm", version("bank.a.rm"), true, "", "恢复");
        sound(no);
    }

    @Test
    void a_post_that_ends_by_its_date_gives_its_seats_back_the_day_after() {
        CaseNo no = loan.submitted(loan.freshPatent(), "BANK_A");
        String seat = loan.task(no, "bankClaim");
        review.claim(loan.actor("bank.a.rm"), seat);
        String today = loan.today().toString();
        personnel.end(loan.actor("secadmin"), "bank.a.rm", version("bank.a.rm"), "BANK_RM", today, "任期届满");
        keeper.sweep();
        assertThat(seat(no, seat).isOf("bank.a.rm"))
                .as("until the end of its day")
                .isTrue();
        clock.advance(Duration.ofDays(1));
        assertThat(keeper.sweep()).isEqualTo(1);
        handedBack(no, seat, "system");
        clock.reset();
        personnel.give(loan.actor("secadmin"), "bank.a.rm", version("bank.a.rm"), "BANK_RM", "", "", "续任");
        sound(no);
    }

    @Test
    void an_operator_who_stands_in_for_the_outside_keeps_the_seat() {
        CaseNo no = loan.contracted();
        Step outside = steps.ofCase(no).stream()
                .filter(step -> step.isOpen() && step.place().isOutside())
                .findFirst()
                .orElseThrow();
        String seat = outside.seats().get(0).id();
        clock.advance(Duration.ofDays(60));
        review.claim(loan.actor("operator"), seat);
        assertThat(keeper.sweep()).isZero();
        assertThat(seat(no, seat).isOf("operator")).isTrue();
    }

    private void handedBack(CaseNo no, String seatId, String by) {
        assertThat(seat(no, seatId).state()).isEqualTo(Seat.State.OPEN);
        assertThat(sql.queryForList("select claimed_by from rev_inbox where seat_id = ?", String.class, seatId))
                .containsOnlyNulls();
        Recorded told = entries(no).get(entries(no).size() - 1);
        assertThat(told.type()).isEqualTo("task.handed-back");
        assertThat(told.about().id()).isEqualTo(seatId);
        assertThat(told.data()).containsEntry("by", by);
    }

    private Seat seat(CaseNo no, String seatId) {
        return steps.ofCase(no).stream()
                .flatMap(step -> step.seats().stream())
                .filter(seat -> seat.id().equals(seatId))
                .findFirst()
                .orElseThrow();
    }

    private List<Seat> open(CaseNo no, String element) {
        return steps.ofCase(no).stream()
                .filter(Step::isOpen)
                .filter(step -> step.place().element().endsWith(element))
                .flatMap(step -> step.seats().stream())
                .filter(seat -> seat.state() == Seat.State.OPEN)
                .toList();
    }

    /** A case of three million, from submission to the table that finds its approver. */
    private CaseNo reviewed() {
        CaseNo no = loan.submitted(loan.freshPatent(), "BANK_A");
        loan.act(no, "bank.a.rm", "bankClaim", "ACCEPT", Map.of());
        loan.act(no, "bank.a.rm", "investigate", "DONE", loan.example("investigate"));
        loan.act(no, "bank.a.investigator", "investigate", "DONE", loan.example("investigate"));
        loan.valued(no);
        loan.act(no, "bank.a.reviewer", "reviewCredit", "APPROVE", loan.example("reviewCredit"));
        return no;
    }

    private Limits inForce(String branch, String city, String committee) {
        Limits proposed = limits.propose(loan.actor("bank.a.secadmin"), "BANK_A", set(branch, city, committee), "年度授权");
        return limits.confirm(loan.actor("secadmin"), "BANK_A", proposed.id(), "核对无误");
    }

    private static NewLimits set(String branch, String city, String committee) {
        return new NewLimits(LoanCase.PROGRAM, branch, city, committee, "", "授权书2026-1");
    }

    private String approver(CaseNo no) {
        return found(no).get(0).data().get("approver");
    }

    private List<Recorded> found(CaseNo no) {
        return entries(no).stream()
                .filter(entry -> entry.type().equals("authority.found"))
                .toList();
    }

    private void sound(CaseNo no) {
        assertThat(trail.verify(Application.subject(no)).isSound()).isTrue();
    }

    private long version(String login) {
        return sql.queryForObject("select version from dir_person where login = ?", Long.class, login);
    }
}
