package org.lianfu.calendar;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lianfu.shared.Digest;

/**
 * What is known of one year: its days that differ from Monday-to-Friday, and who says so.
 *
 * @param version counts from 1; 0 before it is stored
 * @param source the notice's address, or the law and the list of festivals
 * @param days by date; a date may lie in the December before the year
 */
public record CalendarYear(int year, int version, Kind kind, String source, SortedMap<LocalDate, Day> days) {

    /** Where a year comes from. */
    public enum Kind {
        /** the yearly notice of the State Council's general office (国务院办公厅关于节假日安排的通知) */
        NOTICE,
        /** computed from the law until the notice is published (暂定) */
        PROVISIONAL
    }

    /** A day that differs from Monday-to-Friday. */
    public record Day(boolean working, String name) {}

    public CalendarYear {
        days = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(days));
    }

    CalendarYear as(int newVersion) {
        return new CalendarYear(year, newVersion, kind, source, days);
    }

    public boolean provisional() {
        return kind == Kind.PROVISIONAL;
    }

    /** SHA-256 over kind, source and every day, one a line. */
    public String checksum() {
        StringBuilder text = new StringBuilder()
                .append(year)
                .append(' ')
                .append(kind)
                .append(' ')
                .append(source);
        for (Map.Entry<LocalDate, Day> day : days.entrySet()) {
            text.append('\n')
                    .append(day.getKey())
                    .append(' ')
                    .append(day.getValue().working() ? "WORK" : "OFF");
            text.append(' ').append(day.getValue().name());
        }
        return Digest.hex(text.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
