package org.lianfu.portal;

import java.time.Instant;
import java.util.List;

/**
 * What was typed when the session ended, shown after signing in again so that it can be sent or thrown away.
 *
 * @param action where it was going
 * @param goesOn it was kept while somebody typed: sending it leads back to the page, filled in, and decides nothing
 * @param answers what was typed, to read
 * @param fields name and value of every field, in order, to be sent again
 */
public record KeptScreen(
        String action, Instant at, boolean goesOn, List<AnswerGroup.Answer> answers, List<Field> fields) {

    /** One field as it was posted; {@code shown} false for technical ones. */
    public record Field(String name, String value, boolean shown) {}
}
