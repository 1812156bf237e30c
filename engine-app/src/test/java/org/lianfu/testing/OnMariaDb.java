package org.lianfu.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The Spring context of this test class stands on an empty schema of a real MariaDB (or MySQL) through Connector/J. Without
 * a server the class is skipped; with {@code CI=true} it fails.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OnMariaDb.Present.class)
public @interface OnMariaDb {

    /** As {@link OnH2#shared()}. */
    String shared() default "";

    /** Looks for a server. */
    class Present implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return "true".equals(System.getenv("CI")) || TestMariaDb.available()
                    ? ConditionEvaluationResult.enabled("a server is there, or its absence must fail")
                    : ConditionEvaluationResult.disabled(
                            "no MariaDB here: install mariadb-server or set LIANFU_TEST_DB_URL");
        }
    }
}
