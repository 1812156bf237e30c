package org.lianfu.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lianfu.engine.gate.Hostile;
import org.lianfu.program.PackGate;
import org.lianfu.shared.CaseNo;
import org.lianfu.testing.ModuleTest;
import org.lianfu.testing.OnH2;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hostile models: the gate refuses each one with findings; and carried past the gate straight into the engine and run as
 * far as it goes, it still does nothing. The canary is a file on the disk and a bean that counts.
 */
@OnH2(shared = "fence")
@ModuleTest
@Import(EngineTestRoom.class)
class CanaryTest {

    private static final String FILE = Bait.CANARY.toString();

    @Autowired
    PackGate gate;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    FakeRoom room;

    @Autowired
    EngineTestRoom.Secret secret;

    @Autowired
    TransactionTemplate act;

    private final CaseNo no = CaseNo.of("TST", 2026, "430200", 1);

    static Stream<Arguments> expressions() {
        return Hostile.expressions(FILE).entrySet().stream()
                .map(model -> Arguments.of(model.getKey(), model.getValue()));
    }

    static Stream<Arguments> structures() {
        return Hostile.structures().entrySet().stream()
                .map(model -> Arguments.of(model.getKey(), model.getValue().replace("FILE", FILE)));
    }

    static Stream<Arguments> files() {
        return Hostile.files().entrySet().stream().map(file -> Arguments.of(file.getKey(), file.getValue()));
    }

    @BeforeEach
    @AfterEach
    void theCanaryIsSilent() throws Exception {
        assertThat(Bait.CANARY).doesNotExist();
        assertThat(secret.touched).isZero();
        Files.deleteIfExists(Bait.CANARY);
    }

    @Test
    void theGoodModelPassesAndTheCanarySings() throws Exception {
        assertThat(gate.check("good.bpmn", Hostile.GOOD.getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        Bait.sing();
        assertThat(Bait.CANARY).exists();
        Files.delete(Bait.CANARY);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("expressions")
    void anExpressionWhereNoneBelongs(String name, String model) {
        refusedAndHarmless(model);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("structures")
    void aStructureThatHidesSomething(String name, String model) {
        assertThat(gate.check("hostile.bpmn", model.getBytes(StandardCharsets.UTF_8)))
                .isNotEmpty();
        if (!name.contains("form handler")) {
            // a form handler is made while the engine parses: only the gate stands before it
            carriedPastTheGate(model);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void aFileThatIsNoModel(String name, byte[] file) {
        assertThat(gate.check("hostile.bpmn", file)).isNotEmpty();
    }

    @Test
    void nothingIsFetchedFromTheNet() throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            listening.setSoTimeout(300);
            String there = "http://127.0.0.1:" + listening.getLocalPort() + "/";
            List<String> models = new ArrayList<>();
            Hostile.files().forEach((name, file) -> models.add(new String(file, StandardCharsets.UTF_8)));
            models.add(Hostile.structures().get("import"));
            models.add(Hostile.structures().get("schema location"));
            long aimed = models.stream()
                    .map(model -> model.replace("http://127.0.0.1:1/", there))
                    .filter(model -> model.contains(there))
                    .peek(this::carriedPastTheGate)
                    .count();
            assertThat(aimed).isEqualTo(4);
            assertThatThrownBy(listening::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    private void refusedAndHarmless(String model) {
        assertThat(gate.check("hostile.bpmn", model.getBytes(StandardCharsets.UTF_8)))
                .isNotEmpty();
        carriedPastTheGate(model);
    }

    private void carriedPastTheGate(String model) {
        try {
            act.executeWithoutResult(tx -> {
                tx.setRollbackOnly();
                String id = repository
                        .createDeployment()
                        .addString("hostile.bpmn", model)
                        .deployWithResult()
                        .getDeployedProcessDefinitions()
                        .get(0)
                        .getId();
                room.willAnswer(no, "NEXT");
                try (Movement movement = Movement.of(no, room)) {
                    String instance =
                            runtime.startProcessInstanceById(id, no.value()).getId();
                    runtime.createExecutionQuery().processInstanceId(instance).activityId("apply").list().stream()
                            .findFirst()
                            .ifPresent(execution -> runtime.signal(execution.getId()));
                }
            });
        } catch (RuntimeException refusedByTheEngine) {
            // all the better
        }
    }
}
