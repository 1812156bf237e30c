package org.lianfu.shared;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of a granted Chinese patent (专利号), ZC 0006-2003: {@code ZL}, the year and kind and sequence of the
 * application in 12 digits, a point and a check digit, for example {@code ZL200310102344.5}.
 */
public record PatentNo(String value) {

    private static final Pattern FORM = Pattern.compile("ZL([0-9]{12})\\.([0-9X])");
    private static final int[] WEIGHTS = {2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5};

    public PatentNo {
        if (check("", value).isPresent()) {
            throw new IllegalArgumentException("not a patent number: " + value);
        }
        value = Compact.upper(value);
    }

    /** What is wrong with the number, if anything: {@code patentNo.format} or {@code patentNo.check-digit}; both refuse. */
    public static Optional<Fault> check(String pointer, String typed) {
        String number = Compact.upper(typed);
        if (!FORM.matcher(number).matches()) {
            return Optional.of(Fault.of(pointer, "patentNo.format"));
        }
        char expected = checkDigit(number.substring(2, 14));
        return number.charAt(15) == expected
                ? Optional.empty()
                : Optional.of(Fault.of(pointer, "patentNo.check-digit", Map.of("expected", String.valueOf(expected))));
    }

    /** The number whose digits before the point are these twelve. */
    public static PatentNo of(String digits) {
        return new PatentNo("ZL" + digits + "." + checkDigit(digits));
    }

    private static char checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        }
        int rest = sum % 11;
        return rest == 10 ? 'X' : (char) ('0' + rest);
    }

    @Override
    public String toString() {
        return value;
    }
}
