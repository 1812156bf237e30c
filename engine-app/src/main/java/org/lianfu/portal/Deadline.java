package org.lianfu.portal;

import java.time.Instant;

/**
 * Until when something must be done, with the clock that people count in.
 *
 * @param at the last instant, the end of a day in Asia/Shanghai
 * @param daysLeft days that remain in {@code unit}; 0 on the last day, negative when late
 * @param unit what is counted
 * @param provisional true when the day lies in a year whose holidays no notice has fixed yet
 * @param paused true while the clock stands still
 * @param pausedDays days that pauses have added so far
 * @param moved how a holiday notice moved it; null when none has
 */
public record Deadline(
        Instant at, int daysLeft, Unit unit, boolean provisional, boolean paused, int pausedDays, Moved moved) {

    /**
     * A holiday notice has moved the deadline.
     *
     * @param from until when it ran before
     * @param notice the notice's number
     */
    public record Moved(Instant from, String notice) {}

    public Deadline moved(Moved by) {
        return new Deadline(at, daysLeft, unit, provisional, paused, pausedDays, by);
    }

    /** Working days (工作日) or natural days (自然日). */
    public enum Unit {
        WORKING_DAYS,
        DAYS
    }

    public boolean late() {
        return daysLeft < 0 && !paused;
    }

    public boolean soon() {
        return daysLeft >= 0 && daysLeft <= 1 && !paused;
    }
}
