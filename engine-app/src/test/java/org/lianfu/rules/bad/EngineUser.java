package org.lianfu.rules.bad;

import org.camunda.bpm.engine.RuntimeService;

/** Knows the engine outside its module. */
public class EngineUser {

    public void start(RuntimeService engine) {
        engine.startProcessInstanceByKey("x");
    }
}
