package org.lianfu.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Engine rows and the house's rows are kept or lost together, on one database. */
abstract class OneTransactionContract extends EngineCase {

    @Autowired
    RuntimeService runtime;

    @Autowired
    org.camunda.bpm.engine.RepositoryService repository;

    @BeforeEach
    void probe() {
        sql.execute("create table if not exists probe (id varchar(40) not null primary key)"
                + " ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin");
        sql.update("delete from probe");
    }

    private BpmnModelInstance twoSteps() {
        return model().userTask("one").userTask("two").endEvent("done").done();
    }

    @Test
    void aFailureAfterTheStartLeavesNothing() {
        var ref = published(twoSteps(), "1");
        assertThatThrownBy(() -> act.executeWithoutResult(tx -> {
                    sql.update("insert into probe (id) values (?)", no.value());
                    flow.start(no, ref);
                    throw new IllegalStateException("after the engine call");
                }))
                .hasMessage("after the engine call");
        assertThat(rows("probe")).isZero();
        assertThat(executions()).isZero();
        room.open.clear();
        act.executeWithoutResult(tx -> flow.start(no, ref));
        assertThat(room.places(no)).containsExactly("one");
    }

    @Test
    void aFailureAfterACompletionLeavesTheCaseWhereItWas() {
        start(twoSteps());
        var token = room.at(no, "one");
        assertThatThrownBy(() -> act.executeWithoutResult(tx -> {
                    sql.update("insert into probe (id) values (?)", no.value());
                    flow.complete(no, token.id());
                    throw new IllegalStateException("after the engine call");
                }))
                .hasMessage("after the engine call");
        assertThat(rows("probe")).isZero();
        assertThat(flow.waiting(no)).containsExactly(token);
        room.open.get(no).keySet().retainAll(java.util.Set.of(token.id()));
    }

    @Test
    void aFailureAfterAReturnACancelAndAMigrationLeavesTheCaseWhereItWas() {
        start(twoSteps());
        complete("one");
        var token = room.at(no, "two");
        var next = published(model().userTask("two").endEvent("done").done(), "2");
        for (Runnable move : java.util.List.<Runnable>of(
                () -> flow.sendBack(no, "one"),
                () -> flow.cancel(no),
                () -> flow.migrate(no, next, java.util.Map.of()))) {
            assertThatThrownBy(() -> act.executeWithoutResult(tx -> {
                        move.run();
                        throw new IllegalStateException("after the engine call");
                    }))
                    .hasMessage("after the engine call");
            assertThat(flow.waiting(no)).containsExactly(token);
            room.open.get(no).clear();
            room.open.get(no).put(token.id(), token);
        }
        complete("two");
    }

    @Test
    void anActivityThatFailsLosesItsRowsAndStopsTheAct() {
        start(model().userTask("one")
                .serviceTask("writeAndFail")
                .camundaDelegateExpression("${writeAndFail}")
                .userTask("two")
                .endEvent("done")
                .done());
        var token = room.at(no, "one");
        assertThatThrownBy(() -> act.executeWithoutResult(tx -> flow.complete(no, token.id())))
                .hasStackTraceContaining("on purpose");
        assertThat(rows("probe")).isZero();
        assertThat(flow.waiting(no)).containsExactly(token);
    }

    @Test
    void anErrorThatNobodyCatchesRollsBack() {
        BpmnModelInstance model =
                model().userTask("one").endEvent("broken").error("E1").done();
        String id = deployedPastTheGate(model);
        act.executeWithoutResult(tx -> {
            try (Movement movement = Movement.of(no, room)) {
                runtime.startProcessInstanceById(id, no.value());
            }
        });
        var token = room.at(no, "one");
        assertThatThrownBy(() -> act.executeWithoutResult(tx -> flow.complete(no, token.id())))
                .hasMessageContaining("no error handler was defined");
        assertThat(flow.waiting(no)).containsExactly(token);
    }

    private String deployedPastTheGate(BpmnModelInstance model) {
        return repository
                .createDeployment()
                .addString("x.bpmn", Bpmn.convertToString(model))
                .deployWithResult()
                .getDeployedProcessDefinitions()
                .get(0)
                .getId();
    }

    @Test
    void twoCompletionsOfTheTwoBranchesUnderTheCaseLockBothSucceed() throws Exception {
        sql.update("insert into probe (id) values (?)", no.value());
        start(model().parallelGateway("split")
                .userTask("left")
                .parallelGateway("join")
                .userTask("close")
                .endEvent("done")
                .moveToNode("split")
                .userTask("right")
                .connectTo("join")
                .done());
        var threads = java.util.stream.Stream.of("left", "right")
                .map(step -> room.at(no, step))
                .map(token -> new Thread(() -> act.executeWithoutResult(tx -> {
                    sql.queryForObject("select id from probe where id = ? for update", String.class, no.value());
                    flow.complete(no, token.id());
                    room.completed(no, token);
                })))
                .toList();
        for (Thread thread : threads) {
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(room.places(no)).containsExactly("close");
    }
}
