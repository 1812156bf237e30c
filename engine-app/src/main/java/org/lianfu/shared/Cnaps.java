package org.lianfu.shared;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of a bank branch in the national payment system (联行号, 支付系统行号): 12 digits, 支付系统行名行号管理办法
 * of the People's Bank of China.
 */
public record Cnaps(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9]{12}");

    public Cnaps {
        if (check("", value).isPresent()) {
            throw new IllegalArgumentException("not a bank branch number: " + value);
        }
        value = Compact.of(value);
    }

    /** {@code cnaps.format} when it is not 12 digits. */
    public static Optional<Fault> check(String pointer, String typed) {
        return FORM.matcher(Compact.of(typed)).matches()
                ? Optional.empty()
                : Optional.of(Fault.of(pointer, "cnaps.format"));
    }

    @Override
    public String toString() {
        return value;
    }
}
