package org.lianfu.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.lianfu.calendar.Term;
import org.lianfu.program.SeatRule;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Audience;
import org.lianfu.shared.CaseNo;

/** A committee's vote, held against a count by hand of every way in which the rest of it could go. */
class VotePropertiesTest {

    private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");
    private static final Instant DUE = Instant.parse("2026-12-01T16:00:00Z");
    private static final CaseNo NO = new CaseNo("IPP-2026-430204-000001");

    /** What one member does. */
    private enum Act {
        APPROVE,
        REJECT,
        ABSTAIN,
        RECUSE
    }

    /** A rule, how many members there are, and what they do one after the other. */
    private record Sitting(SeatRule rule, int members, List<Act> acts) {}

    @Provide
    Arbitrary<Sitting> sittings() {
        Arbitrary<SeatRule> rules = Combinators.combine(
                        Arbitraries.integers().between(2, 7),
                        Arbitraries.of(List.of(1, 2), List.of(2, 3), List.of(3, 4), List.of(1, 1)))
                .as((quorum, share) -> SeatRule.ratio(quorum, share.get(0), share.get(1)));
        return rules.flatMap(rule -> Arbitraries.integers()
                .between(rule.quorum(), rule.quorum() + 3)
                .flatMap(members -> Arbitraries.of(Act.class)
                        .list()
                        .ofMaxSize(members)
                        .map(acts -> new Sitting(rule, members, acts))));
    }

    @Property(tries = 3000)
    void a_vote_is_decided_exactly_when_no_rest_of_it_could_change_the_result(@ForAll("sittings") Sitting sitting) {
        Step step = open(sitting);
        List<Act> done = new ArrayList<>();
        for (Act act : sitting.acts()) {
            if (!step.isOpen()) {
                break;
            }
            step = act(step, done.size(), act);
            done.add(act);
            Set<String> possible = endings(sitting, done);
            boolean present = done.stream().filter(a -> a != Act.RECUSE).count()
                    >= sitting.rule().quorum();
            boolean fixed = present && possible.size() == 1;
            assertThat(step.isOpen()).as("%s after %s", sitting, done).isEqualTo(!fixed);
            if (fixed) {
                assertThat(step.outcome())
                        .as("%s after %s", sitting, done)
                        .isEqualTo(possible.iterator().next());
            }
        }
    }

    @Property(tries = 1000)
    void what_was_said_is_counted_apart_and_adds_up_to_the_members(@ForAll("sittings") Sitting sitting) {
        Step step = open(sitting);
        int n = 0;
        while (step.isOpen() && n < sitting.acts().size()) {
            step = act(step, n, sitting.acts().get(n));
            n++;
        }
        List<Act> done = sitting.acts().subList(0, n);
        Tally tally = step.tally();
        assertThat(tally.consents()).isEqualTo(count(done, Act.APPROVE));
        assertThat(tally.refusals()).isEqualTo(count(done, Act.REJECT));
        assertThat(tally.abstentions()).isEqualTo(count(done, Act.ABSTAIN));
        assertThat(tally.recused()).isEqualTo(count(done, Act.RECUSE));
        assertThat(tally.open()).isEqualTo(step.isOpen() ? sitting.members() - n : 0);
    }

    @Property(tries = 1000)
    void a_lost_quorum_is_said_and_a_further_seat_mends_it(@ForAll("sittings") Sitting sitting) {
        Step step = open(sitting);
        int n = 0;
        while (step.isOpen() && n < sitting.acts().size()) {
            step = act(step, n, sitting.acts().get(n));
            n++;
        }
        int possible = sitting.members() - count(sitting.acts().subList(0, n), Act.RECUSE);
        assertThat(step.lacksQuorum())
                .isEqualTo(step.isOpen() && possible < sitting.rule().quorum());
        Step after = step;
        if (!step.lacksQuorum()) {
            assertThatThrownBy(() -> after.furtherSeat(member(0), "more"))
                    .hasMessageMatching(".*task\\.(quorum-stands|no-vote).*");
            return;
        }
        Step mended = step;
        for (int i = 0; mended.lacksQuorum(); i++) {
            mended = mended.furtherSeat(member(0), "more" + i);
        }
        assertThat(mended.tally().possible()).isEqualTo(sitting.rule().quorum());
    }

