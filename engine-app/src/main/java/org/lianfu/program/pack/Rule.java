package org.lianfu.program.pack;

import java.util.List;
import java.util.function.BiConsumer;
import org.lianfu.program.Finding;

/**
 * One rule that every pack keeps.
 *
 * @param name stable name, the {@code rule} of its findings
 */
record Rule(String name, BiConsumer<PackReading, Report> check) {

    /** Takes down what a rule finds. */
    record Report(String rule, List<Finding> findings) {

        void add(String file, String element, String message) {
            findings.add(new Finding(rule, file, element, message));
        }

        /** Names an element of the built model as its author knows it: by the diagram that draws it, and its id there. */
        void at(PackReading pack, String element, String message) {
            String prefix = pack.prefixOf(element);
            add(pack.diagram(prefix), element.substring(prefix.length()), message);
        }
    }

    void apply(PackReading pack, List<Finding> findings) {
        check.accept(pack, new Report(name, findings));
    }
}
