package org.lianfu.shared;

import java.util.Optional;
import java.util.regex.Pattern;

/** A mobile telephone number of mainland China (手机号), 11 digits, E.164 country code +86 and hyphens dropped on reading. */
public record Mobile(String value) {

    private static final Pattern FORM = Pattern.compile("1[3-9][0-9]{9}");
    private static final Pattern COUNTRY = Pattern.compile("^(\\+86|0086)");

    public Mobile {
        if (check("", value).isPresent()) {
            throw new IllegalArgumentException("not a mobile number");
        }
        value = read(value);
    }

    /** {@code phone.format} when it is not an 11-digit mobile number. */
    public static Optional<Fault> check(String pointer, String typed) {
        return FORM.matcher(read(typed)).matches() ? Optional.empty() : Optional.of(Fault.of(pointer, "phone.format"));
    }

    private static String read(String typed) {
        return COUNTRY.matcher(Compact.of(typed).replace("-", "")).replaceFirst("");
    }

    public String masked() {
        return value.substring(0, 3) + "****" + value.substring(7);
    }

    /** Masked, so that no log line carries the number. */
    @Override
    public String toString() {
        return masked();
    }
}
