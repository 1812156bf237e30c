package org.lianfu.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.lianfu.shared.Times;

class WorkCalendarPropertiesTest {

    private static final WorkCalendar CALENDAR = new WorkCalendar(CalendarShelf.shipped());

    @Provide
    Arbitrary<LocalDate> days() {
        long first = LocalDate.of(2023, 1, 1).toEpochDay();
        return Arbitraries.longs()
                .between(first, LocalDate.of(2030, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Property
    void a_later_start_never_ends_earlier(
            @ForAll("days") LocalDate a, @ForAll("days") LocalDate b, @ForAll @IntRange(max = 200) int n) {
        LocalDate early = a.isBefore(b) ? a : b;
        LocalDate late = a.isBefore(b) ? b : a;
        assertThat(CALENDAR.addWorkingDays(early, n)).isBeforeOrEqualTo(CALENDAR.addWorkingDays(late, n));
    }

    @Property
    void counting_undoes_adding(@ForAll("days") LocalDate start, @ForAll @IntRange(max = 200) int n) {
        LocalDate end = CALENDAR.addWorkingDays(start, n);
        assertThat(CALENDAR.workingDaysBetween(start, end)).isEqualTo(n);
        assertThat(n == 0 || CALENDAR.isWorkingDay(end)).isTrue();
    }

    @Property
    void adding_twice_is_adding_the_sum(
            @ForAll("days") LocalDate start, @ForAll @IntRange(max = 100) int n, @ForAll @IntRange(max = 100) int m) {
        assertThat(CALENDAR.addWorkingDays(CALENDAR.addWorkingDays(start, n), m))
                .isEqualTo(CALENDAR.addWorkingDays(start, n + m));
    }

    @Property
    void stretches_add_up(@ForAll("days") LocalDate a, @ForAll("days") LocalDate b, @ForAll("days") LocalDate c) {
        LocalDate[] d = {a, b, c};
        java.util.Arrays.sort(d);
        assertThat(CALENDAR.workingDaysBetween(d[0], d[1]) + CALENDAR.workingDaysBetween(d[1], d[2]))
                .isEqualTo(CALENDAR.workingDaysBetween(d[0], d[2]));
    }

    /** A pause that is given back moves the deadline by exactly its working days. */
    @Property
    void a_pause_moves_the_end_by_its_days(
            @ForAll("days") LocalDate start,
            @ForAll @IntRange(min = 1, max = 60) int n,
            @ForAll @IntRange(max = 60) int paused) {
        Instant noon = start.atTime(12, 0).atZone(Times.ZONE).toInstant();
        Due plain = CALENDAR.due(noon, Term.workingDays(n), 0);
        Due longer = CALENDAR.due(noon, Term.workingDays(n), paused);
        assertThat(CALENDAR.workingDaysBetween(plain.at(), longer.at())).isEqualTo(paused);
    }

    @Property
    void natural_days_end_on_a_working_day_not_earlier(
            @ForAll("days") LocalDate start, @ForAll @IntRange(min = 1, max = 400) int n) {
        Instant noon = start.atTime(12, 0).atZone(Times.ZONE).toInstant();
        LocalDate end = Times.date(CALENDAR.due(noon, Term.naturalDays(n), 0).at());
        assertThat(CALENDAR.isWorkingDay(end)).isTrue();
        assertThat(end).isAfterOrEqualTo(start.plusDays(n));
    }
}
