package org.lianfu.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.lianfu.engine.gate.Hostile;
import org.lianfu.engine.gate.PartBuilderTest;
import org.lianfu.shared.ProgramRef;

/** From a pack's diagram to a running case, on one database. */
abstract class PublishingContract extends EngineCase {

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private ProgramRef whole() {
        ProgramRef ref = new ProgramRef("whole", "1");
        String built = gate.build("whole.bpmn", bytes(PartBuilderTest.OUTER), part -> bytes(PartBuilderTest.PART));
        act.executeWithoutResult(tx -> gate.deploy(ref, built));
        return ref;
    }

    @Test
    void aCaseRunsThroughAPartAndAnErrorOfThePartIsCaughtOutside() {
        ProgramRef ref = whole();
        act.executeWithoutResult(tx -> flow.start(no, ref));
        complete("closing_prepare");
        assertThat(room.places(no)).containsExactly("closing_check");
        complete("closing_check", "REFUSED");
        assertThat(room.told(no)).endsWith("ended stopped");
    }

    @Test
    void aStepOfAPartHasItsTimerAndCanBeReturnedTo() {
        ProgramRef ref = whole();
        act.executeWithoutResult(tx -> flow.start(no, ref));
        complete("closing_prepare");
        sendBack("closing_prepare");
        complete("closing_prepare");
        act.executeWithoutResult(
                tx -> flow.timeout(no, room.at(no, "closing_check").id(), "closing_checkLate"));
        assertThat(room.told(no)).endsWith("closed closing_check", "ended stopped");
    }

    @Test
    void theSameModelIsDeployedOnceAndAnotherUnderItsVersionIsRefused() {
        published(model().userTask("one").endEvent("done").done(), "1");
        published(model().userTask("one").endEvent("done").done(), "2");
        String changed =
                gate.build("x.bpmn", bytes(Hostile.GOOD.replace("bait-program", program.code())), part -> null);
        assertThatThrownBy(() -> act.executeWithoutResult(tx -> gate.deploy(program, changed)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("give the changed pack a new version");
        assertThat(sql.queryForObject(
                        "select count(*) from ACT_RE_PROCDEF where KEY_ = ?", Integer.class, program.code()))
                .isEqualTo(2);
    }

    @Test
    void aDeploymentThatRollsBackLeavesNothingBehind() {
        String built = gate.build("x.bpmn", bytes(Hostile.GOOD.replace("bait-program", program.code())), part -> null);
        act.executeWithoutResult(tx -> {
            gate.deploy(program, built);
            flow.start(no, program);
            tx.setRollbackOnly();
        });
        room.open.clear();
        assertThatThrownBy(() -> act.executeWithoutResult(tx -> flow.start(no, program)))
                .hasMessageContaining("the engine has no model of " + program);
        act.executeWithoutResult(tx -> gate.deploy(program, built));
        act.executeWithoutResult(tx -> flow.start(no, program));
        assertThat(room.places(no)).containsExactly("apply");
    }

    @Test
    void whatDoesNotPassTheGateIsNotDeployed() {
        assertThatThrownBy(() -> gate.deploy(
                        new ProgramRef("bait-program", "1"), Hostile.GOOD.replace("${seekBank}", "${secret}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bait-program.bpmn seekBank [not-in-catalogue]");
        assertThatThrownBy(() -> gate.deploy(new ProgramRef("another", "1"), Hostile.GOOD))
                .hasMessageContaining("the process bait-program is not the program another");
    }
}
