package org.lianfu.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.lianfu.shared.ProgramRef;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The deployed models by program and version; one model each, found once. */
public final class Models {

    private final RepositoryService repository;
    private final Map<ProgramRef, String> ids = new ConcurrentHashMap<>();

    public Models(RepositoryService repository) {
        this.repository = repository;
    }

    /**
     * The engine's id of a version's model.
     *
     * @throws IllegalStateException when this version was never deployed
     */
    String id(ProgramRef program) {
        String known = ids.get(program);
        if (known != null) {
            return known;
        }
        String id = find(program)
                .orElseThrow(() -> new IllegalStateException("the engine has no model of " + program))
                .getId();
        afterCommit(() -> ids.put(program, id));
        return id;
    }

    public Optional<ProcessDefinition> find(ProgramRef program) {
        List<ProcessDefinition> found = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(program.code())
                .versionTag(program.version())
                .list();
        if (found.size() > 1) {
            throw new IllegalStateException("the engine has " + found.size() + " models of " + program);
        }
        return found.stream().findFirst();
    }

    /** A model deployed and found in a transaction that rolls back must not be remembered. */
    private static void afterCommit(Runnable act) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            act.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                act.run();
            }
        });
    }
}
