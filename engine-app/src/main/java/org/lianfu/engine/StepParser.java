package org.lianfu.engine;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Namespace;
import org.lianfu.flow.CaseRoom;

/**
 * Puts our own behaviour in place of the engine's wherever a token waits or a table decides, and listens at the ends. It
 * must accept every model that was ever published: the gate alone says what may be published from now on.
 */
final class StepParser extends AbstractBpmnParseListener {

    private static final Namespace CAMUNDA = new Namespace("http://camunda.org/schema/1.0/bpmn");

    private final CaseRoom room;
    private final FeelDecisions decisions;

    StepParser(CaseRoom room, FeelDecisions decisions) {
        this.room = room;
        this.decisions = decisions;
    }

    @Override
    public void parseUserTask(Element task, ScopeImpl scope, ActivityImpl activity) {
        StepWait wait = new StepWait(room);
        activity.setActivityBehavior(wait);
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, wait, 0);
    }

    @Override
    public void parseBusinessRuleTask(Element task, ScopeImpl scope, ActivityImpl activity) {
        String decision = task.attributeNS(CAMUNDA, "decisionRef");
        activity.setActivityBehavior(new DecisionStep(decision, decisions, room));
        // the engine made it a scope for a result variable that we never write
        activity.setScope(false);
    }

    @Override
    public void parseEndEvent(Element end, ScopeImpl scope, ActivityImpl activity) {
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener)
                execution -> Movement.current().reached(activity.getId()));
    }

    @Override
    public void parseProcess(Element process, ProcessDefinitionEntity definition) {
        definition.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) execution -> {
            if (!execution.isCanceled()) {
                room.ended(StepWait.caseOf(execution), Movement.current().end());
            }
        });
    }
}
