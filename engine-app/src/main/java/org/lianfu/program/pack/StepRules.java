package org.lianfu.program.pack;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lianfu.calendar.Term;
import org.lianfu.program.Manifest;
import org.lianfu.program.RoleDef;
import org.lianfu.program.SeatRule;
import org.lianfu.program.StepDef;
import org.lianfu.program.pack.ProcessModel.Element;
import org.lianfu.program.pack.Rule.Report;
import org.lianfu.shared.Audience;

/** What a user task must say so that people can work on it. */
final class StepRules {

    static final List<Rule> ALL = List.of(
            new Rule("step-role", StepRules::role),
            new Rule("step-seats", StepRules::seats),
            new Rule("step-outcomes", StepRules::outcomes),
            new Rule("step-vote", StepRules::vote),
            new Rule("step-returns", StepRules::returns),
            new Rule("step-audience", StepRules::audience),
            new Rule("step-hidden", StepRules::hidden),
            new Rule("step-phase", StepRules::phase),
            new Rule("step-differs", StepRules::differs),
            new Rule("step-timer", StepRules::timer),
            new Rule("lapse", StepRules::lapse),
            new Rule("deadline", StepRules::deadline),
            new Rule("deadline-unknown-step", StepRules::deadlineOfNothing));

    private static final Set<String> VOTES = Set.of("APPROVE", "REJECT", "ABSTAIN");

    /** Reads a comma list. */
    static List<String> list(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }

    private static void role(PackReading pack, Report report) {
        pack.known().ifPresent(manifest -> pack.steps()
                .filter(s -> !manifest.roles().containsKey(s.property("role")))
                .forEach(s -> say(
                        pack,
                        report,
                        s,
                        "property role is '%s': name a role key of program.yaml, one of %s"
                                .formatted(
                                        s.property("role"),
                                        sorted(manifest.roles().keySet())))));
    }

    private static void seats(PackReading pack, Report report) {
        pack.steps()
                .filter(s -> SeatRule.parse(s.property("seats")).isEmpty())
                .forEach(s -> say(
                        pack,
                        report,
                        s,
                        "property seats is '%s': write SINGLE, ALL 2 to ALL 9, or RATIO quorum=5 share=2/3"
                                .formatted(s.property("seats"))));
    }

    private static void outcomes(PackReading pack, Report report) {
        pack.steps().forEach(s -> {
            List<String> outcomes = list(s.property("outcomes"));
            if (outcomes.isEmpty()
                    || new HashSet<>(outcomes).size() < outcomes.size()
                    || !StepDef.OUTCOMES.containsAll(outcomes)) {
                say(
                        pack,
                        report,
                        s,
                        "property outcomes is '%s': list some of %s, each once"
                                .formatted(s.property("outcomes"), sorted(StepDef.OUTCOMES)));
            }
        });
    }

    /** Whoever votes consents, refuses or abstains; the step itself comes to one of the first two. */
    private static void vote(PackReading pack, Report report) {
        pack.steps()
                .filter(StepRules::isVote)
                .filter(s -> !VOTES.containsAll(list(s.property("outcomes")))
                        || !list(s.property("outcomes")).containsAll(List.of("APPROVE", "REJECT")))
                .forEach(s -> say(
                        pack,
                        report,
                        s,
                        "property outcomes is '%s': a vote offers APPROVE and REJECT, and may offer ABSTAIN"
                                .formatted(s.property("outcomes"))));
    }

    private static void returns(PackReading pack, Report report) {
        pack.steps()
                .filter(s -> !s.property("returns").matches("|[0-9]"))
                .forEach(s -> say(
                        pack,
                        report,
                        s,
                        "property returns is '%s': write 0 to 9, how often the step may send back"
                                .formatted(s.property("returns"))));
    }

    static boolean isVote(Element step) {
        return SeatRule.parse(step.property("seats")).filter(SeatRule::isVote).isPresent();
    }

    /** What a step can come to as a whole: nobody's abstention decides a vote. */
    static List<String> results(Element step) {
        return list(step.property("outcomes")).stream()
                .filter(outcome -> !isVote(step) || !outcome.equals("ABSTAIN"))
                .toList();
    }

