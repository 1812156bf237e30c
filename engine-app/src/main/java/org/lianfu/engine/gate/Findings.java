package org.lianfu.engine.gate;

import java.util.ArrayList;
import java.util.List;
import org.lianfu.program.Finding;
import org.w3c.dom.Node;

/** What is found wrong with one file, in document order. */
final class Findings {

    private final String file;
    private final List<Finding> found = new ArrayList<>();

    Findings(String file) {
        this.file = file;
    }

    void add(String rule, Node where, String message) {
        add(rule, Nodes.where(where), message);
    }

    void add(String rule, String element, String message) {
        found.add(new Finding(rule, file, element, message));
    }

    boolean none() {
        return found.isEmpty();
    }

    List<Finding> list() {
        return List.copyOf(found);
    }

    static IllegalArgumentException refused(String what, List<Finding> findings) {
        StringBuilder text = new StringBuilder(what).append(" does not pass the gate:");
        findings.forEach(finding -> text.append("\n  ")
                .append(finding.file())
                .append(' ')
                .append(finding.element())
                .append(" [")
                .append(finding.rule())
                .append("] ")
                .append(finding.message()));
        return new IllegalArgumentException(text.toString());
    }
}
