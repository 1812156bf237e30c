package org.lianfu.credit;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * How the simulated registry treats one request: {@code ACCEPTS}, {@code REFUSES P05}, {@code DELAYS 90} (minutes;
 * {@code DELAYS} alone = until told), {@code TWICE} (the same answer again), {@code CONTRADICTS} (registers, then refuses),
 * {@code SILENT}.
 */
record SimulatedManner(Kind kind, String argument) {

    static final SimulatedManner ACCEPTING = new SimulatedManner(Kind.ACCEPTS, "");

    enum Kind {
        ACCEPTS,
        REFUSES,
        DELAYS,
        TWICE,
        CONTRADICTS,
        SILENT
    }

    /** Reads one manner for each request in turn, separated by commas: {@code SILENT, ACCEPTS}. */
    static List<SimulatedManner> list(String text) {
        return Arrays.stream(text.split(","))
                .map(String::trim)
                .map(SimulatedManner::of)
                .toList();
    }

    private static SimulatedManner of(String text) {
        String[] words = text.split(" ", 2);
        return new SimulatedManner(Kind.valueOf(words[0]), words.length == 1 ? "" : words[1].trim());
    }

    /** Whether an answer comes by itself. */
    boolean answers() {
        return kind != Kind.SILENT && !(kind == Kind.DELAYS && argument.isEmpty());
    }

    Duration delay() {
        return kind == Kind.DELAYS && answers() ? Duration.ofMinutes(Long.parseLong(argument)) : Duration.ZERO;
    }

    int howOften() {
        return kind == Kind.TWICE || kind == Kind.CONTRADICTS ? 2 : 1;
    }

    List<String> grounds() {
        return kind == Kind.REFUSES ? Arrays.asList(argument.split(" ")) : List.of();
    }
}
