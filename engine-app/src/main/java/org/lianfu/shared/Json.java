package org.lianfu.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How maps of answers and facts are stored: keys sorted, whole numbers read as Long, others as BigDecimal. */
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private Json() {}

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** An object as a mutable map in the order of the text. */
    public static Map<String, Object> map(String json) {
        return read(json, new TypeReference<LinkedHashMap<String, Object>>() {});
    }

    public static List<String> strings(String json) {
        return read(json, new TypeReference<List<String>>() {});
    }

    public static List<Map<String, Object>> maps(String json) {
        return read(json, new TypeReference<List<Map<String, Object>>>() {});
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not the JSON expected: " + e.getOriginalMessage(), e);
        }
    }
}
