package org.lianfu.portal;

import java.time.Instant;
import org.lianfu.shared.Money;

/**
 * One seat in the inbox (待办).
 *
 * @param id of the seat
 * @param step name of the step in the reader's language
 * @param claimedBy the person who has it; null when nobody has
 * @param mine true when the reader has claimed it
 * @param outcome what was decided, in the reader's language; null while open
 */
public record TaskLine(
        String id,
        String caseNo,
        String step,
        String programTitle,
        String applicantName,
        Money amount,
        Instant arrivedAt,
        Deadline deadline,
        String claimedBy,
        boolean mine,
        String outcome) {}
