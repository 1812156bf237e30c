package org.lianfu.program.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lianfu.program.Clause;
import org.lianfu.program.Manifest;
import org.lianfu.program.pack.Rule.Report;

/** That what is decided and done rests on clauses, and that no clause is only words. */
final class PolicyRules {

    static final List<Rule> ALL = List.of(
            new Rule("clauses", PolicyRules::clauses),
            new Rule("clause-unknown", PolicyRules::unknown),
            new Rule("clause-uncited", PolicyRules::uncited),
            new Rule("decision-missing", PolicyRules::decisionMissing),
            new Rule("decision-unused", PolicyRules::decisionUnused),
            new Rule("row-without-source", PolicyRules::source),
            new Rule("eligibility-output", PolicyRules::eligibilityOutput));

    private static final Pattern SOURCE = Pattern.compile("\\[(?:[AM]|S\\d+)]");

    private static void clauses(PackReading pack, Report report) {
        String file = pack.pack().path("POLICY.md");
        if (pack.clauses().isEmpty()) {
            report.add(file, "", "has no clause: number them, each beginning a line, as in ## §1 适用范围");
        }
        Map<String, Integer> seen = new HashMap<>();
        pack.clauses().forEach(c -> seen.merge(c.id(), 1, Integer::sum));
        seen.forEach((id, times) -> {
            if (times > 1) {
                report.add(file, id, "stands " + times + " times");
            }
        });
    }

    private static void unknown(PackReading pack, Report report) {
        if (pack.clauses().isEmpty()) {
            return;
        }
        for (DecisionTable table : pack.decisions()) {
            for (DecisionTable.Row row : table.rows()) {
                if (!pack.hasClause(row.clause())) {
                    report.add(
                            table.file(),
                            row.id(),
                            row.clause().isEmpty()
                                    ? "its description begins with the clause it rests on, as in §7 …"
                                    : "cites %s, which POLICY.md does not have".formatted(row.clause()));
                }
            }
        }
        pack.steps().forEach(step -> cited(step.property("clause")).stream()
                .filter(id -> !pack.hasClause(id))
                .forEach(id -> report.at(pack, step.id(), "cites %s, which POLICY.md does not have".formatted(id))));
    }

    /** A row says where its figure comes from; a published rule is one that POLICY.md lists. */
    private static void source(PackReading pack, Report report) {
        String policy = pack.pack().text(pack.pack().path("POLICY.md"));
        for (DecisionTable table : pack.decisions()) {
            for (DecisionTable.Row row : table.rows()) {
                List<String> sources = SOURCE.matcher(row.description())
                        .results()
                        .map(MatchResult::group)
                        .toList();
                if (sources.isEmpty()) {
                    report.add(
                            table.file(),
                            row.id(),
                            "its description names no source: [S…] a published rule, [M] common practice, [A] our default");
                }
                sources.stream()
                        .filter(source -> source.startsWith("[S") && !policy.contains(source))
                        .forEach(source -> report.add(
                                table.file(), row.id(), "names %s, which POLICY.md does not list".formatted(source)));
            }
        }
    }

    private static void uncited(PackReading pack, Report report) {
        Set<String> cited = new HashSet<>(cited(pack.scenarios()));
        pack.decisions().forEach(d -> d.rows().forEach(row -> cited.add(row.clause())));
        pack.steps().forEach(step -> cited.addAll(cited(step.property("clause"))));
        pack.clauses().stream()
                .map(Clause::id)
                .filter(id -> !cited.contains(id))
                .forEach(id -> report.add(
                        pack.pack().path("POLICY.md"), id, "no decision row, step or scenario cites this clause"));
    }

    private static List<String> cited(String text) {
        return Clauses.citedIn(text);
    }

    private static void decisionMissing(PackReading pack, Report report) {
        pack.elements("businessRuleTask")
                .filter(task -> pack.decision(task.attribute("decisionRef")).isEmpty())
                .forEach(task -> report.at(
                        pack,
                        task.id(),
                        "asks the decision '%s', which the pack does not have"
                                .formatted(task.attribute("decisionRef"))));
        pack.known()
                .map(Manifest::poolGate)
                .filter(id -> pack.decision(id)
                        .filter(table -> table.outputs().contains("poolStatus"))
                        .isEmpty())
                .ifPresent(id -> report.add(
                        pack.pack().path("program.yaml"),
                        "/poolGate",
                        "names the decision '%s', which the pack does not have, or which does not say poolStatus"
                                .formatted(id)));
        pack.known().ifPresent(manifest -> manifest.eligibility().stream()
                .filter(id -> pack.decision(id).isEmpty())
                .forEach(id -> report.add(
                        pack.pack().path("program.yaml"),
                        "/eligibility",
                        "names the decision '%s', which the pack does not have".formatted(id))));
    }

    private static void decisionUnused(PackReading pack, Report report) {
        if (pack.model() == null || pack.manifest() == null) {
            return;
        }
        Set<String> used = pack.elements("businessRuleTask")
                .map(task -> task.attribute("decisionRef"))
                .collect(Collectors.toSet());
        used.addAll(pack.manifest().eligibility());
        used.add(String.valueOf(pack.manifest().poolGate()));
        pack.decisions().stream()
                .filter(d -> !used.contains(d.id()))
                .forEach(d -> report.add(
                        d.file(), d.id(), "neither the diagram, nor eligibility, nor poolGate asks this decision"));
    }

    /** A row of an eligibility decision is a reason against: a code that people are told, with its words. */
    private static void eligibilityOutput(PackReading pack, Report report) {
        List<String> needed = new ArrayList<>(List.of("code", "message"));
        pack.known().ifPresent(manifest -> manifest.eligibility().stream()
                .flatMap(id -> pack.decision(id).stream())
                .filter(table -> !table.outputs().containsAll(needed))
                .forEach(table -> report.add(table.file(), table.id(), "its outputs are code and message")));
    }
}
