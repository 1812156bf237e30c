package org.lianfu.engine;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.lianfu.flow.Decisions;

/**
 * One decision table, read once.
 *
 * @param collects whether several rows may answer
 * @param clauses clause that a rule cites, by the rule's id
 * @param names that its inputs and cells speak of
 * @param written the table as it stands in its file
 */
record DecisionTable(
        DmnDecision decision,
        boolean collects,
        Map<String, String> clauses,
        Set<String> names,
        Decisions.Written written) {}
