package org.lianfu.program.pack;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a BPMN file says, as far as people and rules read it: its elements in the order of the file, and the ways between
 * them. Knows nothing of any engine.
 *
 * @param names what the file calls anything, pool and lanes included, by id
 */
public record ProcessModel(
        String id, String name, Map<String, Element> elements, List<Way> ways, Map<String, String> names) {

    /**
     * A node of the diagram.
     *
     * @param type local name of its BPMN element, for example {@code userTask}
     * @param parent id of the sub-process around it, empty at the top
     * @param attributes attributes that matter, by local name: formKey, decisionRef, delegateExpression, calledElement,
     *     attachedToRef, default, cancelActivity
     * @param properties camunda properties by name
     * @param timer text of its timer, empty when it has none
     */
    public record Element(
            String id,
            String type,
            String name,
            String parent,
            Map<String, String> attributes,
            Map<String, String> properties,
            String timer) {

        public String attribute(String name) {
            return attributes.getOrDefault(name, "");
        }

        public String property(String name) {
            return properties.getOrDefault(name, "");
        }
    }

    /** A sequence flow; {@code condition} is empty when it has none. */
    public record Way(String id, String name, String from, String to, String condition) {}

    public Stream<Element> all(String type) {
        return elements.values().stream().filter(e -> e.type().equals(type));
    }

    public List<Way> from(String element) {
        return ways.stream().filter(w -> w.from().equals(element)).toList();
    }

    public List<Way> to(String element) {
        return ways.stream().filter(w -> w.to().equals(element)).toList();
    }
}
