package org.lianfu.engine.gate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * The elements and attributes that a file may hold, and in which place. Everything else is refused: what is not written
 * here cannot reach the engine.
 */
final class Vocabulary {

    private static final String XMLNS = "http://www.w3.org/2000/xmlns/";
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String MODELER = "http://camunda.org/schema/modeler/1.0";
    private static final String BIODI = "http://bpmn.io/schema/dmn/biodi/2.0";
    private static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";

    private static final Set<String> TEXTS = Set.of(
            "documentation",
            "incoming",
            "outgoing",
            "flowNodeRef",
            "text",
            "conditionExpression",
            "timeDate",
            "loopCardinality",
            "description");

    private final Map<String, String> prefixes;
    private final Map<String, Set<String>> attributes = new HashMap<>();
    private final Map<String, Set<String>> children = new HashMap<>();

    private Vocabulary(Map<String, String> prefixes) {
        this.prefixes = prefixes;
    }

    static final Vocabulary MODEL = new Vocabulary(Map.of(
                    Nodes.BPMN,
                    "",
                    Nodes.CAMUNDA,
                    "camunda:",
                    "http://www.omg.org/spec/BPMN/20100524/DI",
                    "bpmndi:",
                    "http://www.omg.org/spec/DD/20100524/DC",
                    "dc:",
                    "http://www.omg.org/spec/DD/20100524/DI",
                    "di:",
                    MODELER,
                    "modeler:",
                    XSI,
                    "xsi:"))
            .element(
                    "definitions",
                    "id name targetNamespace exporter exporterVersion modeler:executionPlatform"
                            + " modeler:executionPlatformVersion",
                    "collaboration process error bpmndi:BPMNDiagram")
            .element("error", "id name errorCode", "")
            .element("collaboration", "id name", "documentation participant textAnnotation association")
            .element("participant", "id name processRef", "documentation")
            .element(
                    "process",
                    "id name isExecutable processType camunda:historyTimeToLive camunda:versionTag",
                    "laneSet FLOW")
            .element("laneSet", "id name", "lane")
            .element("lane", "id name", "documentation flowNodeRef")
            .element("startEvent", "id name", "NODE")
            .element("endEvent", "id name", "NODE terminateEventDefinition errorEventDefinition")
            .element("userTask", "id name camunda:formKey", "NODE")
            .element("businessRuleTask", "id name camunda:decisionRef", "NODE")
            .element("serviceTask", "id name camunda:delegateExpression", "NODE")
            .element("exclusiveGateway", "id name default gatewayDirection", "NODE")
            .element("parallelGateway", "id name gatewayDirection", "NODE")
            .element("subProcess", "id name", "NODE multiInstanceLoopCharacteristics FLOW")
            .element("callActivity", "id name calledElement", "NODE multiInstanceLoopCharacteristics")
            .element(
                    "boundaryEvent",
                    "id name attachedToRef cancelActivity",
                    "NODE timerEventDefinition errorEventDefinition")
            .element("multiInstanceLoopCharacteristics", "id isSequential", "loopCardinality")
            .element("terminateEventDefinition", "id", "")
            .element("errorEventDefinition", "id errorRef", "")
            .element("timerEventDefinition", "id", "timeDate")
            .element("sequenceFlow", "id name sourceRef targetRef", "documentation conditionExpression")
            .element("extensionElements", "", "camunda:properties")
            .element("camunda:properties", "", "camunda:property")
            .element("camunda:property", "id name value", "")
            .element("textAnnotation", "id textFormat", "documentation text")
            .element("association", "id sourceRef targetRef associationDirection", "documentation")
            .words("documentation incoming outgoing flowNodeRef text", "id textFormat")
            .words("conditionExpression timeDate loopCardinality", "id xsi:type")
            .element("bpmndi:BPMNDiagram", "id name resolution", "bpmndi:BPMNPlane")
            .element("bpmndi:BPMNPlane", "id bpmnElement", "bpmndi:BPMNShape bpmndi:BPMNEdge")
            .element(
                    "bpmndi:BPMNShape",
                    "id bpmnElement isHorizontal isExpanded isMarkerVisible",
                    "dc:Bounds bpmndi:BPMNLabel")
            .element("bpmndi:BPMNEdge", "id bpmnElement", "di:waypoint bpmndi:BPMNLabel")
            .element("bpmndi:BPMNLabel", "id", "dc:Bounds")
            .element("dc:Bounds", "x y width height", "")
            .element("di:waypoint", "x y", "");

