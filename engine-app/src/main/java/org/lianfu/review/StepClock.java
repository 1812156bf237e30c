package org.lianfu.review;

import java.time.Instant;

/**
 * The clock of a step: when it was opened, until when it runs, and how long it stood still.
 *
 * @param term {@code 5wd} working days or {@code 30d} natural days; null when the step has no deadline
 * @param runsFrom when the term began: with the step, or anew when an outside answer was asked for again
 * @param dueAt last instant of the last day, Asia/Shanghai; null when the step has no deadline
 * @param provisional whether the date lies in a year for which no holiday notice has been published
 * @param calendarVersion the calendar that computed it; null when the step has no deadline
 * @param pausedAt since when it stands still; null while it runs
 * @param pausedDays days of the term's unit that it has stood still
 * @param actAt when the clock watch must act (fire a timer, end a silence); null when nothing happens by time
 * @param moved how a holiday notice moved the deadline last; null when none has
 */
public record StepClock(
        Instant openedAt,
        String term,
        Instant runsFrom,
        Instant dueAt,
        boolean provisional,
        String calendarVersion,
        Instant pausedAt,
        int pausedDays,
        Instant actAt,
        Moved moved) {

    /**
     * A deadline that a holiday notice (放假通知) moved.
     *
     * @param from until when the clock ran before
     * @param notice the version of the year that moved it, {@code 2027.2}
     */
    public record Moved(Instant from, String notice) {}

    static StepClock endless(Instant openedAt) {
        return new StepClock(openedAt, null, openedAt, null, false, null, null, 0, null, null);
    }

    StepClock stopped(Instant at) {
        return new StepClock(
                openedAt, term, runsFrom, dueAt, provisional, calendarVersion, at, pausedDays, null, moved);
    }

    /** The clock watch has acted, or there is nothing left for it to do. */
    StepClock quiet() {
        return dueToAct(null);
    }

    /** The clock watch must act at this instant. */
    StepClock dueToAct(Instant at) {
        return new StepClock(
                openedAt, term, runsFrom, dueAt, provisional, calendarVersion, pausedAt, pausedDays, at, moved);
    }
}
