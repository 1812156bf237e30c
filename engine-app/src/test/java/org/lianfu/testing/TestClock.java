package org.lianfu.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.lianfu.shared.Times;

/**
 * A clock that a test sets. It stands still at 2026-11-24 09:00 in Shanghai, a Tuesday, until it is moved; every test class
 * finds it there.
 */
public class TestClock extends Clock {

    public static final Instant START =
            LocalDateTime.of(2026, 11, 24, 9, 0).atZone(Times.ZONE).toInstant();

    private volatile Instant now = START;

    /** Sets the time of day in Shanghai, for example {@code 2026-11-25T10:00}. */
    public void set(String shanghai) {
        now = LocalDateTime.parse(shanghai).atZone(Times.ZONE).toInstant();
    }

    public void set(Instant instant) {
        now = instant;
    }

    public void advance(Duration by) {
        now = now.plus(by);
    }

    public void reset() {
        now = START;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return Times.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
