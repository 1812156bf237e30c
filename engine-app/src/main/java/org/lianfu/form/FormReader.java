package org.lianfu.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Turns the JSON of a form that {@link FormLint} found nothing against into fields. */
final class FormReader {

    static final int TEXT_LENGTH = 200;
    static final int AREA_LENGTH = 2_000;
    static final int ROWS = 50;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private FormReader() {}

    static List<Field> fields(JsonNode components) {
        List<Field> fields = new ArrayList<>();
        components.forEach(component -> fields.add(field(component)));
        return List.copyOf(fields);
    }

    private static Field field(JsonNode node) {
        Type type = Type.of(node.path("type").asText()).orElseThrow();
        Kind kind = Kind.of(node.path("properties").path("kind").asText("")).orElseThrow();
        String hide = text(node.path("conditional"), "hide");
        List<Field.Option> options = new ArrayList<>();
        node.path("values")
                .forEach(value -> options.add(new Field.Option(
                        value.path("value").asText(), value.path("label").asText())));
        return new Field(
                type,
                node.path("id").asText(),
                text(node, type.asks() ? "key" : "path"),
                node.path("label").asText(""),
                node.path("description").asText(""),
                node.path("text").asText(""),
                hide == null ? null : hide.strip().substring(1),
                kind,
                unit(node, kind),
                node.path("defaultValue").isMissingNode()
                        ? null
                        : node.path("defaultValue").asText(),
                List.copyOf(options),
                limits(node, type, kind),
                fields(node.path("components")));
    }

    private static String unit(JsonNode node, Kind kind) {
        return switch (kind) {
            case MONEY -> "元";
            case PERCENT -> "%";
            default -> text(node.path("appearance"), "suffixAdorner");
        };
    }

    private static Field.Limits limits(JsonNode node, Type type, Kind kind) {
        JsonNode validate = node.path("validate");
        String pattern = text(validate, "pattern");
        BigDecimal min = number(validate, "min");
        BigDecimal max = number(validate, "max");
        Integer decimals = integer(node, "decimalDigits");
        if (kind == Kind.MONEY || kind == Kind.PERCENT) {
            min = min == null ? BigDecimal.ZERO : min;
            decimals = decimals == null ? Integer.valueOf(2) : decimals;
        }
        if (kind == Kind.PERCENT && max == null) {
            max = HUNDRED;
        }
        Integer maxLength = integer(validate, "maxLength");
        Integer minRows = integer(node.path("properties"), "minRows");
        Integer maxRows = integer(node.path("properties"), "maxRows");
        Integer shown = integer(node, "defaultRepetitions");
        return new Field.Limits(
                flag(validate, "required"),
                integer(validate, "minLength"),
                maxLength != null ? maxLength : type == Type.TEXTAREA ? AREA_LENGTH : TEXT_LENGTH,
                pattern == null ? null : Pattern.compile(pattern),
                text(validate, "patternErrorMessage"),
                min,
                max,
                decimals,
                minRows == null ? 0 : minRows,
                maxRows == null ? ROWS : maxRows,
                shown == null ? 1 : shown,
                !node.has("allowAddRemove") || flag(node, "allowAddRemove"));
    }

    /** The text of a key; null when it is missing, null or empty. */
    static String text(JsonNode node, String key) {
        String text = node.path(key).asText("");
        return text.isEmpty() || node.path(key).isNull() ? null : text;
    }

    /** Numbers may stand as text: the modeler writes either. */
    static BigDecimal number(JsonNode node, String key) {
        String text = text(node, key);
        return text == null ? null : new BigDecimal(text.strip());
    }

    private static Integer integer(JsonNode node, String key) {
        BigDecimal number = number(node, key);
        return number == null ? null : number.intValueExact();
    }

    static boolean flag(JsonNode node, String key) {
        return "true".equals(node.path(key).asText());
    }
}
