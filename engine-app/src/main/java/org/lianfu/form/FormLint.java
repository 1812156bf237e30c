package org.lianfu.form;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Everything in a form file that the product does not accept. Allowed are the components of {@link Type} with the keys of
 * {@link FormVocabulary}; an expression stands in {@code conditional.hide} and nowhere else.
 */
final class FormLint {

    static final int MAX_BYTES = 256 * 1024;
    private static final int MAX_DEPTH = 4;
    private static final int MAX_COMPONENTS = 300;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Pattern ID = Pattern.compile("[A-Za-z]\\w{0,63}");

    /** Facts that conditions read from outside the form; a field must not pretend to be one. */
    private static final Set<String> FACTS = Set.of("outcome", "applicantKind", "amountFen");

    private final List<FormProblem> problems = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private int components;

    /** The file as JSON with what is wrong in it; the JSON is null when it is none. */
    record Read(JsonNode json, List<FormProblem> problems) {}

    static Read read(byte[] file) {
        FormLint lint = new FormLint();
        if (file.length > MAX_BYTES) {
            lint.problem("form", "the file has " + file.length + " bytes, at most " + MAX_BYTES + " are accepted");
            return new Read(null, lint.problems);
        }
        try {
            JsonNode json = JSON.readTree(file);
            lint.root(json);
            return new Read(json, lint.problems);
        } catch (JsonProcessingException e) {
            lint.problem("form", "not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            lint.problem("form", "cannot be read: " + e.getMessage());
        }
        return new Read(null, lint.problems);
    }

    private void problem(String element, String message) {
        problems.add(new FormProblem(element, message));
    }

    private void root(JsonNode form) {
        if (!form.isObject() || !"default".equals(form.path("type").asText())) {
            problem("form", "a Camunda Form is an object of type \"default\"");
            return;
        }
        form.fieldNames().forEachRemaining(key -> {
            if (!FormVocabulary.ROOT.contains(key)) {
                problem("form", "unknown key \"" + key + "\"");
            }
        });
        if (!ID.matcher(form.path("id").asText()).matches()) {
            problem("form", "needs an id of letters, digits and underscores");
        }
        int schema = form.path("schemaVersion").asInt(0);
        if (schema > FormVocabulary.NEWEST_SCHEMA) {
            problem("form", "schemaVersion " + schema + " is newer than " + FormVocabulary.NEWEST_SCHEMA);
        }
        if (!form.path("components").isArray() || form.path("components").isEmpty()) {
            problem("form", "has no components");
        }
        components(form.path("components"), new HashSet<>(), 1, false);
        if (components > MAX_COMPONENTS) {
            problem("form", "has " + components + " components, at most " + MAX_COMPONENTS + " are accepted");
        }
    }

    private void components(JsonNode list, Set<String> keys, int depth, boolean repeated) {
        for (JsonNode component : list) {
            components++;
            component(component, keys, depth, repeated);
        }
    }

    private void component(JsonNode node, Set<String> keys, int depth, boolean repeated) {
        String word = node.path("type").asText();
        String name = name(node);
        Type type = Type.of(word).orElse(null);
        if (type == null) {
            problem(name, "the component \"" + word + "\" is not accepted");
            return;
        }
        if (!ID.matcher(node.path("id").asText()).matches()
                || !ids.add(node.path("id").asText())) {
            problem(name, "needs an id of its own of letters, digits and underscores");
        }
        node.fieldNames().forEachRemaining(key -> {
            if (!FormVocabulary.has(type, key)) {
                problem(name, "a " + word + " with \"" + key + "\" is not accepted");
            }
        });
        key(node, type, name, keys);
        new FieldLint(node, type, message -> problem(name, message)).run();
        if (type.asks() || type == Type.TEXT) {
            return;
        }
        if (depth >= MAX_DEPTH || repeated && type == Type.DYNAMICLIST) {
            problem(name, "is nested too deep: at most " + MAX_DEPTH + " levels, and no list in a list");
            return;
        }
        if (!node.path("components").isArray() || node.path("components").isEmpty()) {
            problem(name, "has no components");
        }
        boolean own = type == Type.DYNAMICLIST
                || node.hasNonNull("path") && !node.path("path").asText().isEmpty();
        components(
                node.path("components"), own ? new HashSet<>() : keys, depth + 1, repeated || type == Type.DYNAMICLIST);
    }

    private void key(JsonNode node, Type type, String name, Set<String> keys) {
        String key = node.path(type.asks() ? "key" : "path").asText("");
        boolean needed = type.asks() || type == Type.DYNAMICLIST;
        if (key.isEmpty() && !needed) {
            return;
        }
        if (!ID.matcher(key).matches()) {
            problem(
                    name,
                    (type.asks() ? "key" : "path")
                            + " must be one word of letters, digits and underscores; answers are nested by a group with a path");
        } else if (FACTS.contains(key)) {
            problem(name, "the key \"" + key + "\" is the name of a fact that is not asked");
        } else if (!keys.add(key)) {
            problem(name, "the key \"" + key + "\" stands twice");
        }
    }

    private static String name(JsonNode node) {
        for (String key : List.of("key", "path", "id")) {
            if (!node.path(key).asText("").isEmpty()) {
                return node.path(key).asText();
            }
        }
        return "form";
    }
}
