package org.lianfu.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lianfu.shared.Refusal;
import org.lianfu.shared.Refusal.Kind;
import org.lianfu.shared.Times;

/**
 * The working-day calendar (工作日历) in memory. A working day is Monday to Friday unless listed as off, or a listed
 * make-up day (调休上班). The day on which a term begins is not counted (民法典 art. 201). Immutable.
 */
public final class WorkCalendar {

    /** A day was asked for in a year that no notice and no provisional table covers. */
    public static final Refusal YEAR_UNKNOWN = Refusal.of("calendar.year-unknown", Kind.RULE, "全国年节及纪念日放假办法 art. 7");

    private final TreeMap<Integer, CalendarYear> years = new TreeMap<>();
    private final Map<LocalDate, Boolean> listed = new HashMap<>();

    /** @param known one version of each year; of several the highest counts */
    public WorkCalendar(Collection<CalendarYear> known) {
        for (CalendarYear year : known) {
            years.merge(year.year(), year, (a, b) -> a.version() > b.version() ? a : b);
        }
        list();
    }

    private void list() {
        // ascending: where two notices name the same day of December, the later year's notice is the later word
        years.values().forEach(year -> year.days().forEach((date, day) -> listed.put(date, day.working())));
    }

    /** This calendar with one more year, or with another version of one. */
    WorkCalendar with(CalendarYear year) {
        Map<Integer, CalendarYear> all = new TreeMap<>(years);
        all.put(year.year(), year);
        return new WorkCalendar(all.values());
    }

    public boolean isWorkingDay(LocalDate day) {
        yearOf(day);
        return works(day);
    }

    /** The same for a day of whatever year: Monday to Friday where nobody has said anything. */
    boolean works(LocalDate day) {
        Boolean word = listed.get(day);
        return word != null ? word : !HolidayLaw.weekend(day);
    }

    /** The n-th working day after {@code start}; the day itself when n is 0. */
    public LocalDate addWorkingDays(LocalDate start, int n) {
        if (n < 0) {
            throw new IllegalArgumentException("working days are counted forward, not " + n);
        }
        LocalDate day = start;
        for (int left = n; left > 0; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    /**
     * When a term ends that begins at {@code start}: at 24:00 of its last day. A term of natural days whose last day is
     * a rest day ends on the first day after the rest (民法典 art. 203).
     *
     * @param pausedDays days that the clock stood still, in the term's own unit; they are added to it
     */
    public Due due(Instant start, Term term, int pausedDays) {
        LocalDate first = Times.date(start);
        int days = Math.addExact(term.count(), pausedDays);
        LocalDate last =
                term.unit() == Term.Unit.WORKING_DAYS ? addWorkingDays(first, days) : endOfRest(first.plusDays(days));
        SortedSet<Integer> counted = new TreeSet<>();
        for (int year = first.plusDays(1).getYear(); year <= last.getYear(); year++) {
            counted.add(year);
        }
        // a notice may name days of the December before its year: a term that passes over them was counted with it, too
        CalendarYear following = years.get(last.getYear() + 1);
        if (following != null
                && !following
                        .days()
                        .headMap(last.plusDays(1))
                        .tailMap(first.plusDays(1))
                        .isEmpty()) {
            counted.add(following.year());
        }
        Instant at = last.plusDays(1).atStartOfDay(Times.ZONE).toInstant().minusNanos(1_000);
        boolean provisional = counted.stream()
                .anyMatch(year -> years.get(year) == null || years.get(year).provisional());
        String version = counted.stream()
                .filter(years::containsKey)
                .map(year -> years.get(year).name())
                .collect(Collectors.joining("+"));
        return new Due(at, provisional, version);
    }

    private LocalDate endOfRest(LocalDate day) {
        LocalDate end = day;
        while (!isWorkingDay(end)) {
            end = end.plusDays(1);
        }
        return end;
    }

    /** Working days after the day of {@code from} up to and with the day of {@code to}: how long a pause was. */
    public int workingDaysBetween(Instant from, Instant to) {
        return workingDaysBetween(Times.date(from), Times.date(to));
    }

    /** Working days after {@code from} up to and with {@code to}; 0 when {@code to} is not later. */
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        int count = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                count++;
            }
        }
        return count;
    }

    /** How long a pause was in days of {@code unit}, to be given back to {@link #due}. */
    public int daysBetween(Instant from, Instant to, Term.Unit unit) {
        return unit == Term.Unit.WORKING_DAYS
                ? workingDaysBetween(from, to)
                : (int) Math.max(
                        0, Times.date(to).toEpochDay() - Times.date(from).toEpochDay());
    }

    /**
     * What is known of the year of a day.
     *
     * @throws org.lianfu.shared.Refused with {@link #YEAR_UNKNOWN} when nothing is
     */
    public CalendarYear yearOf(LocalDate day) {
        CalendarYear year = years.get(day.getYear());
        if (year == null) {
            throw YEAR_UNKNOWN.because(Map.of(
                    "year", String.valueOf(day.getYear()),
                    "first", years.isEmpty() ? "-" : String.valueOf(years.firstKey()),
                    "last", years.isEmpty() ? "-" : String.valueOf(years.lastKey())));
        }
        return year;
    }

    /** What is known of this year, if anything is. */
    public Optional<CalendarYear> year(int year) {
        return Optional.ofNullable(years.get(year));
    }

    /** The years that can be counted in, ascending. */
    public Collection<CalendarYear> years() {
        return java.util.Collections.unmodifiableCollection(years.values());
    }
}
