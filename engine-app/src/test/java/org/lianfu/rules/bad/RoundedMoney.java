package org.lianfu.rules.bad;

/** Counts money in binary fractions. */
public class RoundedMoney {

    public double yuan;
    public Float[] rates;

    public double plus(Double other) {
        return yuan + other;
    }
}
