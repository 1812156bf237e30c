package org.lianfu.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lianfu.program.SeatRule;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Audience;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Refused;

class StepTest {

    private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");
    private static final CaseNo NO = new CaseNo("IPP-2026-430204-000001");

    private final Actor wang = officer("wang", "BANK_INVESTIGATOR");
    private final Actor zhao = officer("zhao", "BANK_INVESTIGATOR");
    private final Actor boss = officer("boss", "BANK_APPROVER");

    @Test
    void theFirstToClaimHasTheSeatAndTheNextIsToldWhoAndWhen() {
        Step claimed = single("claim").claim("a", wang, alone(), NOON);
        assertThat(claimed.seat("a").person()).isEqualTo("wang");
        assertThatThrownBy(() -> claimed.claim("a", zhao, alone(), NOON)).isInstanceOfSatisfying(Refused.class, no -> {
            assertThat(no.refusal().code()).isEqualTo("task.claimed");
            assertThat(no.arguments().get("who")).isEqualTo("wang");
            assertThat(no.arguments().get("when")).isEqualTo(NOON.toString());
        });
    }

    @Test
    void writtenStepsAreReadInMicrosecondsAndWithoutTheWordsThatWereSaid() {
        Instant fine = NOON.plusNanos(1_234);
        Step done = single("x").claim("a", wang, alone(), fine).decide("a", wang, voice("DONE"), 1, alone(), fine);

        Step read = Steps.asRead(List.of(done)).get(0);

        assertThat(read.endedAt()).isEqualTo(NOON.plusNanos(1_000));
        assertThat(read.seat("a").claimedAt()).isEqualTo(NOON.plusNanos(1_000));
        assertThat(read.seat("a").voice()).isNull();
        assertThat(read.seat("a").outcome()).isEqualTo("DONE");
        assertThat(read.place()).isEqualTo(done.place());
    }

    @Test
    void claimingTwiceIsTheSameAsOnce() {
        Step claimed = single("claim").claim("a", wang, alone(), NOON);
        assertThat(claimed.claim("a", wang, alone(), NOON.plusSeconds(9))).isSameAs(claimed);
    }

    @Test
    void aReleasedSeatIsOpenToThePostAgain() {
        Step open = single("x").claim("a", wang, alone(), NOON).release("a", wang);
        assertThat(open.claim("a", zhao, alone(), NOON).seat("a").person()).isEqualTo("zhao");
        assertThatThrownBy(() -> open.release("a", wang)).hasMessageContaining("task.not-claimed-by-you");
    }

    @Test
    void aSingleVoiceDecidesTheStep() {
        Step done = single("x").decide("a", wang, voice("DONE"), 1, alone(), NOON);
        assertThat(done.state()).isEqualTo(Step.State.DECIDED);
        assertThat(done.outcome()).isEqualTo("DONE");
        assertThat(done.endedBy()).isEqualTo("wang");
        assertThatThrownBy(() -> done.decide("a", zhao, voice("DONE"), 1, alone(), NOON))
                .hasMessageContaining("task.already-done");
    }

    @Test
    void allMeansEverySeatByAnotherPerson() {
        Step both = both("investigate");
        Step first = both.decide("a", wang, voice("DONE"), 1, alone(), NOON);
        assertThat(first.isOpen()).isTrue();
        assertThatThrownBy(() -> first.claim("b", wang, alone(), NOON)).hasMessageContaining("task.one-seat-a-person");
        assertThatThrownBy(() -> first.decide("b", wang, voice("DONE"), 1, alone(), NOON))
                .hasMessageContaining("task.one-seat-a-person");
        Step second = first.decide("b", zhao, voice("DONE"), 1, alone(), NOON);
        assertThat(second.state()).isEqualTo(Step.State.DECIDED);
    }

    @Test
    void oneNoEndsAnAllStepAndTheOtherSeatIsClosedNotDone() {
        Step no = both("x").decide("a", wang, reasoned("REJECT"), 1, alone(), NOON);
        assertThat(no.outcome()).isEqualTo("REJECT");
        assertThat(no.seat("b").state()).isEqualTo(Seat.State.CLOSED);
        assertThat(no.seat("b").outcome()).isNull();
        assertThatThrownBy(() -> no.decide("b", zhao, voice("DONE"), 1, alone(), NOON))
                .hasMessageContaining("task.closed");
    }

    @Test
    void aNoNeedsAReason() {
        assertThatThrownBy(() -> single("x").decide("a", wang, voice("REJECT"), 1, alone(), NOON))
                .hasMessageContaining("task.opinion-required");
    }

    @Test
    void onlyThePostMayWork() {
        assertThatThrownBy(() -> single("x").claim("a", boss, alone(), NOON))
                .hasMessageContaining("task.not-your-post");
        Actor elsewhere = new Actor("li", "BANK_B", Set.of("BANK_INVESTIGATOR"), "pwd");
        assertThatThrownBy(() -> single("x").claim("a", elsewhere, alone(), NOON))
                .hasMessageContaining("task.not-your-post");
    }

