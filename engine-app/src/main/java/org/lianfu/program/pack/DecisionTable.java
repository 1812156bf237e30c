package org.lianfu.program.pack;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/**
 * A DMN file as the rules of a pack read it. Whether its expressions are right is the business of the gate.
 *
 * @param inputs expression of each input column
 * @param outputs name of each output column
 */
record DecisionTable(String file, String id, List<String> inputs, List<String> outputs, List<Row> rows) {

    private static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";

    /** One rule: its id, what its description says, the texts of its output cells. */
    record Row(String id, String description, List<String> outputs) {

        /** The literal of an output cell, without its quotes. */
        String output(int column) {
            return column < outputs.size() ? outputs.get(column).replaceAll("^\"|\"$", "") : "";
        }

        /** The clause with which the description begins, empty when it cites none. */
        String clause() {
            List<String> cited = Clauses.citedIn(description);
            return cited.isEmpty() || !description.startsWith(cited.get(0)) ? "" : cited.get(0);
        }
    }

    /** @throws IllegalArgumentException when it is not a DMN 1.3 file with one decision table */
    static DecisionTable read(String file, byte[] xml) {
        Element definitions = Xml.read(xml).getDocumentElement();
        Element decision = Xml.child(definitions, DMN, "decision");
        Element table = decision == null ? null : Xml.child(decision, DMN, "decisionTable");
        if (table == null) {
            throw new IllegalArgumentException("not a DMN 1.3 file with a decision table");
        }
        return new DecisionTable(
                file,
                decision.getAttribute("id"),
                Xml.children(table, DMN, "input").stream()
                        .map(DecisionTable::text)
                        .toList(),
                Xml.children(table, DMN, "output").stream()
                        .map(o -> o.getAttribute("name"))
                        .toList(),
                Xml.children(table, DMN, "rule").stream()
                        .map(DecisionTable::row)
                        .toList());
    }

    /** The literal values that an output column may give, without their quotes. */
    Set<String> values(String output) {
        int column = outputs.indexOf(output);
        return rows.stream()
                .filter(r -> column >= 0)
                .map(r -> r.output(column))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Row row(Element rule) {
        Element description = Xml.child(rule, DMN, "description");
        return new Row(
                rule.getAttribute("id"),
                description == null ? "" : description.getTextContent().strip(),
                Xml.children(rule, DMN, "outputEntry").stream()
                        .map(DecisionTable::text)
                        .toList());
    }

    private static String text(Element holder) {
        Element text = Xml.first(holder, DMN, "text");
        return text == null ? "" : text.getTextContent().strip();
    }
}
