package org.lianfu.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.Test;
import org.lianfu.testing.OnH2;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** What the engine costs: the statements of the reference case, counted. Fails when one more is sent. */
@OnH2
@Import(EngineCostTest.Counting.class)
class EngineCostTest extends EngineCase {

    private static final List<String> SENT = new ArrayList<>();

    /** Six steps of which two in parallel, three activities, one decision, two choices. */
    private BpmnModelInstance reference() {
        return model().userTask("apply")
                .serviceTask("seekBank")
                .camundaDelegateExpression("${seekBank}")
                .businessRuleTask("chooseApprover")
                .camundaDecisionRef("approver")
                .exclusiveGateway("who")
                .condition("branch", "${approver == 'BRANCH'}")
                .userTask("claim")
                .parallelGateway("split")
                .userTask("left")
                .parallelGateway("join")
                .serviceTask("seekBankAgain")
                .camundaDelegateExpression("${seekBank}")
                .userTask("decide")
                .serviceTask("seekBankLast")
                .camundaDelegateExpression("${seekBank}")
                .userTask("close")
                .endEvent("done")
                .moveToNode("split")
                .userTask("right")
                .connectTo("join")
                .moveToNode("who")
                .condition("city", "${approver == 'CITY'}")
                .endEvent("elsewhere")
                .done();
    }

    private void run() {
        act.executeWithoutResult(tx -> flow.start(no, program));
        for (String step : List.of("apply", "claim", "left", "right", "decide", "close")) {
            complete(step);
        }
    }

    @Test
    void theReferenceCaseCostsNoMoreThanTheTokenItself() {
        room.tables.put("approver", Tables.table("approver", "FIRST", "amountFen", "approver", "-|\"BRANCH\"|§1"));
        room.fact(no, "amountFen", 1L);
        published(reference(), "1");
        run();
        SENT.clear();
        run();
        assertThat(room.told(no)).endsWith("ended done");
        assertThat(SENT).as(() -> String.join("\n", SENT)).hasSizeLessThanOrEqualTo(18);
    }

    @TestConfiguration
    static class Counting {

        @Bean
        static BeanPostProcessor counting() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource source ? new Counted(source) : bean;
                }
            };
        }
    }

    static class Counted extends DelegatingDataSource {

        Counted(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws java.sql.SQLException {
            Connection connection = super.getConnection();
            return (Connection) proxy(Connection.class, connection, "");
        }

        private static Object proxy(Class<?> type, Object target, String sql) {
            return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                String call = method.getName();
                if (call.equals("addBatch") || call.startsWith("execute") && !call.equals("executeBatch")) {
                    SENT.add(sql.replaceAll("\\s+", " "));
                }
                try {
                    Object result = method.invoke(target, arguments);
                    return result instanceof PreparedStatement statement
                            ? proxy(PreparedStatement.class, statement, String.valueOf(arguments[0]))
                            : result;
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            });
        }
    }
}
