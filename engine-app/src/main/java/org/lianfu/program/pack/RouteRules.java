package org.lianfu.program.pack;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lianfu.program.StepDef;
import org.lianfu.program.pack.Condition.Comparison;
import org.lianfu.program.pack.ProcessModel.Element;
import org.lianfu.program.pack.ProcessModel.Way;
import org.lianfu.program.pack.Rule.Report;

/** Where tokens may go: outcomes, facts, ends, and what runs side by side. */
final class RouteRules {

    static final List<Rule> ALL = List.of(
            new Rule("process-is-program", RouteRules::processId),
            new Rule("end-status", RouteRules::endStatus),
            new Rule("outcome-handled", RouteRules::outcomeHandled),
            new Rule("fact-declared", RouteRules::factDeclared),
            new Rule("fact-handled", RouteRules::factHandled),
            new Rule("fact-source", RouteRules::factSource),
            new Rule("parallel-phase", RouteRules::parallelPhase));

    /** Facts that the house itself gives to every program. */
    private static final Set<String> FROM_JAVA = Set.of("outcome", "applicantKind", "amountFen");

    private static void processId(PackReading pack, Report report) {
        if (pack.model() != null && !pack.model().id().equals(pack.pack().code())) {
            report.at(
                    pack,
                    pack.model().id(),
                    "the id of the process is the code of the program, "
                            + pack.pack().code());
        }
        pack.known()
                .filter(m -> !m.code().equals(pack.pack().code()))
                .ifPresent(m -> report.add(
                        pack.pack().path("program.yaml"),
                        "/code",
                        "code is the name of the folder, " + pack.pack().code()));
    }

    private static void endStatus(PackReading pack, Report report) {
        pack.elements("endEvent")
                .filter(end -> end.parent().isEmpty() || !end.property("status").isEmpty())
                .filter(end -> !StepDef.ENDINGS.contains(end.property("status")))
                .forEach(end -> report.at(
                        pack,
                        end.id(),
                        "property status is '%s': name the final status of the case, of %s"
                                .formatted(end.property("status"), StepRules.sorted(StepDef.ENDINGS))));
    }

    /**
     * The gateway behind a step has a way for each outcome, and none for another. What a vote came to may also be read by
     * the person who signs behind it.
     */
    private static void outcomeHandled(PackReading pack, Report report) {
        pack.steps().forEach(step -> {
            List<String> outcomes = StepRules.results(step);
            for (Way way : pack.model().from(step.id())) {
                Element next = pack.model().elements().get(way.to());
                if (next != null && next.type().equals("exclusiveGateway") && asks(pack, next, "outcome")) {
                    missing(pack, next, "outcome", new TreeSet<>(outcomes), report);
                    offered(pack, next, outcomes, step, report);
                } else if (outcomes.size() > 1 && !StepRules.isVote(step)) {
                    report.at(
                            pack,
                            step.id(),
                            "outcomes %s: draw a gateway behind it that asks for the outcome".formatted(outcomes));
                }
            }
        });
    }

    private static void offered(PackReading pack, Element gateway, List<String> outcomes, Element step, Report report) {
        if (pack.model().to(gateway.id()).size() > 1) {
            return;
        }
        comparisons(pack, gateway)
                .filter(c -> c.fact().equals("outcome") && !outcomes.contains(c.literal()))
                .forEach(c -> report.at(
                        pack,
                        gateway.id(),
                        "asks for outcome %s, which step %s does not offer".formatted(c.literal(), step.id())));
    }

    private static void factDeclared(PackReading pack, Report report) {
        pack.known().ifPresent(manifest -> pack.elements("exclusiveGateway").forEach(gateway -> comparisons(
                        pack, gateway)
                .map(Comparison::fact)
                .distinct()
                .filter(fact -> !FROM_JAVA.contains(fact) && !manifest.facts().containsKey(fact))
                .forEach(fact -> report.at(
                        pack,
                        gateway.id(),
                        "asks for the fact '%s', which program.yaml does not declare under facts".formatted(fact)))));
    }

