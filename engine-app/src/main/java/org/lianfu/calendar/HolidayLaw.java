package org.lianfu.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The 13 holidays of a year by 全国年节及纪念日放假办法 (revision of 2024-11-10, in force since 2025), for the years whose
 * notice is not published yet. A holiday on a Saturday or Sunday, or on the day of another holiday, is made up on the
 * next working day (art. 6); nothing is bridged. The dates of the festivals are given, never computed.
 */
final class HolidayLaw {

    static final String FILE = "/sql/data/festivals-cn.csv";
    static final String COLUMNS = "year,festival,date";
    private static final String SOURCE = "全国年节及纪念日放假办法（2024年修订），festivals-cn.csv";
    private static final List<String> FESTIVALS = List.of("春节初一", "清明", "端午", "中秋");

    private HolidayLaw() {}

    /** @throws IllegalStateException when a festival of a listed year is missing or stands twice; names both */
    static List<CalendarYear> read(List<String[]> rows) {
        Map<Integer, Map<String, LocalDate>> festivals = new TreeMap<>();
        for (String[] row : rows) {
            var given = festivals.computeIfAbsent(Integer.parseInt(row[0]), year -> new TreeMap<>());
            LocalDate date = LocalDate.parse(row[2]);
            if (!FESTIVALS.contains(row[1])
                    || date.getYear() != Integer.parseInt(row[0])
                    || given.put(row[1], date) != null) {
                throw new IllegalStateException(FILE + " has a row that makes no sense: " + String.join(",", row));
            }
        }
        List<CalendarYear> years = new ArrayList<>();
        festivals.forEach((year, given) -> years.add(year(year, given)));
        return years;
    }

    static CalendarYear year(int year, Map<String, LocalDate> festivals) {
        for (String festival : FESTIVALS) {
            if (!festivals.containsKey(festival)) {
                throw new IllegalStateException(FILE + " does not say when " + festival + " of " + year + " is");
            }
        }
        List<Map.Entry<LocalDate, String>> thirteen = new ArrayList<>();
        put(thirteen, LocalDate.of(year, 1, 1), "元旦", 1);
        put(thirteen, festivals.get("春节初一").minusDays(1), "春节", 4);
        put(thirteen, festivals.get("清明"), "清明节", 1);
        put(thirteen, LocalDate.of(year, 5, 1), "劳动节", 2);
        put(thirteen, festivals.get("端午"), "端午节", 1);
        put(thirteen, festivals.get("中秋"), "中秋节", 1);
        put(thirteen, LocalDate.of(year, 10, 1), "国庆节", 3);
        TreeMap<LocalDate, CalendarYear.Day> off = new TreeMap<>();
        List<Map.Entry<LocalDate, String>> owed = new ArrayList<>();
        for (var holiday : thirteen) {
            boolean taken = off.putIfAbsent(holiday.getKey(), new CalendarYear.Day(false, holiday.getValue())) != null;
            if (taken || weekend(holiday.getKey())) {
                owed.add(holiday);
            }
        }
        // after all holidays are known, so that none is made up on another one
        for (var holiday : owed) {
            LocalDate day = holiday.getKey();
            while (weekend(day) || off.containsKey(day)) {
                day = day.plusDays(1);
            }
            off.put(day, new CalendarYear.Day(false, holiday.getValue() + "补休"));
        }
        return new CalendarYear(year, 0, CalendarYear.Kind.PROVISIONAL, SOURCE, off);
    }

    private static void put(List<Map.Entry<LocalDate, String>> holidays, LocalDate first, String name, int days) {
        for (int i = 0; i < days; i++) {
            holidays.add(Map.entry(first.plusDays(i), name));
        }
    }

    static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
