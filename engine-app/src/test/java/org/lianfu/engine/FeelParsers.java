package org.lianfu.engine;

import java.util.function.Consumer;

/** The product's FEEL parsers, for tests of the gate. */
public final class FeelParsers {

    private static final FeelFast FEEL = new FeelFast();

    private FeelParsers() {}

    public static Consumer<String> expression() {
        return FEEL::expression;
    }

    public static Consumer<String> test() {
        return FEEL::test;
    }
}
