package org.lianfu.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.Test;

/** How tokens move, on one database. */
abstract class FlowContract extends EngineCase {

    @Test
    void aStepWaitsIsCompletedAndTheEndIsTold() {
        start(model().userTask("apply").userTask("decide").endEvent("done").done());
        assertThat(room.places(no)).containsExactly("apply");
        complete("apply");
        complete("decide");
        assertThat(room.told(no)).containsExactly("opened apply", "opened decide", "ended done");
        assertThat(executions()).isZero();
    }

    @Test
    void aGatewayReadsTheOutcomeOfTheStepAndOfAnActivity() {
        BpmnModelInstance model = model().userTask("claim")
                .exclusiveGateway("claimed")
                .condition("accepts", "${outcome == 'ACCEPT' && amountFen > 100}")
                .userTask("investigate")
                .endEvent("done")
                .moveToNode("claimed")
                .condition("declines", "${outcome == 'DECLINE'}")
                .serviceTask("seekBank")
                .camundaDelegateExpression("${seekBank}")
                .exclusiveGateway("found")
                .condition("next", "${outcome == 'NEXT'}")
                .connectTo("claim")
                .moveToNode("found")
                .condition("none", "${outcome == 'NONE'}")
                .endEvent("nobody")
                .done();
        room.fact(no, "amountFen", 200L);
        start(model);
        room.willAnswer(no, "NEXT");
        complete("claim", "DECLINE");
        assertThat(room.places(no)).containsExactly("claim");
        room.willAnswer(no, "NONE");
        complete("claim", "DECLINE");
        assertThat(room.told(no)).endsWith("ended nobody");
    }

    @Test
    void aFactThatNobodyKnowsStopsTheAct() {
        start(model().userTask("claim")
                .exclusiveGateway("claimed")
                .condition("one", "${unheard == 'X'}")
                .endEvent("done")
                .moveToNode("claimed")
                .condition("other", "${unheard == 'Y'}")
                .endEvent("done2")
                .done());
        assertThatThrownBy(() -> complete("claim")).hasMessageContaining("unheard");
        assertThat(flow.waiting(no)).hasSize(1);
    }

