package org.lianfu.engine.gate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lianfu.engine.Graph;
import org.w3c.dom.Element;

/** Rules for the course of the tokens: what begins must end, and what is split must come together again. */
final class FlowRules {

    private final boolean built;
    private final Findings findings;

    FlowRules(boolean built, Findings findings) {
        this.built = built;
        this.findings = findings;
    }

    void check(Element root) {
        Nodes.all(root, "process", "subProcess").forEach(this::scope);
        if (built) {
            Nodes.all(root, "endEvent").stream()
                    .filter(end -> Nodes.has(end, "errorEventDefinition"))
                    .forEach(end -> caught(root, end));
        }
    }

    private void scope(Element scope) {
        List<Element> nodes = Nodes.children(scope).stream()
                .filter(child -> Nodes.is(child, ModelRules.NODES))
                .toList();
        List<Element> flows = Nodes.children(scope, "sequenceFlow");
        List<Element> starts = Nodes.children(scope, "startEvent");
        if (starts.size() != 1 || Nodes.children(scope, "endEvent").isEmpty()) {
            findings.add("start-and-end", scope, "one start event and at least one end event");
            return;
        }
        Graph graph =
                new Graph(nodes.stream().map(node -> node(node, nodes, flows)).toList());
        String start = starts.get(0).getAttribute("id");
        Set<String> reached = new HashSet<>(graph.reachable(start, true));
        reached.add(start);
        for (Element node : nodes) {
            if (!reached.contains(node.getAttribute("id"))) {
                findings.add("unreachable", node, "no flow leads here");
            }
            ways(node, from(flows, node), to(flows, node));
        }
        graph.forks().forEach(fork -> fork(scope, graph, fork));
    }

    private void ways(Element node, int out, int in) {
        boolean ends = Nodes.is(node, "endEvent");
        if (ends ? out > 0 : out == 0) {
            findings.add("ways", node, ends ? "no flow leaves an end event" : "a flow must lead on from here");
        }
        if (Nodes.is(node, "startEvent", "boundaryEvent") && in > 0) {
            findings.add("ways", node, "no flow leads into a start or boundary event");
        }
        if (!Nodes.is(node, "exclusiveGateway", "parallelGateway") && out > 1) {
            findings.add(
                    "ways",
                    node,
                    "several flows leave it; draw a gateway, so that one sees whether all or one is taken");
        }
        if (Nodes.is(node, "parallelGateway") && out > 1 && in > 1) {
            findings.add("ways", node, "a parallel gateway splits or joins, not both; draw two");
        }
    }

    private void fork(Element scope, Graph graph, Graph.Fork fork) {
        Element node = Nodes.children(scope).stream()
                .filter(child -> child.getAttribute("id").equals(fork.id()))
                .findFirst()
                .orElseThrow();
        if (Nodes.is(node, "boundaryEvent")) {
            Set<String> both = new HashSet<>(graph.reachable(node.getAttribute("attachedToRef"), false));
            both.retainAll(graph.reachable(fork.id(), false));
            if (!both.isEmpty()) {
                findings.add(
                        "doubled-token",
                        node,
                        "a timer that does not interrupt has an end of its own; it meets the main way at "
                                + both.iterator().next());
            }
            return;
        }
        boolean paired =
                !fork.join().isEmpty() && fork.incoming() == fork.branches().size();
        boolean apart = fork.join().isEmpty() && disjoint(fork.branches());
        if (!paired && !apart) {
            findings.add(
                    "fork-without-join",
                    node,
                    "the " + fork.branches().size()
                            + " branches come together in one parallel gateway of their own, each by one flow, or each ends by itself");
        }
    }

    private static boolean disjoint(List<Set<String>> branches) {
        Set<String> seen = new HashSet<>();
        return branches.stream().flatMap(Set::stream).allMatch(seen::add);
    }

    private void caught(Element root, Element end) {
        String code = code(root, Nodes.children(end, "errorEventDefinition").get(0));
        for (Element scope = (Element) end.getParentNode();
                Nodes.is(scope, "subProcess");
                scope = (Element) scope.getParentNode()) {
            String id = scope.getAttribute("id");
            boolean caught = Nodes.children((Element) scope.getParentNode(), "boundaryEvent").stream()
                    .filter(boundary -> boundary.getAttribute("attachedToRef").equals(id))
                    .flatMap(boundary -> Nodes.children(boundary, "errorEventDefinition").stream())
                    .anyMatch(error -> code(root, error).equals(code));
            if (caught) {
                return;
            }
        }
        findings.add("error-not-caught", end, "no boundary event around it catches the error " + code);
    }

    private static String code(Element root, Element definition) {
        return Nodes.children(root, "error").stream()
                .filter(error -> error.getAttribute("id").equals(definition.getAttribute("errorRef")))
                .map(error -> error.getAttribute("errorCode"))
                .findFirst()
                .orElse("");
    }

    private static Graph.Node node(Element node, List<Element> nodes, List<Element> flows) {
        String id = node.getAttribute("id");
        List<String> next = new ArrayList<>();
        flows.stream()
                .filter(flow -> flow.getAttribute("sourceRef").equals(id))
                .forEach(flow -> next.add(flow.getAttribute("targetRef")));
        nodes.stream()
                .filter(other -> Nodes.is(other, "boundaryEvent")
                        && other.getAttribute("attachedToRef").equals(id))
                .forEach(other -> next.add(other.getAttribute("id")));
        return new Graph.Node(id, kind(node), next);
    }

    private static Graph.Kind kind(Element node) {
        if (Nodes.is(node, "parallelGateway")) {
            return Graph.Kind.PARALLEL;
        }
        if (Nodes.is(node, "boundaryEvent") && "false".equals(node.getAttribute("cancelActivity"))) {
            return Graph.Kind.EXTRA;
        }
        boolean aborts = Nodes.has(node, "terminateEventDefinition") || Nodes.has(node, "errorEventDefinition");
        return Nodes.is(node, "endEvent") && aborts ? Graph.Kind.ABORT : Graph.Kind.OTHER;
    }

    private static int from(List<Element> flows, Element node) {
        return (int) flows.stream()
                .filter(flow -> flow.getAttribute("sourceRef").equals(node.getAttribute("id")))
                .count();
    }

    private static int to(List<Element> flows, Element node) {
        return (int) flows.stream()
                .filter(flow -> flow.getAttribute("targetRef").equals(node.getAttribute("id")))
                .count();
    }
}
