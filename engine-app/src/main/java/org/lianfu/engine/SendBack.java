package org.lianfu.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.lianfu.shared.CaseNo;

/**
 * The return (退回) of a whole case to one place. The one order of steps that never lost or doubled a token: start at the
 * target inside the scopes it shares with the case, then cancel one by one what stood open before.
 */
final class SendBack {

    private final RuntimeService runtime;
    private final CaseTokens tokens;

    SendBack(RuntimeService runtime, CaseTokens tokens) {
        this.runtime = runtime;
        this.tokens = tokens;
    }

    void move(CaseNo no, String element) {
        ExecutionEntity any = tokens.of(no).stream()
                .findFirst()
                .orElseThrow(() -> FlowRefusals.NOT_RUNNING.because(Map.of("case", no.value())));
        ActivityImpl target = any.getProcessDefinition().findActivity(element);
        mustBeSafe(target, element);

        ActivityInstance at = runtime.getActivityInstance(any.getProcessInstanceId());
        List<String> scopes =
                Branches.chain(target).stream().map(ActivityImpl::getId).skip(1).toList();
        List<ActivityInstance> open = new ArrayList<>();
        List<TransitionInstance> underWay = new ArrayList<>();
        for (ActivityInstance shared = at; shared != null; ) {
            at = shared;
            underWay.addAll(List.of(at.getChildTransitionInstances()));
            shared = null;
            for (ActivityInstance child : at.getChildActivityInstances()) {
                if (shared == null && scopes.contains(child.getActivityId())) {
                    shared = child;
                } else {
                    open.add(child);
                }
            }
        }

        ProcessInstanceModificationBuilder move = runtime.createProcessInstanceModification(any.getProcessInstanceId())
                .startBeforeActivity(element, at.getId());
        open.forEach(place -> move.cancelActivityInstance(place.getId()));
        underWay.forEach(transition -> move.cancelTransitionInstance(transition.getId()));
        move.execute();
    }

    private static void mustBeSafe(ActivityImpl target, String element) {
        if (target == null || !(target.getActivityBehavior() instanceof StepWait)) {
            throw FlowRefusals.NO_SUCH_PLACE.because(Map.of("element", element));
        }
        Branches.around(target).stream().findFirst().ifPresent(around -> {
            throw FlowRefusals.INSIDE_PARALLEL.because(
                    Map.of("element", element, "gateway", around.fork().id()));
        });
        if (!Branches.repeated(target).isEmpty()) {
            throw FlowRefusals.INSIDE_REPEATED.because(Map.of("element", element));
        }
    }
}