    private static void audience(PackReading pack, Report report) {
        Set<String> known = new HashSet<>();
        Arrays.stream(Audience.values()).forEach(a -> known.add(a.name()));
        pack.steps()
                .filter(s -> list(s.property("audience")).isEmpty() || !known.containsAll(list(s.property("audience"))))
                .forEach(s -> say(
                        pack,
                        report,
                        s,
                        "property audience is '%s': list who may read what is recorded here, of %s"
                                .formatted(s.property("audience"), sorted(known))));
    }

    /** Whoever works on a step may read what is recorded there. */
    private static void hidden(PackReading pack, Report report) {
        pack.known().ifPresent(manifest -> pack.steps().forEach(s -> {
            RoleDef role = manifest.roles().get(s.property("role"));
            String org = role == null ? "" : role.org();
            if (Set.of(RoleDef.APPLICANT, RoleDef.BANK).contains(org)
                    && !list(s.property("audience")).contains(org)) {
                say(
                        pack,
                        report,
                        s,
                        "property audience is '%s' and hides the step from %s, who works on it"
                                .formatted(s.property("audience"), org));
            }
        }));
    }

    private static void phase(PackReading pack, Report report) {
        pack.steps()
                .filter(s -> !StepDef.PHASES.contains(s.property("phase")))
                .forEach(s -> say(
                        pack,
                        report,
                        s,
                        "property phase is '%s': name the status of the case while it waits here, of %s"
                                .formatted(s.property("phase"), sorted(StepDef.PHASES))));
    }

    private static void differs(PackReading pack, Report report) {
        pack.steps().forEach(s -> list(s.property("differsFrom")).stream()
                .filter(other -> pack.steps().noneMatch(step -> step.id().equals(other)) || other.equals(s.id()))
                .forEach(other -> say(
                        pack, report, s, "property differsFrom names '%s', which is no other step".formatted(other))));
    }

    private static void timer(PackReading pack, Report report) {
        pack.known().ifPresent(manifest -> pack.elements("boundaryEvent")
                .filter(event -> !event.timer().isEmpty())
                .filter(timer -> term(manifest, timer.attribute("attachedToRef")) == null)
                .forEach(timer -> say(
                        pack,
                        report,
                        timer,
                        "step %s has a timer and needs a deadline in program.yaml"
                                .formatted(timer.attribute("attachedToRef")))));
    }

    /** A lapse is drawn as a timer on its step, and a decision of the diagram says how many months it is. */
    private static void lapse(PackReading pack, Report report) {
        pack.known().filter(manifest -> pack.model() != null).ifPresent(manifest -> manifest.lapses()
                .forEach((step, fact) -> {
                    String file = pack.pack().path("program.yaml");
                    if (pack.elements("boundaryEvent")
                            .noneMatch(e -> e.attribute("attachedToRef").equals(step)
                                    && !e.timer().isEmpty())) {
                        report.add(file, step, "lapses names a step on which no timer is drawn");
                    }
                    if (pack.decisions().stream()
                            .noneMatch(decision -> decision.outputs().contains(fact))) {
                        report.add(file, step, "no decision has the output %s".formatted(fact));
                    }
                }));
    }

    private static void deadline(PackReading pack, Report report) {
        pack.known().ifPresent(manifest -> pack.steps()
                .filter(s -> !manifest.deadlines().containsKey(s.id()))
                .forEach(s -> report.add(
                        pack.pack().path("program.yaml"),
                        s.id(),
                        "deadlines lacks this step: write 5wd, 30d or none; a step of a part stands under its call activity,"
                                + " as in creditClosing: {signContract: 10wd}")));
    }

    private static void deadlineOfNothing(PackReading pack, Report report) {
        Set<String> known = new HashSet<>(Set.of(Manifest.SUPPLEMENT, Manifest.PROMISE));
        pack.steps().forEach(s -> known.add(s.id()));
        if (pack.model() != null) {
            pack.known().ifPresent(manifest -> manifest.deadlines().keySet().stream()
                    .filter(step -> !known.contains(step))
                    .sorted()
                    .forEach(step -> report.add(
                            pack.pack().path("program.yaml"), step, "deadlines names a step that is not drawn")));
        }
    }

    /** The term of a step, null when it has none. */
    static Term term(Manifest manifest, String step) {
        String text = manifest.deadlines().get(step);
        return text == null || text.equals("none") ? null : Term.parse(text);
    }

    private static void say(PackReading pack, Report report, Element element, String message) {
        report.at(pack, element.id(), message);
    }

    static List<String> sorted(Set<String> words) {
        return words.stream().sorted().toList();
    }
}
