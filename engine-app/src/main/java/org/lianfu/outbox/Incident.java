package org.lianfu.outbox;

import java.time.Instant;

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

    public boolean isOpen() {
        return closedAt == null;
    }
}
