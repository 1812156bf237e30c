package org.lianfu.review;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.lianfu.application.ApplicationDesk;
import org.lianfu.application.CaseFile;
import org.lianfu.application.Corrections;
import org.lianfu.application.Status;
import org.lianfu.program.Manifest;
import org.lianfu.program.Program;
import org.lianfu.program.Programs;
import org.lianfu.program.SeatRule;
import org.lianfu.program.StepDef;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Ids;
import org.lianfu.trail.Entry;
import org.springframework.stereotype.Component;

/** Asking the applicant for more 补充资料 and taking the answer, inside the act of the {@link ReviewDesk}. */
@Component
class Supplements {

    private final Corrections corrections;
    private final Programs programs;
    private final Steps steps;
    private final Inbox inbox;
    private final CaseClerk clerk;
    private final Deadlines deadlines;
    private final Clock clock;

    Supplements(
            Corrections corrections,
            Programs programs,
            Steps steps,
            Inbox inbox,
            CaseClerk clerk,
            Deadlines deadlines,
            Clock clock) {
        this.corrections = corrections;
        this.programs = programs;
        this.steps = steps;
        this.inbox = inbox;
        this.clerk = clerk;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** Opens the applicant's own step; the step that asks stays open and its clock stands still. */
    Step ask(CaseFile file, Step step, String seatId, Actor actor, Supplement.Request request, CaseHistory history) {
        if (request.items().isEmpty() || request.items().stream().anyMatch(String::isBlank)) {
            throw ReviewRefusals.ITEMS_REQUIRED.because();
        }
        if (!file.application().status().isWithdrawable()
                || clerk.stepsOf(file).openSupplement().isPresent()
                || step.place().isSupplement()
                || step.place().org().equals(file.application().org())
                || def(file, step).returns() == 0) {
            throw ReviewRefusals.NOT_ASKABLE.because(Map.of("step", step.place().element()));
        }
        Program program = programs.version(file.application().program());
        String element = step.place().element();
        int asked = clerk.stepsOf(file).supplementsOf(element);
        if (asked >= def(file, step).returns()) {
            throw ReviewRefusals.ASKED_ENOUGH.because(Map.of("step", element, "times", asked));
        }
        Instant now = clock.instant();
        Place place = new Place(
                Ids.next(),
                step.place().caseNo(),
                Place.SUPPLEMENT,
                null,
                file.application().org(),
                ApplicationDesk.OPERATOR,
                Status.SUPPLEMENT_REQUESTED.name(),
                program.filedAudience(),
                step.id());
        Step opened = Step.open(
                place,
                SeatRule.SINGLE,
                deadlines.start(now, program.term(Manifest.SUPPLEMENT), true),
                clerk.stepsOf(file).nextSeatIds(1));
        Step paused = step.pause(seatId, actor, history, opened.id(), now);
        clerk.overcome(step);
        clerk.stepsOf(file).put(paused);
        steps.update(paused);
        file.record(
                Entry.of("supplement.requested", actor)
                        .about("step", opened.id())
                        .details(Map.of("items", request.items(), "reason", request.reason()))
                        .audience(program.filedAudience()),
                Status.SUPPLEMENT_REQUESTED);
        clerk.put(file, opened, request);
        return opened;
    }

    private StepDef def(CaseFile file, Step step) {
        return programs.version(file.application().program()).step(step.place().element());
    }

    /** Closes the applicant's step; the clock of the step that asked runs on. */
    Step answer(CaseFile file, Step step, Actor actor, String opinion, Map<String, Object> typed, CaseHistory history) {
        Instant now = clock.instant();
        String seatId = step.seats().get(0).id();
        String hash = corrections.file(file, actor, typed);
        Voice voice = new Voice("DONE", opinion, Map.of(), List.of());
        Step answered = step.decide(seatId, actor, voice, file.application().answersVersion(), history, now);
        clerk.stepsOf(file).put(answered);
        steps.decided(answered, answered.seat(seatId));
        steps.update(answered);
        inbox.close(answered);
        clerk.overcome(step);
        Step asker = clerk.stepsOf(file).byId(step.place().askedFor()).orElseThrow();
        Program program = programs.version(file.application().program());
        StepDef def = program.step(asker.place().element());
        Step running =
                asker.resume(Deadlines.lapsing(deadlines.resume(asker.clock(), now, def.actsAtDeadline()), def, file));
        clerk.stepsOf(file).put(running);
        steps.update(running);
        inbox.restate(running);
        file.promise(deadlines.promise(
                program, file.application(), clerk.stepsOf(file).all()));
        file.record(
                Entry.of("supplement.answered", actor)
                        .about("step", step.id())
                        .details(Map.of("note", opinion))
                        .evidence("answers", hash)
                        .audience(program.filedAudience()),
                Status.valueOf(running.place().phase()));
        return answered;
    }
}
