package org.lianfu.engine.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lianfu.program.Finding;
import org.w3c.dom.Element;

/**
 * Reads a DMN file: one decision table in FEEL, each row citing the clause it rests on. An expression that cannot be
 * parsed is found here and not when a firm applies.
 */
public final class DecisionGate {

    /**
     * What the file says beside its cells.
     *
     * @param collects whether several rows may answer
     * @param clauses clause by rule id, in the order of the rules
     * @param outputs names of the output columns
     * @param codes literal of the output {@code code} by rule id
     * @param names words in its input expressions and input cells, outside of texts in quotes
     */
    public record Rules(
            boolean collects,
            Map<String, String> clauses,
            List<String> outputs,
            Map<String, String> codes,
            Set<String> names) {}

    private static final int MAX_BYTES = 1 << 20;
    private static final int MAX_ELEMENTS = 20_000;
    private static final Pattern CLAUSE = Pattern.compile("§[^\\s,;:，；：。、]+");
    private static final Pattern WORD = Pattern.compile("[a-z][A-Za-z0-9]{1,63}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final Pattern OUTSIDE = Pattern.compile("\\b(now|today|random number)\\s*\\(");
    private static final Set<String> HIT_POLICIES = Set.of("", "UNIQUE", "FIRST", "ANY", "COLLECT", "RULE ORDER");
    private static final Set<String> TYPES = Set.of("", "string", "boolean", "integer", "long", "number", "date");

    private final Consumer<String> expression;
    private final Consumer<String> test;

    /** Both throw IllegalArgumentException when the text cannot be parsed as an expression, or as an input cell. */
    public DecisionGate(Consumer<String> expression, Consumer<String> test) {
        this.expression = expression;
        this.test = test;
    }

    List<Finding> check(String file, byte[] dmn) {
        Findings findings = new Findings(file);
        try {
            Element root = XmlFile.read(dmn, MAX_BYTES, MAX_ELEMENTS).getDocumentElement();
            new AllowList(Vocabulary.DECISION, findings).check(root);
            if (findings.none()) {
                table(file, root, findings);
            }
        } catch (Unreadable e) {
            findings.add(e.rule(), "", e.getMessage());
        }
        return findings.list();
    }

    /** @throws IllegalArgumentException when the file cannot be read */
    public static Rules rules(String file, byte[] dmn) {
        Element root;
        try {
            root = XmlFile.read(dmn, MAX_BYTES, MAX_ELEMENTS).getDocumentElement();
        } catch (Unreadable e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
        Map<String, String> clauses = new LinkedHashMap<>();
        Map<String, String> codes = new HashMap<>();
        List<String> outputs =
                all(root, "output").stream().map(o -> o.getAttribute("name")).toList();
        int code = outputs.indexOf("code");
        for (Element rule : all(root, "rule")) {
            clauses.put(rule.getAttribute("id"), clause(rule));
            List<Element> cells = all(rule, "outputEntry");
            if (code >= 0 && code < cells.size()) {
                all(cells.get(code), "text").stream()
                        .map(text -> Nodes.text(text).strip())
                        .filter(text -> text.matches("\"[^\"]*\""))
                        .forEach(text -> codes.put(rule.getAttribute("id"), text.replace("\"", "")));
            }
        }
        boolean collects = all(root, "decisionTable").stream()
                .anyMatch(table -> Set.of("COLLECT", "RULE ORDER").contains(table.getAttribute("hitPolicy")));
        return new Rules(collects, clauses, outputs, codes, names(root));
    }

    private static Set<String> names(Element root) {
        Set<String> names = new HashSet<>();
        for (Element cell : all(root, "inputExpression", "inputEntry")) {
            for (Element text : all(cell, "text")) {
                NAME.matcher(QUOTED.matcher(Nodes.text(text)).replaceAll(" "))
                        .results()
                        .forEach(m -> names.add(m.group()));
            }
        }
        return Set.copyOf(names);
    }

    private void table(String file, Element root, Findings findings) {
        List<Element> decisions = all(root, "decision");
        List<Element> tables = all(root, "decisionTable");
        if (decisions.size() != 1 || tables.size() != 1) {
            findings.add("one-decision", root, "a file holds exactly one decision with one table");
            return;
        }
        String id = decisions.get(0).getAttribute("id");
        if (!file.replaceAll(".*/", "").equals(id + ".dmn") || !WORD.matcher(id).matches()) {
            findings.add(
                    "id-not-the-file",
                    decisions.get(0),
                    "the decision's id is a word, and the file's name without .dmn");
        }
        if (!HIT_POLICIES.contains(tables.get(0).getAttribute("hitPolicy"))) {
            findings.add(
                    "hit-policy", tables.get(0), "the hit policy is none of UNIQUE, FIRST, ANY, COLLECT, RULE ORDER");
        }
        for (Element output : all(root, "output")) {
            if (!WORD.matcher(output.getAttribute("name")).matches()) {
                findings.add("output-name", output, "an output has a word for its name: it is the fact that it sets");
            }
        }
        for (Element typed : all(root, "inputExpression", "output", "variable")) {
            if (!TYPES.contains(typed.getAttribute("typeRef"))) {
                findings.add("type", typed, "typeRef " + typed.getAttribute("typeRef") + " is none of " + TYPES);
            }
        }
        for (Element rule : all(root, "rule")) {
            if (rule.getAttribute("id").isEmpty() || clause(rule).isEmpty()) {
                findings.add(
                        "row-without-clause",
                        rule,
                        "a row has an id, and a description that cites its clause, as in §7");
            }
        }
        all(root, "inputExpression").forEach(cell -> feel(cell, expression, findings));
        all(root, "inputEntry").forEach(cell -> feel(cell, test, findings));
        all(root, "outputEntry").forEach(cell -> feel(cell, expression, findings));
    }

    private static void feel(Element cell, Consumer<String> parser, Findings findings) {
        String language = cell.getAttribute("expressionLanguage");
        if (!language.isEmpty() && !language.equalsIgnoreCase("feel")) {
            findings.add("language", cell, "decisions speak FEEL only, not " + language);
        }
        String text = all(cell, "text").stream().map(Nodes::text).findFirst().orElse("");
        if (OUTSIDE.matcher(text).find()) {
            findings.add(
                    "feel",
                    cell,
                    "a decision rests on facts alone: a date or a number drawn is given to it as an input");
        }
        if (text.isEmpty()) {
            return;
        }
        try {
            parser.accept(text);
        } catch (IllegalArgumentException e) {
            findings.add("feel", cell, e.getMessage());
        }
    }

    private static String clause(Element rule) {
        for (Element child : Nodes.children(rule)) {
            if (Set.of("description", "annotationEntry").contains(child.getLocalName())) {
                Matcher clause = CLAUSE.matcher(child.getTextContent());
                if (clause.find()) {
                    return clause.group();
                }
            }
        }
        return "";
    }

    private static List<Element> all(Element root, String... names) {
        List<Element> found = new ArrayList<>();
        Nodes.walk(root, element -> {
            if (List.of(names).contains(element.getLocalName())) {
                found.add(element);
            }
        });
        return found;
    }
}
