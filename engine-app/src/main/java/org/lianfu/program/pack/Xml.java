package org.lianfu.program.pack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.lianfu.shared.SafeXml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** XML of people we do not know: no document type, nothing fetched from elsewhere. */
final class Xml {

    private Xml() {}

    /** @throws IllegalArgumentException when it is not well-formed or has a document type; says line and column */
    static Document read(byte[] xml) {
        try {
            return SafeXml.builder().parse(new ByteArrayInputStream(xml));
        } catch (SAXParseException e) {
            throw new IllegalArgumentException(
                    "line %d, column %d: %s".formatted(e.getLineNumber(), e.getColumnNumber(), e.getMessage()), e);
        } catch (SAXException | IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static List<Element> children(Element parent, String namespace, String name) {
        return children(parent).stream()
                .filter(e -> namespace.equals(e.getNamespaceURI()) && name.equals(e.getLocalName()))
                .toList();
    }

    /** The child of this name, null when there is none. */
    static Element child(Element parent, String namespace, String name) {
        List<Element> found = children(parent, namespace, name);
        return found.isEmpty() ? null : found.get(0);
    }

    /** The first child of this name anywhere below, null when there is none. */
    static Element first(Element parent, String namespace, String name) {
        return (Element) parent.getElementsByTagNameNS(namespace, name).item(0);
    }
}
