package org.lianfu.review;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lianfu.application.ApplicationDesk;
import org.lianfu.application.Applications;
import org.lianfu.application.Attachment;
import org.lianfu.application.Attachments;
import org.lianfu.application.CaseFile;
import org.lianfu.outbox.Incidents;
import org.lianfu.outbox.OutboxClerk;
import org.lianfu.program.Manifest;
import org.lianfu.program.Programs;
import org.lianfu.program.StepDef;
import org.lianfu.shared.Actor;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Refused;
import org.lianfu.shared.Times;
import org.lianfu.trail.Entry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The review counter 审核岗: people claim seats, decide, ask the applicant for more. Each verb is one transaction that locks
 * the case first; only a decided step moves the token.
 */
@Component
public class ReviewDesk {

    /** A file of an officer that is none of the program's documents. */
    public static final String OTHER = "other";

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Applications applications;
    private final Programs programs;
    private final Steps steps;
    private final Inbox inbox;
    private final CaseClerk clerk;
    private final Supplements supplements;
    private final StepForms forms;
    private final Attachments attachments;
    private final List<StepCheck> checks;
    private final Counter counter;
    private final Incidents incidents;
    private final Clock clock;

    ReviewDesk(
            Applications applications,
            Programs programs,
            Steps steps,
            Inbox inbox,
            CaseClerk clerk,
            Supplements supplements,
            StepForms forms,
            Attachments attachments,
            List<StepCheck> checks,
            Counter counter,
            Incidents incidents,
            Clock clock) {
        this.applications = applications;
        this.programs = programs;
        this.steps = steps;
        this.inbox = inbox;
        this.clerk = clerk;
        this.supplements = supplements;
        this.forms = forms;
        this.attachments = attachments;
        this.checks = checks;
        this.counter = counter;
        this.incidents = incidents;
        this.clock = clock;
    }

    /** Takes a seat 签收: nobody else of the post may work on it until it is given back. */
    @Transactional
    public Step claim(Actor actor, String seatId) {
        CaseFile file = counter.open(seatId);
        Step step = counter.stepOf(file, actor, seatId);
        mayStandIn(step, actor);
        Step claimed = step.claim(seatId, actor, counter.history(file), clock.instant());
        if (claimed != step) {
            clerk.stepsOf(file).put(claimed);
            steps.claimed(claimed, claimed.seat(seatId));
            inbox.claimed(claimed.seat(seatId));
            file.record(Counter.entry("task.claimed", actor, claimed, seatId));
        }
        return claimed;
    }

    /** Gives a seat back to its post. */
    @Transactional
    public Step release(Actor actor, String seatId) {
        CaseFile file = counter.open(seatId);
        Step released = counter.stepOf(file, actor, seatId).release(seatId, actor);
        clerk.stepsOf(file).put(released);
        steps.claimed(released, released.seat(seatId));
        inbox.claimed(released.seat(seatId));
        file.record(Counter.entry("task.released", actor, released, seatId));
        return released;
    }

    /**
     * One person decides on a seat; when that decides the step, the case goes on.
     *
     * @param typed answers of the step's form as typed; faults are refused all at once
     */
    @Transactional
    public Step complete(Actor actor, String seatId, String outcome, String opinion, Map<String, Object> typed) {
        CaseFile file = counter.open(seatId);
        Step step = counter.stepOf(file, actor, seatId);
        if (step.place().isSupplement()) {
            return supplements.answer(file, step, actor, opinion, typed, counter.history(file));
        }
        mayStandIn(step, actor);
        StepDef def =
                programs.version(file.application().program()).step(step.place().element());
        Voice voice = forms.voice(file, def, outcome, opinion, typed);
        if ("RETURN".equals(voice.outcome())) {
            mayReturn(def, clerk.stepsOf(file).returnsOf(def.element()));
        }
        return decide(file, step, seatId, actor, voice);
    }

    private static void mayReturn(StepDef def, int returned) {
        if (returned >= def.returns()) {
            throw ReviewRefusals.RETURNED_ENOUGH.because(Map.of("step", def.element(), "times", returned));
        }
    }

    /** An outside answer has come for the step {@code element} of role SYSTEM; a late second one changes nothing. */
    @Transactional
    public boolean answerOutside(CaseNo no, String element, String outcome, Map<String, Object> answers) {
        return answerOutside(no, element, outcome, "", answers);
    }

    /** The same, with the words in which the outside gave its reasons. */
    @Transactional
    public boolean answerOutside(
            CaseNo no, String element, String outcome, String opinion, Map<String, Object> answers) {
        CaseFile file = applications.open(no);
        return clerk.stepsOf(file)
                .openAt(element)
                .map(step -> {
                    Voice voice = new Voice(outcome, opinion, answers, StepForms.reasons(answers));
                    String seat = step.seats().get(0).id();
                    return decide(file, step, seat, Actor.SYSTEM, voice);
                })
                .isPresent();
    }

