package org.lianfu.outbox;

import java.time.Instant;
import org.lianfu.shared.Actor;

/**
 * Something that failed or stays silent.
 *
 * @param kind worded under {@code incident.<kind>}
 * @param caseNo the case it holds up; null when none
 * @param ref what it is about: a parcel, a step, an order
 * @param reason what the other side or the machine said, as it was said
 * @param attempts how often it was tried
 * @param closedAt null while open
 * @param closedBy login of who retried it, or {@code system} when it resolved itself; null while open
 */
public record Incident(
        String id,
        String kind,
        String caseNo,
        String ref,
        String reason,
        int attempts,
        Instant openedAt,
        Instant closedAt,
        String closedBy) {

    /**
     * An operator does something about an incident; told inside the act, so that the case says so in its trail.
     *
     * @param note why, in the operator's words; empty when nothing was said
     */
    public record Retried(Incident incident, Actor by, String note) {}

    /**
     * An operator has cleared an incident up with the other side and closes it; told inside the act.
     *
     * @param note what was found out, in the operator's words; never blank
     */
    public record ClearedUp(Incident incident, Actor by, String note) {}

    public boolean isOpen() {
        return closedAt == null;
    }
}
