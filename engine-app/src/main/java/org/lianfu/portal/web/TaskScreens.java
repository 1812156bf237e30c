package org.lianfu.portal.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lianfu.credit.SummaryDesk;
import org.lianfu.flow.Decisions;
import org.lianfu.form.Form;
import org.lianfu.form.FormView;
import org.lianfu.form.Row;
import org.lianfu.form.Shown;
import org.lianfu.portal.Cases;
import org.lianfu.portal.Deadline;
import org.lianfu.portal.FaultLine;
import org.lianfu.portal.Narrator;
import org.lianfu.portal.Tag;
import org.lianfu.portal.TaskLine;
import org.lianfu.portal.TaskScreen;
import org.lianfu.portal.TaskScreen.State;
import org.lianfu.program.Program;
import org.lianfu.program.StepDef;
import org.lianfu.review.Seat;
import org.lianfu.review.Step;
import org.lianfu.review.Steps;
import org.lianfu.review.Supplement;
import org.lianfu.review.Tally;
import org.lianfu.review.Tasks;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Fault;
import org.springframework.stereotype.Component;

/** Fills the task page: materials on the left, decision on the right. */
@Component
class TaskScreens {

    private final Tasks tasks;
    private final Cases cases;
    private final CasePapers papers;
    private final Steps steps;
    private final StepWords said;
    private final SummaryDesk summaries;
    private final Narrator narrator;
    private final Decisions decisions;
    private final Phrases phrases;

    TaskScreens(
            Tasks tasks,
            Cases cases,
            CasePapers papers,
            Steps steps,
            StepWords said,
            SummaryDesk summaries,
            Narrator narrator,
            Decisions decisions,
            Phrases phrases) {
        this.tasks = tasks;
        this.cases = cases;
        this.papers = papers;
        this.steps = steps;
        this.said = said;
        this.summaries = summaries;
        this.narrator = narrator;
        this.decisions = decisions;
        this.phrases = phrases;
    }

    /**
     * What stands in the form just now.
     *
     * @param outcome chosen; null when none is yet
     * @param items what the firm is to be asked for, one item a line
     * @param interest why somebody recuses himself
     */
    record Typed(
            String outcome, String opinion, Map<String, Object> answers, String items, String reason, String interest) {

        static final Typed NOTHING = new Typed(null, "", Map.of(), "", "", "");
    }

    /** Why an act was refused: the faults of its form, or a sentence; neither when nothing was. */
    record Why(List<Fault> faults, String sentence) {

        static final Why NONE = new Why(List.of(), null);
    }

    List<Row> rows(Program program, StepDef def, Typed typed, List<Fault> faults, Locale locale) {
        String outcome = typed.outcome() == null && def.outcomes().size() == 1
                ? def.outcomes().get(0)
                : typed.outcome() == null ? "" : typed.outcome();
        return FormView.rows(
                program.form(def.form()),
                typed.answers(),
                faults,
                locale,
                decisions,
                Map.of("outcome", outcome),
                fault -> phrases.sentence(fault, locale));
    }

    TaskScreen screen(Actor actor, Tasks.View view, Typed typed, Why why, Locale locale) {
        Program program = view.program();
        Step step = view.step();
        StepDef def = program.step(step.place().element());
        Cases.Opened opened = step.place().isOutside()
                ? null
                : cases.open(actor, view.application().no());
        State state = state(actor, view);
        List<Row> rows = state == State.MINE ? rows(program, def, typed, why.faults(), locale) : List.of();
        List<FaultLine> faults = phrases.lines(why.faults(), rows, locale);
        return new TaskScreen(
                line(actor, view, locale),
                state,
                phrases.status(view.application().status().name(), locale),
                "/cases/" + view.application().no().value(),
                program.ref().version(),
                opened == null || !SummaryDesk.isFor(program, opened.reader())
                        ? null
                        : summaries.read(actor, view.application().no(), locale).summary(),
                opened == null ? List.of() : papers.filed(opened, locale),
                opened == null ? List.of() : papers.files(actor, opened, locale),
                opened == null ? List.of() : papers.recorded(actor, opened, locale),
                said.opinions(view.program(), view.said(), locale),
                seats(actor, view, locale),
                tally(step, locale),
                (state == State.MINE || state == State.OPEN) && step.place().isOfficersIn(view.application()),
                rows,
                outcomes(def, typed, locale),
                typed.opinion(),
                typed.items(),
                typed.reason(),
                typed.interest(),
                said.fileKinds(program, def, locale),
                state == State.MINE
                        && step.place().isOfficersIn(view.application())
                        && def.returns() > 0
                        && view.application().status().isWithdrawable(),
                opened == null ? null : supplement(opened, step),
                faults,
                why.sentence());
    }

    private static State state(Actor actor, Tasks.View view) {
        Step step = view.step();
        Seat seat = view.seat();
        if (!step.isOpen() || !seat.isLive()) {
            return State.OVER;
        }
        if (step.isPaused()) {
            return State.WAITING;
        }
        if (seat.state() == Seat.State.CLAIMED) {
            return seat.isOf(actor.login()) ? State.MINE : State.TAKEN;
        }
        // a firm has one operator and one signer: nothing to take from a colleague
        return !step.place().isOfficersIn(view.application())
                        && (actor.has(step.place().role()) || step.place().isOutside())
                ? State.MINE
                : State.OPEN;
    }

