package org.lianfu.engine.gate;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.lianfu.program.Finding;
import org.w3c.dom.Document;

/** Reads a BPMN model against the allow-list: as its author wrote it, or as it was built from parts. */
final class ModelGate {

    private static final int MEGABYTE = 1 << 20;

    private final Set<String> catalogue;

    ModelGate(Set<String> catalogue) {
        this.catalogue = catalogue;
    }

    List<Finding> source(String file, byte[] xml) {
        return check(file, xml, MEGABYTE, 2_000, false);
    }

    /** A built model holds several files, and no call activity any more. */
    List<Finding> built(String file, String xml) {
        return check(file, xml.getBytes(StandardCharsets.UTF_8), 5 * MEGABYTE, 10_000, true);
    }

    private List<Finding> check(String file, byte[] xml, int maxBytes, int maxElements, boolean built) {
        Findings findings = new Findings(file);
        try {
            Document document = XmlFile.read(xml, maxBytes, maxElements);
            new AllowList(Vocabulary.MODEL, findings).check(document.getDocumentElement());
            if (findings.none()) {
                new ModelRules(catalogue, built, findings).check(document.getDocumentElement());
            }
            if (findings.none()) {
                new FlowRules(built, findings).check(document.getDocumentElement());
            }
        } catch (Unreadable e) {
            findings.add(e.rule(), "", e.getMessage());
        }
        return findings.list();
    }
}
