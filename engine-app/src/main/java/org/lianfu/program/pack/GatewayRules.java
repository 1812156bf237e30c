package org.lianfu.program.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.lianfu.program.pack.ProcessModel.Element;
import org.lianfu.program.pack.ProcessModel.Way;
import org.lianfu.program.pack.Rule.Report;

/** That exactly one way leads on from each gateway, whatever its facts say, and that thresholds stay in the decisions. */
final class GatewayRules {

    static final List<Rule> ALL = List.of(
            new Rule("condition-missing", GatewayRules::unguarded),
            new Rule("condition-form", GatewayRules::form),
            new Rule("figure-in-diagram", GatewayRules::figures),
            new Rule("gateway-gap", GatewayRules::gaps),
            new Rule("gateway-overlap", GatewayRules::overlaps));

    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern FIGURE = Pattern.compile("\\d[\\d.,]*\\s*(万|亿|元|%|％|‰)");

    /** More combinations than a person could follow are not tried. */
    private static final int MOST = 5_000;

    /** With several ways out, each says when it is taken; one of them may be the default, which says nothing. */
    private static void unguarded(PackReading pack, Report report) {
        pack.elements("exclusiveGateway").forEach(gateway -> {
            List<Way> ways = pack.model().from(gateway.id());
            ways.stream()
                    .filter(way -> ways.size() > 1)
                    .filter(way -> way.condition().isEmpty() != way.id().equals(gateway.attribute("default")))
                    .forEach(way -> report.at(
                            pack,
                            gateway.id(),
                            "the way %s: give it a condition, or make it the default, which has none"
                                    .formatted(way.id())));
        });
    }

    private static void form(PackReading pack, Report report) {
        conditions(pack, (gateway, way) -> {
            if (!figure(way) && !Condition.of(way.condition()).isWhole()) {
                report.at(
                        pack,
                        gateway.id(),
                        "the condition %s: write fact == 'VALUE' or fact != 'VALUE', joined by && or ||"
                                .formatted(way.condition()));
            }
        });
    }

    private static void figures(PackReading pack, Report report) {
        conditions(pack, (gateway, way) -> {
            if (figure(way)) {
                report.at(
                        pack,
                        gateway.id(),
                        "the condition %s compares with a figure: let a decision, whose row cites a clause, give a fact"
                                .formatted(way.condition()));
            }
        });
        pack.parts().forEach((prefix, part) -> part.names().forEach((id, name) -> {
            if (FIGURE.matcher(name).find()) {
                report.add(
                        pack.diagram(prefix),
                        id,
                        "its name %s holds a figure: figures stand in the decisions and in POLICY.md".formatted(name));
            }
        }));
    }

    private static void gaps(PackReading pack, Report report) {
        each(pack, (gateway, facts, taken) -> {
            if (taken.isEmpty()
                    && facts.size() > 1
                    && gateway.attribute("default").isEmpty()) {
                report.at(pack, gateway.id(), "no way is taken when " + told(facts));
            }
        });
    }

    private static void overlaps(PackReading pack, Report report) {
        each(pack, (gateway, facts, taken) -> {
            if (taken.size() > 1) {
                report.at(pack, gateway.id(), "more than one way is open when %s: %s".formatted(told(facts), taken));
            }
        });
    }

    private static String told(Map<String, String> facts) {
        List<String> said = new ArrayList<>();
        facts.forEach((fact, value) -> said.add(fact + " is " + value));
        return String.join(" and ", said);
    }

    /** One combination of what the facts of a gateway may be, and the ways whose condition then holds. */
    private interface Combination {
        void check(Element gateway, Map<String, String> facts, List<String> taken);
    }

    private static void each(PackReading pack, Combination check) {
        pack.elements("exclusiveGateway").forEach(gateway -> {
            List<Way> guarded = pack.model().from(gateway.id()).stream()
                    .filter(way -> !way.condition().isEmpty())
                    .toList();
            if (guarded.stream().allMatch(way -> Condition.of(way.condition()).isWhole())) {
                for (Map<String, String> facts : combinations(values(pack, gateway, guarded))) {
                    List<String> taken = guarded.stream()
                            .filter(way -> Condition.of(way.condition()).holds(facts))
                            .map(Way::id)
                            .toList();
                    check.check(gateway, facts, taken);
                }
            }
        });
    }

    /** What each fact that the gateway asks for may be: as declared, as the steps before it offer, or else as it asks. */
    private static Map<String, Set<String>> values(PackReading pack, Element gateway, List<Way> guarded) {
        Map<String, Set<String>> values = new TreeMap<>();
        guarded.forEach(way -> Condition.of(way.condition()).comparisons().forEach(c -> values.computeIfAbsent(
                        c.fact(), fact -> new TreeSet<>())
                .add(c.literal())));
        values.forEach((fact, asked) -> pack.known()
                .filter(manifest -> manifest.facts().containsKey(fact))
                .ifPresent(manifest -> asked.addAll(manifest.facts().get(fact))));
        values.computeIfPresent("applicantKind", (fact, asked) -> new TreeSet<>(Set.of("FIRM", "PERSON")));
        values.computeIfPresent("outcome", (fact, asked) -> {
            List<Element> before = pack.model().to(gateway.id()).stream()
                    .map(way -> pack.model().elements().get(way.from()))
                    .toList();
            if (before.stream().allMatch(e -> e != null && e.type().equals("userTask"))) {
                Set<String> offered = new TreeSet<>();
                before.forEach(step -> offered.addAll(StepRules.results(step)));
                return offered;
            }
            return asked;
        });
        return values;
    }

    private static List<Map<String, String>> combinations(Map<String, Set<String>> values) {
        List<Map<String, String>> all = List.of(Map.of());
        for (Map.Entry<String, Set<String>> fact : values.entrySet()) {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> facts : all) {
                fact.getValue().forEach(value -> {
                    Map<String, String> more = new LinkedHashMap<>(facts);
                    more.put(fact.getKey(), value);
                    longer.add(more);
                });
            }
            all = longer;
            if (all.size() > MOST) {
                return List.of();
            }
        }
        return values.isEmpty() ? List.of() : all;
    }

    private static boolean figure(Way way) {
        return QUOTED.matcher(way.condition()).replaceAll("").matches(".*\\b\\d.*");
    }

    private static void conditions(PackReading pack, java.util.function.BiConsumer<Element, Way> check) {
        pack.elements("exclusiveGateway").forEach(gateway -> pack.model().from(gateway.id()).stream()
                .filter(way -> !way.condition().isEmpty())
                .forEach(way -> check.accept(gateway, way)));
    }
}
