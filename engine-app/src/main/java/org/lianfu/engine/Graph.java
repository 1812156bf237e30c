package org.lianfu.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The flow of one scope of a model (a process or a sub-process), looked at for one question only: between which fork and
 * join do several tokens run, and which places lie there. Pure; knows no engine and no XML.
 */
public final class Graph {

    /** What a node does to tokens. */
    public enum Kind {
        /** a parallel gateway: forks, joins, or both */
        PARALLEL,
        /** an end that takes every other token with it, so that no join waits for it */
        ABORT,
        /** a boundary event that adds a token and leaves the one it sits on */
        EXTRA,
        OTHER
    }

    /**
     * One node.
     *
     * @param next where its token goes: targets of its flows, and boundary events that sit on it
     */
    public record Node(String id, Kind kind, List<String> next) {}

    /**
     * A place where one token becomes several.
     *
     * @param id the gateway or boundary event
     * @param join where they become one again; empty when they never do
     * @param incoming number of flows into the join
     * @param branches the places of each branch
     */
    public record Fork(String id, String join, int incoming, List<Set<String>> branches) {

        public boolean holds(String place) {
            return branch(place) >= 0;
        }

        /** Index of the first branch that the place belongs to, or -1. */
        public int branch(String place) {
            for (int i = 0; i < branches.size(); i++) {
                if (branches.get(i).contains(place)) {
                    return i;
                }
            }
            return -1;
        }
    }

    private final Map<String, Node> nodes = new LinkedHashMap<>();

    public Graph(Collection<Node> nodes) {
        nodes.forEach(node -> this.nodes.put(node.id(), node));
    }

    public List<Fork> forks() {
        List<Fork> forks = new ArrayList<>();
        for (Node node : nodes.values()) {
            if (node.kind() == Kind.PARALLEL && node.next().size() > 1) {
                forks.add(fork(node));
            } else if (node.kind() == Kind.EXTRA) {
                forks.add(new Fork(node.id(), "", 0, List.of(reach(node.next(), "", true))));
            }
        }
        return forks;
    }

    /** Where a token that leaves {@code from} may come to; with {@code extras} also the tokens it gives rise to. */
    public Set<String> reachable(String from, boolean extras) {
        return nodes.containsKey(from) ? reach(nodes.get(from).next(), "", extras) : Set.of();
    }

    private Fork fork(Node node) {
        String join = join(node);
        List<Set<String>> branches = new ArrayList<>();
        node.next().forEach(first -> branches.add(reach(List.of(first), join, true)));
        return new Fork(node.id(), join, incoming(join), branches);
    }

    private int incoming(String id) {
        return (int) nodes.values().stream()
                .flatMap(node -> node.next().stream())
                .filter(id::equals)
                .count();
    }

    /** The nearest node that every token must pass that does not abort the whole scope, when it is a joining gateway. */
    private String join(Node fork) {
        if (reach(fork.next(), "", false).stream().noneMatch(this::exits)) {
            return "";
        }
        Set<String> candidates = new LinkedHashSet<>();
        for (String candidate : reach(fork.next(), "", false)) {
            if (!candidate.equals(fork.id())
                    && reach(fork.next(), candidate, false).stream().noneMatch(this::exits)) {
                candidates.add(candidate);
            }
        }
        return candidates.stream()
                .filter(candidate ->
                        reach(fork.next(), candidate, false).stream().noneMatch(candidates::contains))
                .filter(candidate -> nodes.get(candidate).kind() == Kind.PARALLEL && incoming(candidate) > 1)
                .findFirst()
                .orElse("");
    }

    private boolean exits(String id) {
        Node node = nodes.get(id);
        return node.next().isEmpty() && node.kind() != Kind.ABORT;
    }

    private Set<String> reach(List<String> starts, String stop, boolean extras) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(starts);
        while (!open.isEmpty()) {
            String id = open.pop();
            Node node = nodes.get(id);
            if (node != null && !id.equals(stop) && (extras || node.kind() != Kind.EXTRA) && seen.add(id)) {
                open.addAll(node.next());
            }
        }
        return seen;
    }
}
