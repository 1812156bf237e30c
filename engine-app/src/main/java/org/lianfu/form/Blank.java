package org.lianfu.form;

import java.util.List;
import java.util.Map;

/** Whether nothing was typed: no value, an empty text, an unticked box, or only such. */
final class Blank {

    private Blank() {}

    static boolean is(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().allMatch(Blank::is);
        }
        if (value instanceof List<?> list) {
            return list.stream().allMatch(Blank::is);
        }
        return value == null
                || Boolean.FALSE.equals(value)
                || value instanceof String text && (text.isBlank() || "false".equals(text));
    }
}
