package org.lianfu.outbox.store;

import java.time.Instant;
import org.lianfu.outbox.Incident;
import org.lianfu.shared.Times;

/** An incident as stored; times in epoch micros. */
public record IncidentRow(
        String id,
        String kind,
        String caseNo,
        String ref,
        String reason,
        int attempts,
        long openedAt,
        Long closedAt,
        String closedBy) {

    public Incident incident() {
        Instant closed = closedAt == null ? null : Times.instant(closedAt);
        return new Incident(id, kind, caseNo, ref, reason, attempts, Times.instant(openedAt), closed, closedBy);
    }
}