    @Example
    void five_of_seven_carry_it_and_the_last_two_are_not_asked() {
        Step step = committee(7);
        for (int i = 0; i < 4; i++) {
            step = act(step, i, Act.APPROVE);
            assertThat(step.isOpen()).isTrue();
        }
        step = act(step, 4, Act.APPROVE);
        assertThat(step.outcome()).isEqualTo("APPROVE");
        assertThat(step.seat("s5").state()).isEqualTo(Seat.State.CLOSED);
    }

    @Example
    void a_recusal_can_fix_the_result() {
        Step step = act(committee(7), 0, Act.REJECT);
        for (int i = 1; i < 5; i++) {
            step = act(step, i, Act.APPROVE);
        }
        assertThat(step.isOpen()).as("four of seven are less than two thirds").isTrue();
        step = act(step, 5, Act.RECUSE);
        assertThat(step.outcome()).as("four of at most six").isEqualTo("APPROVE");
    }

    @Example
    void whoever_is_recused_takes_no_seat_again_and_nobody_sits_twice() {
        Step step = act(committee(5), 0, Act.RECUSE);
        Step mended = step.furtherSeat(member(1), "more");
        assertThatThrownBy(() -> mended.claim("more", member(0), alone(), NOON)).hasMessageContaining("task.recused");
        Step claimed = mended.claim("s1", member(1), alone(), NOON);
        assertThatThrownBy(() -> claimed.claim("more", member(1), alone(), NOON))
                .hasMessageContaining("task.one-seat-a-person");
        assertThat(claimed.claim("more", member(7), alone(), NOON).seat("more").person())
                .isEqualTo("m7");
    }

    @Example
    void a_recusal_needs_a_reason_and_ends_with_the_seat() {
        assertThatThrownBy(() -> committee(5).recuse("s0", member(0), " ", 1, alone(), "x", NOON))
                .hasMessageContaining("task.recusal-reason");
        Step spoken = act(committee(5), 0, Act.APPROVE);
        assertThatThrownBy(() -> spoken.recuse("s0", member(0), "股东", 1, alone(), "x", NOON))
                .hasMessageContaining("task.already-done");
    }

    @Example
    void who_was_recused_in_one_step_may_not_work_on_another_of_the_case() {
        Step one = act(committee(5), 0, Act.RECUSE);
        Step other = step(SeatRule.SINGLE, 1, DUE);
        CaseHistory history = new CaseHistory(List.of(one), (e, o) -> false, (r, acted) -> Optional.empty());
        assertThatThrownBy(() -> other.claim("s0", member(0), history, NOON)).hasMessageContaining("task.recused");
        assertThat(other.claim("s0", member(1), history, NOON).seat("s0").person())
                .isEqualTo("m1");
    }

    @Example
    void where_nobody_votes_the_post_owes_another_person() {
        Step single = step(SeatRule.SINGLE, 1, DUE).claim("s0", member(0), alone(), NOON);
        Step left = single.recuse("s0", member(0), "亲属", 1, alone(), "s1", NOON);
        assertThat(left.isOpen()).isTrue();
        assertThat(left.seat("s0").state()).isEqualTo(Seat.State.RECUSED);
        Voice done = new Voice("DONE", "", Map.of(), List.of());
        assertThat(left.decide("s1", member(1), done, 1, alone(), NOON).outcome())
                .isEqualTo("DONE");
        Step all = step(SeatRule.all(2), 2, DUE).decide("s0", member(0), done, 1, alone(), NOON);
        Step waiting = all.recuse("s1", member(1), "亲属", 1, alone(), "s2", NOON);
        assertThat(waiting.isOpen()).isTrue();
        assertThat(waiting.decide("s2", member(2), done, 1, alone(), NOON).state())
                .isEqualTo(Step.State.DECIDED);
    }

