package org.lianfu.review;

import java.util.List;
import java.util.Map;

/**
 * What one person says on a step.
 *
 * @param outcome one of the outcomes that the step offers
 * @param opinion free text; empty when none
 * @param answers typed answers of the step's form
 * @param reasons coded reasons among the answers, for example {@code B04}
 */
public record Voice(String outcome, String opinion, Map<String, Object> answers, List<String> reasons) {

    /** Outcomes that turn something down; they need an opinion or a coded reason. */
    private static final List<String> NEGATIVE = List.of("REJECT", "RETURN", "DECLINE");

    public boolean isNegative() {
        return NEGATIVE.contains(outcome);
    }

    public boolean isReasoned() {
        return !opinion.isBlank() || !reasons.isEmpty();
    }
}