    @Test
    void excludedDutiesAreRefusedAtClaimAndAtCompletion() {
        Step investigated = both("investigate").decide("a", wang, voice("DONE"), 1, alone(), NOON);
        Actor both = new Actor("wang", "BANK_A", Set.of("BANK_INVESTIGATOR", "BANK_APPROVER"), "pwd");
        CaseHistory history = history(investigated);
        Step decide = step("decide", SeatRule.SINGLE, "BANK_APPROVER", List.of("c"));
        assertThatThrownBy(() -> decide.claim("c", both, history, NOON)).hasMessageContaining("task.duties-exclude");
        assertThatThrownBy(() -> decide.decide("c", both, voice("APPROVE"), 1, history, NOON))
                .hasMessageContaining("task.duties-exclude");
        assertThat(decide.claim("c", boss, history, NOON).seat("c").person()).isEqualTo("boss");
    }

    @Test
    void differsFromAddsToTheDuties() {
        Step recorded = step("record", SeatRule.SINGLE, "BANK_INVESTIGATOR", List.of("a"))
                .decide("a", wang, voice("DONE"), 1, alone(), NOON);
        Step confirm = step("confirm", SeatRule.SINGLE, "BANK_INVESTIGATOR", List.of("b"));
        CaseHistory history = new CaseHistory(
                List.of(recorded), (e, o) -> e.equals("confirm") && o.equals("record"), (r, acted) -> Optional.empty());
        assertThatThrownBy(() -> confirm.claim("b", wang, history, NOON)).hasMessageContaining("task.same-person");
        assertThat(confirm.claim("b", zhao, history, NOON).seat("b").person()).isEqualTo("zhao");
    }

    @Test
    void whoeverRecordedWhatWasSentBackMayConfirmWhatAColleagueRecordedAnew() {
        Step first = step("record", SeatRule.SINGLE, "BANK_INVESTIGATOR", List.of("a"))
                .decide("a", wang, voice("DONE"), 1, alone(), NOON);
        Step anew = step("record", SeatRule.SINGLE, "BANK_INVESTIGATOR", List.of("c"))
                .decide("c", zhao, voice("DONE"), 1, alone(), NOON);
        Step confirm = step("confirm", SeatRule.SINGLE, "BANK_INVESTIGATOR", List.of("d"));
        CaseHistory history = new CaseHistory(
                List.of(first, anew),
                (e, o) -> e.equals("confirm") && o.equals("record"),
                (r, acted) -> Optional.empty());
        assertThatThrownBy(() -> confirm.claim("d", zhao, history, NOON)).hasMessageContaining("task.same-person");
        assertThat(confirm.claim("d", wang, history, NOON).seat("d").person()).isEqualTo("wang");
    }

    @Test
    void whileASupplementIsAskedForNothingIsDecided() {
        Step paused = single("x").claim("a", wang, alone(), NOON).pause("a", wang, alone(), "s1", NOON);
        assertThat(paused.clock().pausedAt()).isEqualTo(NOON);
        assertThatThrownBy(() -> paused.decide("a", wang, voice("DONE"), 1, alone(), NOON))
                .hasMessageContaining("task.paused");
        assertThatThrownBy(() -> paused.pause("a", wang, alone(), "s2", NOON)).hasMessageContaining("task.paused");
    }

    @Test
    void whatTheSystemClosedIsNobodysWork() {
        Step closed = single("x").claim("a", wang, alone(), NOON).close("system", NOON);
        assertThat(closed.state()).isEqualTo(Step.State.CLOSED);
        assertThat(closed.outcome()).isNull();
        assertThat(closed.endedBy()).isEqualTo("system");
        assertThat(closed.seat("a").state()).isEqualTo(Seat.State.CLOSED);
        assertThatThrownBy(() -> closed.claim("a", wang, alone(), NOON)).hasMessageContaining("task.closed");
    }

    private static Step single(String element) {
        return step(element, SeatRule.SINGLE, "BANK_INVESTIGATOR", List.of("a"));
    }

    private static Step both(String element) {
        return step(element, SeatRule.all(2), "BANK_INVESTIGATOR", List.of("a", "b"));
    }

    private static Step step(String element, SeatRule rule, String role, List<String> seats) {
        Place place = new Place(
                "step-" + element, NO, element, "token", "BANK_A", role, "IN_REVIEW", Set.of(Audience.BANK), null);
        return Step.open(place, rule, StepClock.endless(NOON), seats);
    }

    private static Actor officer(String login, String role) {
        return new Actor(login, "BANK_A", Set.of(role), "pwd");
    }

    private static Voice voice(String outcome) {
        return new Voice(outcome, "", Map.of(), List.of());
    }

    private static Voice reasoned(String outcome) {
        return new Voice(outcome, "", Map.of(), List.of("B04"));
    }

    private static CaseHistory alone() {
        return history();
    }

    private static CaseHistory history(Step... steps) {
        return new CaseHistory(List.of(steps), (e, o) -> false, StepTest::excludes);
    }

    private static Optional<String> excludes(String role, Collection<String> acted) {
        return role.equals("BANK_APPROVER") && acted.contains("BANK_INVESTIGATOR")
                ? Optional.of("BANK_INVESTIGATOR")
                : Optional.empty();
    }
}
