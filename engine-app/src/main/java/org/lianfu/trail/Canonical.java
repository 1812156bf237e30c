package org.lianfu.trail;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * JSON in the one form that can be hashed (RFC 8785). Numbers become strings first, because canonical numbers are IEEE
 * doubles and would round an amount.
 */
final class Canonical {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Canonical() {}

    /**
     * The canonical bytes of a tree of maps, lists, strings and booleans; {@code Integer} is kept as a number.
     *
     * @throws IllegalArgumentException when something in it has no canonical form, for example half a surrogate pair
     */
    static byte[] bytes(Map<String, ?> tree) {
        return CanonicalWriter.bytes(tree);
    }

    /** The canonical bytes of what people wrote, every number in it as a decimal string. */
    static byte[] details(Map<String, ?> details) {
        return bytes(cast(withoutNumbers(details)));
    }

    /** Reads an object, refusing doubled keys and anything after its end. */
    static JsonNode read(byte[] bytes) throws IOException {
        try (JsonParser parser = MAPPER.createParser(bytes)) {
            JsonNode node = MAPPER.readTree(parser);
            if (node == null || !node.isObject() || parser.nextToken() != null) {
                throw new IOException("not one JSON object");
            }
            return node;
        }
    }

    /** Whether the bytes are their own canonical form. */
    static boolean isCanonical(byte[] bytes) {
        try {
            return java.util.Arrays.equals(bytes, new JsonCanonicalizer(bytes).getEncodedUTF8());
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(byte[] bytes) {
        try {
            return MAPPER.readValue(bytes, Map.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object withoutNumbers(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new TreeMap<>();
            map.forEach((key, inner) -> {
                if (inner != null) {
                    copy.put(String.valueOf(key), withoutNumbers(inner));
                }
            });
            return copy;
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(Canonical::withoutNumbers).toList();
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof Boolean || value == null ? value : String.valueOf(value);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> cast(Object map) {
        return (Map<String, Object>) map;
    }
}
