package org.lianfu.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One component of a form.
 *
 * @param id of the component in the file
 * @param key where the answer goes, one word; the path of a group or list; null where there is none
 * @param text what a {@link Type#TEXT} says
 * @param hide FEEL condition without its {@code =}; null when always shown
 * @param unit what stands behind a number; null when nothing does
 * @param preset value shown before anything was typed; null when none
 * @param children of a group or a list
 */
record Field(
        Type type,
        String id,
        String key,
        String label,
        String description,
        String text,
        String hide,
        Kind kind,
        String unit,
        String preset,
        List<Option> options,
        Limits limits,
        List<Field> children) {

    /** One choice. */
    record Option(String value, String label) {}

    /**
     * What an answer must keep to; null means no limit.
     *
     * @param rowsShown rows that an empty list shows
     * @param addRemove whether the person may add and remove rows
     */
    record Limits(
            boolean required,
            Integer minLength,
            int maxLength,
            Pattern pattern,
            String patternMessage,
            BigDecimal min,
            BigDecimal max,
            Integer decimals,
            int minRows,
            int maxRows,
            int rowsShown,
            boolean addRemove) {}

    /** Under which name the English label stands in {@code <form>.en.properties}. */
    String englishKey() {
        return key == null ? id : key;
    }

    Option option(String value) {
        return options.stream().filter(o -> o.value().equals(value)).findFirst().orElse(null);
    }

    /** Every sentence of the component with the key of its English. */
    Map<String, String> sentences() {
        Map<String, String> all = new java.util.LinkedHashMap<>();
        if (type == Type.TEXT) {
            all.put(englishKey(), text);
        } else if (!label.isEmpty()) {
            all.put(englishKey(), label);
        }
        if (!description.isEmpty()) {
            all.put(englishKey() + ".description", description);
        }
        options.forEach(option -> all.put(englishKey() + "." + option.value(), option.label()));
        if (unit != null && kind == Kind.PLAIN) {
            all.put(englishKey() + ".unit", unit);
        }
        if (limits.patternMessage() != null) {
            all.put(englishKey() + ".pattern", limits.patternMessage());
        }
        return all;
    }
}
