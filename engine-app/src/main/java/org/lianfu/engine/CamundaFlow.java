package org.lianfu.engine;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.lianfu.flow.CaseRoom;
import org.lianfu.flow.Flow;
import org.lianfu.flow.Token;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.ProgramRef;

/** The tokens of the cases, moved by the embedded engine inside the caller's transaction. */
final class CamundaFlow implements Flow {

    private final CommandExecutor commands;
    private final RuntimeService runtime;
    private final Models models;
    private final CaseRoom room;
    private final CaseTokens tokens;
    private final SendBack sendBack;
    private final Migration migration;

    CamundaFlow(CommandExecutor commands, RuntimeService runtime, Models models, CaseRoom room) {
        this.commands = commands;
        this.runtime = runtime;
        this.models = models;
        this.room = room;
        this.tokens = new CaseTokens(runtime);
        this.sendBack = new SendBack(runtime, tokens);
        this.migration = new Migration(runtime, tokens);
    }

    @Override
    public void start(CaseNo no, ProgramRef program) {
        String model = models.id(program);
        act(
                no,
                () -> tokens.remember(
                        no, runtime.startProcessInstanceById(model, no.value()).getId()));
    }

    @Override
    public void complete(CaseNo no, String tokenId) {
        act(no, () -> tokens.at(no, tokenId).signal(null, null));
    }

    @Override
    public void timeout(CaseNo no, String tokenId, String timer) {
        act(no, () -> {
            ExecutionEntity execution = tokens.at(no, tokenId);
            List<JobEntity> timers = execution.getJobs().stream()
                    .filter(job -> timer.equals(job.getActivityId()))
                    .toList();
            if (timers.isEmpty()) {
                throw new IllegalStateException("token " + tokenId + " of " + no + " has no timer " + timer);
            }
            // here and not through executeJob, which would count a failure as a retry of a job executor that is off
            timers.get(0).execute(Context.getCommandContext());
        });
    }

    @Override
    public void sendBack(CaseNo no, String element) {
        act(no, () -> sendBack.move(no, element));
    }

    @Override
    public void cancel(CaseNo no) {
        act(no, () -> tokens.of(no).stream()
                .findFirst()
                .ifPresent(any -> runtime.deleteProcessInstance(any.getProcessInstanceId(), null, false, true)));
    }

    @Override
    public void migrate(CaseNo no, ProgramRef to, Map<String, String> renamed) {
        String model = models.id(to);
        act(no, () -> migration.move(no, model, renamed));
    }

    @Override
    public List<Token> waiting(CaseNo no) {
        return commands.execute(context -> tokens.waiting(no).stream()
                .map(execution -> new Token(execution.getActivityInstanceId(), execution.getActivityId()))
                .toList());
    }

    /** One engine command per act: read once, flushed at its end, in the transaction of the caller. */
    private void act(CaseNo no, Runnable move) {
        try (Movement movement = Movement.of(no, room)) {
            commands.execute((Command<Void>) context -> {
                move.run();
                return null;
            });
        }
    }
}
