package org.lianfu.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lianfu.flow.Token;
import org.lianfu.shared.Refused;
import org.lianfu.testing.OnH2;

/**
 * Random models that pass the gate, played at random: steps decided, timers fired, cases sent back anywhere. Whatever is
 * done, a case that has not ended waits somewhere, never twice in one place, and ends once, leaving nothing.
 */
@OnH2(shared = "engine")
class TokenGameTest extends EngineCase {

    private static final String[] OUTCOMES = {"A", "B", "AGAIN"};

    private final Set<String> fired = new HashSet<>();

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyCaseComesToItsEnd(long seed) {
        RandomModel.Drawn drawn = RandomModel.draw(seed, program.code());
        act.executeWithoutResult(tx -> gate.deploy(
                program, gate.build("random.bpmn", drawn.xml().getBytes(StandardCharsets.UTF_8), part -> null)));
        room.fact(no, "outcome", "B");
        act.executeWithoutResult(tx -> flow.start(no, program));
        Random random = new Random(seed);
        for (int i = 0; i < 40 && !ended(); i++) {
            mustWaitSomewhereOnce();
            play(random, drawn);
        }
        room.fact(no, "outcome", "B");
        for (int i = 0; i < 200 && !ended(); i++) {
            mustWaitSomewhereOnce();
            complete(flow.waiting(no).get(0), "B");
        }
        assertThat(room.told(no).stream().filter(told -> told.startsWith("ended")))
                .as(drawn.xml())
                .hasSize(1);
        assertThat(executions()).isZero();
        assertThat(sql.queryForObject(
                        "select count(*) from ACT_RU_JOB where PROCESS_DEF_KEY_ = ?", Integer.class, program.code()))
                .isZero();
    }

    private void play(Random random, RandomModel.Drawn drawn) {
        List<Token> waiting = flow.waiting(no);
        Token token = waiting.get(random.nextInt(waiting.size()));
        int dice = random.nextInt(10);
        if (dice < 3) {
            sendBackOrBeRefused(drawn.steps().get(random.nextInt(drawn.steps().size())));
            return;
        }
        List<String> timers = java.util.regex.Pattern.compile("id=\"(t\\d+of" + token.element() + ")\"")
                .matcher(drawn.xml())
                .results()
                .map(result -> result.group(1))
                .filter(timer -> !fired.contains(timer + token.id()))
                .toList();
        if (dice < 5 && !timers.isEmpty()) {
            fired.add(timers.get(0) + token.id());
            act.executeWithoutResult(tx -> flow.timeout(no, token.id(), timers.get(0)));
            return;
        }
        complete(token, OUTCOMES[random.nextInt(OUTCOMES.length)]);
    }

    private void sendBackOrBeRefused(String step) {
        try {
            sendBack(step);
            assertThat(room.places(no)).containsExactly(step);
        } catch (Refused refused) {
            assertThat(refused.refusal()).isEqualTo(FlowRefusals.INSIDE_PARALLEL);
        }
    }

    private void complete(Token token, String outcome) {
        room.fact(no, "outcome", outcome);
        act.executeWithoutResult(tx -> {
            flow.complete(no, token.id());
            room.completed(no, token);
        });
    }

    private boolean ended() {
        return room.told(no).stream().anyMatch(told -> told.startsWith("ended"));
    }

    private void mustWaitSomewhereOnce() {
        List<String> places = flow.waiting(no).stream().map(Token::element).toList();
        assertThat(places).isNotEmpty().doesNotHaveDuplicates();
    }
}
