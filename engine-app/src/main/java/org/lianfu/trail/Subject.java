package org.lianfu.trail;

import java.util.regex.Pattern;

/**
 * What a chain is about.
 *
 * @param kind {@code case}, {@code program}, {@code budget-line}, {@code calendar} or {@code org}
 * @param id the subject's own number or code, at most 64 characters
 */
public record Subject(String kind, String id) {

    private static final Pattern KIND = Pattern.compile("[a-z][a-z-]{1,19}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:@/-]{1,64}");

    public Subject {
        if (!KIND.matcher(kind).matches() || !ID.matcher(id).matches()) {
            throw new IllegalArgumentException("not a subject of a chain: " + kind + " " + id);
        }
    }

    @Override
    public String toString() {
        return kind + " " + id;
    }
}
