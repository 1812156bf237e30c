package org.lianfu.program.pack;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lianfu.form.Form;
import org.lianfu.program.Manifest;
import org.lianfu.program.RoleDef;
import org.lianfu.program.pack.Rule.Report;

/** What a pack asks of the house: units, roles that somebody holds, forms, documents. */
final class HouseRules {

    /** The longest program.yaml, in lines. */
    static final int MANIFEST_LINES = 60;

    private final Offices offices;

    HouseRules(Offices offices) {
        this.offices = offices;
    }

    List<Rule> all() {
        return List.of(
                new Rule("unit-unknown", this::units),
                new Rule("role-unknown", this::roles),
                new Rule("role-by", this::namedByCase),
                new Rule("role-unused", HouseRules::unused),
                new Rule("role-vacant", this::vacant),
                new Rule("form-missing", HouseRules::forms),
                new Rule("form-unused", HouseRules::formUnused),
                new Rule("document-twice", HouseRules::documents),
                new Rule("document-asked", HouseRules::documentsAsked),
                new Rule("window", HouseRules::window),
                new Rule("manifest-long", HouseRules::longManifest));
    }

    /** What a reader can hold in his head: whatever makes it longer has another home. */
    private static void longManifest(PackReading pack, Report report) {
        long lines = pack.pack().text(yaml(pack)).lines().count();
        if (lines > MANIFEST_LINES) {
            report.add(
                    yaml(pack),
                    "",
                    "%d lines, at most %d: figures belong into decisions, questions into forms, documents into documents.yaml"
                            .formatted(lines, MANIFEST_LINES));
        }
    }

    private void units(PackReading pack, Report report) {
        pack.known().ifPresent(manifest -> Stream.concat(
                        Stream.of(manifest.leadUnit()), manifest.responsibleUnits().stream())
                .filter(unit -> !offices.orgExists().test(unit))
                .forEach(unit -> report.add(yaml(pack), unit, "the directory has no organisation of this code")));
    }

    private void roles(PackReading pack, Report report) {
        each(pack, (key, role) -> {
            if (!role.dependsOnCase()
                    && !role.isSystem()
                    && !offices.orgExists().test(role.org())) {
                report.add(yaml(pack), "/roles/" + key, "the directory has no organisation " + role.org());
            }
            if (!role.isSystem() && !offices.roleExists().test(role.role())) {
                report.add(yaml(pack), "/roles/" + key, "the directory has no role " + role.role());
            }
        });
    }

    /**
     * An organisation that the case names comes from a decision of the diagram or from a choice on a step's form, and
     * whatever these may name is there and has somebody for the work.
     */
    private void namedByCase(PackReading pack, Report report) {
        each(pack, (key, role) -> {
            if (role.isNamedByCase() != (role.by() != null)) {
                report.add(yaml(pack), "/roles/" + key, "write org: CASE and by: <fact> together, or neither");
            } else if (role.isNamedByCase() && pack.model() != null) {
                Map<String, Set<String>> named = named(pack, role.by());
                if (named.isEmpty()) {
                    report.add(
                            yaml(pack),
                            "/roles/" + key,
                            "no decision of the diagram gives %s and no step's form lets one choose it"
                                    .formatted(role.by()));
                }
                named.forEach((file, orgs) -> orgs.stream()
                        .filter(org -> offices.roleExists().test(role.role())
                                && !offices.held().test(org, role.role()))
                        .forEach(org -> report.add(
                                file,
                                role.by(),
                                "may be %s: the directory has no such organisation, or nobody there is %s"
                                        .formatted(org, role.role()))));
            }
        });
    }

    /** Everything that the fact may be, by the file that says so: a decision that the diagram asks, or a step's form. */
    private static Map<String, Set<String>> named(PackReading pack, String fact) {
        Map<String, Set<String>> named = new TreeMap<>();
        Set<String> asked = pack.elements("businessRuleTask")
                .map(task -> task.attribute("decisionRef"))
                .collect(Collectors.toSet());
        pack.decisions().stream()
                .filter(decision -> asked.contains(decision.id()))
                .forEach(decision -> named.put(decision.file(), decision.values(fact)));
        pack.steps()
                .map(step -> pack.forms().get(step.attribute("formKey")))
                .filter(Objects::nonNull)
                .forEach(form -> named.put(pack.pack().form(form.name()), Set.copyOf(form.choices(fact))));
        named.values().removeIf(Set::isEmpty);
        return named;
    }

