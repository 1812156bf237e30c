package org.lianfu.engine;

import org.camunda.bpm.engine.impl.migration.instance.MigratingActivityInstance;
import org.camunda.bpm.engine.impl.migration.instance.MigratingInstance;
import org.camunda.bpm.engine.impl.migration.instance.MigratingScopeInstance;
import org.camunda.bpm.engine.impl.migration.instance.MigratingTransitionInstance;
import org.lianfu.flow.CaseRoom;
import org.lianfu.flow.Token;

/** Tells the house, inside a migration, when a waiting token comes to stand under another element. */
final class StepRenamed implements MigratingInstance {

    private final MigratingActivityInstance step;
    private final CaseRoom room;
    private boolean detached;

    StepRenamed(MigratingActivityInstance step, CaseRoom room) {
        this.step = step;
        this.room = room;
    }

    @Override
    public void migrateState() {
        String element = step.getTargetScope().getId();
        if (!element.equals(step.getSourceScope().getId())) {
            String id = step.getActivityInstance().getId();
            room.renamed(StepWait.caseOf(step.resolveRepresentativeExecution()), new Token(id, element));
        }
    }

    @Override
    public boolean isDetached() {
        return detached;
    }

    @Override
    public void detachState() {
        detached = true;
    }

    @Override
    public void attachState(MigratingScopeInstance owner) {
        detached = false;
    }

    @Override
    public void attachState(MigratingTransitionInstance owner) {
        throw new IllegalStateException("a waiting token is no transition");
    }

    @Override
    public void migrateDependentEntities() {}
}
