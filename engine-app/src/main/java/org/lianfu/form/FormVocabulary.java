package org.lianfu.form;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which keys each component may have: the vocabulary of Camunda Forms (schema version 19), less what we refuse. */
final class FormVocabulary {

    static final Set<String> ROOT = Set.of(
            "type",
            "id",
            "schemaVersion",
            "components",
            "exporter",
            "executionPlatform",
            "executionPlatformVersion",
            "versionTag");
    static final Set<String> PROPERTIES = Set.of("kind", "minRows", "maxRows");
    static final int NEWEST_SCHEMA = 20;

    private static final Set<String> COMMON = Set.of("id", "type", "layout", "conditional", "properties");
    private static final Set<String> ASKED =
            Set.of("key", "label", "description", "defaultValue", "disabled", "readonly", "validate");
    private static final Set<String> BOX = Set.of("components", "path", "label", "showOutline", "verticalAlignment");
    private static final Map<Type, Set<String>> OWN = new EnumMap<>(Map.of(
            Type.TEXTFIELD, Set.of("appearance"),
            Type.TEXTAREA, Set.of(),
            Type.NUMBER, Set.of("decimalDigits", "increment", "serializeToString", "appearance"),
            Type.DATETIME, Set.of("subtype", "dateLabel"),
            Type.CHECKBOX, Set.of(),
            Type.RADIO, Set.of("values"),
            Type.SELECT, Set.of("values", "searchable"),
            Type.CHECKLIST, Set.of("values"),
            Type.GROUP, BOX,
            Type.TEXT, Set.of("text")));
    private static final Map<Type, Set<String>> VALIDATE = new EnumMap<>(Map.of(
            Type.TEXTFIELD, Set.of("minLength", "maxLength", "pattern", "patternErrorMessage", "validationType"),
            Type.TEXTAREA, Set.of("minLength", "maxLength"),
            Type.NUMBER, Set.of("min", "max")));

    static {
        Set<String> list = new TreeSet<>(BOX);
        list.addAll(
                Set.of("isRepeating", "defaultRepetitions", "allowAddRemove", "disableCollapse", "nonCollapsedItems"));
        OWN.put(Type.DYNAMICLIST, list);
    }

    private FormVocabulary() {}

    static boolean has(Type type, String key) {
        return COMMON.contains(key)
                || type.asks() && ASKED.contains(key)
                || OWN.get(type).contains(key);
    }

    static boolean validates(Type type, String key) {
        return "required".equals(key) || VALIDATE.getOrDefault(type, Set.of()).contains(key);
    }
}
