package org.lianfu.shared;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of a bank account (银行账号). A corporate account has no public check digit, so only length and characters
 * are checked; a UnionPay card (ISO/IEC 7812, begins with 62) whose Luhn digit is wrong gets a warning.
 */
public record BankAccount(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9]{8,32}");
    private static final Pattern CARD = Pattern.compile("62[0-9]{14,17}");

    public BankAccount {
        if (check("", value).filter(fault -> !fault.warning()).isPresent()) {
            throw new IllegalArgumentException("not a bank account number");
        }
        value = Compact.of(value);
    }

    /** What is wrong with the number, if anything: {@code account.format} refuses, {@code account.check-digit} warns. */
    public static Optional<Fault> check(String pointer, String typed) {
        String number = Compact.of(typed);
        if (!FORM.matcher(number).matches()) {
            return Optional.of(Fault.of(pointer, "account.format"));
        }
        return CARD.matcher(number).matches() && !luhn(number)
                ? Optional.of(Fault.warning(pointer, "account.check-digit"))
                : Optional.empty();
    }

    /** Whether the digits satisfy ISO/IEC 7812-1 annex B. */
    public static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }

    /** The last four digits, the rest hidden. */
    public String masked() {
        return "****" + value.substring(value.length() - 4);
    }

    /** Masked, so that no log line carries the number. */
    @Override
    public String toString() {
        return masked();
    }
}
