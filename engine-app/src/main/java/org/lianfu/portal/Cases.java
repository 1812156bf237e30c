package org.lianfu.portal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lianfu.application.Answers;
import org.lianfu.application.Application;
import org.lianfu.application.ApplicationDesk;
import org.lianfu.application.Applications;
import org.lianfu.application.Attachment;
import org.lianfu.application.Attachments;
import org.lianfu.application.Filed;
import org.lianfu.flow.Decisions;
import org.lianfu.program.Manifest;
import org.lianfu.program.Program;
import org.lianfu.program.Programs;
import org.lianfu.review.Readers;
import org.lianfu.review.Seat;
import org.lianfu.review.Step;
import org.lianfu.review.Steps;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Audience;
import org.lianfu.shared.CaseNo;
import org.lianfu.trail.Recorded;
import org.lianfu.trail.Trail;
import org.springframework.stereotype.Component;

/** One case as its reader may see it; the same for the page and for REST. A case that is not theirs does not exist. */
@Component
public class Cases {

    private final Applications applications;
    private final Answers answers;
    private final Attachments attachments;
    private final Programs programs;
    private final Steps steps;
    private final Readers readers;
    private final Trail trail;
    private final Decisions decisions;

    Cases(
            Applications applications,
            Answers answers,
            Attachments attachments,
            Programs programs,
            Steps steps,
            Readers readers,
            Trail trail,
            Decisions decisions) {
        this.applications = applications;
        this.answers = answers;
        this.attachments = attachments;
        this.programs = programs;
        this.steps = steps;
        this.readers = readers;
        this.trail = trail;
        this.decisions = decisions;
    }

    /** A case with its program, its steps, and who the reader is to it. */
    public record Opened(
            Application application, Program program, List<Step> steps, Actor person, Set<Audience> reader) {

        public boolean isFor(Set<Audience> audience) {
            return audience.stream().anyMatch(reader::contains);
        }

        /** Whether the reader may know what was applied for and what was decided: whoever may read what was filed. */
        public boolean knowsTheMatter() {
            return isFor(program.filedAudience());
        }

        /** Whether the reader may know what was paid out: the scheme, too. */
        public boolean knowsTheMoney() {
            return knowsTheMatter() || reader.contains(Audience.SCHEME);
        }

        /** Whether the reader may read this entry whole. */
        public boolean isFor(Recorded entry) {
            return entry.isFor(audiencesFor(entry));
        }

        private Set<Audience> audiencesFor(Recorded entry) {
            return Readers.isOfARival(person, entry.org(), entry.roles()) ? Set.of() : reader;
        }
    }

    /** @throws org.lianfu.shared.Refused MISSING when the case does not exist for this person */
    public Opened open(Actor actor, CaseNo no) {
        Application application = applications.find(no).orElseThrow(() -> ApplicationDesk.missing(no.value()));
        Set<Audience> reader = readers.of(actor, application);
        if (reader.isEmpty()) {
            throw ApplicationDesk.missing(no.value());
        }
        boolean draft = application.program() == null;
        Program program = draft ? programs.newest(application.programCode()) : programs.version(application.program());
        return new Opened(application, program, draft ? List.of() : steps.ofCase(no), actor, reader);
    }

    /** The application's answers as a client would send them; empty for readers outside their audience. */
    public Map<String, Object> answers(Opened opened) {
        Application application = opened.application();
        if (application.program() == null) {
            return answers.draft(application.no()).map(d -> d.typed()).orElse(Map.of());
        }
        if (!opened.knowsTheMatter()) {
            return Map.of();
        }
        return answers.filed(application.no(), application.answersVersion())
                .map(f -> opened.program().form("apply").raw(f.answers()))
                .orElse(Map.of());
    }

    /** The application's typed answers; of a draft those that are right. For who may read what was filed. */
    public Map<String, Object> typed(Opened opened) {
        Application application = opened.application();
        return application.program() == null
                ? answers.draft(application.no())
                        .map(d -> opened.program()
                                .form(Manifest.APPLY)
                                .check(d.typed(), decisions)
                                .answers())
                        .orElse(Map.of())
                : answers.filed(application.no(), application.answersVersion())
                        .map(Filed::answers)
                        .orElse(Map.of());
    }

    /** Files that this reader may download. */
    public List<Attachment> files(Opened opened) {
        return attachments.ofCase(opened.application().no()).stream()
                .filter(a -> opened.isFor(a.audience()))
                .filter(a -> a.stepId() == null || !isOfARival(opened, a))
                .filter(a -> a.addedBy().equals(opened.person().login()) || !isSealed(opened, a))
                .toList();
    }

