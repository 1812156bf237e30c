package org.lianfu.engine.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Short words for walking a small tree. */
final class Nodes {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private Nodes() {}

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static List<Element> children(Element parent, String name) {
        return children(parent).stream().filter(child -> is(child, name)).toList();
    }

    static boolean is(Element element, String... names) {
        return BPMN.equals(element.getNamespaceURI()) && List.of(names).contains(element.getLocalName());
    }

    static boolean has(Element element, String child) {
        return !children(element, child).isEmpty();
    }

    /** The element itself and everything in it, in document order. */
    static void walk(Element element, Consumer<Element> visit) {
        visit.accept(element);
        children(element).forEach(child -> walk(child, visit));
    }

    static List<Element> all(Element root, String... names) {
        List<Element> found = new ArrayList<>();
        walk(root, element -> {
            if (is(element, names)) {
                found.add(element);
            }
        });
        return found;
    }

    static List<Attr> attributes(Element element) {
        List<Attr> attributes = new ArrayList<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            attributes.add((Attr) element.getAttributes().item(i));
        }
        return attributes;
    }

    /** Text that stands in the element itself, not in its children. */
    static String text(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(node.getNodeValue());
            }
        }
        return text.toString().strip();
    }

    /** The id of the element, or of the nearest one around it that has one. */
    static String where(Node node) {
        for (Node at = node; at instanceof Element element; at = at.getParentNode()) {
            if (element.hasAttribute("id")) {
                return element.getAttribute("id");
            }
        }
        return "";
    }
}
