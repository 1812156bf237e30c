package org.lianfu.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.AbstractBpmnActivityBehavior;
import org.camunda.bpm.engine.impl.migration.instance.MigratingActivityInstance;
import org.camunda.bpm.engine.impl.migration.instance.parser.MigratingInstanceParseContext;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.camunda.bpm.engine.impl.pvm.delegate.MigrationObserverBehavior;
import org.lianfu.flow.CaseRoom;
import org.lianfu.flow.Token;
import org.lianfu.shared.CaseNo;

/**
 * A user task as a plain wait state: the token stays until its step is decided. There is no engine task; who works on the
 * step, and how, is not the engine's business.
 */
final class StepWait extends AbstractBpmnActivityBehavior implements MigrationObserverBehavior, ExecutionListener {

    private final CaseRoom room;

    StepWait(CaseRoom room) {
        this.room = room;
    }

    @Override
    public void execute(ActivityExecution execution) {
        room.opened(caseOf(execution), tokenOf(execution));
    }

    @Override
    public void signal(ActivityExecution execution, String name, Object data) {
        leave(execution);
    }

    /** The end of the place: told on only when nobody completed it. */
    @Override
    public void notify(DelegateExecution execution) {
        if (execution.isCanceled()) {
            room.closed(caseOf(execution), tokenOf(execution));
        }
    }

    @Override
    public void migrateScope(ActivityExecution execution) {}

    @Override
    public void onParseMigratingInstance(MigratingInstanceParseContext context, MigratingActivityInstance instance) {
        instance.addMigratingDependentInstance(new StepRenamed(instance, room));
    }

    static CaseNo caseOf(DelegateExecution execution) {
        return new CaseNo(execution.getProcessBusinessKey());
    }

    private static Token tokenOf(DelegateExecution execution) {
        return new Token(execution.getActivityInstanceId(), execution.getCurrentActivityId());
    }
}
