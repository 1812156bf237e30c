package org.lianfu.bench;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The reference case on the bare engine as its starter sets it up: history full, random ids, Spring transactions. 6 user
 * tasks of which 2 in parallel, 5 claimed, all completed; 3 service tasks, one decision, an exclusive gateway, fork and
 * join, 20 answers as variables; and 31 statements of an application of its own in the same transactions. Each task is looked up
 * once, as in the house.
 */
final class BareEngine {

    /** The order of work; the firm's own task is never claimed. */
    private static final List<String> TASKS =
            List.of("accept", "reviewTechnology", "reviewFinance", "decide", "sign", "confirm");

    private static final String UNCLAIMED = "sign";

    private final ProcessEngine engine;
    private final TransactionTemplate transaction;
    private final BareApplication application;
    private final AtomicInteger cases = new AtomicInteger();

    BareEngine(Counted database) {
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(database);
        SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
        configuration.setProcessEngineName("bare");
        configuration.setDataSource(database);
        configuration.setTransactionManager(transactions);
        configuration.setDatabaseSchemaUpdate("true");
        // what the starter sets when nobody says otherwise
        configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setJobExecutorActivate(false);
        JavaDelegate nothing = execution -> {};
        configuration.setBeans(Map.of("openFile", nothing, "writeLetter", nothing, "closeFile", nothing));
        this.engine = configuration.buildProcessEngine();
        this.transaction = new TransactionTemplate(transactions);
        this.application = new BareApplication(database);
        engine.getRepositoryService()
                .createDeployment()
                .name("bare")
                .addClasspathResource("bare/reference-case.bpmn")
                .addClasspathResource("bare/tier.dmn")
                .deploy();
    }

    void oneCase(boolean claims) {
        String no = "BENCH-%06d".formatted(cases.incrementAndGet());
        String instance = act("firm.a", () -> {
            application.open(no);
            application.record(no, "submitted");
            return engine.getRuntimeService()
                    .startProcessInstanceByKey("reference-case", no, Answers.asVariables())
                    .getId();
        });
        for (String task : TASKS) {
            String[] id = new String[1];
            if (claims && !task.equals(UNCLAIMED)) {
                act(task, () -> {
                    id[0] = find(instance, task);
                    engine.getTaskService().claim(id[0], task);
                    return null;
                });
            }
            act(task, () -> {
                String found = id[0] == null ? find(instance, task) : id[0];
                application.decide(no, task);
                application.record(no, task);
                if (task.equals("confirm")) {
                    application.record(no, "ended");
                }
                engine.getTaskService()
                        .complete(found, task.equals("decide") ? Map.of("outcome", "APPROVE") : Map.of());
                return null;
            });
        }
    }

    /** @throws Untrustworthy when a case did not come to its end */
    void check() {
        long running = engine.getRuntimeService().createProcessInstanceQuery().count();
        if (running > 0 || application.complete() != cases.get()) {
            throw new Untrustworthy("of " + cases + " bare cases " + running + " still run and "
                    + application.complete() + " have their 8 entries");
        }
    }

    private String find(String instance, String key) {
        Task task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .taskDefinitionKey(key)
                .singleResult();
        if (task == null) {
            throw new Untrustworthy("the bare case waits not at " + key);
        }
        return task.getId();
    }

    private <T> T act(String login, Supplier<T> act) {
        engine.getIdentityService().setAuthenticatedUserId(login);
        try {
            return transaction.execute(tx -> act.get());
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    void close() {
        engine.close();
    }
}
