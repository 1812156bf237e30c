package org.lianfu.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which changes of the contract would break a client, in words. What a client may send must still be taken, what it reads
 * must still be there; everything else is an addition.
 */
final class ContractChange {

    private final JsonNode before;
    private final JsonNode after;
    private final List<String> broken = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private ContractChange(JsonNode before, JsonNode after) {
        this.before = before;
        this.after = after;
    }

    static List<String> breaking(JsonNode before, JsonNode after) {
        ContractChange change = new ContractChange(before, after);
        fields(before.path("paths")).forEach((path, item) -> change.path(path, item));
        return change.broken;
    }

    private void path(String path, JsonNode item) {
        JsonNode now = after.path("paths").path(path);
        if (now.isMissingNode()) {
            broken.add("address " + path + " is gone");
            return;
        }
        fields(item).forEach((method, operation) -> {
            String where = method.toUpperCase(java.util.Locale.ROOT) + " " + path;
            if (now.path(method).isMissingNode()) {
                broken.add("operation " + where + " is gone");
            } else {
                operation(where, operation, now.path(method));
            }
        });
    }

    private void operation(String where, JsonNode old, JsonNode now) {
        Map<String, JsonNode> had = parameters(old);
        Map<String, JsonNode> has = parameters(now);
        had.forEach((name, parameter) -> {
            if (has.containsKey(name)) {
                schema(
                        where + " parameter " + name,
                        parameter.path("schema"),
                        has.get(name).path("schema"),
                        true);
            } else {
                broken.add(where + " takes no parameter " + name + " any more");
            }
        });
        has.forEach((name, parameter) -> {
            boolean demanded = parameter.path("required").asBoolean();
            if (demanded
                    && !(had.containsKey(name) && had.get(name).path("required").asBoolean())) {
                broken.add(where + " now demands the parameter " + name);
            }
        });
        if (now.path("requestBody").path("required").asBoolean()
                && old.path("requestBody").isMissingNode()) {
            broken.add(where + " now demands a body");
        }
        content(where + " request", old.path("requestBody"), now.path("requestBody"), true);
        fields(old.path("responses")).forEach((status, answer) -> {
            JsonNode still = now.path("responses").path(status);
            if (status.startsWith("2") && still.isMissingNode()) {
                broken.add(where + " answers " + status + " no more");
            } else if (status.startsWith("2")) {
                fields(answer.path("headers")).keySet().stream()
                        .filter(header -> still.path("headers").path(header).isMissingNode())
                        .forEach(header -> broken.add(where + " answers " + status + " without the header " + header));
                content(where + " answer " + status, answer, still, false);
            }
        });
    }

    private void content(String where, JsonNode old, JsonNode now, boolean request) {
        fields(old.path("content")).forEach((type, body) -> {
            JsonNode still = now.path("content").path(type);
            if (still.isMissingNode()) {
                broken.add(where + " is not " + type + " any more");
            } else {
                schema(where, body.path("schema"), still.path("schema"), request);
            }
        });
    }

    private void schema(String where, JsonNode oldSchema, JsonNode newSchema, boolean request) {
        String reference =
                oldSchema.path("$ref").asText() + ">" + newSchema.path("$ref").asText() + ">" + request;
        if (oldSchema.has("$ref") && !seen.add(reference)) {
            return;
        }
        JsonNode old = resolved(before, oldSchema);
        JsonNode now = resolved(after, newSchema);
        if (!old.path("type").equals(now.path("type")) && !old.path("type").isMissingNode()) {
            broken.add(where + " changes its type from " + old.path("type") + " to " + now.path("type"));
            return;
        }
        values(where, old, now, request);
        fields(old.path("properties")).forEach((name, property) -> {
            JsonNode still = now.path("properties").path(name);
            if (still.isMissingNode()) {
                broken.add(where + (request ? " takes no field " : " has no field ") + name + " any more");
            } else {
                schema(where + " field " + name, property, still, request);
            }
        });
        if (old.has("items")) {
            schema(where + " items", old.path("items"), now.path("items"), request);
        }
        Set<String> wasDemanded = texts(old.path("required"));
        Set<String> isDemanded = texts(now.path("required"));
        if (request) {
            isDemanded.stream()
                    .filter(name -> !wasDemanded.contains(name))
                    .forEach(name -> broken.add(where + " now demands the field " + name));
        } else {
            wasDemanded.stream()
                    .filter(name -> !isDemanded.contains(name))
                    .forEach(name -> broken.add(where + " no longer promises the field " + name));
        }
    }

    private void values(String where, JsonNode old, JsonNode now, boolean request) {
        Set<String> had = texts(old.path("enum"));
        Set<String> has = texts(now.path("enum"));
        had.stream()
                .filter(value -> !has.isEmpty() && !has.contains(value))
                .forEach(value -> broken.add(where + " has no value " + value + " any more"));
        if (request && had.isEmpty() && !has.isEmpty()) {
            broken.add(where + " now takes only " + has);
        }
    }

    private static JsonNode resolved(JsonNode contract, JsonNode schema) {
        return schema.has("$ref") ? contract.at(schema.path("$ref").asText().substring(1)) : schema;
    }

    private static Map<String, JsonNode> parameters(JsonNode operation) {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        operation
                .path("parameters")
                .forEach(p ->
                        all.put(p.path("in").asText() + " " + p.path("name").asText(), p));
        return all;
    }

    private static Map<String, JsonNode> fields(JsonNode node) {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        node.fields().forEachRemaining(each -> all.put(each.getKey(), each.getValue()));
        return all;
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> all = new java.util.TreeSet<>();
        list.forEach(each -> all.add(each.asText()));
        return all;
    }
}
