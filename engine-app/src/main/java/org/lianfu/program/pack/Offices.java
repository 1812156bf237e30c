package org.lianfu.program.pack;

import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * What a pack may rely on of the house around it.
 *
 * @param orgExists whether there is an organisation of this code
 * @param roleExists whether people can hold this role
 * @param held whether somebody of the organisation holds the role; with {@code APPLICANT} or {@code BANK}, of any of them
 */
public record Offices(Predicate<String> orgExists, Predicate<String> roleExists, BiPredicate<String, String> held) {

    /** A house that has every organisation and role. */
    public static final Offices ANY = new Offices(o -> true, r -> true, (o, r) -> true);
}
