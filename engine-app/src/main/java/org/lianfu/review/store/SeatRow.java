package org.lianfu.review.store;

/** A row of rev_seat without its sealed words. Times are epoch micros. */
public record SeatRow(
        String id,
        String stepId,
        String caseNo,
        int ordinal,
        String state,
        String person,
        Long claimedAt,
        String outcome,
        Integer sawAnswers,
        Long decidedAt) {}
