package org.lianfu.portal;

import java.time.Instant;
import java.util.List;

/**
 * What failed or stays silent, with a retry (运行异常).
 *
 * @param faults why the last retry was refused
 */
public record IncidentsScreen(Page<Incident> incidents, List<FaultLine> faults) {

    /**
     * One incident.
     *
     * @param kind in the reader's language
     * @param mend what it means and what a retry does, in the reader's language
     * @param caseNo the case it holds up; null when none
     * @param ref what it is about inside the system, for whoever looks into it
     * @param reason what the other side or the machine said, as it was said
     * @param attempts how often it was tried
     * @param open false when it has been resolved
     * @param mayClose whether it may be closed as cleared up
     * @param note what the operator typed about it, kept
     */
    public record Incident(
            String id,
            String kind,
            String mend,
            String caseNo,
            String ref,
            String reason,
            int attempts,
            Instant since,
            boolean open,
            boolean mayClose,
            String note) {}
}
