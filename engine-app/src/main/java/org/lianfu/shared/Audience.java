package org.lianfu.shared;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may read a form, a file, an opinion or a trail entry. Declared on each step of a pack; the firm always sees
 * organisation and role, never a person.
 */
public enum Audience {
    /** The applicant: the firm or person that filed. */
    APPLICANT,
    /** The bank that holds the case. */
    BANK,
    /** Bureaus with a step in the case. */
    BUREAU,
    /** Finance office, treasury and auditor. */
    SCHEME,
    /** The appraiser who has been commissioned in the case. */
    APPRAISER,
    /** Everybody. */
    PUBLIC;

    /** As stored in a column: names with commas, in the order of declaration. */
    public static String list(Collection<Audience> audience) {
        return audience.stream().sorted().map(Audience::name).collect(Collectors.joining(","));
    }

    /** Reads {@link #list}. */
    public static Set<Audience> of(String list) {
        Set<Audience> audience = EnumSet.noneOf(Audience.class);
        Arrays.stream(list.split(","))
                .filter(n -> !n.isEmpty())
                .map(Audience::valueOf)
                .forEach(audience::add);
        return audience;
    }
}
