package org.lianfu.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lianfu.shared.Fault;

/** Keys of an answer that the form does not have, hidden fields counted as known. */
final class UnknownKeys {

    private static final int SHOWN = 64;

    /** What is known below one key: nothing more ({@code null}), fields, or rows of fields. */
    private record Known(Map<String, Known> keys, boolean rows) {}

    private UnknownKeys() {}

    static List<Fault> in(List<Field> fields, Map<?, ?> typed) {
        List<Fault> unknown = new ArrayList<>();
        compare(known(fields), typed, "", unknown);
        return unknown;
    }

    private static Map<String, Known> known(List<Field> fields) {
        Map<String, Known> keys = new LinkedHashMap<>();
        for (Field field : fields) {
            if (field.type() == Type.GROUP && field.key() == null) {
                keys.putAll(known(field.children()));
            } else if (field.key() != null) {
                Known below = field.type().asks()
                        ? new Known(null, false)
                        : new Known(known(field.children()), field.type() == Type.DYNAMICLIST);
                keys.put(field.key(), below);
            }
        }
        return keys;
    }

    private static void compare(Map<String, Known> keys, Map<?, ?> typed, String pointer, List<Fault> unknown) {
        typed.forEach((k, value) -> {
            String key = String.valueOf(k);
            Known below = keys.get(key);
            if (below == null) {
                String shown = key.length() > SHOWN ? key.substring(0, SHOWN) + "…" : key;
                String escaped = shown.replace("~", "~0").replace("/", "~1");
                unknown.add(Fault.of(pointer + "/" + escaped, Form.UNKNOWN, Map.of("key", shown)));
            } else if (below.keys() != null) {
                inside(below, value, pointer + "/" + key, unknown);
            }
        });
    }

    private static void inside(Known below, Object value, String pointer, List<Fault> unknown) {
        if (below.rows() && value instanceof List<?> rows) {
            for (int i = 0; i < rows.size(); i++) {
                if (rows.get(i) instanceof Map<?, ?> row) {
                    compare(below.keys(), row, pointer + "/" + i, unknown);
                }
            }
        } else if (!below.rows() && value instanceof Map<?, ?> map) {
            compare(below.keys(), map, pointer, unknown);
        }
    }
}
