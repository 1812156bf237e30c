package org.lianfu.form;

import java.util.Map;

/**
 * What an HTML form sent.
 *
 * @param typed as typed, ready for {@link Form#check} and {@link Form#merge}
 * @param focus id of the row or list to go to when only a row was added or removed: the page is drawn again and nothing is
 *     checked; null when the form itself was sent
 */
public record Posted(Map<String, Object> typed, String focus) {

    public boolean rowsOnly() {
        return focus != null;
    }
}
