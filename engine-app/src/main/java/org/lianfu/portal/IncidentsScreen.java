package org.lianfu.portal;

import java.time.Instant;

/** What failed or stays silent, with a retry (运行异常). */
public record IncidentsScreen(boolean all, Page<Incident> incidents, String retriedId) {

    /**
     * One incident.
     *
     * @param kind in the reader's language
     * @param ref what it is about inside the system
     * @param reason what went wrong, in a sentence
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
            Instant nextTry,
            boolean open) {}
}