    static final Vocabulary DECISION = new Vocabulary(Map.of(
                    DMN,
                    "",
                    "https://www.omg.org/spec/DMN/20191111/DMNDI/",
                    "dmndi:",
                    "http://www.omg.org/spec/DMN/20180521/DC/",
                    "dc:",
                    "http://www.omg.org/spec/DMN/20180521/DI/",
                    "di:",
                    "http://camunda.org/schema/1.0/dmn",
                    "camunda:",
                    MODELER,
                    "modeler:",
                    BIODI,
                    "biodi:"))
            .element(
                    "definitions",
                    "id name namespace exporter exporterVersion modeler:executionPlatform"
                            + " modeler:executionPlatformVersion",
                    "description decision dmndi:DMNDI")
            .element(
                    "decision",
                    "id name camunda:historyTimeToLive camunda:versionTag",
                    "description variable decisionTable")
            .element("variable", "id name typeRef", "")
            .element("decisionTable", "id hitPolicy biodi:annotationsWidth", "description input output annotation rule")
            .element("input", "id label biodi:width", "description inputExpression inputValues")
            .element("inputExpression", "id typeRef expressionLanguage", "text")
            .element("output", "id label name typeRef biodi:width", "description outputValues")
            .element("inputValues", "id", "text")
            .element("outputValues", "id", "text")
            .element("annotation", "name", "")
            .element("rule", "id", "description inputEntry outputEntry annotationEntry")
            .element("inputEntry", "id expressionLanguage", "description text")
            .element("outputEntry", "id expressionLanguage", "description text")
            .element("annotationEntry", "", "text")
            .words("description text", "id")
            .element("dmndi:DMNDI", "", "dmndi:DMNDiagram")
            .element("dmndi:DMNDiagram", "id", "dmndi:DMNShape")
            .element("dmndi:DMNShape", "id dmnElementRef", "dc:Bounds")
            .element("dc:Bounds", "x y width height", "");

    private Vocabulary element(String name, String mayHave, String mayHold) {
        attributes.put(name, Set.of(mayHave.split(" ")));
        String node = mayHold.replace("NODE", "documentation extensionElements incoming outgoing");
        children.put(
                name,
                Set.of(node.replace(
                                "FLOW",
                                "startEvent endEvent userTask businessRuleTask serviceTask"
                                        + " exclusiveGateway parallelGateway subProcess callActivity boundaryEvent sequenceFlow"
                                        + " textAnnotation association"
                                        + (node.contains("documentation") ? "" : " documentation"))
                        .split(" ")));
        return this;
    }

    private Vocabulary words(String names, String mayHave) {
        List.of(names.split(" ")).forEach(name -> {
            attributes.put(name, Set.of(mayHave.split(" ")));
            children.put(name, Set.of());
        });
        return this;
    }

    /** Name as this table writes it; a namespace that is not known shows in full. */
    String name(Element element) {
        return name(element.getNamespaceURI(), element.getLocalName());
    }

    private String name(String namespace, String local) {
        return prefixes.getOrDefault(namespace == null ? "-" : namespace, "{" + namespace + "}") + local;
    }

    boolean mayHold(Element parent, Element child) {
        return children.getOrDefault(name(parent), Set.of()).contains(name(child));
    }

    boolean isRoot(Element element) {
        return name(element).equals("definitions");
    }

    boolean mayHave(Element element, Attr attribute) {
        String namespace = attribute.getNamespaceURI();
        if (XMLNS.equals(namespace)) {
            return prefixes.containsKey(attribute.getValue());
        }
        if (namespace != null && prefixes.getOrDefault(namespace, "").isEmpty()) {
            return false;
        }
        String name = namespace == null ? attribute.getLocalName() : name(namespace, attribute.getLocalName());
        return attributes.getOrDefault(name(element), Set.of()).contains(name);
    }

    /** Elements whose text means something; in every other one only white space may stand. */
    boolean mayHoldText(Element element) {
        return TEXTS.contains(name(element));
    }
}
