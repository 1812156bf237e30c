package org.lianfu.portal.web;

import java.util.List;
import java.util.Locale;
import org.lianfu.portal.Cases;
import org.lianfu.program.Program;

/** The pictures of a case over REST, the whole first, each with how far its elements have come. */
record Diagram(List<Part> parts) {

    /** One picture; the lists hold ids of its elements, see {@link Cases.Progress}. */
    record Part(
            String id,
            String name,
            String bpmn,
            List<String> done,
            List<String> current,
            List<String> failed,
            List<String> closed) {}

    static Diagram of(Program program, Cases.Progress progress, Locale locale) {
        return new Diagram(program.pictures().stream()
                .map(picture -> part(picture, Cases.within(picture, progress), locale))
                .toList());
    }

    private static Part part(Program.Picture picture, Cases.Progress within, Locale locale) {
        return new Part(
                picture.id(),
                picture.name().in(locale),
                picture.bpmn(),
                List.copyOf(within.done()),
                List.copyOf(within.current()),
                List.copyOf(within.failed()),
                List.copyOf(within.closed()));
    }
}