    @Example
    void after_the_deadline_a_quorum_may_end_the_vote_and_nobody_before() {
        Step step = committee(7);
        for (int i = 0; i < 5; i++) {
            step = act(step, i, i < 4 ? Act.APPROVE : Act.REJECT);
        }
        Step four = step;
        assertThat(four.isOpen()).isTrue();
        assertThatThrownBy(() -> four.endVote(member(6), NOON)).hasMessageContaining("task.vote-runs");
        Step ended = four.endVote(member(6), DUE);
        assertThat(ended.outcome()).as("four of five").isEqualTo("APPROVE");
        assertThatThrownBy(() -> act(committee(7), 0, Act.APPROVE).endVote(member(6), DUE))
                .hasMessageContaining("task.quorum-missing");
        assertThatThrownBy(() -> ended.endVote(member(6), DUE)).hasMessageContaining("task.no-vote");
    }

    @Example
    void the_rule_is_read_as_it_is_written() {
        assertThat(SeatRule.parse("RATIO quorum=5 share=2/3")).contains(SeatRule.ratio(5, 2, 3));
        assertThat(SeatRule.ratio(5, 2, 3)).hasToString("RATIO quorum=5 share=2/3");
        for (String wrong :
                List.of("RATIO", "RATIO quorum=1 share=2/3", "RATIO quorum=5 share=3/2", "RATIO share=2/3")) {
            assertThat(SeatRule.parse(wrong)).as(wrong).isEmpty();
        }
    }

    /** How the vote can come out, over every way in which those who are left vote, abstain or leave. */
    private static Set<String> endings(Sitting sitting, List<Act> done) {
        Set<String> endings = new java.util.HashSet<>();
        int left = sitting.members() - done.size();
        for (int yes = 0; yes <= left; yes++) {
            for (int no = 0; no <= left - yes; no++) {
                int consents = count(done, Act.APPROVE) + yes;
                int present = done.size() - count(done, Act.RECUSE) + yes + no;
                int parts = sitting.rule().share().parts();
                int of = sitting.rule().share().of();
                endings.add((double) consents / present >= (double) parts / of ? "APPROVE" : "REJECT");
            }
        }
        return endings;
    }

    private static int count(List<Act> acts, Act which) {
        return (int) acts.stream().filter(a -> a == which).count();
    }

    private static Step act(Step step, int member, Act act) {
        String seat = "s" + member;
        return act == Act.RECUSE
                ? step.recuse(seat, member(member), "持有该企业股份", 1, alone(), "unused", NOON)
                : step.decide(
                        seat,
                        member(member),
                        new Voice(act.name(), act == Act.REJECT ? "还款来源不足" : "", Map.of(), List.of()),
                        1,
                        alone(),
                        NOON);
    }

    private static Step committee(int members) {
        return step(SeatRule.ratio(5, 2, 3), members, DUE);
    }

    private static Step open(Sitting sitting) {
        return step(sitting.rule(), sitting.members(), DUE);
    }

    private static Step step(SeatRule rule, int seats, Instant due) {
        Place place = new Place(
                "step-" + rule, NO, "vote", "token", "BANK_A", "MEMBER", "IN_REVIEW", Set.of(Audience.BANK), null);
        StepClock clock =
                new StepClock(NOON, Term.parse("5wd").toString(), NOON, due, false, null, null, 0, null, null);
        return Step.open(
                place,
                rule,
                clock,
                IntStream.range(0, seats).mapToObj(i -> "s" + i).toList());
    }

    private static Actor member(int n) {
        return new Actor("m" + n, "BANK_A", Set.of("MEMBER"), "pwd");
    }

    private static CaseHistory alone() {
        return new CaseHistory(List.of(), (e, o) -> false, (r, acted) -> Optional.empty());
    }
}
