package org.lianfu.program.pack;

import java.util.Comparator;
import java.util.LinkedHashMap;
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
 * @param model the built model, parts inlined; the program's own diagram when it could not be built; null when that cannot
 *     be read either
 * @param built text of the built model, null when it could not be built
 * @param parts the diagrams as people drew them by what stands before their ids in the built model: the program's own by the
 *     empty text, a part by {@code <call activity>_}
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

    /** What stands before the own id of an element of the built model: the empty text, or that of the part that draws it. */
    String prefixOf(String element) {
        return parts.keySet().stream()
                .filter(element::startsWith)
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    /** Path of the diagram that draws what begins with this prefix. */
    String diagram(String prefix) {
        return prefix.isEmpty() ? pack.diagram() : Pack.part(partOf(prefix));
    }

    /** Path of the English of that diagram. */
    String english(String prefix) {
        return prefix.isEmpty() ? pack.path("en.properties") : Pack.english(partOf(prefix));
    }

    /** Name of the part that the call activity in front of {@code prefix} stands for. */
    private String partOf(String prefix) {
        String call = prefix.substring(0, prefix.length() - 1);
        int cut = call.lastIndexOf('_') + 1;
        return parts.get(call.substring(0, cut))
                .elements()
                .get(call.substring(cut))
                .attribute("calledElement")
                .replaceFirst("^part:", "");
    }

    /** The Chinese of everything that needs its English, by key: names in the diagrams, reason codes. */
    Map<String, String> chinese() {
        Map<String, String> chinese = new LinkedHashMap<>();
        parts.forEach((prefix, part) -> part.names().forEach((id, name) -> chinese.put(prefix + id, name)));
        known().ifPresent(m -> m.eligibility().stream()
                .flatMap(id -> decision(id).stream())
                .forEach(table -> {
                    int code = table.outputs().indexOf("code");
                    int message = table.outputs().indexOf("message");
                    if (code >= 0 && message >= 0) {
                        table.rows().forEach(row -> chinese.put(row.output(code), row.output(message)));
                    }
                }));
        return chinese;
    }

    /** Text of every scenario of the pack and of its parts, one after the other. */
    String scenarios() {
        StringBuilder all = new StringBuilder();
        pack.files().keySet().stream()
                .filter(path -> path.endsWith(".feature"))
                .forEach(path -> all.append(pack.text(path)).append('\n'));
        return all.toString();
    }
}
