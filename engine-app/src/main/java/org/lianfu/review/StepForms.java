package org.lianfu.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lianfu.application.CaseFile;
import org.lianfu.flow.Decisions;
import org.lianfu.form.Checked;
import org.lianfu.form.Form;
import org.lianfu.program.Program;
import org.lianfu.program.Programs;
import org.lianfu.program.StepDef;
import org.lianfu.shared.Fault;
import org.springframework.stereotype.Component;

/** Reads what a person typed on a step: outcome, opinion and the answers of the step's form, every fault at once. */
@Component
class StepForms {

    /** Key of the coded reasons in a step's form. */
    static final String REASONS = "reasons";

    private final Programs programs;
    private final Decisions decisions;

    StepForms(Programs programs, Decisions decisions) {
        this.programs = programs;
        this.decisions = decisions;
    }

    Voice voice(CaseFile file, StepDef def, String outcome, String opinion, Map<String, Object> typed) {
        if (!def.outcomes().contains(outcome)) {
            throw ReviewRefusals.OUTCOME_UNKNOWN.because(
                    Map.of("outcome", String.valueOf(outcome), "offered", String.join(" ", def.outcomes())));
        }
        Form form = programs.version(file.application().program()).form(def.form());
        Map<String, Object> withOutcome = new LinkedHashMap<>(file.facts());
        withOutcome.put("outcome", outcome);
        Checked checked = form.check(typed, decisions, withOutcome);
        List<Fault> unknown = checked.faults().stream()
                .filter(f -> "unknown".equals(f.code()))
                .toList();
        if (!unknown.isEmpty()) {
            throw ReviewRefusals.UNKNOWN_KEYS.with(unknown);
        }
        if (checked.faults().stream().anyMatch(f -> !f.warning())) {
            throw ReviewRefusals.FAULTY.with(checked.faults());
        }
        return new Voice(outcome, opinion == null ? "" : opinion, checked.answers(), reasons(checked.answers()));
    }

    @SuppressWarnings("unchecked")
    static List<String> reasons(Map<String, Object> answers) {
        Object reasons = answers.get(REASONS);
        if (reasons instanceof List<?> list) {
            return (List<String>) list;
        }
        return reasons == null || reasons.toString().isBlank() ? List.of() : List.of(reasons.toString());
    }

    /** What later gateways may read of this step: its outcome, and what was chosen or counted, never free text. */
    Map<String, Object> facts(Program program, StepDef def, Voice voice) {
        Map<String, Object> facts = new LinkedHashMap<>(program.form(def.form()).facts(voice.answers()));
        facts.put("outcome", voice.outcome());
        return facts;
    }
}