    private Step decide(CaseFile file, Step step, String seatId, Actor actor, Voice voice) {
        Instant now = clock.instant();
        Step decided =
                step.decide(seatId, actor, voice, file.application().answersVersion(), counter.history(file), now);
        checks.forEach(check -> check.check(file, decided, voice));
        clerk.stepsOf(file).put(decided);
        steps.decided(decided, decided.seat(seatId));
        inbox.decided(decided, decided.seat(seatId));
        Entry told = Counter.entry("task.completed", actor, decided, seatId)
                .data("outcome", voice.outcome())
                .data("reasons", String.join(",", voice.reasons()))
                .details(said(voice))
                .evidence("answers", file.application().answersSha256());
        file.record(counter.naming(file, decided, voice, told));
        if (!decided.isOpen()) {
            counter.ended(file, decided, actor, voice);
        } else if (decided.lacksQuorum()) {
            clerk.lacksQuorum(decided);
        }
        return decided;
    }

    /**
     * Asks the applicant for more 补充资料: everything at once. The step stays open, its clock stands still, the applicant
     * gets a step of its own with a deadline; silence ends the application.
     */
    @Transactional
    public Step requestSupplement(Actor actor, String seatId, Supplement.Request request) {
        CaseFile file = counter.open(seatId);
        Step step = counter.stepOf(file, actor, seatId);
        return supplements.ask(file, step, seatId, actor, request, counter.history(file));
    }

    /** The applicant answers a request for supplement; the clock of the step that asked runs on. */
    @Transactional
    public Step answerSupplement(Actor actor, CaseNo no, String opinion, Map<String, Object> typed) {
        CaseFile file = applications.open(no);
        ApplicationDesk.mustBeApplicant(file, actor);
        Step step = clerk.stepsOf(file).openSupplement().orElseThrow(() -> nothingAsked(file, actor));
        return supplements.answer(file, step, actor, opinion, typed, counter.history(file));
    }

    /** Says who has answered, or ended the case, when somebody was faster. */
    private Refused nothingAsked(CaseFile file, Actor actor) {
        counter.mustGoOn(file, Place.SUPPLEMENT, actor);
        clerk.stepsOf(file).all().stream()
                .filter(step -> step.place().isSupplement())
                .reduce((earlier, later) -> later)
                .ifPresent(last -> last.mustBeOpen(last.seats().get(0).id()));
        return ReviewRefusals.NOTHING_ASKED.because(
                Map.of("no", file.application().no().value()));
    }

    /** Refuses before the bytes of a file are read, when this person may not add one here. */
    @Transactional
    public void mayAttach(Actor actor, String seatId) {
        CaseFile file = counter.open(seatId);
        attachable(file, actor, seatId);
    }

    /**
     * Adds an officer's file to a step that this person has claimed; its readers are the step's audience.
     *
     * @param kind a document of the program, or {@link #OTHER}
     */
    @Transactional
    public Attachment attach(Actor actor, String seatId, String kind, Attachments.Arrived arrived) {
        CaseFile file = counter.open(seatId);
        Step step = attachable(file, actor, seatId);
        Manifest manifest = programs.version(file.application().program()).manifest();
        if (!OTHER.equals(kind) && manifest.documentTitle(kind).isEmpty()) {
            List<String> kinds = new ArrayList<>(manifest.officeDocuments().stream()
                    .filter(document -> document.step().equals(step.place().element()))
                    .map(Manifest.OfficeDocument::kind)
                    .toList());
            kinds.add(OTHER);
            throw Attachments.unknownKind(kind, kinds);
        }
        Attachment added = attachments.add(
                file.application().no(), kind, arrived, step.place().audience(), actor, step.id(), clock.instant());
        file.record(Counter.entry("task.attached", actor, step, seatId).evidence("file", added.sha256()));
        return added;
    }

    private Step attachable(CaseFile file, Actor actor, String seatId) {
        Step step = counter.stepOf(file, actor, seatId);
        if (!step.isOpen() || !step.seat(seatId).isOf(actor.login())) {
            throw ReviewRefusals.CLAIM_FIRST.because(Map.of("step", step.place().element()));
        }
        return step;
    }

    /** An operator answers for the outside only when its time has passed, or when an incident says that it cannot answer. */
    private void mayStandIn(Step step, Actor actor) {
        if (!step.place().isOutside() || actor.isSystem() || !step.isOpen()) {
            return;
        }
        Instant due = step.clock().dueAt();
        if (due != null && clock.instant().isAfter(due)
                || incidents.ofCase(step.place().caseNo().value()).stream()
                        .anyMatch(i -> i.ref().equals(step.id()) || i.kind().equals(OutboxClerk.KIND))) {
            return;
        }
        throw ReviewRefusals.OUTSIDE_MAY_ANSWER.because(Map.of(
                "step",
                step.place().element(),
                "since",
                minute(step.clock().openedAt()),
                "until",
                due == null ? "-" : minute(due)));
    }

    private static String minute(Instant instant) {
        return MINUTE.format(instant.atZone(Times.ZONE));
    }

    private static Map<String, Object> said(Voice voice) {
        return voice.opinion().isBlank() && voice.answers().isEmpty()
                ? Map.of()
                : Map.of("opinion", voice.opinion(), "answers", voice.answers());
    }
}
