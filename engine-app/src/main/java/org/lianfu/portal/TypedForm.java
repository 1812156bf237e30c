package org.lianfu.portal;

import java.util.Map;

/**
 * What was typed in the form of a page that was refused.
 *
 * @param form its short name, which begins the ids of its fields; empty when nothing was refused
 */
public record TypedForm(String form, Map<String, String> values) {

    public static final TypedForm NONE = new TypedForm("", Map.of());

    /** What stands in a field: what was typed there, else {@code otherwise}. */
    public String at(String ofForm, String field, String otherwise) {
        return form.equals(ofForm) ? values.getOrDefault(field, otherwise) : otherwise;
    }

    public String at(String ofForm, String field) {
        return at(ofForm, field, "");
    }

    public boolean isAbout(String ofForm) {
        return form.equals(ofForm);
    }
}
