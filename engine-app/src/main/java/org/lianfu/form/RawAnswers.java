package org.lianfu.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lianfu.shared.Money;

/** Typed answers turned back into what a client would send. */
final class RawAnswers {

    private RawAnswers() {}

    static Map<String, Object> of(List<Field> fields, Map<?, ?> answers) {
        Map<String, Object> raw = new LinkedHashMap<>();
        for (Field field : fields) {
            if (field.type() == Type.GROUP && field.key() == null) {
                raw.putAll(of(field.children(), answers));
            } else if (field.key() != null && answers.get(field.key()) != null) {
                raw.put(field.key(), value(field, answers.get(field.key())));
            }
        }
        return raw;
    }

    private static Object value(Field field, Object value) {
        return switch (field.type()) {
            case GROUP -> of(field.children(), (Map<?, ?>) value);
            case DYNAMICLIST ->
                ((List<?>) value)
                        .stream()
                                .map(row -> of(field.children(), (Map<?, ?>) row))
                                .toList();
            default ->
                field.kind() == Kind.MONEY
                        ? Money.ofFen(((Number) value).longValue()).yuan()
                        : value;
        };
    }
}
