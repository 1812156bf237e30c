package org.lianfu.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianfu.engine.activity.TestCatalogue;
import org.lianfu.engine.gate.Hostile;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The control of {@link CanaryTest}: in a bare engine, run the same way, the same models do sing. */
class CanaryControlTest {

    private static ProcessEngine bare;
    private static final EngineTestRoom.Secret SECRET = new EngineTestRoom.Secret();

    @BeforeAll
    static void start() {
        StandaloneInMemProcessEngineConfiguration engine = new StandaloneInMemProcessEngineConfiguration();
        engine.setJdbcUrl("jdbc:h2:mem:bare-control;DB_CLOSE_DELAY=-1");
        engine.setProcessEngineName("bareControl");
        engine.setEnforceHistoryTimeToLive(false);
        engine.setJobExecutorActivate(false);
        Map<Object, Object> beans = new HashMap<>();
        beans.put("secret", SECRET);
        beans.put("bell", new TestCatalogue.Bell(SECRET));
        beans.put("due", new Date());
        beans.put("seekBank", (org.camunda.bpm.engine.delegate.JavaDelegate) execution -> {});
        engine.setBeans(beans);
        bare = engine.buildProcessEngine();
    }

    @AfterAll
    static void stop() {
        bare.close();
    }

    @BeforeEach
    void silence() throws Exception {
        Files.deleteIfExists(Bait.CANARY);
        SECRET.touched = 0;
    }

    @ParameterizedTest
    @ValueSource(strings = {"class", "shell", "listener class", "form handler", "juel script"})
    void aStructureSings(String name) throws Exception {
        run(Hostile.structures().get(name).replace("FILE", Bait.CANARY.toString()));
        await();
        assertThat(Bait.CANARY).exists();
        Files.delete(Bait.CANARY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "documentation", "condition", "delegate", "expression", "startListener", "input"})
    void anExpressionTouches(String slot) {
        run(Hostile.slots().get(slot).replace("@@", "${secret.touch()}"));
        assertThat(SECRET.touched).isPositive();
    }

    @Test
    void aListedBeanIsCalledInACondition() {
        run(Hostile.slots().get("condition").replace("@@", "${bell.ring()}"));
        assertThat(SECRET.touched).isPositive();
    }

    @Test
    void anExpressionRunsACommand() throws Exception {
        String command = Hostile.payloads(Bait.CANARY.toString()).get(0);
        run(Hostile.slots().get("expression").replace("@@", command));
        await();
        assertThat(Bait.CANARY).exists();
        Files.delete(Bait.CANARY);
    }

    /** Where the engine's starter looks for models to deploy by itself, the bait is found. */
    @Test
    void theModelOnTheClassPathLiesWhereTheStarterWouldLook() throws Exception {
        List<String> names = new ArrayList<>();
        for (String pattern : new CamundaBpmProperties().getDeploymentResourcePattern()) {
            for (Resource resource : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                names.add(resource.getFilename());
            }
        }
        assertThat(names).contains("hostile.bpmn");
    }

    /** A shell task's command may end a moment after the task. */
    private static void await() throws Exception {
        for (int i = 0; i < 100 && !Files.exists(Bait.CANARY); i++) {
            Thread.sleep(20);
        }
    }

    private static void run(String model) {
        try {
            String id = bare.getRepositoryService()
                    .createDeployment()
                    .addString("hostile.bpmn", model)
                    .deployWithResult()
                    .getDeployedProcessDefinitions()
                    .get(0)
                    .getId();
            var runtime = bare.getRuntimeService();
            String instance = runtime.startProcessInstanceById(id, Variables.putValue("outcome", "NEXT"))
                    .getId();
            runtime.createExecutionQuery().processInstanceId(instance).activityId("apply").list().stream()
                    .findFirst()
                    .ifPresent(execution -> runtime.signal(execution.getId()));
        } catch (RuntimeException afterwards) {
            // the canary has sung or not
        }
    }
}
