package org.lianfu.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.lianfu.shared.CaseNo;

/**
 * Takes a running case to another version of its program (迁移). The engine accepts several plans that leave a case hanging
 * at a join or a repetition; those are refused here first.
 */
final class Migration {

    private final RuntimeService runtime;
    private final CaseTokens tokens;

    Migration(RuntimeService runtime, CaseTokens tokens) {
        this.runtime = runtime;
        this.tokens = tokens;
    }

    void move(CaseNo no, String targetModel, Map<String, String> renamed) {
        List<ExecutionEntity> executions = tokens.of(no);
        if (executions.isEmpty()) {
            throw FlowRefusals.NOT_RUNNING.because(Map.of("case", no.value()));
        }
        ExecutionEntity any = executions.get(0);
        if (any.getProcessDefinitionId().equals(targetModel)) {
            return;
        }
        ProcessDefinitionEntity target = Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(targetModel);
        List<ActivityImpl> places = executions.stream()
                .filter(execution -> execution.isActive() && execution.getActivityId() != null)
                .map(ExecutionEntity::getActivity)
                .toList();
        places.forEach(place -> mustBeSafe(place, target, renamed));
        try {
            runtime.newMigration(plan(any.getProcessDefinitionId(), targetModel, places, renamed)
                            .build())
                    .processInstanceIds(any.getProcessInstanceId())
                    .execute();
        } catch (MigrationPlanValidationException | MigratingProcessInstanceValidationException e) {
            throw FlowRefusals.MODELS_DIFFER.because(Map.of("why", e.getMessage()));
        }
    }

    private MigrationPlanBuilder plan(String from, String to, List<ActivityImpl> places, Map<String, String> renamed) {
        Map<String, String> mapped = new HashMap<>();
        // the engine finds its equals only in the same sub-process; a step may have been moved into or out of one
        places.forEach(place -> mapped.put(place.getId(), place.getId()));
        for (MigrationInstruction equal : runtime.createMigrationPlan(from, to)
                .mapEqualActivities()
                .build()
                .getInstructions()) {
            mapped.put(equal.getSourceActivityId(), equal.getTargetActivityId());
        }
        mapped.putAll(renamed);
        MigrationPlanBuilder plan = runtime.createMigrationPlan(from, to);
        mapped.forEach(plan::mapActivities);
        return plan;
    }

    private static void mustBeSafe(ActivityImpl place, ProcessDefinitionEntity target, Map<String, String> renamed) {
        String name = image(place.getId(), renamed);
        ActivityImpl counterpart = target.findActivity(name);
        if (counterpart == null
                || !counterpart
                        .getActivityBehavior()
                        .getClass()
                        .equals(place.getActivityBehavior().getClass())) {
            throw FlowRefusals.NO_COUNTERPART.because(Map.of("element", place.getId()));
        }
        if (!Branches.repeated(place).equals(Branches.repeated(counterpart))) {
            throw FlowRefusals.REPEATED_RENAMED.because(Map.of("element", place.getId()));
        }
        mustKeepBranches(Branches.around(place), Branches.around(counterpart), renamed);
    }

    private static void mustKeepBranches(
            List<Branches.Around> before, List<Branches.Around> after, Map<String, String> renamed) {
        Map<String, Branches.Around> byId = new HashMap<>();
        after.forEach(around -> byId.put(around.fork().id(), around));
        for (Branches.Around old : before) {
            Branches.Around now = byId.remove(image(old.fork().id(), renamed));
            if (now == null || !sameBranches(old, now, renamed)) {
                throw FlowRefusals.BRANCHES_CHANGED.because(
                        Map.of("gateway", old.fork().id()));
            }
        }
        byId.keySet().stream().findFirst().ifPresent(added -> {
            throw FlowRefusals.BRANCHES_CHANGED.because(Map.of("gateway", added));
        });
    }

    /** As many branches, as many flows into the same join, and nobody has changed sides. */
    private static boolean sameBranches(Branches.Around old, Branches.Around now, Map<String, String> renamed) {
        Graph.Fork before = old.fork();
        Graph.Fork after = now.fork();
        if (before.branches().size() != after.branches().size()
                || before.incoming() != after.incoming()
                || !image(before.join(), renamed).equals(after.join())) {
            return false;
        }
        int from = before.branch(old.place());
        int to = after.branch(now.place());
        return before.branches().stream().flatMap(Set::stream).allMatch(neighbour -> {
            int there = after.branch(image(neighbour, renamed));
            return there < 0 || (before.branch(neighbour) == from) == (there == to);
        });
    }

    private static String image(String element, Map<String, String> renamed) {
        return renamed.getOrDefault(element, element);
    }
}
