package org.lianfu.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What one component of a form must keep to, beyond its place in the tree. */
final class FieldLint {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");
    private static final Pattern COUNT = Pattern.compile("\\d{1,5}");
    private static final int MAX_PATTERN = 200;
    private static final int MAX_SENTENCE = 2_000;

    private final JsonNode node;
    private final Type type;
    private final Consumer<String> problem;

    FieldLint(JsonNode node, Type type, Consumer<String> problem) {
        this.node = node;
        this.type = type;
        this.problem = problem;
    }

    void run() {
        strings("", node);
        keysOf("properties", FormVocabulary.PROPERTIES);
        keysOf("conditional", Set.of("hide"));
        keysOf("appearance", Set.of("suffixAdorner"));
        node.path("validate").fieldNames().forEachRemaining(key -> {
            if (!FormVocabulary.validates(type, key)) {
                problem.accept("validate." + key + " is not accepted on a " + type.word());
            }
        });
        if (type == Type.TEXT
                ? node.path("text").asText("").isBlank()
                : node.path("label").asText("").isBlank()) {
            problem.accept(type == Type.TEXT ? "says nothing" : "needs a label");
        }
        hide();
        kind();
        limits();
        options();
        for (String flag : Set.of("disabled", "readonly", "searchable")) {
            if (!"false".equals(node.path(flag).asText("false"))) {
                problem.accept(flag + " is not accepted: what cannot be answered is a text, not a field");
            }
        }
        if (type == Type.DATETIME && !"date".equals(node.path("subtype").asText("date"))) {
            problem.accept("a datetime asks for a date only: subtype must be \"date\"");
        }
        if (type == Type.DYNAMICLIST && !"true".equals(node.path("isRepeating").asText("true"))) {
            problem.accept("a dynamiclist must be repeating; use a group otherwise");
        }
    }

    /** Expressions and templates are refused in every text but the condition. */
    private void strings(String at, JsonNode value) {
        if (value.isTextual() && !"conditional.hide".equals(at)) {
            String text = value.asText();
            if (text.strip().startsWith("=") || text.contains("{{") || text.contains("${") || text.contains("#{")) {
                problem.accept(at + " holds an expression; only conditional.hide may");
            }
            if (text.length() > MAX_SENTENCE || text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
                problem.accept(at + " is longer than " + MAX_SENTENCE + " characters or holds a control character");
            }
        } else if (value.isObject()) {
            value.fields().forEachRemaining(entry -> {
                if (!"components".equals(entry.getKey())) {
                    strings(at.isEmpty() ? entry.getKey() : at + "." + entry.getKey(), entry.getValue());
                }
            });
        } else if (value.isArray()) {
            value.forEach(element -> strings(at, element));
        }
    }

    private void keysOf(String part, Set<String> accepted) {
        node.path(part).fieldNames().forEachRemaining(key -> {
            if (!accepted.contains(key)) {
                problem.accept(part + "." + key + " is not accepted");
            }
        });
    }

    private void hide() {
        JsonNode hide = node.path("conditional").path("hide");
        if (!hide.isMissingNode()
                && (!hide.isTextual()
                        || !hide.asText().strip().startsWith("=")
                        || hide.asText().length() > MAX_PATTERN * 2)) {
            problem.accept("conditional.hide must be a FEEL expression that begins with = and is at most "
                    + MAX_PATTERN * 2 + " characters long");
        }
    }

    private void kind() {
        String word = node.path("properties").path("kind").asText("");
        if (word.isEmpty()) {
            return;
        }
        Optional<Kind> kind = Kind.of(word);
        if (kind.isEmpty()) {
            problem.accept("the kind \"" + word + "\" does not exist");
        } else if (!kind.get().fits(type)) {
            problem.accept("the kind " + word + " does not go with a " + type.word());
        } else if (kind.get() == Kind.MONEY
                && (!FormReader.flag(node, "serializeToString")
                        || !"2".equals(node.path("decimalDigits").asText()))) {
            problem.accept("money needs serializeToString true and decimalDigits 2");
        }
    }

    private void limits() {
        JsonNode validate = node.path("validate");
        for (String key : Set.of("min", "max")) {
            matches("validate." + key, validate.path(key), NUMBER);
        }
        for (String key : Set.of("minLength", "maxLength")) {
            matches("validate." + key, validate.path(key), COUNT);
        }
        matches("decimalDigits", node.path("decimalDigits"), Pattern.compile("[0-6]"));
        matches("defaultRepetitions", node.path("defaultRepetitions"), Pattern.compile("[0-9]{1,2}"));
        for (String key : Set.of("minRows", "maxRows")) {
            matches("properties." + key, node.path("properties").path(key), Pattern.compile("[0-9]{1,3}"));
        }
        if (!"custom".equals(validate.path("validationType").asText("custom"))) {
            problem.accept("validate.validationType is not accepted: use the property kind");
        }
        String pattern = validate.path("pattern").asText("");
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            problem.accept("validate.pattern is not a regular expression: " + e.getDescription());
        }
        if (pattern.length() > MAX_PATTERN) {
            problem.accept("validate.pattern is longer than " + MAX_PATTERN + " characters");
        }
    }

    private void matches(String where, JsonNode value, Pattern form) {
        if (!value.isMissingNode()
                && !value.isNull()
                && !form.matcher(value.asText()).matches()) {
            problem.accept(where + " must be a number, not \"" + value.asText() + "\"");
        }
    }

    private void options() {
        if (!type.hasOptions()) {
            return;
        }
        Set<String> seen = new HashSet<>();
        for (JsonNode option : node.path("values")) {
            String value = option.path("value").asText("");
            if (value.isBlank()
                    || option.path("label").asText("").isBlank()
                    || !seen.add(value)
                    || value.length() > 64) {
                problem.accept(
                        "every choice needs a label and a value of its own, at most 64 characters: \"" + value + "\"");
            }
        }
        if (seen.isEmpty()) {
            problem.accept("needs its choices under values");
        }
    }
}
