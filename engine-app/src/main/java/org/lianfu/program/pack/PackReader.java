package org.lianfu.program.pack;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lianfu.form.Form;
import org.lianfu.program.Finding;

/** Reads every file of a pack as far as it can be read; what cannot be is a finding, and the rest is read all the same. */
final class PackReader {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Pack pack;
    private final List<Finding> findings;
    private final Map<String, ProcessModel> parts = new LinkedHashMap<>();
    private final Map<String, String> labels = new LinkedHashMap<>();

    private PackReader(Pack pack, List<Finding> findings) {
        this.pack = pack;
        this.findings = findings;
    }

    /**
     * @param built text of the built model, null when there is none
     * @param findings takes what cannot be read
     */
    static PackReading read(Pack pack, String built, List<Finding> findings) {
        return new PackReader(pack, findings).reading(built);
    }

    private PackReading reading(String built) {
        var manifest = Manifests.read(pack, findings).orElse(null);
        diagram("", pack.diagram(), pack.path("en.properties"));
        ProcessModel model = built == null ? parts.get("") : ProcessReader.read(built.getBytes(StandardCharsets.UTF_8));
        return new PackReading(
                pack,
                manifest,
                model,
                built,
                parts,
                decisions(),
                forms(),
                Clauses.read(pack.text(pack.path("POLICY.md"))),
                labels,
                examples());
    }

    private void diagram(String prefix, String path, String english) {
        Labels.read(pack.text(english)).forEach((key, words) -> labels.put(prefix + key, words));
        if (pack.bytes(path) == null) {
            findings.add(new Finding("file-missing", path, "", "the pack lacks this file"));
            return;
        }
        try {
            ProcessModel model = ProcessReader.read(pack.bytes(path));
            parts.put(prefix, model);
            model.all("callActivity").filter(call -> parts.size() < 50).forEach(call -> {
                String name = call.attribute("calledElement").replaceFirst("^part:", "");
                diagram(prefix + call.id() + "_", Pack.part(name), Pack.english(name));
            });
        } catch (IllegalArgumentException e) {
            findings.add(new Finding("not-readable", path, "", e.getMessage()));
        }
    }

    private List<DecisionTable> decisions() {
        List<DecisionTable> tables = new ArrayList<>();
        for (String path : pack.decisions()) {
            try {
                tables.add(DecisionTable.read(path, pack.bytes(path)));
            } catch (IllegalArgumentException e) {
                findings.add(new Finding("not-readable", path, "", e.getMessage()));
            }
        }
        return tables;
    }

    private Map<String, Form> forms() {
        Map<String, Form> forms = new LinkedHashMap<>();
        pack.forms().forEach((name, path) -> {
            try {
                forms.put(name, Form.parse(name, pack.bytes(path), english(path)));
            } catch (IllegalArgumentException e) {
                // PackVerifier words each fault of a form by its own finding
            }
        });
        return forms;
    }

    /** The English beside a form. */
    Map<String, String> english(String form) {
        return Labels.read(pack.text(form.replaceFirst("\\.form$", ".en.properties")));
    }

    static Map<String, String> english(Pack pack, String form) {
        return new PackReader(pack, List.of()).english(form);
    }

    private Map<String, Map<String, Object>> examples() {
        String path = pack.path("example.json");
        if (pack.bytes(path) == null) {
            return Map.of();
        }
        try {
            return JSON.readValue(pack.bytes(path), new TypeReference<>() {});
        } catch (JacksonException e) {
            findings.add(new Finding("example", path, "", "answers by form name: " + e.getOriginalMessage()));
            return Map.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
