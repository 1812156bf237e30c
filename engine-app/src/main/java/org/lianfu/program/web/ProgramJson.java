package org.lianfu.program.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lianfu.directory.Directory;
import org.lianfu.program.Clause;
import org.lianfu.program.Manifest;
import org.lianfu.program.Program;
import org.lianfu.shared.Words;

/** How programs look to clients. */
final class ProgramJson {

    private ProgramJson() {}

    /** A program in a list. Dates are null where the window is open. */
    @JsonInclude
    record Line(
            String code,
            String version,
            Words title,
            String family,
            String mode,
            Unit leadUnit,
            List<Unit> responsibleUnits,
            LocalDate opensOn,
            LocalDate closesOn,
            boolean open) {}

    record Unit(String code, String name) {}

    /** One program with all that an applicant needs. */
    @JsonInclude
    record Whole(
            String code,
            String version,
            Words title,
            String family,
            String mode,
            Unit leadUnit,
            List<Unit> responsibleUnits,
            LocalDate opensOn,
            LocalDate closesOn,
            boolean open,
            String sha256,
            Manifest.Policy policy,
            List<Clause> clauses,
            Map<String, JsonNode> forms,
            List<Manifest.Document> documents,
            List<Step> steps,
            @JsonInclude(JsonInclude.Include.NON_NULL) Map<String, Object> example) {}

    /** A step of the course. @param deadline for example {@code 5wd}; null when it has none */
    @JsonInclude
    record Step(String id, String name, String role, String roleName, String deadline) {}

    static Line line(Program program, boolean open, Directory directory, Locale locale) {
        Manifest manifest = program.manifest();
        return new Line(
                manifest.code(),
                manifest.version(),
                manifest.title(),
                manifest.family(),
                manifest.mode(),
                unit(manifest.leadUnit(), directory, locale),
                manifest.responsibleUnits().stream()
                        .map(code -> unit(code, directory, locale))
                        .toList(),
                manifest.window().opensOn(),
                manifest.window().closesOn(),
                open);
    }

    static Whole whole(Program program, boolean open, Directory directory, Locale locale) {
        Manifest manifest = program.manifest();
        Line line = line(program, open, directory, locale);
        Map<String, JsonNode> forms = new LinkedHashMap<>();
        forms.put(Manifest.APPLY, program.form(Manifest.APPLY).json());
        program.steps()
                .values()
                .forEach(step ->
                        forms.putIfAbsent(step.form(), program.form(step.form()).json()));
        return new Whole(
                line.code(),
                line.version(),
                line.title(),
                line.family(),
                line.mode(),
                line.leadUnit(),
                line.responsibleUnits(),
                line.opensOn(),
                line.closesOn(),
                line.open(),
                program.sha256(),
                manifest.policy(),
                program.clauses(),
                forms,
                manifest.documents(),
                program.steps().values().stream()
                        .map(step -> new Step(
                                step.element(),
                                step.name().in(locale),
                                manifest.roles().get(step.role()).role(),
                                manifest.roles().get(step.role()).title().in(locale),
                                step.deadline() == null ? null : step.deadline().toString()))
                        .toList(),
                program.example().get(Manifest.APPLY));
    }

    private static Unit unit(String code, Directory directory, Locale locale) {
        return new Unit(code, directory.nameOf(code).in(locale));
    }
}
