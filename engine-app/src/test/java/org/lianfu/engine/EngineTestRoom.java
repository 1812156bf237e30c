package org.lianfu.engine;

import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.lianfu.engine.activity.TestCatalogue;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The engine as in production, with a fake house above it. */
@TestConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration(CamundaBpmAutoConfiguration.class)
@Import({EngineRoom.class, TestCatalogue.class})
public class EngineTestRoom {

    @Bean
    FakeRoom fakeRoom() {
        return new FakeRoom();
    }

    /** A bean that no model may reach. */
    @Bean
    Secret secret() {
        return new Secret();
    }

    public static class Secret {

        public int touched;

        public boolean touch() {
            touched++;
            return true;
        }
    }
}
