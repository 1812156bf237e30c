package org.lianfu.engine.gate;

/** A file that is not even looked at: too large, not UTF-8, not plain XML. */
final class Unreadable extends RuntimeException {

    private final String rule;

    Unreadable(String rule, String message) {
        super(message);
        this.rule = rule;
    }

    String rule() {
        return rule;
    }
}
