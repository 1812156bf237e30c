package org.lianfu.engine;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.bpmn.behavior.AbstractBpmnActivityBehavior;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.lianfu.flow.CaseRoom;
import org.lianfu.flow.Decisions.Row;
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
        List<Row> rows = decisions.evaluate(program, decision, movement.facts());
        Map<String, Object> outputs = decisions.collects(program, decision)
                ? Map.of(decision + "Count", (long) rows.size())
                : rows.isEmpty() ? Map.of() : rows.get(0).outputs();
        room.learned(StepWait.caseOf(execution), outputs);
        movement.learned(outputs);
        leave(execution);
    }
}
