package org.lianfu.program.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lianfu.program.pack.ProcessModel.Way;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Reads a BPMN file into a {@link ProcessModel}. What the file may hold is the business of the gate. */
public final class ProcessReader {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private static final Set<String> NODES = Set.of(
            "startEvent",
            "endEvent",
            "userTask",
            "serviceTask",
            "businessRuleTask",
            "exclusiveGateway",
            "parallelGateway",
            "subProcess",
            "callActivity",
            "boundaryEvent",
            "intermediateCatchEvent");
    private static final List<String> ATTRIBUTES = List.of(
            "formKey",
            "decisionRef",
            "delegateExpression",
            "calledElement",
            "attachedToRef",
            "default",
            "cancelActivity");

    private ProcessReader() {}

    /** @throws IllegalArgumentException when the file is not well-formed XML or holds no process */
    public static ProcessModel read(byte[] xml) {
        Document document = Xml.read(xml);
        Element process = Xml.first(document.getDocumentElement(), BPMN, "process");
        if (process == null) {
            throw new IllegalArgumentException("the file has no process");
        }
        Map<String, ProcessModel.Element> elements = new LinkedHashMap<>();
        List<Way> ways = new ArrayList<>();
        walk(process, "", elements, ways);
        Map<String, String> names = new LinkedHashMap<>();
        names(document.getDocumentElement(), names);
        return new ProcessModel(process.getAttribute("id"), process.getAttribute("name"), elements, ways, names);
    }

    private static void names(Element element, Map<String, String> names) {
        for (Element child : Xml.children(element)) {
            if (BPMN.equals(child.getNamespaceURI())) {
                if (!child.getAttribute("name").isBlank() && child.hasAttribute("id")) {
                    names.put(child.getAttribute("id"), child.getAttribute("name"));
                }
                names(child, names);
            }
        }
    }

    private static void walk(Element scope, String parent, Map<String, ProcessModel.Element> elements, List<Way> ways) {
        for (Element child : Xml.children(scope)) {
            if (!BPMN.equals(child.getNamespaceURI())) {
                continue;
            }
            String id = child.getAttribute("id");
            if (NODES.contains(child.getLocalName())) {
                elements.put(id, element(child, parent));
                if (child.getLocalName().equals("subProcess")) {
                    walk(child, id, elements, ways);
                }
            } else if (child.getLocalName().equals("sequenceFlow")) {
                Element condition = Xml.child(child, BPMN, "conditionExpression");
                ways.add(new Way(
                        id,
                        child.getAttribute("name"),
                        child.getAttribute("sourceRef"),
                        child.getAttribute("targetRef"),
                        condition == null ? "" : condition.getTextContent().strip()));
            }
        }
    }

    private static ProcessModel.Element element(Element node, String parent) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String name : ATTRIBUTES) {
            String value =
                    node.hasAttributeNS(CAMUNDA, name) ? node.getAttributeNS(CAMUNDA, name) : node.getAttribute(name);
            if (!value.isEmpty()) {
                attributes.put(name, value);
            }
        }
        Element timer = Xml.child(node, BPMN, "timerEventDefinition");
        return new ProcessModel.Element(
                node.getAttribute("id"),
                node.getLocalName(),
                node.getAttribute("name"),
                parent,
                attributes,
                properties(node),
                timer == null ? "" : timer.getTextContent().strip());
    }

    private static Map<String, String> properties(Element node) {
        Map<String, String> properties = new LinkedHashMap<>();
        Element extension = Xml.child(node, BPMN, "extensionElements");
        Element list = extension == null ? null : Xml.child(extension, CAMUNDA, "properties");
        if (list != null) {
            for (Element property : Xml.children(list)) {
                properties.put(property.getAttribute("name"), property.getAttribute("value"));
            }
        }
        return properties;
    }
}