    @Test
    void aCompletedTokenCannotBeCompletedAgain() {
        start(model().userTask("apply").userTask("decide").endEvent("done").done());
        String token = room.at(no, "apply").id();
        complete("apply");
        assertThatThrownBy(() -> act.executeWithoutResult(tx -> flow.complete(no, token)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not waiting any more");
    }

    @Test
    void aTimerClosesItsPlaceOnlyWhenOurClockFiresIt() {
        start(model().userTask("claim")
                .boundaryEvent("claimExpired")
                .timerWithDate("${due}")
                .endEvent("expired")
                .moveToActivity("claim")
                .endEvent("done")
                .done());
        assertThat(sql.queryForObject(
                        "select DUEDATE_ from ACT_RU_JOB where PROCESS_DEF_KEY_ = ?",
                        java.time.LocalDateTime.class,
                        program.code()))
                .hasYear(2037);
        act.executeWithoutResult(tx -> flow.timeout(no, room.at(no, "claim").id(), "claimExpired"));
        assertThat(room.told(no)).containsExactly("opened claim", "closed claim", "ended expired");
        assertThat(sql.queryForObject(
                        "select count(*) from ACT_RU_JOB where PROCESS_DEF_KEY_ = ?", Integer.class, program.code()))
                .isZero();
    }

    @Test
    void aTimerThatDoesNotInterruptLeavesItsPlaceOpen() {
        start(model().userTask("claim")
                .boundaryEvent("reminder")
                .cancelActivity(false)
                .timerWithDate("${due}")
                .userTask("remind")
                .endEvent("reminded")
                .moveToActivity("claim")
                .endEvent("done")
                .done());
        String token = room.at(no, "claim").id();
        act.executeWithoutResult(tx -> flow.timeout(no, token, "reminder"));
        assertThat(room.places(no)).containsExactly("claim", "remind");
        assertThatThrownBy(() -> act.executeWithoutResult(tx -> flow.timeout(no, token, "reminder")))
                .hasMessageContaining("no timer reminder");
        complete("claim");
        complete("remind");
        assertThat(room.told(no)).endsWith("ended reminded");
    }

    @Test
    void aTerminateEndTakesTheOtherBranchWithIt() {
        start(Repeated.terminating(
                model().parallelGateway("split")
                        .userTask("left")
                        .endEvent("stop")
                        .moveToNode("split")
                        .userTask("right")
                        .endEvent("also")
                        .done(),
                "stop"));
        complete("left");
        assertThat(room.told(no)).endsWith("closed right", "ended stop");
    }

    @Test
    void cancelClosesEveryPlaceAndIsSilentAfterwards() {
        start(model().parallelGateway("split")
                .userTask("left")
                .parallelGateway("join")
                .endEvent("done")
                .moveToNode("split")
                .userTask("right")
                .connectTo("join")
                .done());
        act.executeWithoutResult(tx -> flow.cancel(no));
        assertThat(room.places(no)).isEmpty();
        assertThat(room.told(no)).noneMatch(told -> told.startsWith("ended"));
        act.executeWithoutResult(tx -> flow.cancel(no));
        assertThat(executions()).isZero();
    }

    @Test
    void aDecisionSpeaksAndItsOutputsBecomeFacts() {
        room.tables.put("approver", Tables.table("approver", "FIRST", "amountFen", "approver", """
                < 100000|"BRANCH"|§3 up to 1,000 yuan
                -|"CITY"|§4 above"""));
        room.fact(no, "amountFen", 100_000L);
        start(model().businessRuleTask("chooseApprover")
                .camundaDecisionRef("approver")
                .exclusiveGateway("who")
                .condition("branch", "${approver == 'BRANCH'}")
                .userTask("branchDecides")
                .endEvent("done")
                .moveToNode("who")
                .condition("city", "${approver == 'CITY'}")
                .userTask("cityDecides")
                .endEvent("done2")
                .done());
        assertThat(room.told(no)).containsExactly("learned {approver=CITY}", "opened cityDecides");
        complete("cityDecides");
    }

    @Test
    void aTableThatCollectsBecomesACount() {
        room.tables.put("reasons", Tables.table("reasons", "COLLECT", "amountFen", "reason", """
                > 1|"A"|§1
                > 2|"B"|§2
                > 900|"C"|§3"""));
        room.fact(no, "amountFen", 5L);
        start(model().businessRuleTask("findReasons")
                .camundaDecisionRef("reasons")
                .userTask("decide")
                .endEvent("done")
                .done());
        assertThat(room.told(no)).startsWith("learned {reasonsCount=2}");
    }

    @Test
    void aRepeatedSubProcessRunsAsOftenAsAFactSays() {
        room.fact(no, "drawdowns", 2L);
        start(Repeated.model(model(), "${drawdowns}"));
        assertThat(room.places(no)).containsExactly("draw", "draw");
        for (int step = 0; step < 2; step++) {
            for (var token : flow.waiting(no)) {
                act.executeWithoutResult(tx -> {
                    flow.complete(no, token.id());
                    room.completed(no, token);
                });
            }
        }
        assertThat(room.places(no)).containsExactly("close");
        complete("close");
        assertThat(room.told(no)).endsWith("ended done");
        assertThat(rows("ACT_RU_VARIABLE")).isZero();
    }

    @Test
    void theSameCaseMayNotBeInTheEngineTwiceUnnoticed() {
        BpmnModelInstance model = model().userTask("apply").endEvent("done").done();
        start(model);
        act.executeWithoutResult(tx -> flow.cancel(no));
        act.executeWithoutResult(tx -> flow.start(no, program));
        complete("apply");
        assertThat(room.told(no)).containsExactly("opened apply", "closed apply", "opened apply", "ended done");
    }
}
