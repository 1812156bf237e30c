package org.lianfu.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Parts become embedded sub-processes. */
public class PartBuilderTest {

    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
                xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="defs" targetNamespace="t">
            """;

    public static final String OUTER = HEAD + """
              <bpmn:error id="refused" errorCode="REFUSED"/>
              <bpmn:process id="whole" isExecutable="true">
                <bpmn:startEvent id="begin"/>
                <bpmn:callActivity id="closing" name="放款" calledElement="part:credit-closing"><bpmn:incoming>go</bpmn:incoming><bpmn:outgoing>closed</bpmn:outgoing></bpmn:callActivity>
                <bpmn:boundaryEvent id="closingRefused" attachedToRef="closing"><bpmn:errorEventDefinition errorRef="refused"/></bpmn:boundaryEvent>
                <bpmn:endEvent id="done"/>
                <bpmn:endEvent id="stopped"/>
                <bpmn:sequenceFlow id="go" sourceRef="begin" targetRef="closing"/>
                <bpmn:sequenceFlow id="closed" sourceRef="closing" targetRef="done"/>
                <bpmn:sequenceFlow id="stop" sourceRef="closingRefused" targetRef="stopped"/>
              </bpmn:process>
              <bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="whole"><bpmndi:BPMNShape id="closing_di" bpmnElement="closing"><dc:Bounds x="1" y="2" width="3" height="4"/></bpmndi:BPMNShape></bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
            </bpmn:definitions>""";

    public static final String PART = HEAD + """
              <bpmn:error id="no" errorCode="REFUSED"/>
              <bpmn:process id="credit-closing" isExecutable="true">
                <bpmn:laneSet id="lanes"><bpmn:lane id="bankLane" name="银行"><bpmn:flowNodeRef>prepare</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>
                <bpmn:startEvent id="partBegins"/>
                <bpmn:userTask id="prepare" name="准备" camunda:formKey="prepare"><bpmn:incoming>first</bpmn:incoming><bpmn:outgoing>second</bpmn:outgoing></bpmn:userTask>
                <bpmn:serviceTask id="seekBank" camunda:delegateExpression="${seekBank}"/>
                <bpmn:userTask id="check"><bpmn:extensionElements><camunda:properties><camunda:property name="differsFrom" value="prepare, apply"/></camunda:properties></bpmn:extensionElements></bpmn:userTask>
                <bpmn:boundaryEvent id="checkLate" attachedToRef="check"><bpmn:timerEventDefinition><bpmn:timeDate xsi:type="bpmn:tFormalExpression">${due}</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:boundaryEvent>
                <bpmn:exclusiveGateway id="checked" default="bad"/>
                <bpmn:endEvent id="partDone"/>
                <bpmn:endEvent id="partRefused"><bpmn:errorEventDefinition errorRef="no"/></bpmn:endEvent>
                <bpmn:textAnnotation id="note"><bpmn:text>注</bpmn:text></bpmn:textAnnotation>
                <bpmn:sequenceFlow id="first" sourceRef="partBegins" targetRef="prepare"/>
                <bpmn:sequenceFlow id="second" sourceRef="prepare" targetRef="seekBank"/>
                <bpmn:sequenceFlow id="third" sourceRef="seekBank" targetRef="check"/>
                <bpmn:sequenceFlow id="fourth" sourceRef="check" targetRef="checked"/>
                <bpmn:sequenceFlow id="good" name="是" sourceRef="checked" targetRef="partDone"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${outcome == 'DONE'}</bpmn:conditionExpression></bpmn:sequenceFlow>
                <bpmn:sequenceFlow id="bad" sourceRef="checked" targetRef="partRefused"/>
                <bpmn:sequenceFlow id="fifth" sourceRef="checkLate" targetRef="partRefused"/>
              </bpmn:process>
            </bpmn:definitions>""";

    private final ModelGate gate = new ModelGate(Set.of("seekBank"));

    private String build(String outer, Map<String, String> parts) {
        return new PartBuilder(gate, name -> parts.containsKey(name) ? bytes(parts.get(name)) : null)
                .build("whole.bpmn", bytes(outer));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aPartBecomesASubProcessWithItsIdsPrefixed() {
        String built = build(OUTER, Map.of("credit-closing", PART));
        assertThat(gate.built("whole.bpmn", built)).isEmpty();
        assertThat(built)
                .contains(
                        "<bpmn:subProcess id=\"closing\" name=\"放款\">",
                        "id=\"closing_prepare\"",
                        "id=\"closing_seekBank\"",
                        "attachedToRef=\"closing_check\"",
                        "default=\"closing_bad\"",
                        "errorRef=\"closing_no\"",
                        "id=\"closing_no\"",
                        "<bpmn:incoming>closing_first</bpmn:incoming>",
                        "${seekBank}",
                        "camunda:formKey=\"prepare\"",
                        "value=\"closing_prepare,apply\"",
                        "bpmnElement=\"closing\"")
                .doesNotContain("callActivity", "flowNodeRef", "credit-closing");
    }

    @Test
    void theSameBytesGiveTheSameText() {
        assertThat(build(OUTER, Map.of("credit-closing", PART)))
                .isEqualTo(build(OUTER, Map.of("credit-closing", PART)));
    }

    @Test
    void aPartInAPart() {
        String middle = OUTER.replace("id=\"whole\"", "id=\"middle\"")
                .replace("bpmnElement=\"whole\"", "bpmnElement=\"middle\"");
        String built = build(
                OUTER.replace("part:credit-closing", "part:middle"), Map.of("middle", middle, "credit-closing", PART));
        assertThat(built).contains("id=\"closing_closing_prepare\"", "value=\"closing_closing_prepare,apply\"");
        assertThat(gate.built("whole.bpmn", built)).isEmpty();
    }

    @Test
    void aMissingPartAPartInItselfAndAHostilePartAreRefused() {
        assertThatThrownBy(() -> build(OUTER, Map.of())).hasMessageContaining("there is no part credit-closing");
        String self = OUTER.replace("id=\"whole\"", "id=\"credit-closing\"")
                .replace("bpmnElement=\"whole\"", "bpmnElement=\"credit-closing\"");
        assertThatThrownBy(() -> build(OUTER, Map.of("credit-closing", self))).hasMessageContaining("holds itself");
        assertThatThrownBy(() -> build(OUTER, Map.of("credit-closing", PART.replace("${seekBank}", "${secret}"))))
                .hasMessageContaining("credit-closing.bpmn seekBank [not-in-catalogue]");
    }

    @Test
    void anErrorThatNobodyCatchesIsFoundInTheBuiltModel() {
        String built =
                build(OUTER.replace("errorCode=\"REFUSED\"", "errorCode=\"OTHER\""), Map.of("credit-closing", PART));
        assertThat(gate.built("whole.bpmn", built))
                .extracting(finding -> finding.rule())
                .containsExactly("error-not-caught");
    }
}
