package org.lianfu.calendar;

import java.time.Instant;
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
 * @param loading how it came in; null when the product shipped it
 */
public record CalendarYear(
        int year, int version, Kind kind, String source, SortedMap<LocalDate, Day> days, Loading loading) {

    /** Where a year comes from. */
    public enum Kind {
        /** the yearly notice of the State Council's general office (国务院办公厅关于节假日安排的通知) */
        NOTICE,
        /** computed from the law until the notice is published (暂定) */
        PROVISIONAL
    }

    /** A day that differs from Monday-to-Friday. */
    public record Day(boolean working, String name) {}

    /**
     * A notice that an administrator loaded (放假通知载入).
     *
     * @param number the notice's own number, for example {@code 国办发明电〔2025〕7号}
     * @param issuedOn the day it was issued
     * @param fileSha256 of the file as it came
     * @param by login of the administrator
     */
    public record Loading(String number, LocalDate issuedOn, String fileSha256, String by, Instant at) {}

    CalendarYear(int year, int version, Kind kind, String source, SortedMap<LocalDate, Day> days) {
        this(year, version, kind, source, days, null);
    }

    public CalendarYear {
        days = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(days));
    }

    CalendarYear as(int newVersion) {
        return new CalendarYear(year, newVersion, kind, source, days, loading);
    }

    /** Year and version, as a deadline names what it was counted with: {@code 2027.2}. */
    public String name() {
        return year + "." + version;
    }

    /** What people call it: the notice's number, else its source. */
    public String citation() {
        return loading == null ? source : loading.number();
    }

    /** Whether the other names the same days as working and as off, by whatever names. */
    boolean sameDays(SortedMap<LocalDate, Day> other) {
        return days.keySet().equals(other.keySet())
                && days.entrySet().stream()
                        .allMatch(day -> day.getValue().working()
                                == other.get(day.getKey()).working());
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
