package org.lianfu.program;

import java.util.List;
import java.util.stream.Collectors;

/** A pack that may not become a version, with everything that is wrong with it. */
public class BrokenPack extends RuntimeException {

    private final transient List<Finding> findings;

    public BrokenPack(List<Finding> findings) {
        super(findings.stream().map(BrokenPack::line).collect(Collectors.joining("\n")));
        this.findings = List.copyOf(findings);
    }

    public List<Finding> findings() {
        return findings;
    }

    private static String line(Finding finding) {
        String element = finding.element().isEmpty() ? "" : " " + finding.element();
        return "%s%s: %s [%s]".formatted(finding.file(), element, finding.message(), finding.rule());
    }
}
