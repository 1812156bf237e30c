package org.lianfu.engine;

import java.util.List;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.spi.type.DmnDataTypeTransformer;
import org.camunda.bpm.dmn.engine.impl.type.DefaultDataTypeTransformerRegistry;
import org.camunda.bpm.dmn.engine.impl.type.IdentityDataTypeTransformer;
import org.camunda.bpm.dmn.engine.impl.type.LongDataTypeTransformer;

/** A decision engine that knows FEEL and no other language, and in which a whole number holds any amount in fen. */
final class FeelOnly {

    private FeelOnly() {}

    static DmnEngine engine(FeelFast feel, DmnDecisionTableEvaluationListener listener) {
        DefaultDmnEngineConfiguration engine =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        engine.setFeelEngineFactory(() -> feel);
        engine.setCustomPostDecisionTableEvaluationListeners(List.of(listener));
        engine.setScriptEngineResolver(language -> {
            throw new DmnEngineException("decisions speak FEEL only, not " + language);
        });
        engine.setElProvider(expression -> {
            throw new DmnEngineException("decisions speak FEEL only: " + expression);
        });
        engine.getTransformer().setDataTypeTransformerRegistry(new Types());
        return engine.buildEngine();
    }

    /** The engine's "integer" ends at 21 million yuan, and its "double" is no number for money. */
    private static final class Types extends DefaultDataTypeTransformerRegistry {

        @Override
        public DmnDataTypeTransformer getTransformer(String type) {
            if ("integer".equalsIgnoreCase(type)) {
                return new LongDataTypeTransformer();
            }
            return "number".equalsIgnoreCase(type) || "double".equalsIgnoreCase(type)
                    ? new IdentityDataTypeTransformer()
                    : super.getTransformer(type);
        }
    }
}
