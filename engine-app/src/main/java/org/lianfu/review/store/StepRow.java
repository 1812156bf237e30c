package org.lianfu.review.store;

/** A row of rev_step. Times are epoch micros. */
public record StepRow(
        String id,
        String caseNo,
        String element,
        String token,
        String org,
        String role,
        String rule,
        String state,
        String outcome,
        String phase,
        String audience,
        long openedAt,
        String term,
        Long dueAt,
        boolean dueProvisional,
        String calendarVersion,
        Long pausedAt,
        int pausedDays,
        String pausedBy,
        Long clockAt,
        String askedFor,
        String request,
        Long endedAt,
        String endedBy) {}
