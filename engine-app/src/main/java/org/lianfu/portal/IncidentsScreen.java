package org.lianfu.portal;

import java.time.Instant;

/** What failed or stays silent, with a retry (运行异常). */
public record IncidentsScreen(Page<Incident> incidents) {

    /**
     * One incident.
     *
     * @param kind in the reader's language
     * @param caseNo the case it holds up; null when none
     * @param ref what it is about inside the system
     * @param reason what the other side or the machine said
     * @param attempts how often it was tried
     * @param open false when it has been resolved
     */
    public record Incident(
            String id,
            String kind,
            String caseNo,
            String ref,
            String reason,
            int attempts,
            Instant since,
            boolean open) {}
}
