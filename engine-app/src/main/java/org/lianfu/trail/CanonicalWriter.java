package org.lianfu.trail;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes a tree as RFC 8785 says, in one pass. It takes maps with text keys, collections, text, truth values, null and
 * whole numbers that a double holds exactly; everything else is refused, never written another way. Verification reads
 * with another implementation of the same standard, so a fault in one of the two is seen.
 */
final class CanonicalWriter {

    /** 2^53: beyond it a double, and so a canonical number, may stand for a neighbour. */
    private static final long EXACT = 1L << 53;

    /** The reader of entries goes no deeper either. */
    private static final int DEPTH = 1000;

    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder(1024);

    private CanonicalWriter() {}

    /** @throws IllegalArgumentException when the tree holds what has no canonical form here; the message says what */
    static byte[] bytes(Object tree) {
        CanonicalWriter writer = new CanonicalWriter();
        writer.value(tree, 0);
        return writer.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void value(Object value, int depth) {
        if (depth > DEPTH) {
            throw refused("nesting deeper than " + DEPTH);
        }
        if (value instanceof String text) {
            text(text);
        } else if (value instanceof Map<?, ?> map) {
            object(map, depth);
        } else if (value instanceof Collection<?> list) {
            list(list, depth);
        } else if (value == null || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof Integer || value instanceof Long) {
            number(((Number) value).longValue());
        } else {
            throw refused("a " + value.getClass().getName());
        }
    }

    /** Keys in the order of their UTF-16 units, which is the order of {@link String#compareTo}. */
    private void object(Map<?, ?> map, int depth) {
        TreeMap<String, Object> sorted = new TreeMap<>();
        map.forEach((key, inner) -> {
            if (!(key instanceof String name)) {
                throw refused("a key that is no text");
            }
            sorted.put(name, inner);
        });
        char before = '{';
        for (Map.Entry<String, Object> entry : sorted.entrySet()) {
            out.append(before);
            text(entry.getKey());
            out.append(':');
            value(entry.getValue(), depth + 1);
            before = ',';
        }
        out.append(before == '{' ? "{}" : "}");
    }

    private void list(Collection<?> list, int depth) {
        char before = '[';
        for (Object inner : list) {
            out.append(before);
            value(inner, depth + 1);
            before = ',';
        }
        out.append(before == '[' ? "[]" : "]");
    }

    private void number(long number) {
        if (number > EXACT || number < -EXACT) {
            throw refused("a number beyond 2^53");
        }
        out.append(number);
    }

    private void text(String text) {
        out.append('"');
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c != '"' && c != '\\') {
                if (Character.isSurrogate(c)) {
                    if (!Character.isHighSurrogate(c)
                            || i + 1 == text.length()
                            || !Character.isLowSurrogate(text.charAt(i + 1))) {
                        throw refused("half a surrogate pair");
                    }
                    i++;
                }
                continue;
            }
            out.append(text, done, i);
            escaped(c);
            done = i + 1;
        }
        out.append(text, done, text.length()).append('"');
    }

    private void escaped(char c) {
        switch (c) {
            case '"', '\\' -> out.append('\\').append(c);
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
        }
    }

    private static IllegalArgumentException refused(String what) {
        return new IllegalArgumentException("no canonical form: " + what);
    }
}
