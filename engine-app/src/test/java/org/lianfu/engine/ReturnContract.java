package org.lianfu.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.StartEventBuilder;
import org.junit.jupiter.api.Test;
import org.lianfu.shared.Refusal;
import org.lianfu.shared.Refused;

/** Sending a case back, on one database: no token is lost or doubled, and what would do so is refused. */
abstract class ReturnContract extends EngineCase {

    private BpmnModelInstance twoParts() {
        return twoParts(model());
    }

    /** prepare, then the part first (one, two), then the part second (three, four), then close. */
    private static BpmnModelInstance twoParts(StartEventBuilder begin) {
        return begin.userTask("prepare")
                .subProcess("first")
                .embeddedSubProcess()
                .startEvent("firstBegins")
                .userTask("one")
                .userTask("two")
                .endEvent("firstDone")
                .subProcessDone()
                .subProcess("second")
                .embeddedSubProcess()
                .startEvent("secondBegins")
                .parallelGateway("split")
                .userTask("three")
                .parallelGateway("join")
                .endEvent("secondDone")
                .moveToNode("split")
                .userTask("four")
                .connectTo("join")
                .subProcessDone()
                .userTask("close")
                .endEvent("done")
                .done();
    }

    private void finish(String... steps) {
        for (String step : steps) {
            complete(step);
        }
        assertThat(room.told(no)).endsWith("ended done");
        assertThat(executions()).isZero();
        assertThat(sql.queryForObject(
                        "select count(*) from ACT_RU_JOB where PROCESS_DEF_KEY_ = ?", Integer.class, program.code()))
                .isZero();
    }

    @Test
    void backAlongTheSameLevel() {
        start(model().userTask("one")
                .userTask("two")
                .userTask("three")
                .endEvent("done")
                .done());
        complete("one");
        complete("two");
        sendBack("one");
        assertThat(room.told(no)).endsWith("opened one", "closed three");
        finish("one", "two", "three");
    }

    @Test
    void backIntoAFinishedPart() {
        start(twoParts());
        complete("prepare");
        complete("one");
        complete("two");
        complete("three");
        complete("four");
        sendBack("two");
        assertThat(room.places(no)).containsExactly("two");
        finish("two", "three", "four", "close");
    }

    @Test
    void backOutOfAParallelRegionWithAHalfJoinedToken() {
        start(twoParts());
        complete("prepare");
        complete("one");
        complete("two");
        complete("three");
        sendBack("one");
        assertThat(room.told(no)).endsWith("opened one", "closed four");
        assertThat(executions()).isEqualTo(2);
        finish("one", "two", "three", "four", "close");
    }

    @Test
    void backWithinAPartKeepsItsScope() {
        start(twoParts());
        complete("prepare");
        complete("one");
        sendBack("one");
        assertThat(room.places(no)).containsExactly("one");
        finish("one", "two", "three", "four", "close");
    }

    @Test
    void backToTheStepWhereTheCaseStands() {
        start(model().userTask("one").endEvent("done").done());
        sendBack("one");
        assertThat(room.told(no)).containsExactly("opened one", "opened one", "closed one");
        finish("one");
    }

    @Test
    void backOutOfARepeatedPart() {
        room.fact(no, "drawdowns", 3L);
        BpmnModelInstance model = Repeated.model(model().userTask("prepare"), "${drawdowns}");
        start(model);
        complete("prepare");
        assertThat(room.places(no)).containsExactly("draw", "draw", "draw");
        var first = flow.waiting(no).get(0);
        act.executeWithoutResult(tx -> {
            flow.complete(no, first.id());
            room.completed(no, first);
        });
        sendBack("prepare");
        assertThat(room.places(no)).containsExactly("prepare");
        assertThat(rows("ACT_RU_VARIABLE")).isZero();
        complete("prepare");
        assertThat(room.places(no)).containsExactly("draw", "draw", "draw");
        act.executeWithoutResult(tx -> flow.cancel(no));
    }

    @Test
    void backToAStepWithATimerArmsItAnew() {
        start(model().userTask("claim")
                .boundaryEvent("claimExpired")
                .timerWithDate("${due}")
                .endEvent("expired")
                .moveToActivity("claim")
                .userTask("decide")
                .endEvent("done")
                .done());
        complete("claim");
        sendBack("claim");
        sendBack("claim");
        act.executeWithoutResult(tx -> flow.timeout(no, room.at(no, "claim").id(), "claimExpired"));
        assertThat(room.told(no)).endsWith("closed claim", "ended expired");
        assertThat(executions()).isZero();
    }

    @Test
    void backClosesWhatATimerHasOpenedBeside() {
        start(model().userTask("one")
                .userTask("two")
                .boundaryEvent("late")
                .cancelActivity(false)
                .timerWithDate("${due}")
                .userTask("remind")
                .endEvent("reminded")
                .moveToActivity("two")
                .endEvent("done")
                .done());
        complete("one");
        act.executeWithoutResult(tx -> flow.timeout(no, room.at(no, "two").id(), "late"));
        sendBack("one");
        assertThat(room.places(no)).containsExactly("one");
        finish("one", "two");
    }

    @Test
    void intoAParallelBranchIsRefused() {
        start(twoParts());
        complete("prepare");
        complete("one");
        complete("two");
        complete("three");
        complete("four");
        refused("three", FlowRefusals.INSIDE_PARALLEL);
        finish("close");
    }

    @Test
    void insideTheSameParallelBranchIsRefusedBecauseTheWholeCaseMoves() {
        start(twoParts());
        complete("prepare");
        complete("one");
        complete("two");
        refused("four", FlowRefusals.INSIDE_PARALLEL);
        finish("three", "four", "close");
    }

    @Test
    void intoARepetitionIsRefused() {
        room.fact(no, "drawdowns", 1L);
        start(Repeated.model(model(), "${drawdowns}"));
        complete("draw");
        complete("book");
        refused("draw", FlowRefusals.INSIDE_REPEATED);
        finish("close");
    }

    @Test
    void toSomethingThatIsNoStepIsRefused() {
        start(model().userTask("one")
                .serviceTask("seekBank")
                .camundaDelegateExpression("${seekBank}")
                .userTask("two")
                .endEvent("done")
                .done());
        refused("seekBank", FlowRefusals.NO_SUCH_PLACE);
        refused("begin", FlowRefusals.NO_SUCH_PLACE);
        refused("nowhere", FlowRefusals.NO_SUCH_PLACE);
        finish("one", "two");
        refused("one", FlowRefusals.NOT_RUNNING);
    }

    private void refused(String element, Refusal refusal) {
        assertThatThrownBy(() -> sendBack(element)).isInstanceOfSatisfying(Refused.class, e -> assertThat(e.refusal())
                .isEqualTo(refusal));
    }
}