    private static void factHandled(PackReading pack, Report report) {
        pack.known().ifPresent(manifest -> manifest.facts().forEach((fact, values) -> {
            List<Element> asking = pack.elements("exclusiveGateway")
                    .filter(g -> asks(pack, g, fact))
                    .toList();
            if (asking.isEmpty()) {
                report.add(pack.pack().path("program.yaml"), "/facts/" + fact, "no gateway asks for this fact");
            }
            asking.forEach(gateway -> {
                missing(pack, gateway, fact, new TreeSet<>(values), report);
                comparisons(pack, gateway)
                        .filter(c -> c.fact().equals(fact) && !values.contains(c.literal()))
                        .forEach(c -> report.at(
                                pack,
                                gateway.id(),
                                "compares %s with '%s', which program.yaml does not declare"
                                        .formatted(fact, c.literal())));
            });
        }));
    }

    /** A declared fact is an output of a decision that the diagram asks, and its values are those of the table. */
    private static void factSource(PackReading pack, Report report) {
        Set<String> asked = pack.elements("businessRuleTask")
                .map(task -> task.attribute("decisionRef"))
                .collect(Collectors.toSet());
        pack.known().ifPresent(manifest -> manifest.facts().forEach((fact, values) -> {
            List<DecisionTable> sources = pack.decisions().stream()
                    .filter(d -> asked.contains(d.id()) && d.outputs().contains(fact))
                    .toList();
            values.stream()
                    .filter(value -> !sources.isEmpty()
                            && sources.stream()
                                    .noneMatch(table -> table.values(fact).contains(value)))
                    .forEach(value -> report.add(
                            pack.pack().path("program.yaml"),
                            "/facts/" + fact,
                            "declares %s, which no row gives".formatted(value)));
            if (sources.isEmpty()) {
                report.add(
                        pack.pack().path("program.yaml"),
                        "/facts/" + fact,
                        "no decision of the diagram has this output");
            }
            sources.forEach(table -> table.values(fact).stream()
                    .filter(value -> !values.contains(value))
                    .forEach(value -> report.add(
                            table.file(),
                            fact,
                            "gives '%s', which program.yaml does not declare for %s".formatted(value, fact))));
        }));
    }

    /** The case has one status: steps that are open side by side agree on it. */
    private static void parallelPhase(PackReading pack, Report report) {
        pack.elements("parallelGateway")
                .filter(fork -> pack.model().from(fork.id()).size() > 1)
                .forEach(fork -> {
                    Set<String> phases = new TreeSet<>();
                    within(pack.model(), fork).forEach(step -> phases.add(step.property("phase")));
                    if (phases.size() > 1) {
                        report.at(
                                pack,
                                fork.id(),
                                "the steps behind it are open side by side and declare different phases " + phases);
                    }
                });
    }

    /** User tasks behind a fork and before its join, those inside of sub-processes included. */
    private static List<Element> within(ProcessModel model, Element fork) {
        Set<String> seen = new HashSet<>();
        Deque<String> next = new ArrayDeque<>();
        model.from(fork.id()).forEach(way -> next.add(way.to()));
        while (!next.isEmpty()) {
            String id = next.poll();
            Element element = model.elements().get(id);
            boolean join = element == null
                    || element.type().equals("parallelGateway") && model.to(id).size() > 1;
            if (!join && seen.add(id)) {
                model.from(id).forEach(way -> next.add(way.to()));
                model.elements().values().stream()
                        .filter(e -> e.parent().equals(id))
                        .forEach(e -> next.add(e.id()));
            }
        }
        return model.all("userTask").filter(step -> seen.contains(step.id())).toList();
    }

    private static void missing(PackReading pack, Element gateway, String fact, Set<String> values, Report report) {
        if (gateway.attribute("default").isEmpty()) {
            boolean alone = comparisons(pack, gateway).allMatch(c -> c.fact().equals(fact));
            values.stream()
                    .filter(v -> alone
                            && pack.model().from(gateway.id()).stream().noneMatch(way -> Condition.of(way.condition())
                                    .holds(Map.of(fact, v))))
                    .forEach(v -> report.at(pack, gateway.id(), "no way is taken when %s is %s".formatted(fact, v)));
        }
    }

    private static boolean asks(PackReading pack, Element gateway, String fact) {
        return comparisons(pack, gateway).anyMatch(c -> c.fact().equals(fact));
    }

    private static java.util.stream.Stream<Comparison> comparisons(PackReading pack, Element gateway) {
        return pack.model().from(gateway.id()).stream()
                .flatMap(way -> Condition.of(way.condition()).comparisons().stream());
    }
}
