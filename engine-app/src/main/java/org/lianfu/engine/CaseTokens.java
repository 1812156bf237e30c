package org.lianfu.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.lianfu.shared.CaseNo;

/** Finds the tokens of a case. Call it inside an engine command, so that what it reads is read once. */
final class CaseTokens {

    private static final int REMEMBERED = 10_000;

    private final RuntimeService runtime;

    /** Only a hint that saves a query; checked against what the engine has, so a rolled back start does no harm. */
    private final Map<CaseNo, String> instances = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<CaseNo, String> eldest) {
            return size() > REMEMBERED;
        }
    });

    CaseTokens(RuntimeService runtime) {
        this.runtime = runtime;
    }

    void remember(CaseNo no, String instance) {
        instances.put(no, instance);
    }

    /** Every execution of the case; empty when the case is not in the engine. */
    List<ExecutionEntity> of(CaseNo no) {
        String hint = instances.get(no);
        if (hint != null) {
            List<ExecutionEntity> found = executions(hint);
            if (!found.isEmpty()) {
                return found;
            }
        }
        List<ProcessInstance> found = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(no.value())
                .list();
        if (found.size() > 1) {
            throw new IllegalStateException(no + " is in the engine " + found.size() + " times");
        }
        if (found.isEmpty()) {
            instances.remove(no);
            return List.of();
        }
        remember(no, found.get(0).getId());
        return executions(found.get(0).getId());
    }

    /** The executions that wait at a user task. */
    List<ExecutionEntity> waiting(CaseNo no) {
        return of(no).stream().filter(CaseTokens::waits).toList();
    }

    /**
     * The execution of one token.
     *
     * @throws IllegalStateException when it is not waiting any more
     */
    ExecutionEntity at(CaseNo no, String tokenId) {
        return waiting(no).stream()
                .filter(execution -> tokenId.equals(execution.getActivityInstanceId()))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("token " + tokenId + " of " + no + " is not waiting any more"));
    }

    /** After a migration a parent may carry the same activity instance id: only a leaf stands at an activity. */
    private static boolean waits(ExecutionEntity execution) {
        return execution.isActive()
                && execution.getActivityId() != null
                && execution.getActivityInstanceId() != null
                && execution.getActivity().getActivityBehavior() instanceof StepWait;
    }

    private static List<ExecutionEntity> executions(String instance) {
        return Context.getCommandContext().getExecutionManager().findExecutionsByProcessInstanceId(instance);
    }
}
