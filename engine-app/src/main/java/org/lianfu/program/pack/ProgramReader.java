package org.lianfu.program.pack;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lianfu.form.Form;
import org.lianfu.program.Finding;
import org.lianfu.program.Program;
import org.lianfu.program.SeatRule;
import org.lianfu.program.StepDef;
import org.lianfu.program.pack.ProcessModel.Element;
import org.lianfu.shared.Audience;
import org.lianfu.shared.ProgramRef;
import org.lianfu.shared.Words;

/** Makes the program of a version out of its pack. */
public final class ProgramReader {

    private ProgramReader() {}

    /**
     * The program of a stored version.
     *
     * @param built the stored model
     * @param today day to which the dates of the examples refer
     * @throws IllegalStateException when the pack cannot be read any more
     */
    public static Program read(Pack pack, String built, LocalDate today) {
        List<Finding> findings = new ArrayList<>();
        PackReading reading = PackReader.read(pack, built, findings);
        if (!findings.isEmpty()) {
            throw new IllegalStateException("the stored version of " + pack.code() + " cannot be read: " + findings);
        }
        return program(reading, today);
    }

    static Program program(PackReading pack, LocalDate today) {
        Map<String, Words> labels = labels(pack);
        Map<String, StepDef> steps = new LinkedHashMap<>();
        pack.steps().forEach(step -> steps.put(step.id(), step(pack, step, labels)));
        Map<String, String> ends = new LinkedHashMap<>();
        pack.elements("endEvent")
                .filter(end -> !end.property("status").isEmpty())
                .forEach(end -> ends.put(end.id(), end.property("status")));
        return new Program(
                new ProgramRef(pack.manifest().code(), pack.manifest().version()),
                pack.manifest(),
                Collections.unmodifiableMap(steps),
                pack.elements("businessRuleTask")
                        .map(task -> new Program.Ruling(task.id(), task.attribute("decisionRef")))
                        .toList(),
                Map.copyOf(ends),
                Map.copyOf(pack.forms()),
                List.copyOf(pack.clauses()),
                pack.built(),
                pictures(pack, labels),
                Collections.unmodifiableMap(labels),
                Examples.on(today, pack.examples()),
                pack.pack().sha256());
    }

    private static StepDef step(PackReading pack, Element step, Map<String, Words> labels) {
        String timer = pack.elements("boundaryEvent")
                .filter(e -> e.attribute("attachedToRef").equals(step.id())
                        && !e.timer().isEmpty())
                .map(Element::id)
                .findFirst()
                .orElse(null);
        Set<Audience> audience = EnumSet.noneOf(Audience.class);
        StepRules.list(step.property("audience")).forEach(a -> audience.add(Audience.valueOf(a)));
        return new StepDef(
                step.id(),
                labels.get(step.id()),
                step.property("role"),
                SeatRule.parse(step.property("seats")).orElseThrow(),
                StepRules.list(step.property("outcomes")),
                Collections.unmodifiableSet(audience),
                step.property("phase"),
                step.attribute("formKey"),
                StepRules.term(pack.manifest(), step.id()),
                timer,
                pack.manifest().lapses().get(step.id()),
                step.property("returns").isEmpty() ? StepDef.UNLIMITED : Integer.parseInt(step.property("returns")),
                StepRules.list(step.property("differsFrom")),
                Clauses.citedIn(step.property("clause")));
    }

    private static Map<String, Words> labels(PackReading pack) {
        Map<String, Words> labels = new LinkedHashMap<>();
        pack.chinese()
                .forEach(
                        (key, zh) -> labels.put(key, new Words(zh, pack.labels().getOrDefault(key, zh))));
        pack.forms().values().forEach(form -> reasons(pack, form, form.json().path("components"), labels));
        return labels;
    }

    /** Coded reasons are choices of the field {@code reasons}; people are told their words far away from the form. */
    private static void reasons(PackReading pack, Form form, JsonNode components, Map<String, Words> labels) {
        for (JsonNode component : components) {
            if (component.path("key").asText().equals("reasons")) {
                Map<String, String> english =
                        PackReader.english(pack.pack(), pack.pack().form(form.name()));
                component.path("values").forEach(choice -> {
                    String code = choice.path("value").asText();
                    String zh = choice.path("label").asText();
                    labels.putIfAbsent(code, new Words(zh, english.getOrDefault("reasons." + code, zh)));
                });
            }
            reasons(pack, form, component.path("components"), labels);
        }
    }

    private static List<Program.Picture> pictures(PackReading pack, Map<String, Words> labels) {
        List<Program.Picture> pictures = new ArrayList<>();
        pack.parts().forEach((prefix, model) -> {
            String id = prefix.replaceFirst("_$", "");
            Words name = prefix.isEmpty() ? pack.manifest().title() : labels.get(id);
            pictures.add(new Program.Picture(id, name, pack.pack().text(pack.diagram(prefix)), prefix));
        });
        return pictures;
    }
}
