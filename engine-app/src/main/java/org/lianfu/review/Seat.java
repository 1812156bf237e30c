package org.lianfu.review;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One seat 席位 of a step: one person, one voice.
 *
 * @param person login that claimed, decided or recused; null while open
 * @param outcome what this person decided; null until then
 * @param voice what was said, for a recusal its reason; null until then and when read without its words
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

    /**
     * What a seat has come to. CLOSED: others decided, or the system closed the step; never "done by me". RECUSED 回避: its
     * person has withdrawn from the case.
     */
    public enum State {
        OPEN,
        CLAIMED,
        DECIDED,
        CLOSED,
        RECUSED
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

    Seat recused(String login, String reason, int sawAnswers, Instant at) {
        Instant since = claimedAt == null ? at : claimedAt;
        Voice why = new Voice("", reason, Map.of(), List.of());
        return new Seat(id, ordinal, State.RECUSED, login, since, null, why, sawAnswers, at);
    }

    Seat closed() {
        return new Seat(id, ordinal, State.CLOSED, person, claimedAt, null, null, null, null);
    }

    public boolean isLive() {
        return state == State.OPEN || state == State.CLAIMED;
    }

    boolean isRecusedBy(String login) {
        return state == State.RECUSED && login.equals(person);
    }

    public boolean isOf(String login) {
        return login.equals(person) && state != State.OPEN;
    }
}
