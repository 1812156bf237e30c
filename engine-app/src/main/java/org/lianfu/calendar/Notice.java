package org.lianfu.calendar;

import java.time.LocalDate;
import java.util.SortedMap;

/**
 * A yearly notice of the State Council's general office, read from a file and found to make sense.
 *
 * @param number the notice's own number
 * @param url where it was published
 * @param days by date; a date may lie in the December before the year
 * @param sha256 of the file's bytes as they came
 */
public record Notice(
        int year,
        String number,
        LocalDate issuedOn,
        String url,
        SortedMap<LocalDate, CalendarYear.Day> days,
        String sha256) {

    /** What stands on the form beside the file; each may be null or empty, as typed. */
    public record Card(String number, String issuedOn, String url) {}

    CalendarYear asYear(int version, CalendarYear.Loading loading) {
        return new CalendarYear(year, version, CalendarYear.Kind.NOTICE, url, days, loading);
    }
}
