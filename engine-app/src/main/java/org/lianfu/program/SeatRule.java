package org.lianfu.program;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many people decide a step: one ({@code SINGLE}), all of {@code n} (会签, {@code ALL 2}), or a committee whose members
 * vote (表决, {@code RATIO quorum=5 share=2/3}).
 *
 * @param seats how many seats the step opens at least; 1 for SINGLE, 2 to 9 for ALL, the quorum for RATIO, which opens one
 *     for every member
 * @param share what part of those who took part must consent; null but for RATIO
 */
public record SeatRule(Kind kind, int seats, Share share) {

    /** The rules that a diagram may name. */
    public enum Kind {
        SINGLE,
        ALL,
        RATIO
    }

    /** A part of a whole, in whole numbers: two thirds are {@code 2/3}. */
    public record Share(int parts, int of) {

        /** Whether {@code some} are this part of {@code all} or more. */
        public boolean reachedBy(int some, int all) {
            return some * of >= parts * all;
        }

        @Override
        public String toString() {
            return parts + "/" + of;
        }
    }

    public static final SeatRule SINGLE = new SeatRule(Kind.SINGLE, 1, null);

    private static final Pattern ALL_FORM = Pattern.compile("ALL ([2-9])");
    private static final Pattern RATIO_FORM = Pattern.compile("RATIO quorum=([2-9]|1[0-9]) share=([1-9])/([1-9])");

    public static SeatRule all(int seats) {
        return new SeatRule(Kind.ALL, seats, null);
    }

    public static SeatRule ratio(int quorum, int parts, int of) {
        return new SeatRule(Kind.RATIO, quorum, new Share(parts, of));
    }

    /** Reads the {@code seats} property of a user task; empty when it is none of the three forms. */
    public static Optional<SeatRule> parse(String text) {
        if ("SINGLE".equals(text)) {
            return Optional.of(SINGLE);
        }
        String written = text == null ? "" : text;
        Matcher all = ALL_FORM.matcher(written);
        if (all.matches()) {
            return Optional.of(all(Integer.parseInt(all.group(1))));
        }
        Matcher ratio = RATIO_FORM.matcher(written);
        return ratio.matches()
                ? Optional.of(ratio(number(ratio, 1), number(ratio, 2), number(ratio, 3)))
                        .filter(rule -> rule.share.parts() <= rule.share.of())
                : Optional.empty();
    }

    private static int number(Matcher form, int group) {
        return Integer.parseInt(form.group(group));
    }

    public boolean isVote() {
        return kind == Kind.RATIO;
    }

    /** How many must have taken part in a vote. */
    public int quorum() {
        return seats;
    }

    @Override
    public String toString() {
        return switch (kind) {
            case SINGLE -> "SINGLE";
            case ALL -> "ALL " + seats;
            case RATIO -> "RATIO quorum=" + seats + " share=" + share;
        };
    }
}
