package org.lianfu.review;

import java.time.Instant;
import java.util.List;
import org.lianfu.shared.CaseNo;

/**
 * What another calendar moves in the open cases.
 *
 * @param cases how many cases
 * @param deadlines how many deadlines of open steps
 * @param promises how many promised dates
 * @param first the first of them in the order of their cases; all when there are few
 */
public record Moves(int cases, int deadlines, int promises, List<Move> first) {

    /**
     * One date that moves.
     *
     * @param element the open step; null for the date by which the decision is promised
     */
    public record Move(CaseNo no, String element, Instant from, Instant to) {}

    public int total() {
        return deadlines + promises;
    }

    public boolean isCut() {
        return first.size() < total();
    }
}
