package org.lianfu.engine;

import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.StartEventBuilder;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.AfterEach;
import org.lianfu.flow.Flow;
import org.lianfu.program.PackGate;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.ProgramRef;
import org.lianfu.testing.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What tests of the engine share: models, cases, and one transaction per act as a desk has it. */
@ModuleTest
@Import(EngineTestRoom.class)
abstract class EngineCase {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    Flow flow;

    @Autowired
    FakeRoom room;

    @Autowired
    PackGate gate;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    TransactionTemplate act;

    final CaseNo no = CaseNo.of("TST", 2026, "430200", COUNT.incrementAndGet());
    final ProgramRef program = new ProgramRef("test-" + COUNT.incrementAndGet(), "1");

    StartEventBuilder model() {
        return Bpmn.createExecutableProcess(program.code()).startEvent("begin");
    }

    /** Takes the model through the gate into the engine, under a version. */
    ProgramRef published(BpmnModelInstance model, String version) {
        ProgramRef ref = new ProgramRef(program.code(), version);
        int flows = 0;
        for (SequenceFlow flow : model.getModelElementsByType(SequenceFlow.class)) {
            flow.setId("way" + ++flows);
        }
        byte[] xml = Bpmn.convertToString(model).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        act.executeWithoutResult(tx -> gate.deploy(ref, gate.build("test.bpmn", xml, part -> null)));
        return ref;
    }

    void start(BpmnModelInstance model) {
        ProgramRef ref = published(model, "1");
        act.executeWithoutResult(tx -> flow.start(no, ref));
    }

    void complete(String element) {
        act.executeWithoutResult(tx -> {
            var token = room.at(no, element);
            flow.complete(no, token.id());
            room.completed(no, token);
        });
    }

    void complete(String element, String outcome) {
        room.fact(no, "outcome", outcome);
        complete(element);
    }

    void sendBack(String element) {
        act.executeWithoutResult(tx -> flow.sendBack(no, element));
    }

    int rows(String table) {
        return sql.queryForObject("select count(*) from " + table, Integer.class);
    }

    int executions() {
        return sql.queryForObject(
                "select count(*) from ACT_RU_EXECUTION where PROC_INST_ID_ in"
                        + " (select ID_ from ACT_RU_EXECUTION where BUSINESS_KEY_ = ?)",
                Integer.class,
                no.value());
    }

    /** After every test: no engine variable was ever written, and the two truths about open places agree. */
    @AfterEach
    void engineAndHouseAgree() {
        org.assertj.core.api.Assertions.assertThat(flow.waiting(no))
                .containsExactlyInAnyOrderElementsOf(
                        room.open.getOrDefault(no, java.util.Map.of()).values());
        org.assertj.core.api.Assertions.assertThat(
                        sql.queryForList("select distinct NAME_ from ACT_RU_VARIABLE", String.class))
                .isSubsetOf("nrOfInstances", "nrOfCompletedInstances", "nrOfActiveInstances", "loopCounter");
    }
}
