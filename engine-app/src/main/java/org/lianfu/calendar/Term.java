package org.lianfu.calendar;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time in whole days (期限): working days, written {@code 5wd}, or natural days, written {@code 30d}.
 *
 * @param count number of days, 1 to 9999
 */
public record Term(int count, Unit unit) {

    /** What is counted. */
    public enum Unit {
        /** 工作日 */
        WORKING_DAYS("wd"),
        /** 自然日 */
        NATURAL_DAYS("d");

        private final String symbol;

        Unit(String symbol) {
            this.symbol = symbol;
        }
    }

    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,3})(wd|d)");

    public Term {
        if (count < 1 || count > 9999) {
            throw new IllegalArgumentException("a term has 1 to 9999 days, not " + count);
        }
    }

    /** @throws IllegalArgumentException when the text is not a number of days with its unit */
    public static Term parse(String text) {
        Matcher form = FORM.matcher(text == null ? "" : text);
        if (!form.matches()) {
            throw new IllegalArgumentException("not a term like 5wd or 30d: " + text);
        }
        Unit unit = "wd".equals(form.group(2)) ? Unit.WORKING_DAYS : Unit.NATURAL_DAYS;
        return new Term(Integer.parseInt(form.group(1)), unit);
    }

    public static Term workingDays(int count) {
        return new Term(count, Unit.WORKING_DAYS);
    }

    public static Term naturalDays(int count) {
        return new Term(count, Unit.NATURAL_DAYS);
    }

    @Override
    public String toString() {
        return count + unit.symbol;
    }
}
