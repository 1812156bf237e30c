package org.lianfu.credit;

import java.time.Instant;
import java.util.List;
import org.lianfu.shared.Money;

/**
 * One page on one case for the officer who decides 授信摘要: what is known, from whom, and of which day; what is lacking says so.
 *
 * @param version of the program to which the case is pinned
 * @param at when it was drawn up
 */
public record CreditSummary(
        String no,
        String program,
        String version,
        String applicant,
        Money requested,
        Instant at,
        List<Section> sections) {

    /** @param part one of {@code FIRM FINANCE NEED RIGHT LOANS HITS RULES} */
    public record Section(String part, String title, List<Line> lines) {}

    /**
     * One figure or finding.
     *
     * @param key of the answer, the fact, or the reason code
     * @param value as over REST: money in yuan, days as ISO text, codes; null when lacking
     * @param text the same for people; why it is lacking when it is
     * @param otherwise what the applicant had stated when the bank has found otherwise; else null
     * @param source who says so
     * @param at when that was recorded or looked up; null when nobody has said anything yet
     * @param clause clause of the program's policy; null when it rests on none
     * @param alert whether it asks for a second look
     */
    public record Line(
            String key,
            String label,
            String value,
            String text,
            String otherwise,
            String source,
            Instant at,
            String clause,
            boolean alert) {

        Line alerting(boolean when) {
            return new Line(key, label, value, text, otherwise, source, at, clause, when);
        }

        Line citing(String its) {
            return new Line(key, label, value, text, otherwise, source, at, its, alert);
        }

        Line otherwise(String stated) {
            return new Line(key, label, value, text, stated, source, at, clause, true);
        }
    }
}
