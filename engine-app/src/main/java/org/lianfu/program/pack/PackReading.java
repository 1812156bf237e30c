package org.lianfu.program.pack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lianfu.form.Form;
import org.lianfu.program.Clause;
import org.lianfu.program.Manifest;

/**
 * A pack as the rules see it: every file read as far as it could be.
 *
 * @param manifest null when program.yaml has findings
 * @param model the built model, parts inlined; null when it could not be built
 * @param built its text
 * @param parts models of the parts by the id of the call activity that stands for them
 * @param labels English by key, of the pack and of its parts (their keys prefixed like their ids)
 * @param examples answers by form name
 */
record PackReading(
        Pack pack,
        Manifest manifest,
        ProcessModel model,
        String built,
        Map<String, ProcessModel> parts,
        List<DecisionTable> decisions,
        Map<String, Form> forms,
        List<Clause> clauses,
        Map<String, String> labels,
        Map<String, Map<String, Object>> examples) {

    Stream<ProcessModel.Element> steps() {
        return model == null ? Stream.of() : model.all("userTask");
    }

    Stream<ProcessModel.Element> elements(String type) {
        return model == null ? Stream.of() : model.all(type);
    }

    Optional<DecisionTable> decision(String id) {
        return decisions.stream().filter(d -> d.id().equals(id)).findFirst();
    }

    boolean hasClause(String id) {
        return clauses.stream().anyMatch(c -> c.id().equals(id));
    }

    Optional<Manifest> known() {
        return Optional.ofNullable(manifest);
    }

    /** Text of every scenario of the pack, one after the other. */
    String scenarios() {
        StringBuilder all = new StringBuilder();
        pack.files().keySet().stream()
                .filter(path -> path.startsWith(pack.path("scenarios/")))
                .forEach(path -> all.append(pack.text(path)).append('\n'));
        return all.toString();
    }
}
