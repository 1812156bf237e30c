package org.lianfu.shared;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The citizen identification number (公民身份号码) of a person, GB 11643-1999: region, date of birth, sequence and a check
 * digit (ISO 7064 MOD 11-2).
 */
public record PersonId(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9]{17}[0-9X]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String DIGITS = "10X98765432";
    /** The standard's own example was born in 1880. */
    private static final int FIRST_YEAR = 1850;

    public PersonId {
        if (check("", value).isPresent()) {
            throw new IllegalArgumentException("not a citizen identification number");
        }
        value = Compact.upper(value);
    }

    /**
     * What is wrong with the number, if anything: {@code personId.format}, {@code personId.date},
     * {@code personId.check-digit}; all refuse. The sentence never repeats the number.
     */
    public static Optional<Fault> check(String pointer, String typed) {
        String id = Compact.upper(typed);
        if (!FORM.matcher(id).matches()) {
            int length = id.codePointCount(0, id.length());
            return Optional.of(Fault.of(pointer, "personId.format", Map.of("length", String.valueOf(length))));
        }
        if (!hasDate(id)) {
            return Optional.of(Fault.of(pointer, "personId.date"));
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (id.charAt(i) - '0') * WEIGHTS[i];
        }
        return DIGITS.charAt(sum % 11) == id.charAt(17)
                ? Optional.empty()
                : Optional.of(Fault.of(pointer, "personId.check-digit"));
    }

    private static boolean hasDate(String id) {
        try {
            return born(id).getYear() >= FIRST_YEAR;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static LocalDate born(String id) {
        return LocalDate.of(
                Integer.parseInt(id.substring(6, 10)),
                Integer.parseInt(id.substring(10, 12)),
                Integer.parseInt(id.substring(12, 14)));
    }

    public LocalDate birthDate() {
        return born(value);
    }

    public boolean male() {
        return (value.charAt(16) - '0') % 2 == 1;
    }

    /** First six and last four characters, the rest hidden: how officers see it. */
    public String masked() {
        return value.substring(0, 6) + "********" + value.substring(14);
    }

    /** Masked, so that no log line carries the number. */
    @Override
    public String toString() {
        return masked();
    }
}
