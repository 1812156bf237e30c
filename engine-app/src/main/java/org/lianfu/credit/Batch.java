package org.lianfu.credit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * One batch of filings 备案批次: the loans drawn until the end of a month that wait to be taken into the pool.
 *
 * @param program code of the program
 * @param openedBy who drew the batch up
 * @param startedBy who filed it; null before
 * @param approvedBy the second person, where the pool was in warning
 * @param counts lines by what became of them
 */
public record Batch(
        String id,
        String program,
        YearMonth month,
        State state,
        String openedBy,
        String startedBy,
        String approvedBy,
        Instant openedAt,
        Instant startedAt,
        Instant finishedAt,
        Counts counts) {

    /** Where a batch stands. */
    public enum State {
        OPEN,
        /** the pool is in warning: another person has to approve */
        SECOND,
        RUNNING,
        DONE
    }

    /**
     * How far it is.
     *
     * @param total all lines
     * @param left lines not worked off
     * @param lapsed loans that ended before they could be filed
     * @param filedFen principal filed, in fen
     */
    public record Counts(int total, int left, int filed, int refused, int lapsed, int revoked, long filedFen) {}

    /** By when a month's loans are to be filed: the tenth of the next month [A]. */
    public LocalDate due() {
        return month.plusMonths(1).atDay(10);
    }
}
