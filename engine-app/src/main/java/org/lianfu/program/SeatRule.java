package org.lianfu.program;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many people decide a step: one ({@code SINGLE}) or all of {@code n} (会签, {@code ALL 2}).
 *
 * @param seats how many seats the step opens; 1 for SINGLE, 2 to 9 for ALL
 */
public record SeatRule(Kind kind, int seats) {

    /** The rules that a diagram may name. */
    public enum Kind {
        SINGLE,
        ALL
    }

    public static final SeatRule SINGLE = new SeatRule(Kind.SINGLE, 1);

    private static final Pattern ALL_FORM = Pattern.compile("ALL ([2-9])");

    /** Reads the {@code seats} property of a user task; empty when it is neither {@code SINGLE} nor {@code ALL n}. */
    public static Optional<SeatRule> parse(String text) {
        if ("SINGLE".equals(text)) {
            return Optional.of(SINGLE);
        }
        Matcher all = ALL_FORM.matcher(text == null ? "" : text);
        return all.matches() ? Optional.of(new SeatRule(Kind.ALL, Integer.parseInt(all.group(1)))) : Optional.empty();
    }

    @Override
    public String toString() {
        return kind == Kind.SINGLE ? "SINGLE" : "ALL " + seats;
    }
}
