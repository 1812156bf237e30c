package org.lianfu.program.pack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.lianfu.flow.Decisions;
import org.lianfu.form.Form;
import org.lianfu.program.Finding;
import org.lianfu.program.PackGate;
import org.lianfu.program.Program;

/** Checks a pack against every rule and says everything that is wrong with it at once. */
public final class PackVerifier {

    private static final Comparator<Finding> ORDER =
            Comparator.comparing(Finding::file).thenComparing(Finding::element).thenComparing(Finding::rule);

    private final PackGate gate;
    private final Decisions decisions;
    private final List<Rule> rules;

    public PackVerifier(PackGate gate, Decisions decisions, Offices offices) {
        this.gate = gate;
        this.decisions = decisions;
        this.rules = Stream.of(
                        StepRules.ALL,
                        RouteRules.ALL,
                        GatewayRules.ALL,
                        FileRules.ALL,
                        ScenarioRules.ALL,
                        PolicyRules.ALL,
                        WordRules.ALL,
                        new HouseRules(offices).all(),
                        new ExampleRules(decisions).all())
                .flatMap(List::stream)
                .toList();
    }

    /**
     * What came of a pack.
     *
     * @param program null when there are findings
     */
    public record Verdict(Pack pack, Program program, List<Finding> findings) {}

    public Verdict verify(Pack pack) {
        List<Finding> findings = new ArrayList<>();
        String built = build(pack, findings);
        pack.decisions().forEach(file -> findings.addAll(gate.checkDecision(file, pack.bytes(file))));
        pack.forms().values().forEach(file -> Form.lint(pack.bytes(file), PackReader.english(pack, file), decisions)
                .forEach(p -> findings.add(new Finding("form", file, p.element(), p.message()))));
        PackReading reading = PackReader.read(pack, built, findings);
        rules.forEach(rule -> rule.apply(reading, findings));
        List<Finding> all = findings.stream().distinct().sorted(ORDER).toList();
        return new Verdict(pack, all.isEmpty() ? ProgramReader.program(reading, Examples.ANY_DAY) : null, all);
    }

    private String build(Pack pack, List<Finding> findings) {
        List<Finding> models = new ArrayList<>();
        for (String file : pack.files().keySet()) {
            if (file.endsWith(".bpmn")) {
                models.addAll(gate.check(file, pack.bytes(file)));
            }
        }
        findings.addAll(models);
        if (!models.isEmpty() || pack.bytes(pack.diagram()) == null) {
            return null;
        }
        try {
            return gate.build(pack.diagram(), pack.bytes(pack.diagram()), name -> pack.bytes(Pack.part(name)));
        } catch (IllegalArgumentException e) {
            findings.add(new Finding("build", pack.diagram(), "", e.getMessage()));
            return null;
        }
    }
}
