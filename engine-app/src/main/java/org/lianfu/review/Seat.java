package org.lianfu.review;

import java.time.Instant;

/**
 * One seat 席位 of a step: one person, one voice.
 *
 * @param person login that claimed or decided; null while open
 * @param outcome what this person decided; null until then
 * @param sawAnswers version of the application's answers that was decided on; null until then
 */
public record Seat(
        String id,
        int ordinal,
        State state,
        String person,
        Instant claimedAt,
        String outcome,
        Voice voice,
        Integer sawAnswers,
        Instant decidedAt) {

    /** What a seat has come to. CLOSED: others decided, or the system closed the step; never "done by me". */
    public enum State {
        OPEN,
        CLAIMED,
        DECIDED,
        CLOSED
    }

    static Seat open(String id, int ordinal) {
        return new Seat(id, ordinal, State.OPEN, null, null, null, null, null, null);
    }

    Seat claimed(String login, Instant at) {
        return new Seat(id, ordinal, State.CLAIMED, login, at, null, null, null, null);
    }

    Seat released() {
        return open(id, ordinal);
    }

    Seat decided(String login, Voice voice, int sawAnswers, Instant at) {
        Instant since = claimedAt == null ? at : claimedAt;
        return new Seat(id, ordinal, State.DECIDED, login, since, voice.outcome(), voice, sawAnswers, at);
    }

    Seat closed() {
        return new Seat(id, ordinal, State.CLOSED, person, claimedAt, null, null, null, null);
    }

    public boolean isLive() {
        return state == State.OPEN || state == State.CLAIMED;
    }

    public boolean isOf(String login) {
        return login.equals(person) && state != State.OPEN;
    }
}
