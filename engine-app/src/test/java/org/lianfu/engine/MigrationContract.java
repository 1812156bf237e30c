package org.lianfu.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.Test;
import org.lianfu.flow.Token;
import org.lianfu.shared.Refusal;
import org.lianfu.shared.Refused;

/** Moving a running case to another version, on one database. */
abstract class MigrationContract extends EngineCase {

    private void migrate(BpmnModelInstance to, Map<String, String> renamed) {
        var ref = published(to, "2");
        act.executeWithoutResult(tx -> flow.migrate(no, ref, renamed));
    }

    private BpmnModelInstance branches(String... steps) {
        var split = model().userTask("prepare").parallelGateway("split");
        var join = split.userTask(steps[0]).parallelGateway("join");
        for (int i = 1; i < steps.length; i++) {
            join = (org.camunda.bpm.model.bpmn.builder.ParallelGatewayBuilder)
                    join.moveToNode("split").userTask(steps[i]).connectTo("join");
        }
        return join.userTask("close").endEvent("done").done();
    }

    private void refused(BpmnModelInstance to, Map<String, String> renamed, Refusal refusal) {
        var before = flow.waiting(no);
        assertThatThrownBy(() -> migrate(to, renamed))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal()).isEqualTo(refusal));
        assertThat(flow.waiting(no)).isEqualTo(before);
    }

    @Test
    void theTokenKeepsItsIdAndFollowsTheNewVersion() {
        start(model().userTask("one").userTask("two").endEvent("done").done());
        Token before = room.at(no, "one");
        migrate(
                model().userTask("one")
                        .userTask("extra")
                        .userTask("two")
                        .endEvent("done")
                        .done(),
                Map.of());
        assertThat(flow.waiting(no)).containsExactly(before);
        complete("one");
        assertThat(room.places(no)).containsExactly("extra");
        complete("extra");
        complete("two");
        assertThat(room.told(no)).endsWith("ended done");
    }

    @Test
    void aRenamedStepIsToldToTheHouse() {
        start(model().userTask("one").endEvent("done").done());
        String id = room.at(no, "one").id();
        migrate(model().userTask("uno").endEvent("done").done(), Map.of("one", "uno"));
        assertThat(room.told(no)).endsWith("renamed uno");
        assertThat(room.at(no, "uno").id()).isEqualTo(id);
        complete("uno");
        assertThat(room.told(no)).endsWith("ended done");
    }

    @Test
    void aStepThatBecomesAnotherOneThatAlreadyWasThere() {
        start(model().userTask("one").userTask("two").endEvent("done").done());
        migrate(model().userTask("two").endEvent("done").done(), Map.of("one", "two"));
        complete("two");
        assertThat(room.told(no)).endsWith("renamed two", "ended done");
    }

    @Test
    void aTimerIsAddedAndTakenAway() {
        start(model().userTask("claim").endEvent("done").done());
        migrate(
                model().userTask("claim")
                        .boundaryEvent("claimExpired")
                        .timerWithDate("${due}")
                        .endEvent("expired")
                        .moveToActivity("claim")
                        .endEvent("done")
                        .done(),
                Map.of());
        act.executeWithoutResult(tx -> flow.timeout(no, room.at(no, "claim").id(), "claimExpired"));
        assertThat(room.told(no)).endsWith("closed claim", "ended expired");
    }

    @Test
    void aTimerAddedInABranchLeavesOneTokenAtTheStep() {
        start(branches("left", "right"));
        complete("prepare");
        BpmnModelInstance to = branches("left", "right");
        org.camunda.bpm.model.bpmn.instance.UserTask left = to.getModelElementById("left");
        left.builder().boundaryEvent("leftLate").timerWithDate("${due}").endEvent("late");
        // a branch that leaves the region would leave the join waiting: the gate refuses it, so it ends the whole case
        migrate(Repeated.terminating(to, "late"), Map.of());
        assertThat(room.places(no)).containsExactly("left", "right");
        complete("left");
        complete("right");
        complete("close");
        assertThat(room.told(no)).endsWith("ended done");
    }

    @Test
    void aStepIsWrappedInASubProcess() {
        start(model().userTask("one").userTask("two").endEvent("done").done());
        migrate(
                model().subProcess("wrap")
                        .embeddedSubProcess()
                        .startEvent("wrapBegins")
                        .userTask("one")
                        .endEvent("wrapped")
                        .subProcessDone()
                        .userTask("two")
                        .endEvent("done")
                        .done(),
                Map.of());
        complete("one");
        complete("two");
        assertThat(room.told(no)).endsWith("ended done");
    }

    @Test
    void branchesThatStayMigrateWithOneTokenAtTheJoin() {
        start(branches("left", "right"));
        complete("prepare");
        complete("left");
        migrate(branches("left", "right"), Map.of());
        complete("right");
        complete("close");
        assertThat(room.told(no)).endsWith("ended done");
    }

    @Test
    void aChangedNumberOfBranchesIsRefusedWhileInThem() {
        start(branches("left", "right"));
        complete("prepare");
        refused(branches("left", "right", "third"), Map.of(), FlowRefusals.BRANCHES_CHANGED);
        complete("left");
        complete("right");
        complete("close");
    }

    @Test
    void aChangedNumberOfBranchesIsNoMatterBeforeThem() {
        start(branches("left", "right"));
        migrate(branches("left", "right", "third"), Map.of());
        complete("prepare");
        complete("left");
        complete("right");
        complete("third");
        complete("close");
        assertThat(room.told(no)).endsWith("ended done");
    }

    @Test
    void aBranchThatBecomesItsSiblingIsRefused() {
        start(branches("left", "right"));
        complete("prepare");
        refused(branches("left", "other"), Map.of("right", "left"), FlowRefusals.BRANCHES_CHANGED);
        act.executeWithoutResult(tx -> flow.cancel(no));
    }

    @Test
    void branchesTakenAwayAreRefused() {
        start(branches("left", "right"));
        complete("prepare");
        refused(
                model().userTask("left").userTask("right").endEvent("done").done(),
                Map.of(),
                FlowRefusals.BRANCHES_CHANGED);
        act.executeWithoutResult(tx -> flow.cancel(no));
    }

    @Test
    void aStepWithoutCounterpartIsRefused() {
        start(model().userTask("one").endEvent("done").done());
        refused(model().userTask("two").endEvent("done").done(), Map.of(), FlowRefusals.NO_COUNTERPART);
        complete("one");
    }

    @Test
    void aRenamedRepetitionIsRefused() {
        room.fact(no, "drawdowns", 3L);
        start(Repeated.model(model(), "${drawdowns}"));
        BpmnModelInstance to = Repeated.model(model(), "${drawdowns}");
        to.getModelElementById("drawdown").setAttributeValue("id", "payout", true);
        refused(to, Map.of("drawdown", "payout"), FlowRefusals.REPEATED_RENAMED);
        act.executeWithoutResult(tx -> flow.cancel(no));
    }

    @Test
    void theSameVersionIsNoMigration() {
        start(model().userTask("one").endEvent("done").done());
        act.executeWithoutResult(tx -> flow.migrate(no, program, Map.of()));
        complete("one");
    }
}
