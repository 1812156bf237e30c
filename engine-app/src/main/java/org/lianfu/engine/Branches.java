package org.lianfu.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.behavior.ErrorEndEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ParallelGatewayActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.TerminateEndEventActivityBehavior;
import org.camunda.bpm.engine.impl.core.delegate.CoreActivityBehavior;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityStartBehavior;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;

/** What surrounds a place of a deployed model, from the innermost scope outwards: parallel branches and repetitions. */
final class Branches {

    /** A fork around a place; {@code place} is the place itself or the sub-process that holds it. */
    record Around(Graph.Fork fork, String place) {}

    private Branches() {}

    static List<Around> around(ActivityImpl place) {
        List<Around> found = new ArrayList<>();
        for (ActivityImpl at : chain(place)) {
            for (Graph.Fork fork : graph(at.getFlowScope()).forks()) {
                if (fork.holds(at.getId())) {
                    found.add(new Around(fork, at.getId()));
                }
            }
        }
        return found;
    }

    /** Ids of the repeated sub-processes around a place. */
    static List<String> repeated(ActivityImpl place) {
        return chain(place).stream()
                .filter(at -> at.getActivityBehavior() instanceof MultiInstanceActivityBehavior)
                .map(ActivityImpl::getId)
                .toList();
    }

    /** The place and every activity that it lies in. */
    static List<ActivityImpl> chain(ActivityImpl place) {
        List<ActivityImpl> chain = new ArrayList<>();
        ScopeImpl at = place;
        while (at instanceof ActivityImpl activity) {
            chain.add(activity);
            at = activity.getFlowScope();
        }
        return chain;
    }

    private static Graph graph(ScopeImpl scope) {
        List<Graph.Node> nodes = new ArrayList<>();
        for (ActivityImpl activity : scope.getActivities()) {
            List<String> next = new ArrayList<>();
            activity.getOutgoingTransitions()
                    .forEach(flow -> next.add(flow.getDestination().getId()));
            scope.getActivities().stream()
                    .filter(other -> other.getEventScope() == activity)
                    .forEach(boundary -> next.add(boundary.getId()));
            nodes.add(new Graph.Node(activity.getId(), kind(activity), next));
        }
        return new Graph(nodes);
    }

    private static Graph.Kind kind(ActivityImpl activity) {
        CoreActivityBehavior<?> behaviour = activity.getActivityBehavior();
        if (behaviour instanceof ParallelGatewayActivityBehavior) {
            return Graph.Kind.PARALLEL;
        }
        if (behaviour instanceof TerminateEndEventActivityBehavior
                || behaviour instanceof ErrorEndEventActivityBehavior) {
            return Graph.Kind.ABORT;
        }
        boolean extra = activity.getEventScope() instanceof ActivityImpl
                && activity.getEventScope() != activity.getFlowScope()
                && activity.getActivityStartBehavior() == ActivityStartBehavior.CONCURRENT_IN_FLOW_SCOPE;
        return extra ? Graph.Kind.EXTRA : Graph.Kind.OTHER;
    }
}
