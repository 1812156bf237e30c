package org.lianfu.program.pack;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lianfu.program.Finding;
import org.lianfu.program.Manifest;

/** Reads program.yaml strictly: unknown, missing, repeated and misspelt keys are findings, all of them at once. */
public final class Manifests {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    private static final JsonSchema SCHEMA = schema();

    private Manifests() {}

    /** The manifest, empty when it has findings; these are added to {@code findings}. */
    public static Optional<Manifest> read(String file, byte[] yaml, List<Finding> findings) {
        if (yaml == null) {
            findings.add(new Finding("manifest", file, "", "a pack needs this file"));
            return Optional.empty();
        }
        try {
            JsonNode tree = YAML.readTree(yaml);
            List<Finding> wrong = new ArrayList<>();
            SCHEMA.validate(tree)
                    .forEach(m -> wrong.add(new Finding(
                            "manifest", file, m.getInstanceLocation().toString(), m.getMessage())));
            findings.addAll(wrong);
            return wrong.isEmpty() ? Optional.of(JSON.treeToValue(tree, Manifest.class)) : Optional.empty();
        } catch (JacksonException e) {
            String where =
                    e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
            findings.add(new Finding("manifest", file, "", where + e.getOriginalMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.empty();
    }

    private static JsonSchema schema() {
        try (InputStream in = Manifests.class.getResourceAsStream("/schemas/program.schema.json")) {
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