    private static boolean isSealed(Opened opened, Attachment file) {
        return opened.steps().stream()
                .filter(step -> step.place().id().equals(file.stepId()))
                .anyMatch(step -> Readers.isSealed(opened.person(), step));
    }

    private static boolean isOfARival(Opened opened, Attachment file) {
        return opened.steps().stream()
                .filter(step -> step.place().id().equals(file.stepId()))
                .anyMatch(step -> Readers.isOfARival(
                        opened.person(), file.org(), step.place().role()));
    }

    /** Trail entries behind {@code after}, each as this reader may see it. */
    public List<Recorded> trail(Actor actor, Opened opened, long after, int limit) {
        return trail.page(Application.subject(opened.application().no()), after, limit).stream()
                .map(entry -> entry.seenBy(opened.audiencesFor(entry), knowsPersons(actor, entry)))
                .toList();
    }

    /** Persons are known inside their own organisation, and to whoever watches over the scheme; never to the firm. */
    private static boolean knowsPersons(Actor actor, Recorded entry) {
        return actor.org().equals(entry.org()) || actor.has("FINANCE_AUDITOR");
    }

    /**
     * How far the program's elements have come in this case.
     *
     * @param done steps that people decided, not open again
     * @param current steps that wait now
     * @param failed steps that ended with a no, not open again and not done later
     * @param closed steps that the system closed before anybody had decided them, not open again and not done later
     */
    public record Progress(Set<String> done, Set<String> current, Set<String> failed, Set<String> closed) {}

    public Progress progress(Opened opened) {
        Set<String> done = new LinkedHashSet<>();
        Set<String> current = new LinkedHashSet<>();
        Set<String> failed = new LinkedHashSet<>();
        Set<String> closed = new LinkedHashSet<>();
        for (Step step : opened.steps()) {
            String element = step.place().element();
            if (step.place().isSupplement()) {
                continue;
            }
            done.remove(element);
            failed.remove(element);
            closed.remove(element);
            if (step.isOpen()) {
                current.add(element);
            } else if (step.state() == Step.State.CLOSED) {
                closed.add(element);
            } else if (isNo(step)) {
                failed.add(element);
            } else {
                done.add(element);
            }
        }
        done.removeAll(current);
        failed.removeAll(current);
        closed.removeAll(current);
        return new Progress(done, current, failed, closed);
    }

    /**
     * The same in the ids of one picture: a step drawn there by its own id, a part by its call activity. A part is where the
     * case is while any step in it waits; else it failed when a step in it did; else it is closed when the system closed a
     * step in it; else it is done. What was only closed because the part had come to its end beside it does not count.
     */
    public static Progress within(Program.Picture picture, Progress progress) {
        Set<String> current = drawn(picture, progress.current());
        Set<String> failed = drawn(picture, progress.failed());
        Set<String> done = drawn(picture, progress.done());
        Set<String> closed = drawn(
                picture,
                progress.closed().stream()
                        .filter(element -> !isInOneOf(picture, done, element))
                        .collect(Collectors.toSet()));
        failed.removeAll(current);
        closed.removeAll(current);
        closed.removeAll(failed);
        done.removeAll(current);
        done.removeAll(failed);
        done.removeAll(closed);
        return new Progress(done, current, failed, closed);
    }

    /** Whether a part that some step has brought on holds this step. */
    private static boolean isInOneOf(Program.Picture picture, Set<String> done, String element) {
        return picture.holds(element)
                && element.substring(picture.prefix().length()).contains("_")
                && done.containsAll(drawn(picture, Set.of(element)));
    }

    private static Set<String> drawn(Program.Picture picture, Set<String> elements) {
        return elements.stream()
                .filter(picture::holds)
                .map(element -> element.substring(picture.prefix().length()).split("_", 2)[0])
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean isNo(Step step) {
        return "REJECT".equals(step.outcome()) || "DECLINE".equals(step.outcome()) || "RETURN".equals(step.outcome());
    }

    /** The seat on which this person may act on an open step; null when there is none. */
    public static String seatFor(Actor actor, Step step) {
        if (!step.isOpen()
                || !actor.org().equals(step.place().org())
                || !actor.has(step.place().role())) {
            return null;
        }
        return step.seats().stream()
                .filter(Seat::isLive)
                .filter(seat -> seat.state() == Seat.State.OPEN || seat.isOf(actor.login()))
                .map(Seat::id)
                .findFirst()
                .orElse(null);
    }
}
