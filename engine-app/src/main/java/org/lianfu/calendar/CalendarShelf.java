package org.lianfu.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lianfu.calendar.store.CalendarYears;
import org.lianfu.calendar.store.CalendarYears.DayRow;
import org.lianfu.calendar.store.CalendarYears.YearRow;
import org.lianfu.shared.Times;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the tables up to what the product ships, and reads the calendar from them. A year whose days are stored already
 * is left alone. A new notice, and a corrected provisional year, become a further version; the days of a shipped notice
 * that is stored under the same address cannot change, what an administrator has loaded is never overruled by a release
 * under the same address, and a notice never gives way to a computed year.
 */
final class CalendarShelf {

    private static final Logger LOG = LoggerFactory.getLogger(CalendarShelf.class);

    private final CalendarYears store;

    CalendarShelf(CalendarYears store) {
        this.store = store;
    }

    /** What the product ships: a notice outranks the computed year. */
    static List<CalendarYear> shipped() {
        Map<Integer, CalendarYear> years = new TreeMap<>();
        for (CalendarYear year : HolidayLaw.read(Csv.rows(HolidayLaw.FILE, HolidayLaw.COLUMNS))) {
            years.put(year.year(), year);
        }
        for (CalendarYear year : Notices.read(Csv.rows(Notices.FILE, Notices.COLUMNS))) {
            years.put(year.year(), year);
        }
        return List.copyOf(years.values());
    }

    /**
     * Stores what is new.
     *
     * @return the years that were stored, as they are stored
     * @throws IllegalStateException when a stored notice would change; names the year, the notice and what to do
     */
    List<CalendarYear> bringUpTo(List<CalendarYear> shipped) {
        Map<Integer, List<YearRow>> stored = store.years().stream().collect(Collectors.groupingBy(YearRow::yearNo));
        List<CalendarYear> added = new ArrayList<>();
        for (CalendarYear year : shipped) {
            List<YearRow> versions = stored.getOrDefault(year.year(), List.of());
            if (isNews(year, versions)) {
                CalendarYear next = year.as(versions.size() + 1);
                add(next);
                added.add(next);
            }
        }
        return added;
    }

    private boolean isNews(CalendarYear year, List<YearRow> versions) {
        if (versions.stream().anyMatch(v -> v.checksum().equals(year.checksum()))) {
            return false;
        }
        if (year.provisional()) {
            return versions.stream().noneMatch(v -> v.kind().equals(CalendarYear.Kind.NOTICE.name()));
        }
        for (YearRow version : versions) {
            if (version.loadedBy() != null && loaded(version).sameDays(year.days())) {
                return false;
            }
            if (version.source().equals(year.source()) && version.loadedBy() != null) {
                LOG.warn(
                        "calendar: the days of {} in {} differ from version {}, which {} loaded under the same address; "
                                + "what was loaded holds. If the file is right, load it as a notice.",
                        year.year(),
                        Notices.FILE,
                        version.version(),
                        version.loadedBy());
                return false;
            }
            if (version.source().equals(year.source())) {
                throw new IllegalStateException(
                        """
                        the days of %d in %s differ from version %d in the database, but cite the same notice %s: \
                        restore the file, or name the new notice in its rows""".formatted(year.year(), Notices.FILE, version.version(), year.source()));
            }
        }
        return true;
    }

    private CalendarYear loaded(YearRow version) {
        return versions().stream()
                .filter(v -> v.year() == version.yearNo() && v.version() == version.version())
                .findFirst()
                .orElseThrow();
    }

    /** Stores one version of a year with its days. */
    void add(CalendarYear year) {
        CalendarYear.Loading loading = year.loading();
        store.addYear(new YearRow(
                year.year(),
                year.version(),
                year.kind().name(),
                year.source(),
                year.checksum(),
                loading == null ? null : loading.number(),
                loading == null ? null : loading.issuedOn(),
                loading == null ? null : loading.fileSha256(),
                loading == null ? null : loading.by(),
                loading == null ? null : Times.micros(loading.at())));
        List<DayRow> rows = new ArrayList<>();
        year.days()
                .forEach((date, day) -> rows.add(
                        new DayRow(year.year(), year.version(), date, day.working() ? "WORK" : "OFF", day.name())));
        store.addDays(rows);
        LOG.info("calendar: {} version {} stored, {}", year.year(), year.version(), year.kind());
    }

    /** The calendar as the tables have it, the highest version of each year. */
    WorkCalendar open() {
        return new WorkCalendar(versions());
    }

    /**
     * Every version of every year.
     *
     * @throws IllegalStateException when the days of a stored year do not match its checksum; names the year
     */
    List<CalendarYear> versions() {
        Map<List<Integer>, TreeMap<java.time.LocalDate, CalendarYear.Day>> days = store.days().stream()
                .collect(Collectors.groupingBy(
                        d -> List.of(d.yearNo(), d.version()),
                        Collectors.toMap(
                                DayRow::onDate,
                                d -> new CalendarYear.Day("WORK".equals(d.kind()), d.name()),
                                (a, b) -> a,
                                TreeMap::new)));
        List<CalendarYear> years = new ArrayList<>();
        for (YearRow row : store.years()) {
            var listed = days.getOrDefault(List.of(row.yearNo(), row.version()), new TreeMap<>());
            CalendarYear year = new CalendarYear(
                    row.yearNo(),
                    row.version(),
                    CalendarYear.Kind.valueOf(row.kind()),
                    row.source(),
                    listed,
                    loading(row));
            if (!year.checksum().equals(row.checksum())) {
                throw new IllegalStateException(
                        "the days of %d version %d in cal_day are not those that were stored: restore them from a backup"
                                .formatted(row.yearNo(), row.version()));
            }
            years.add(year);
        }
        return years;
    }

    private static CalendarYear.Loading loading(YearRow row) {
        return row.loadedBy() == null
                ? null
                : new CalendarYear.Loading(
                        row.noticeNo(),
                        row.issuedOn(),
                        row.fileSha256(),
                        row.loadedBy(),
                        Times.instant(row.loadedAt()));
    }
}
