package org.lianfu.trail;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.lianfu.shared.Audience;
import org.lianfu.shared.Digest;
import org.lianfu.shared.Money;
import org.lianfu.shared.ProgramRef;

/**
 * The bytes of one entry, version 1, and their hash H(0x00 || bytes) as in RFC 9162. There is no number in them but
 * {@code v}; what is absent is left out; a field this version does not know is an error.
 */
final class Leaf {

    private static final byte[] LEAF = {0};
    private static final byte[] COMMITMENT = {2};
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
    private static final Map<String, Set<String>> OBJECTS = Map.of(
            "chain", Set.of("kind", "id"),
            "actor", Set.of("id", "role", "org", "auth"),
            "subj", Set.of("kind", "id"),
            "model", Set.of("key", "ver", "sha256"));
    private static final Set<String> NEEDED = Set.of("log", "id", "seq", "prev", "type", "at", "aud");
    private static final Set<String> OPTIONAL = Set.of("from", "to", "amt", "cur", "priv", "req");

    private Leaf() {}

    static String hash(byte[] body) {
        return Digest.hex(LEAF, body);
    }

    static String commitment(byte[] salt, byte[] details) {
        return Digest.hex(COMMITMENT, salt, details);
    }

    /** @param priv commitment to the personal details; null when there are none */
    static byte[] bytes(String log, String id, Chain after, Instant at, Entry entry, String priv) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("v", 1);
        tree.put("log", log);
        tree.put("id", id);
        tree.put("chain", pair(after.subject()));
        tree.put("seq", Long.toString(after.seq() + 1));
        tree.put("prev", after.head());
        tree.put("type", entry.type);
        tree.put("at", TIME.format(at));
        tree.put(
                "actor",
                Map.of(
                        "id", entry.actor.login(),
                        "role", entry.role,
                        "org", entry.actor.org(),
                        "auth", entry.actor.auth()));
        put(tree, "from", entry.from);
        put(tree, "to", entry.to);
        if (entry.amount != null) {
            tree.put("amt", Long.toString(entry.amount.fen()));
            tree.put("cur", "CNY");
        }
        put(tree, "subj", entry.about == null ? null : pair(entry.about));
        if (!entry.evidence.isEmpty()) {
            tree.put(
                    "ev",
                    entry.evidence.stream()
                            .map(e -> Map.of("kind", e.kind(), "sha256", e.sha256()))
                            .toList());
        }
        if (entry.model != null) {
            tree.put(
                    "model",
                    Map.of(
                            "key", entry.model.ref().code(),
                            "ver", entry.model.ref().version(),
                            "sha256", entry.model.sha256()));
        }
        put(tree, "data", entry.data.isEmpty() ? null : entry.data);
        put(tree, "priv", priv);
        put(tree, "req", entry.request);
        tree.put("aud", String.join(",", entry.audience.stream().map(Enum::name).toList()));
        return Canonical.bytes(tree);
    }

    /**
     * Reads and checks the bytes of an entry.
     *
     * @throws IOException when they are not an entry of version 1 in canonical form; the message names the field
     */
    static JsonNode read(byte[] body) throws IOException {
        JsonNode tree = Canonical.read(body);
        if (!tree.path("v").isInt() || tree.path("v").intValue() != 1) {
            throw new IOException("v");
        }
        for (Iterator<Map.Entry<String, JsonNode>> fields = tree.fields(); fields.hasNext(); ) {
            Map.Entry<String, JsonNode> field = fields.next();
            if (!"v".equals(field.getKey()) && !isKnown(field.getKey(), field.getValue())) {
                throw new IOException(field.getKey());
            }
        }
        for (String name : NEEDED) {
            need(tree, name);
        }
        need(tree, "chain");
        need(tree, "actor");
        if (!Canonical.isCanonical(body)) {
            throw new IOException("canonical");
        }
        return tree;
    }

    static Recorded recorded(byte[] body, String hash, Map<String, Object> details) throws IOException {
        JsonNode tree = read(body);
        JsonNode actor = tree.get("actor");
        Map<String, String> data = new TreeMap<>();
        tree.path("data")
                .fields()
                .forEachRemaining(f -> data.put(f.getKey(), f.getValue().textValue()));
        List<Entry.Evidence> evidence = new ArrayList<>();
        tree.path("ev").forEach(e -> evidence.add(new Entry.Evidence(text(e, "kind"), text(e, "sha256"))));
        JsonNode model = tree.get("model");
        Set<Audience> audience = EnumSet.noneOf(Audience.class);
        for (String name : text(tree, "aud").split(",")) {
            if (!name.isEmpty()) {
                audience.add(Audience.valueOf(name));
            }
        }
        return new Recorded(
                text(tree, "id"),
                subject(tree.get("chain")),
                Long.parseLong(text(tree, "seq")),
                text(tree, "type"),
                Instant.parse(text(tree, "at")),
                text(actor, "id"),
                text(actor, "org"),
                text(actor, "role"),
                text(actor, "auth"),
                text(tree, "from"),
                text(tree, "to"),
                tree.has("amt") ? Money.ofFen(Long.parseLong(text(tree, "amt"))) : null,
                tree.has("subj") ? subject(tree.get("subj")) : null,
                List.copyOf(evidence),
                model == null
                        ? null
                        : new Entry.Model(
                                new ProgramRef(text(model, "key"), text(model, "ver")), text(model, "sha256")),
                data,
                audience,
                details,
                tree.has("priv"),
                hash,
                text(tree, "prev"));
    }

    private static boolean isKnown(String name, JsonNode value) {
        if (NEEDED.contains(name) || OPTIONAL.contains(name)) {
            return value.isTextual();
        }
        if (OBJECTS.containsKey(name)) {
            return isStrings(value, OBJECTS.get(name));
        }
        if ("data".equals(name)) {
            return isStrings(value, null);
        }
        if (!"ev".equals(name) || !value.isArray()) {
            return false;
        }
        for (JsonNode proof : value) {
            if (!isStrings(proof, Set.of("kind", "sha256"))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isStrings(JsonNode object, Set<String> names) {
        if (!object.isObject() || names != null && object.size() != names.size()) {
            return false;
        }
        for (Iterator<Map.Entry<String, JsonNode>> fields = object.fields(); fields.hasNext(); ) {
            Map.Entry<String, JsonNode> field = fields.next();
            if (!field.getValue().isTextual() || names != null && !names.contains(field.getKey())) {
                return false;
            }
        }
        return true;
    }

    private static void need(JsonNode tree, String name) throws IOException {
        if (!tree.has(name)) {
            throw new IOException(name);
        }
    }

    private static Map<String, String> pair(Subject subject) {
        return Map.of("kind", subject.kind(), "id", subject.id());
    }

    private static Subject subject(JsonNode pair) {
        return new Subject(text(pair, "kind"), text(pair, "id"));
    }

    static String text(JsonNode tree, String name) {
        return tree.path(name).asText("");
    }

    private static void put(Map<String, Object> tree, String name, Object value) {
        if (value != null) {
            tree.put(name, value);
        }
    }
}