    private TaskLine line(Actor actor, Tasks.View view, Locale locale) {
        Step step = view.step();
        Seat seat = view.seat();
        boolean claimed = seat.state() == Seat.State.CLAIMED;
        return new TaskLine(
                seat.id(),
                view.application().no().value(),
                narrator.step(view.program(), step.place().element(), locale),
                view.program().manifest().title().in(locale),
                view.application().applicantName(),
                view.knowsTheMatter() ? view.application().requested() : null,
                step.clock().openedAt(),
                phrases.deadline(step.clock()),
                claimed ? phrases.person(seat.person(), locale) : null,
                claimed && seat.isOf(actor.login()),
                seat.outcome() != null
                        ? phrases.outcome(seat.outcome(), locale)
                        : step.isOpen() ? null : phrases.text("portal.task.closed", locale));
    }

    private List<TaskScreen.Seat> seats(Actor actor, Tasks.View view, Locale locale) {
        var place = view.step().place();
        boolean own = actor.org().equals(place.org());
        return view.step().seats().stream()
                .map(seat -> new TaskScreen.Seat(
                        phrases.holder(
                                view.program(),
                                place.org(),
                                place.role(),
                                own && seat.state() != Seat.State.OPEN ? seat.person() : null,
                                locale),
                        tag(seat, locale),
                        phrases.outcome(seat.outcome(), locale)))
                .toList();
    }

    private TaskScreen.Tally tally(Step step, Locale locale) {
        if (!step.rule().isVote()) {
            return null;
        }
        Tally count = step.tally();
        Deadline due = phrases.deadline(step.clock());
        Map<String, Object> words = Map.of(
                "consents", count.consents(),
                "refusals", count.refusals(),
                "abstentions", count.abstentions(),
                "recused", count.recused(),
                "open", count.open(),
                "quorum", step.rule().quorum(),
                "share", step.rule().share().toString());
        return new TaskScreen.Tally(
                phrases.text("portal.task.tally", locale, words),
                phrases.text("portal.task.tally-needs", locale, words),
                step.lacksQuorum(),
                step.isOpen()
                        && due != null
                        && due.late()
                        && count.present() >= step.rule().quorum());
    }

    private Tag tag(Seat seat, Locale locale) {
        Tag.Tone tone =
                switch (seat.state()) {
                    case OPEN -> Tag.Tone.RUNNING;
                    case CLAIMED -> Tag.Tone.YOURS;
                    case DECIDED -> Tag.Tone.GOOD;
                    case CLOSED, RECUSED -> Tag.Tone.QUIET;
                };
        return new Tag(phrases.text("portal.seat.state." + seat.state(), locale), tone);
    }

    private List<TaskScreen.Outcome> outcomes(StepDef def, Typed typed, Locale locale) {
        return def.outcomes().stream()
                .map(code -> new TaskScreen.Outcome(
                        code,
                        phrases.choice(code, locale),
                        List.of("REJECT", "RETURN", "DECLINE").contains(code),
                        code.equals(typed.outcome())))
                .toList();
    }

    private TaskScreen.Supplement supplement(Cases.Opened opened, Step paused) {
        return asking(opened, paused)
                .map(step -> {
                    Supplement.Request request = steps.request(step);
                    return new TaskScreen.Supplement(
                            request.items(),
                            request.reason().isBlank() ? null : request.reason(),
                            phrases.deadline(step.clock()),
                            step.clock().openedAt());
                })
                .orElse(null);
    }

    private static Optional<Step> asking(Cases.Opened opened, Step paused) {
        return opened.steps().stream()
                .filter(step -> paused.isPaused() && step.id().equals(paused.pausedBy()))
                .findFirst();
    }

    /** Whether this very request waits for the firm already, as when the button was pressed twice. */
    boolean isAsked(Actor actor, Tasks.View view, Supplement.Request wanted) {
        return !view.step().place().isOutside()
                && asking(cases.open(actor, view.application().no()), view.step())
                        .map(steps::request)
                        .filter(wanted::equals)
                        .isPresent();
    }

    /** Whether this person has said this very thing on this seat already, as when the button was pressed twice. */
    boolean isSaid(Actor actor, Tasks.View view, Typed typed) {
        Form form = view.program()
                .form(view.program().step(view.step().place().element()).form());
        Map<String, Object> answers = form.check(typed.answers(), decisions, Map.of("outcome", typed.outcome()))
                .answers();
        // compared as people read them: what has been stored comes back in other number types
        List<Shown> now = form.display(answers, Locale.ENGLISH);
        return view.seat().isOf(actor.login())
                && typed.outcome().equals(view.seat().outcome())
                && view.said().stream()
                        .filter(said -> said.seat().id().equals(view.seat().id()) && said.voice() != null)
                        .anyMatch(said -> said.voice().opinion().equals(typed.opinion())
                                && form.display(said.voice().answers(), Locale.ENGLISH)
                                        .equals(now));
    }
}
