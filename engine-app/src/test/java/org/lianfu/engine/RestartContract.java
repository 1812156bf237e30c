package org.lianfu.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.lianfu.flow.Flow;
import org.lianfu.flow.Token;
import org.lianfu.program.PackGate;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.ProgramRef;
import org.lianfu.testing.ModuleTest;
import org.lianfu.testing.TestClock;
import org.lianfu.testing.TestDatabases;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** The house is closed in the middle of cases and opened again, on one database. */
abstract class RestartContract {

    private final TestDatabases.Address database;

    private final CaseNo no = CaseNo.of("TST", 2026, "430200", 1);
    private final ProgramRef program = new ProgramRef("restart", "1");

    RestartContract(TestDatabases.Kind kind) {
        database = TestDatabases.fresh(kind, "restart");
    }

    private void house(Consumer<ConfigurableApplicationContext> during) {
        try (ConfigurableApplicationContext house = new SpringApplicationBuilder(
                        ModuleTest.Base.class, EngineTestRoom.class, TestClock.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + database.user(),
                        "--spring.datasource.password=" + database.password())) {
            during.accept(house);
        }
    }

    @Test
    void openStepsWaitThroughARestartAndNeedNoFile() {
        byte[] xml = Bpmn.convertToString(Bpmn.createExecutableProcess("restart")
                        .startEvent("begin")
                        .userTask("one")
                        .boundaryEvent("oneLate")
                        .timerWithDate("${due}")
                        .endEvent("late")
                        .moveToActivity("one")
                        .serviceTask("seekBank")
                        .camundaDelegateExpression("${seekBank}")
                        .userTask("two")
                        .endEvent("done")
                        .done())
                .getBytes();
        List<Token> before = new ArrayList<>();
        house(house -> {
            PackGate gate = house.getBean(PackGate.class);
            act(house, () -> gate.deploy(program, gate.build("restart.bpmn", xml, part -> null)));
            act(house, () -> house.getBean(Flow.class).start(no, program));
            before.addAll(house.getBean(Flow.class).waiting(no));
        });
        house(house -> {
            Flow flow = house.getBean(Flow.class);
            assertThat(flow.waiting(no)).isEqualTo(before);
            act(house, () -> flow.complete(no, before.get(0).id()));
            assertThat(flow.waiting(no)).extracting(Token::element).containsExactly("two");
            // the same version again is no second model
            PackGate gate = house.getBean(PackGate.class);
            act(house, () -> gate.deploy(program, gate.build("restart.bpmn", xml, part -> null)));
            assertThat(house.getBean(RepositoryService.class)
                            .createProcessDefinitionQuery()
                            .count())
                    .isEqualTo(1);
        });
        house(house -> {
            Flow flow = house.getBean(Flow.class);
            flow.waiting(no).forEach(token -> house.getBean(FakeRoom.class).opened(no, token));
            act(house, () -> flow.sendBack(no, "one"));
            act(house, () -> flow.timeout(no, flow.waiting(no).get(0).id(), "oneLate"));
            assertThat(flow.waiting(no)).isEmpty();
            assertThat(house.getBean(FakeRoom.class).told(no)).endsWith("ended late");
        });
    }

    private static void act(ConfigurableApplicationContext house, Runnable what) {
        house.getBean(TransactionTemplate.class).executeWithoutResult(tx -> what.run());
    }
}
