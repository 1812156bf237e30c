package org.lianfu.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The committed contract, held against each answer that any test gets: a status it does not name is a fault of the house. */
public final class Contract {

    /** What the protocol itself may answer to any request, whatever the operation; the contract's {@code default}. */
    private static final Set<Integer> ANYWHERE = Set.of(405, 406, 503);

    private static final JsonNode FILE = read();

    private Contract() {}

    private static JsonNode read() {
        try {
            return new ObjectMapper().readTree(Path.of("../docs/openapi.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws AssertionError when the operation is in the contract and the status is not */
    static void check(String method, String path, int status, String type) {
        check(FILE, method, path.replaceAll("\\?.*", ""), status, type);
    }

    static void check(JsonNode contract, String method, String path, int status, String type) {
        for (Iterator<Map.Entry<String, JsonNode>> i = contract.path("paths").fields(); i.hasNext(); ) {
            Map.Entry<String, JsonNode> each = i.next();
            JsonNode operation = each.getValue().path(method.toLowerCase(java.util.Locale.ROOT));
            if (path.matches(each.getKey().replaceAll("\\{[^}]+}", "[^/]+")) && !operation.isMissingNode()) {
                Set<String> named = new TreeSet<>();
                operation.path("responses").fieldNames().forEachRemaining(named::add);
                if (!named.contains(String.valueOf(status)) && !ANYWHERE.contains(status)) {
                    throw new AssertionError(
                            method + " " + path + " answered " + status + "; docs/openapi.json names " + named);
                }
                if (status >= 400 && !type.startsWith("application/problem+json")) {
                    throw new AssertionError(method + " " + path + " answered " + status + " as " + type);
                }
                return;
            }
        }
    }
}
