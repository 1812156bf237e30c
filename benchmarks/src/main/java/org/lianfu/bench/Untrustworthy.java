package org.lianfu.bench;

/** The bench measured something else than it says it measures; it prints no result. */
final class Untrustworthy extends RuntimeException {

    Untrustworthy(String why) {
        super(why);
    }
}
