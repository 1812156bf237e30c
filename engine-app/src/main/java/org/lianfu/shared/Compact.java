package org.lianfu.shared;

import java.text.Normalizer;
import java.util.Locale;

/** How a code or number is read that a person typed: full-width characters made half-width, every space dropped. */
public final class Compact {

    private Compact() {}

    /** The text without spaces, in the forms of Unicode NFKC; never null. */
    public static String of(String typed) {
        if (typed == null) {
            return "";
        }
        String narrow = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        return narrow.codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** As {@link #of}, in upper case: for codes with letters. */
    public static String upper(String typed) {
        return of(typed).toUpperCase(Locale.ROOT);
    }
}
