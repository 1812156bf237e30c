package org.lianfu.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The years of the working calendar, and the form that loads the next holiday notice (放假通知).
 *
 * @param typed what stands in the form, kept
 * @param preview what the file would change; null before there is one
 * @param faults why the file or the act was refused
 */
public record NoticeScreen(List<YearLine> years, Typed typed, Preview preview, List<FaultLine> faults) {

    /**
     * One year as it holds now.
     *
     * @param citation number of the notice, or its source
     * @param loadedBy the administrator; null when the product shipped it
     */
    public record YearLine(
            int year,
            String version,
            Tag kind,
            String citation,
            LocalDate issuedOn,
            String loadedBy,
            Instant loadedAt) {}

    /** What is typed beside the file. */
    public record Typed(String number, String issuedOn, String url) {}

    /**
     * What the file would change.
     *
     * @param replaces version of the year that was looked at
     * @param fixedBy the notice that fixes the year already; null when it is provisional
     * @param days the days that become other days
     * @param moves the first deadlines that move
     * @param cut whether there are more of them than are listed
     * @param content the file itself, in Base64, so that it need not be chosen again
     */
    public record Preview(
            int year,
            String replaces,
            String fixedBy,
            String sha256,
            List<Day> days,
            int cases,
            int deadlines,
            int promises,
            List<Move> moves,
            boolean cut,
            String content) {}

    /** A day that becomes a working day or a day off. */
    public record Day(LocalDate date, Tag becomes, String name) {}

    /** A deadline that moves. */
    public record Move(String caseNo, String step, Instant from, Instant to) {}
}
