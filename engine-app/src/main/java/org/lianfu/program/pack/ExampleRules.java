package org.lianfu.program.pack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lianfu.flow.Decisions;
import org.lianfu.form.Form;
import org.lianfu.program.FreshNumbers;
import org.lianfu.program.Manifest;
import org.lianfu.program.pack.Rule.Report;

/** That the examples of a pack, when it has any, are complete and valid. */
final class ExampleRules {

    private final Decisions decisions;

    ExampleRules(Decisions decisions) {
        this.decisions = decisions;
    }

    List<Rule> all() {
        return List.of(new Rule("example", this::examples));
    }

    private void examples(PackReading pack, Report report) {
        String file = pack.pack().path("example.json");
        if (pack.pack().bytes(file) == null || pack.model() == null) {
            return;
        }
        pack.forms().forEach((name, form) -> {
            Map<String, Object> example = pack.examples().get(name);
            if (example == null) {
                report.add(file, name, "lacks answers for this form");
            } else {
                faults(pack, form, example).forEach(fault -> report.add(file, name, fault));
            }
        });
        pack.examples().keySet().stream()
                .filter(name -> pack.pack().form(name) == null)
                .forEach(name -> report.add(file, name, "the pack has no such form"));
    }

    /** An example of a step goes with the first of its outcomes. */
    private List<String> faults(PackReading pack, Form form, Map<String, Object> example) {
        Map<String, Object> facts = new LinkedHashMap<>();
        if (!form.name().equals(Manifest.APPLY)) {
            pack.steps()
                    .filter(s -> s.attribute("formKey").equals(form.name()))
                    .flatMap(s -> StepRules.list(s.property("outcomes")).stream())
                    .findFirst()
                    .ifPresent(outcome -> facts.put("outcome", outcome));
        }
        return form.check(FreshNumbers.in(Examples.on(Examples.ANY_DAY, example)), decisions, facts).faults().stream()
                .map(fault -> fault.pointer() + " " + fault.code())
                .toList();
    }
}
