package org.lianfu.engine;

import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.AbstractFlowNodeBuilder;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;

/** A repeated sub-process with the steps draw and book, then the step close. */
final class Repeated {

    private Repeated() {}

    static BpmnModelInstance model(AbstractFlowNodeBuilder<?, ?> begin, String times) {
        BpmnModelInstance model = begin.subProcess("drawdown")
                .embeddedSubProcess()
                .startEvent("drawBegins")
                .userTask("draw")
                .userTask("book")
                .endEvent("drawn")
                .subProcessDone()
                .userTask("close")
                .endEvent("done")
                .done();
        SubProcess repeated = model.getModelElementById("drawdown");
        repeated.builder().multiInstance().parallel().cardinality(times);
        return model;
    }

    /** Makes an end event one that takes every other token with it. */
    static BpmnModelInstance terminating(BpmnModelInstance model, String end) {
        EndEvent event = model.getModelElementById(end);
        event.getEventDefinitions().add(model.newInstance(TerminateEventDefinition.class));
        return model;
    }
}
