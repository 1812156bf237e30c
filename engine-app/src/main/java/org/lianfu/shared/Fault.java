package org.lianfu.shared;

import java.util.Map;

/**
 * One thing wrong with what somebody typed: where, what, and with which figures. Worded under {@code fault.<code>}; a
 * warning does not stop the act.
 *
 * @param pointer JSON pointer into the answers, for example {@code /patent/number}
 * @param code stable code, for example {@code required}, {@code uscc.character}
 * @param arguments named arguments of the sentence
 * @param warning true when the act may go on all the same
 */
public record Fault(String pointer, String code, Map<String, String> arguments, boolean warning) {

    public static Fault of(String pointer, String code) {
        return new Fault(pointer, code, Map.of(), false);
    }

    public static Fault of(String pointer, String code, Map<String, String> arguments) {
        return new Fault(pointer, code, Map.copyOf(arguments), false);
    }

    public static Fault warning(String pointer, String code) {
        return new Fault(pointer, code, Map.of(), true);
    }
}
