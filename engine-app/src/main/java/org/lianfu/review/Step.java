package org.lianfu.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.lianfu.program.SeatRule;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Refusal;

/**
 * One step 环节: an arrival of a case at one piece of people's work, with its seats. Every verb is a pure function of the
 * step, the actor and the time: it gives the step as it is afterwards, or refuses.
 *
 * @param place what this step is and where
 * @param clock its deadline and its pauses
 * @param outcome what the step as a whole decided; null until then
 * @param pausedBy id of the request for supplement that stops the clock; null while it runs
 */
public record Step(
        Place place,
        SeatRule rule,
        State state,
        String outcome,
        StepClock clock,
        String pausedBy,
        List<Seat> seats,
        Instant endedAt,
        String endedBy) {

    /** Open, decided by people, or closed by the system (a timer, a return, a withdrawal). */
    public enum State {
        OPEN,
        DECIDED,
        CLOSED
    }

    public Step {
        seats = List.copyOf(seats);
    }

    static Step open(Place place, SeatRule rule, StepClock clock, List<String> seatIds) {
        List<Seat> seats = new ArrayList<>();
        for (String id : seatIds) {
            seats.add(Seat.open(id, seats.size() + 1));
        }
        return new Step(place, rule, State.OPEN, null, clock, null, seats, null, null);
    }

    public String id() {
        return place.id();
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    public boolean isPaused() {
        return pausedBy != null;
    }

    /** A holder of the post takes the seat; nobody else of the post then may. */
    Step claim(String seatId, Actor actor, CaseHistory history, Instant at) {
        mayWork(seatId, actor, history);
        Seat seat = seat(seatId);
        if (seat.state() == Seat.State.CLAIMED) {
            if (seat.isOf(actor.login())) {
                return this;
            }
            throw ReviewRefusals.CLAIMED.because(
                    Map.of("who", seat.person(), "when", at(seat.claimedAt()), "step", place.element()));
        }
        return with(seatId, s -> s.claimed(actor.login(), at));
    }

    /** Gives the seat back to the post. */
    Step release(String seatId, Actor actor) {
        mustBeOpen(seatId);
        Seat seat = seat(seatId);
        if (!seat.isOf(actor.login())) {
            throw ReviewRefusals.NOT_CLAIMED_BY_YOU.because(Map.of("step", place.element()));
        }
        return with(seatId, Seat::released);
    }

    /** The seat of somebody who holds the post no more goes back to it. */
    Step handBack(String seatId) {
        return with(seatId, seat -> seat.state() == Seat.State.CLAIMED ? seat.released() : seat);
    }

    /**
     * One person decides. The step is decided with the only voice (SINGLE), when all have spoken or one turned it down
     * (ALL), or when the vote is fixed (RATIO): only then can no later voice change it.
     */
    Step decide(String seatId, Actor actor, Voice voice, int sawAnswers, CaseHistory history, Instant at) {
        mayWork(seatId, actor, history);
        Seat seat = seat(seatId);
        if (seat.state() == Seat.State.CLAIMED && !seat.isOf(actor.login())) {
            throw ReviewRefusals.CLAIMED.because(
                    Map.of("who", seat.person(), "when", at(seat.claimedAt()), "step", place.element()));
        }
        if (isPaused()) {
            throw ReviewRefusals.PAUSED.because(Map.of("step", place.element()));
        }
        if (voice.isNegative() && !voice.isReasoned()) {
            throw ReviewRefusals.OPINION_REQUIRED.because(Map.of("outcome", voice.outcome()));
        }
        Step spoken = with(seatId, s -> s.decided(actor.login(), voice, sawAnswers, at));
        if (rule.isVote()) {
            return spoken.counted(actor, at);
        }
        boolean allSpoken = spoken.seats.stream().noneMatch(Seat::isLive);
        boolean settled = rule.kind() == SeatRule.Kind.SINGLE || allSpoken || voice.isNegative();
        return settled ? spoken.ended(State.DECIDED, voice.outcome(), actor.login(), at) : spoken;
    }

    /**
     * 回避: a person whose own interest touches the case leaves the seat and takes no further part in the case. A vote goes
     * on without the seat; elsewhere the post owes another person, who gets the seat {@code instead}.
     *
     * @param instead id of that seat; not used by a vote
     */
    Step recuse(
            String seatId,
            Actor actor,
            String reason,
            int sawAnswers,
            CaseHistory history,
            String instead,
            Instant at) {
        mayWork(seatId, actor, history);
        Seat seat = seat(seatId);
        if (seat.state() == Seat.State.CLAIMED && !seat.isOf(actor.login())) {
            throw ReviewRefusals.CLAIMED.because(
                    Map.of("who", seat.person(), "when", at(seat.claimedAt()), "step", place.element()));
        }
        if (isPaused()) {
            throw ReviewRefusals.PAUSED.because(Map.of("step", place.element()));
        }
        if (reason.isBlank()) {
            throw ReviewRefusals.RECUSAL_REASON.because();
        }
        Step without = with(seatId, s -> s.recused(actor.login(), reason, sawAnswers, at));
        return rule.isVote() ? without.counted(actor, at) : without.seated(instead);
    }

    /** One more seat for a vote that those who are left cannot bring to its quorum. */
    Step furtherSeat(Actor actor, String seatId) {
        mustBeAVote(actor);
        if (!lacksQuorum()) {
            throw ReviewRefusals.QUORUM_STANDS.because(
                    Map.of("step", place.element(), "quorum", rule.quorum(), "possible", tally().possible()));
        }
        return seated(seatId);
    }

    /** Ends a vote whose time has passed: who has not spoken by then is absent. The quorum must have been reached. */
    Step endVote(Actor actor, Instant at) {
        mustBeAVote(actor);
        Tally count = tally();
        if (clock.dueAt() == null || at.isBefore(clock.dueAt())) {
            throw ReviewRefusals.VOTE_RUNS.because(
                    Map.of("step", place.element(), "until", at(clock.dueAt()), "open", count.open()));
        }
        if (count.present() < rule.quorum()) {
            throw ReviewRefusals.QUORUM_MISSING.because(
                    Map.of("step", place.element(), "quorum", rule.quorum(), "present", count.present()));
        }
        return ended(State.DECIDED, count.withoutTheAbsent(rule), actor.login(), at);
    }

    public Tally tally() {
        return Tally.of(seats);
    }

    /** Whether an open vote can no longer reach its quorum. */
    public boolean lacksQuorum() {
        return isOpen() && rule.isVote() && tally().possible() < rule.quorum();
    }

    /** The vote as it stands, decided when nobody who is left can change it. */
    private Step counted(Actor last, Instant at) {
        return tally().fixed(rule)
                .map(result -> ended(State.DECIDED, result, last.login(), at))
                .orElse(this);
    }

    private void mustBeAVote(Actor actor) {
        if (!place.isOf(actor) && !actor.has(Place.OPERATOR)) {
            throw ReviewRefusals.NOT_YOUR_POST.because(
                    Map.of("step", place.element(), "role", place.role(), "org", place.org()));
        }
        if (!isOpen() || !rule.isVote()) {
            throw ReviewRefusals.NO_VOTE.because(Map.of("step", place.element()));
        }
    }

    private Step seated(String seatId) {
        List<Seat> after = new ArrayList<>(seats);
        after.add(Seat.open(seatId, seats.size() + 1));
        return new Step(place, rule, state, outcome, clock, pausedBy, after, endedAt, endedBy);
    }

    /** The system closes the step: a timer, a return, a withdrawal. What had been decided on a seat stays as it was. */
    Step close(String by, Instant at) {
        return isOpen() ? ended(State.CLOSED, null, by, at) : this;
    }

    /** A request for supplement stops the clock. */
    Step pause(String seatId, Actor actor, CaseHistory history, String request, Instant at) {
        mayWork(seatId, actor, history);
        if (isPaused()) {
            throw ReviewRefusals.PAUSED.because(Map.of("step", place.element()));
        }
        Seat seat = seat(seatId);
        if (!seat.isOf(actor.login())) {
            throw ReviewRefusals.CLAIM_FIRST.because(Map.of("step", place.element()));
        }
        return new Step(place, rule, state, outcome, clock.stopped(at), request, seats, endedAt, endedBy);
    }

    Step resume(StepClock running) {
        return new Step(place, rule, state, outcome, running, null, seats, endedAt, endedBy);
    }

    /** The same step when the clock is the same. */
    Step recounted(StepClock counted) {
        return counted == clock
                ? this
                : new Step(place, rule, state, outcome, counted, pausedBy, seats, endedAt, endedBy);
    }

    Step renamed(String element) {
        return new Step(place.renamed(element), rule, state, outcome, clock, pausedBy, seats, endedAt, endedBy);
    }

    public Seat seat(String seatId) {
        return seats.stream()
                .filter(s -> s.id().equals(seatId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("step " + id() + " has no seat " + seatId));
    }

    private void mayWork(String seatId, Actor actor, CaseHistory history) {
        mustBeOpen(seatId);
        if (!place.isOf(actor)) {
            throw ReviewRefusals.NOT_YOUR_POST.because(
                    Map.of("step", place.element(), "role", place.role(), "org", place.org()));
        }
        if (history.recused(actor.login()) || seats.stream().anyMatch(s -> s.isRecusedBy(actor.login()))) {
            throw ReviewRefusals.RECUSED.because(Map.of("no", place.caseNo().value()));
        }
        if (seats.stream()
                .anyMatch(s -> !s.id().equals(seatId) && s.isOf(actor.login()) && s.state() != Seat.State.CLOSED)) {
            throw ReviewRefusals.ONE_SEAT_A_PERSON.because(Map.of("step", place.element()));
        }
        history.conflict(this, actor.login()).ifPresent(conflict -> {
            throw conflict;
        });
    }

    /** @throws org.lianfu.shared.Refused when somebody was faster: who, when and with what outcome */
    void mustBeOpen(String seatId) {
        Seat seat = seat(seatId);
        if (seat.state() == Seat.State.DECIDED) {
            throw ended(ReviewRefusals.ALREADY_DONE, seat.person(), seat.decidedAt(), seat.outcome());
        }
        if (!isOpen() || seat.state() == Seat.State.CLOSED) {
            throw ended(ReviewRefusals.CLOSED, endedBy, endedAt, outcome == null ? "CLOSED" : outcome);
        }
    }

    private RuntimeException ended(Refusal refusal, String who, Instant when, String what) {
        return refusal.because(Map.of("who", who, "when", at(when), "what", what, "step", place.element()));
    }

    private Step ended(State end, String with, String by, Instant at) {
        List<Seat> after = seats.stream().map(s -> s.isLive() ? s.closed() : s).toList();
        return new Step(place, rule, end, with, clock, null, after, at, by);
    }

    private Step with(String seatId, UnaryOperator<Seat> change) {
        List<Seat> after = seats.stream()
                .map(s -> s.id().equals(seatId) ? change.apply(s) : s)
                .toList();
        return new Step(place, rule, state, outcome, clock, pausedBy, after, endedAt, endedBy);
    }

    private static String at(Instant instant) {
        return instant == null ? "" : instant.toString();
    }
}
