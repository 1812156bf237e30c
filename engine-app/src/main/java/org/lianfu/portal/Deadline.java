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
 */
public record Deadline(Instant at, int daysLeft, Unit unit, boolean provisional, boolean paused, int pausedDays) {

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
