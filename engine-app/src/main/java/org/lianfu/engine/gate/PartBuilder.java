package org.lianfu.engine.gate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Builds one model from a diagram and its parts: each call activity {@code part:<name>} becomes an embedded sub-process with
 * the same id, and what the part holds gets that id in front of its own. So a case is one process instance, and can be sent
 * back to any step of it.
 */
final class PartBuilder {

    private static final int MAX_NESTING = 5;
    private static final List<String> REFERENCES =
            List.of("id", "sourceRef", "targetRef", "attachedToRef", "default", "errorRef");

    private final ModelGate gate;
    private final Function<String, byte[]> parts;

    PartBuilder(ModelGate gate, Function<String, byte[]> parts) {
        this.gate = gate;
        this.parts = parts;
    }

    String build(String file, byte[] model) {
        return XmlFile.write(read(file, model, List.of()));
    }

    private Document read(String file, byte[] model, List<String> around) {
        var findings = gate.source(file, model);
        if (!findings.isEmpty()) {
            throw Findings.refused(file, findings);
        }
        Document document = XmlFile.read(model, Integer.MAX_VALUE, Integer.MAX_VALUE);
        for (Element call : Nodes.all(document.getDocumentElement(), "callActivity")) {
            String part = call.getAttribute("calledElement").substring("part:".length());
            if (around.contains(part) || around.size() >= MAX_NESTING) {
                throw new IllegalArgumentException(file + " " + call.getAttribute("id") + ": the part " + part
                        + " holds itself, or parts are nested deeper than " + MAX_NESTING);
            }
            byte[] xml = parts.apply(part);
            if (xml == null) {
                throw new IllegalArgumentException(file + " " + call.getAttribute("id") + ": there is no part " + part);
            }
            List<String> deeper =
                    Stream.concat(around.stream(), Stream.of(part)).toList();
            inline(document, call, read(part + ".bpmn", xml, deeper).getDocumentElement());
        }
        return document;
    }

    private static void inline(Document document, Element call, Element part) {
        String prefix = call.getAttribute("id");
        Element process = Nodes.children(part, "process").get(0);
        prefix(part, prefix);

        Element sub = document.createElementNS(Nodes.BPMN, qualified(document, "subProcess"));
        sub.setAttribute("id", prefix);
        if (call.hasAttribute("name")) {
            sub.setAttribute("name", call.getAttribute("name"));
        }
        Nodes.children(call).forEach(sub::appendChild);
        List<Element> artifacts = new ArrayList<>();
        for (Element child : Nodes.children(process)) {
            if (Nodes.is(child, "textAnnotation", "association")) {
                artifacts.add(child);
            } else if (!Nodes.is(child, "laneSet", "documentation", "extensionElements")) {
                sub.appendChild(document.importNode(child, true));
            }
        }
        artifacts.forEach(artifact -> sub.appendChild(document.importNode(artifact, true)));
        call.getParentNode().replaceChild(sub, call);

        Node first = Nodes.children(document.getDocumentElement()).get(0);
        Nodes.children(part, "error")
                .forEach(error -> document.getDocumentElement().insertBefore(document.importNode(error, true), first));
    }

    private static void prefix(Element part, String prefix) {
        Set<String> own = new HashSet<>();
        Nodes.walk(part, element -> own.add(element.getAttribute("id")));
        Nodes.walk(part, element -> {
            for (String reference : REFERENCES) {
                if (element.hasAttribute(reference)) {
                    element.setAttribute(reference, prefix + "_" + element.getAttribute(reference));
                }
            }
            if (Nodes.is(element, "incoming", "outgoing")) {
                element.setTextContent(prefix + "_" + Nodes.text(element));
            }
            if ("differsFrom".equals(element.getAttribute("name"))) {
                element.setAttribute(
                        "value",
                        Stream.of(element.getAttribute("value").split(","))
                                .map(String::strip)
                                .map(step -> own.contains(step) ? prefix + "_" + step : step)
                                .collect(Collectors.joining(",")));
            }
        });
    }

    private static String qualified(Document document, String name) {
        String prefix = document.getDocumentElement().getPrefix();
        return prefix == null ? name : prefix + ":" + name;
    }
}
