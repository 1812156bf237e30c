package org.lianfu.engine;

import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;

/** The engine as in production and nothing above it: for tests that publish packs and start no case. */
@TestConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration(CamundaBpmAutoConfiguration.class)
@Import(EngineRoom.class)
public class BareEngine {}
