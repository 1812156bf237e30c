package org.lianfu.shared;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * An amount of renminbi in whole fen (分, 1/100 yuan). Written in JSON and on screen as yuan with two digits.
 *
 * @param fen the amount in fen; may be negative only as the result of a subtraction
 */
public record Money(long fen) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    private static final Pattern YUAN = Pattern.compile("-?\\d{1,15}(\\.\\d{1,2})?");

    /**
     * Reads yuan such as {@code 300000}, {@code 300000.5} or {@code 300000.00}.
     *
     * @throws IllegalArgumentException when the text is not an amount with at most two decimals
     */
    public static Money ofYuan(String yuan) {
        if (yuan == null || !YUAN.matcher(yuan).matches()) {
            throw new IllegalArgumentException("not an amount in yuan with at most two decimals: " + yuan);
        }
        return new Money(new BigDecimal(yuan).movePointRight(2).longValueExact());
    }

    public static Money ofFen(long fen) {
        return new Money(fen);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(fen, other.fen));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(fen, other.fen));
    }

    /** Yuan with exactly two digits, as it stands in JSON: {@code "300000.00"}. */
    public String yuan() {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }

    @Override
    public String toString() {
        return yuan();
    }
}
