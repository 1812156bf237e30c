package org.lianfu.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.bpmn.behavior.AbstractBpmnActivityBehavior;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.lianfu.flow.CaseRoom;
import org.lianfu.flow.Decisions.Row;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.ProgramRef;

/**
 * A business-rule task: asks the decision table of the case's own version, and what it answers becomes facts of the case.
 * A table that collects becomes one fact, {@code <decision>Count}.
 */
final class DecisionStep extends AbstractBpmnActivityBehavior {

    private final String decision;
    private final FeelDecisions decisions;
    private final CaseRoom room;

    DecisionStep(String decision, FeelDecisions decisions, CaseRoom room) {
        this.decision = decision;
        this.decisions = decisions;
        this.room = room;
    }

    @Override
    public void execute(ActivityExecution execution) {
        ProcessDefinitionEntity model = ((ExecutionEntity) execution).getProcessDefinition();
        ProgramRef program = new ProgramRef(model.getKey(), model.getVersionTag());
        Movement movement = Movement.current();
        CaseNo no = StepWait.caseOf(execution);
        Set<String> names = decisions.names(program, decision);
        Map<String, Object> facts = movement.facts();
        Map<String, Object> standing = room.standing(no, names);
        if (!standing.isEmpty()) {
            facts = new HashMap<>(facts);
            facts.putAll(standing);
        }
        List<Row> rows = decisions.evaluate(program, decision, facts);
        boolean collects = decisions.collects(program, decision);
        Map<String, Object> outputs = collects
                ? Map.of(decision + "Count", (long) rows.size())
                : rows.isEmpty() ? Map.of() : rows.get(0).outputs();
        if (!collects && !rows.isEmpty()) {
            room.decided(no, decision, names, rows.get(0).rule(), outputs);
        }
        room.learned(no, outputs);
        movement.learned(outputs);
        leave(execution);
    }
}
