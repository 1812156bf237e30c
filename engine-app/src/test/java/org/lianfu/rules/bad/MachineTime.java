package org.lianfu.rules.bad;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.List;

/** Asks the machine for the time in every way there is; the last way is allowed. */
public class MachineTime {

    public static final int WAYS = 9;

    public List<Object> all(Clock clock) {
        return List.of(
                Instant.now(),
                LocalDate.now(),
                LocalDate.now(ZoneId.of("Asia/Shanghai")),
                LocalDateTime.now(),
                ZonedDateTime.now(),
                new Date(),
                System.currentTimeMillis(),
                Clock.systemUTC(),
                Calendar.getInstance(),
                Instant.now(clock));
    }
}
