package org.lianfu.program.pack;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.lianfu.program.pack.Rule.Report;
import org.w3c.dom.Element;

/** That a pack holds what is read and nothing else, and shows people all that it draws. */
final class FileRules {

    static final List<Rule> ALL =
            List.of(new Rule("file-unknown", FileRules::unknown), new Rule("not-drawn", FileRules::notDrawn));

    private static final Pattern SHARED = Pattern.compile(
            "processes/shared/[^/]+\\.(bpmn|feature|en\\.properties)|forms/[^/]+/[^/]+\\.(form|en\\.properties)");
    private static final Pattern OWN = Pattern.compile(
            "program\\.yaml|documents\\.yaml|POLICY\\.md|en\\.properties|example\\.json|[^/]+\\.dmn|scenarios/[^/]+\\.feature");

    private static void unknown(PackReading pack, Report report) {
        String own = pack.pack().path("");
        pack.pack().files().keySet().stream()
                .filter(path -> !SHARED.matcher(path).matches())
                .filter(path -> !path.startsWith(own)
                        || !path.equals(pack.pack().diagram())
                                && !OWN.matcher(path.substring(own.length())).matches())
                .forEach(path -> report.add(path, "", "nobody reads a file of this name; take it out of the pack"));
    }

    /** What has no place in the picture cannot be seen on the page of a case. */
    private static void notDrawn(PackReading pack, Report report) {
        pack.parts().forEach((prefix, part) -> {
            String file = pack.diagram(prefix);
            Set<String> drawn = new HashSet<>();
            drawn(Xml.read(pack.pack().bytes(file)).getDocumentElement(), drawn);
            part.elements().keySet().stream()
                    .filter(id -> !drawn.contains(id))
                    .forEach(id -> report.add(file, id, "has no place in the picture; draw it"));
            part.ways().stream()
                    .filter(way -> !drawn.contains(way.id()))
                    .forEach(way -> report.add(file, way.id(), "has no line in the picture; draw it"));
        });
    }

    private static void drawn(Element element, Set<String> drawn) {
        if (Set.of("BPMNShape", "BPMNEdge").contains(element.getLocalName())) {
            drawn.add(element.getAttribute("bpmnElement"));
        }
        Xml.children(element).forEach(child -> drawn(child, drawn));
    }
}
