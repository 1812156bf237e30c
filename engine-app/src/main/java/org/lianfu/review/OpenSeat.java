package org.lianfu.review;

/** One open seat as a worklist shows it. Times are epoch micros, the amount is in fen. */
public record OpenSeat(
        String seatId,
        String stepId,
        String caseNo,
        String post,
        String claimedBy,
        String program,
        String programVersion,
        String element,
        String applicant,
        Long amount,
        long arrivedAt,
        Long dueAt) {}