    private static void unused(PackReading pack, Report report) {
        if (pack.model() != null) {
            Set<String> used = new HashSet<>();
            pack.steps().forEach(s -> used.add(s.property("role")));
            each(pack, (key, role) -> {
                if (!used.contains(key)) {
                    report.add(yaml(pack), "/roles/" + key, "no step of the diagram names this role");
                }
            });
        }
    }

    private void vacant(PackReading pack, Report report) {
        each(pack, (key, role) -> {
            boolean known = role.dependsOnCase() || offices.orgExists().test(role.org());
            if (!role.isSystem()
                    && known
                    && offices.roleExists().test(role.role())
                    && !offices.held().test(role.org(), role.role())) {
                report.add(
                        yaml(pack),
                        "/roles/" + key,
                        "nobody of %s holds the role %s".formatted(role.org(), role.role()));
            }
        });
    }

    private static void forms(PackReading pack, Report report) {
        if (pack.pack().form(Manifest.APPLY) == null) {
            report.add("forms/" + pack.pack().code() + "/apply.form", "", "a program begins with this form");
        }
        pack.steps()
                .filter(s -> pack.pack().form(s.attribute("formKey")) == null)
                .forEach(s -> report.at(
                        pack,
                        s.id(),
                        "formKey is '%s': name a file of forms/%s or forms/shared"
                                .formatted(s.attribute("formKey"), pack.pack().code())));
    }

    private static void formUnused(PackReading pack, Report report) {
        if (pack.model() != null) {
            Set<String> used = new HashSet<>(Set.of(Manifest.APPLY));
            pack.steps().forEach(s -> used.add(s.attribute("formKey")));
            pack.pack().forms().forEach((name, path) -> {
                if (!used.contains(name)) {
                    report.add(path, "", "no step asks this form");
                }
            });
        }
    }

    private static void documents(PackReading pack, Report report) {
        pack.known().ifPresent(manifest -> {
            Set<String> seen = new HashSet<>();
            Stream.concat(
                            manifest.documents().stream().map(Manifest.Document::kind),
                            manifest.officeDocuments().stream().map(Manifest.OfficeDocument::kind))
                    .filter(kind -> !seen.add(kind))
                    .forEach(kind -> report.add(handedIn(pack), "/" + kind, "the kind " + kind + " stands twice"));
        });
    }

    /** A document rests on a clause, an answer and a step that there are. */
    private static void documentsAsked(PackReading pack, Report report) {
        pack.known().ifPresent(manifest -> {
            Form apply = pack.forms().get(Manifest.APPLY);
            Set<String> keys = apply == null ? Set.of() : apply.keys();
            for (Manifest.Document document : manifest.documents()) {
                document.requiredWhen().keySet().stream()
                        .filter(key -> apply != null && !keys.contains(key))
                        .forEach(key -> asked(pack, report, document.kind(), "the application does not ask " + key));
                clause(pack, report, document.kind(), document.clause());
            }
            Set<String> steps = pack.steps().map(ProcessModel.Element::id).collect(Collectors.toSet());
            for (Manifest.OfficeDocument document : manifest.officeDocuments()) {
                if (pack.model() != null && !steps.contains(document.step())) {
                    asked(pack, report, document.kind(), "the program has no step " + document.step());
                }
                clause(pack, report, document.kind(), document.clause());
            }
        });
    }

    private static void clause(PackReading pack, Report report, String kind, String clause) {
        if (clause != null && !pack.hasClause(clause)) {
            asked(pack, report, kind, "the policy has no clause " + clause);
        }
    }

    private static void asked(PackReading pack, Report report, String kind, String message) {
        report.add(handedIn(pack), "/" + kind, message);
    }

    private static void window(PackReading pack, Report report) {
        pack.known()
                .map(Manifest::window)
                .filter(w -> w.opensOn() != null
                        && w.closesOn() != null
                        && w.closesOn().isBefore(w.opensOn()))
                .ifPresent(w -> report.add(yaml(pack), "/window", "closes before it opens"));
    }

    private static String handedIn(PackReading pack) {
        return pack.pack().path("documents.yaml");
    }

    private static String yaml(PackReading pack) {
        return pack.pack().path("program.yaml");
    }

    private static void each(PackReading pack, java.util.function.BiConsumer<String, RoleDef> role) {
        pack.known().ifPresent(manifest -> manifest.roles().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> role.accept(e.getKey(), e.getValue())));
    }
}
