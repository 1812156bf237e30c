package org.lianfu.form;

import java.util.regex.Pattern;

/** What may stand in a text, and a regular expression of a form's author matched within bounds. */
final class TextRules {

    /** Steps after which a pattern counts as not matching: a hostile pattern must not hold a thread. */
    private static final int MAX_STEPS = 100_000;

    private TextRules() {}

    /**
     * The place, counted from 1, of the first character that may not be typed; 0 when there is none. Refused are control
     * characters, halves of surrogate pairs, noncharacters and the marks that turn the direction of the text.
     */
    static int refusedAt(String text, boolean lines) {
        int place = 1;
        for (int at = 0; at < text.length(); place++) {
            int c = text.codePointAt(at);
            boolean refused = Character.isISOControl(c) && !(lines && (c == '\n' || c == '\t'))
                    || c >= 0xD800 && c <= 0xDFFF
                    || (c & 0xFFFE) == 0xFFFE
                    || c >= 0xFDD0 && c <= 0xFDEF
                    || c >= 0x202A && c <= 0x202E
                    || c >= 0x2066 && c <= 0x2069
                    || c == 0x2028
                    || c == 0x2029;
            if (refused) {
                return place;
            }
            at += Character.charCount(c);
        }
        return 0;
    }

    static boolean matches(Pattern pattern, String text) {
        try {
            return pattern.matcher(new Counted(text, new int[1])).find();
        } catch (TooManySteps e) {
            return false;
        }
    }

    private static final class TooManySteps extends RuntimeException {
        TooManySteps() {
            super("a pattern of a form took too many steps", null, false, false);
        }
    }

    private record Counted(CharSequence text, int[] steps) implements CharSequence {

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++steps[0] > MAX_STEPS) {
                throw new TooManySteps();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.subSequence(start, end), steps);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
