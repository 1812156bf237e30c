package org.lianfu.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the yearly notices of the State Council's general office from {@code sql/data/holidays-cn.csv}. */
final class Notices {

    static final String FILE = "/sql/data/holidays-cn.csv";
    static final String COLUMNS = "date,kind,name,notice_year,notice_url";

    private Notices() {}

    /** @throws IllegalStateException when a row cannot be read or a date stands twice; names the file and the row */
    static List<CalendarYear> read(List<String[]> rows) {
        Map<Integer, TreeMap<LocalDate, CalendarYear.Day>> days = new TreeMap<>();
        Map<Integer, TreeSet<String>> sources = new LinkedHashMap<>();
        for (String[] row : rows) {
            LocalDate date = LocalDate.parse(row[0]);
            int year = Integer.parseInt(row[3]);
            boolean known = "OFF".equals(row[1]) || "WORK".equals(row[1]);
            if (!known || date.getYear() != year && !date.isAfter(LocalDate.of(year - 1, 11, 30))) {
                throw new IllegalStateException(FILE + " has a row that makes no sense: " + String.join(",", row));
            }
            var before = days.computeIfAbsent(year, y -> new TreeMap<>())
                    .put(date, new CalendarYear.Day("WORK".equals(row[1]), row[2]));
            if (before != null) {
                throw new IllegalStateException(FILE + " names " + date + " twice for " + year);
            }
            sources.computeIfAbsent(year, y -> new TreeSet<>()).add(row[4]);
        }
        List<CalendarYear> years = new ArrayList<>();
        days.forEach((year, listed) -> years.add(
                new CalendarYear(year, 0, CalendarYear.Kind.NOTICE, String.join(" ", sources.get(year)), listed)));
        return years;
    }
}
