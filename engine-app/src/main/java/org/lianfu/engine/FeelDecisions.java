package org.lianfu.engine;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedOutput;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.lianfu.engine.gate.DecisionGate;
import org.lianfu.flow.Decisions;
import org.lianfu.flow.PackShelf;
import org.lianfu.shared.ProgramRef;

/** Decision tables of the packs and the conditions of their forms, evaluated in FEEL and in nothing else. */
final class FeelDecisions implements Decisions, AutoCloseable {

    private static final Duration LIMIT = Duration.ofMillis(200);

    private record Key(ProgramRef program, String decision) {}

    private final PackShelf shelf;
    private final FeelFast feel = new FeelFast();
    private final TimeLimit limit = new TimeLimit(LIMIT);
    private final ThreadLocal<List<Row>> matched = new ThreadLocal<>();
    private final DmnEngine engine = FeelOnly.engine(feel, this::collect);
    private final Map<Key, DecisionTable> tables = new ConcurrentHashMap<>();

    FeelDecisions(PackShelf shelf) {
        this.shelf = shelf;
        // its classes take a second to load, which would be counted against the first decision
        feel.evaluateSimpleExpression("if 1 + 1 = 2 then sum([1, 2]) else null", Variables.emptyVariableContext());
    }

    @Override
    public List<Row> evaluate(ProgramRef program, String decision, Map<String, Object> facts) {
        DecisionTable table = table(program, decision);
        VariableContext variables = Variables.fromMap(facts).asVariableContext();
        return limit.run("decision " + decision + " of " + program, () -> {
            matched.set(new ArrayList<>());
            try {
                engine.evaluateDecisionTable(table.decision(), variables);
                return matched.get().stream()
                        .map(row -> new Row(
                                row.rule(), row.outputs(), table.clauses().getOrDefault(row.rule(), "")))
                        .toList();
            } finally {
                matched.remove();
            }
        });
    }

    @Override
    public Set<String> names(ProgramRef program, String decision) {
        return table(program, decision).names();
    }

    @Override
    public Written written(ProgramRef program, String decision) {
        return table(program, decision).written();
    }

    @Override
    public boolean holds(String condition, Map<String, Object> facts) {
        feel.expression(condition);
        VariableContext variables = Variables.fromMap(facts).asVariableContext();
        Object value = limit.run("condition " + condition, () -> feel.evaluateSimpleExpression(condition, variables));
        return Boolean.TRUE.equals(value);
    }

    boolean collects(ProgramRef program, String decision) {
        return table(program, decision).collects();
    }

    FeelFast feel() {
        return feel;
    }

    private DecisionTable table(ProgramRef program, String decision) {
        return tables.computeIfAbsent(new Key(program, decision), key -> {
            byte[] dmn = shelf.decision(program, decision);
            DecisionGate.Rules rules = DecisionGate.rules(decision + ".dmn", dmn);
            return new DecisionTable(
                    engine.parseDecision(decision, new ByteArrayInputStream(dmn)),
                    rules.collects(),
                    rules.clauses(),
                    rules.names(),
                    new Written(
                            rules.outputs(),
                            rules.clauses().entrySet().stream()
                                    .map(rule -> new Rule(
                                            rule.getKey(),
                                            rule.getValue(),
                                            rules.codes().getOrDefault(rule.getKey(), "")))
                                    .toList()));
        });
    }

    private void collect(DmnDecisionTableEvaluationEvent event) {
        for (DmnEvaluatedDecisionRule rule : event.getMatchingRules()) {
            Map<String, Object> outputs = new LinkedHashMap<>();
            for (DmnEvaluatedOutput output : rule.getOutputEntries().values()) {
                outputs.put(
                        output.getOutputName(),
                        exact(
                                output.getValue() == null
                                        ? null
                                        : output.getValue().getValue()));
            }
            matched.get().add(new Row(rule.getId(), outputs, ""));
        }
    }

    /** FEEL counts in decimals but hands a fraction out as a double; its shortest form is the decimal that was meant. */
    private static Object exact(Object value) {
        if (value instanceof Integer whole) {
            return whole.longValue();
        }
        return value instanceof Double fraction ? BigDecimal.valueOf(fraction) : value;
    }

    @Override
    public void close() {
        limit.close();
    }
}
