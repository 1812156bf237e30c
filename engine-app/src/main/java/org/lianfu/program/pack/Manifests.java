package org.lianfu.program.pack;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lianfu.program.Finding;
import org.lianfu.program.Manifest;

/**
 * Reads program.yaml and documents.yaml strictly: unknown, missing, repeated and misspelt keys are findings, all of them at
 * once.
 */
public final class Manifests {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    private static final JsonSchema PROGRAM = schema("program");
    private static final JsonSchema DOCUMENTS = schema("documents");

    private Manifests() {}

    /** The manifest of a pack, empty when it has findings; these are added to {@code findings}. */
    public static Optional<Manifest> read(Pack pack, List<Finding> findings) {
        String program = pack.path("program.yaml");
        String documents = pack.path("documents.yaml");
        int before = findings.size();
        if (pack.bytes(program) == null) {
            findings.add(new Finding("manifest", program, "", "a pack needs this file"));
            return Optional.empty();
        }
        Optional<JsonNode> manifest = tree(program, pack.bytes(program), PROGRAM, findings);
        Optional<JsonNode> handedIn = pack.bytes(documents) == null
                ? Optional.empty()
                : tree(documents, pack.bytes(documents), DOCUMENTS, findings);
        return findings.size() > before
                ? Optional.empty()
                : manifest.flatMap(tree -> whole(program, (ObjectNode) tree, handedIn, findings));
    }

    private static Optional<Manifest> whole(
            String file, ObjectNode manifest, Optional<JsonNode> documents, List<Finding> findings) {
        ObjectNode terms = JSON.createObjectNode();
        flatten("", manifest.get("deadlines"), terms);
        manifest.set("deadlines", terms);
        documents.ifPresent(tree -> {
            manifest.set("documents", tree.get("applicant"));
            manifest.set("officeDocuments", tree.get("offices"));
        });
        try {
            return Optional.of(JSON.treeToValue(manifest, Manifest.class));
        } catch (JacksonException e) {
            // a day that no calendar has, as in 2026-02-30
            findings.add(new Finding("manifest", file, "", e.getOriginalMessage()));
            return Optional.empty();
        }
    }

    /** Terms stand by part and step; an element of the built model is named {@code <part>_<step>}. */
    private static void flatten(String prefix, JsonNode terms, ObjectNode flat) {
        terms.properties().forEach(term -> {
            if (term.getValue().isObject()) {
                flatten(prefix + term.getKey() + "_", term.getValue(), flat);
            } else {
                flat.set(prefix + term.getKey(), term.getValue());
            }
        });
    }

    private static Optional<JsonNode> tree(String file, byte[] yaml, JsonSchema schema, List<Finding> findings) {
        try {
            JsonNode tree = YAML.readTree(yaml);
            List<Finding> wrong = schema.validate(tree).stream()
                    .map(m -> new Finding(
                            "manifest", file, m.getInstanceLocation().toString(), m.getMessage()))
                    .toList();
            findings.addAll(wrong);
            return wrong.isEmpty() ? Optional.of(tree) : Optional.empty();
        } catch (JacksonException e) {
            String where =
                    e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
            findings.add(new Finding("manifest", file, "", where + e.getOriginalMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.empty();
    }

    private static JsonSchema schema(String name) {
        try (InputStream in = Manifests.class.getResourceAsStream("/schemas/" + name + ".schema.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(
                            in,
                            SchemaValidatorsConfig.builder()
                                    .locale(Locale.ENGLISH)
                                    .build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
