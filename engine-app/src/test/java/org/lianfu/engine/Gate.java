package org.lianfu.engine;

import java.util.function.Consumer;
import org.lianfu.engine.activity.Nothing;
import org.lianfu.engine.gate.DecisionGate;
import org.lianfu.engine.gate.EngineGate;
import org.lianfu.flow.Decisions;
import org.lianfu.program.PackGate;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** The real gate and the real decisions without an engine behind them: enough to check and build packs. */
public final class Gate {

    private static final FeelDecisions DECISIONS = new FeelDecisions((program, decision) -> {
        throw new IllegalStateException("no shelf");
    });

    private Gate() {}

    public static Decisions decisions() {
        return DECISIONS;
    }

    /** @param activities names of the catalogue */
    public static PackGate with(String... activities) {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        for (String name : activities) {
            beans.registerSingleton(name, new Nothing());
        }
        Consumer<String> expression = DECISIONS.feel()::expression;
        Consumer<String> test = DECISIONS.feel()::test;
        return new EngineGate(new Catalogue(beans), new DecisionGate(expression, test), null, null);
    }
}
