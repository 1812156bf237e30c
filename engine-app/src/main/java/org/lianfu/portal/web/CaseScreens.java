package org.lianfu.portal.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lianfu.application.Application;
import org.lianfu.application.Status;
import org.lianfu.calendar.Term;
import org.lianfu.credit.SummaryDesk;
import org.lianfu.portal.CaseScreen;
import org.lianfu.portal.Cases;
import org.lianfu.portal.Cases.Opened;
import org.lianfu.portal.Narrator;
import org.lianfu.portal.Page;
import org.lianfu.portal.Tag;
import org.lianfu.program.Manifest;
import org.lianfu.program.Program;
import org.lianfu.program.StepDef;
import org.lianfu.review.Step;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Money;
import org.lianfu.trail.Recorded;
import org.lianfu.trail.Trail;
import org.springframework.stereotype.Component;

/** Fills the case page for one reader. */
@Component
class CaseScreens {

    /** Entries read for the story; a case with more shows its newest ones. */
    private static final int STORY = 200;

    private static final int TRAIL = 25;

    private final Cases cases;
    private final CasePapers papers;
    private final CaseLoans loans;
    private final Narrator narrator;
    private final Trail trail;
    private final Phrases phrases;

    CaseScreens(Cases cases, CasePapers papers, CaseLoans loans, Narrator narrator, Trail trail, Phrases phrases) {
        this.cases = cases;
        this.papers = papers;
        this.loans = loans;
        this.narrator = narrator;
        this.trail = trail;
        this.phrases = phrases;
    }

    CaseScreen screen(Actor actor, Opened opened, long after, Locale locale) {
        Application application = opened.application();
        Program program = opened.program();
        List<Recorded> told = cases.trail(actor, opened, 0, STORY).stream()
                .filter(opened::isFor)
                .toList();
        List<CaseScreen.Waiting> waiting = opened.steps().stream()
                .filter(step -> step.isOpen() && !step.isPaused())
                .map(step -> waiting(actor, opened, step, locale))
                .toList();
        List<CaseScreen.StepLine> steps = steps(opened, locale);
        return new CaseScreen(
                application.no().value(),
                program.ref().code(),
                program.manifest().title().in(locale),
                program.ref().version(),
                application.applicantName(),
                application.applicantUscc(),
                phrases.status(application.status().name(), locale),
                sentence(application.status(), waiting, locale),
                waiting,
                promised(opened),
                pauseReason(opened, locale),
                new CaseScreen.Amounts(
                        opened.knowsTheMatter() ? application.requested() : null,
                        opened.knowsTheMatter() ? application.approved() : null,
                        opened.knowsTheMoney() ? application.paid() : null),
                decision(opened, locale),
                loan(opened, locale),
                story(opened, told, locale),
                steps,
                pictures(opened, steps, locale),
                papers.all(actor, opened, locale),
                papers.files(actor, opened, locale),
                papers.documents(told, locale),
                trail(actor, opened, after, locale),
                trail.verify(Application.subject(application.no())).isSound(),
                SummaryDesk.isFor(opened.program(), opened.reader())
                        ? "/cases/" + application.no() + "/credit-summary"
                        : null,
                acts(actor, opened));
    }

    private CaseScreen.Waiting waiting(Actor actor, Opened opened, Step step, Locale locale) {
        String seat = Cases.seatFor(actor, step);
        String no = opened.application().no().value();
        boolean supplement = step.place().isSupplement();
        String task = seat == null ? null : supplement ? "/cases/" + no + "/supplement" : "/tasks/" + seat;
        return new CaseScreen.Waiting(
                narrator.step(opened.program(), step.place().element(), locale),
                phrases.holder(
                        opened.program(), step.place().org(), step.place().role(), null, locale),
                step.clock().openedAt(),
                phrases.deadline(step.clock()),
                task,
                seat != null);
    }

    private String sentence(Status status, List<CaseScreen.Waiting> waiting, Locale locale) {
        if (waiting.isEmpty()) {
            return phrases.text("portal.sentence." + (status.isEnd() ? status.name() : "MOVING"), locale);
        }
        CaseScreen.Waiting first = waiting.get(0);
        Show.Face face = Show.face(locale);
        Map<String, Object> words = Map.of(
                "org", first.holder().org(),
                "role", first.holder().role(),
                "step", first.step(),
                "since", face.day(first.since()),
                "due", first.deadline() == null ? "" : face.day(first.deadline().at()));
        String key = first.holder().role().isEmpty() ? "portal.sentence.outside" : "portal.sentence.waiting";
        return phrases.text(first.deadline() == null ? key + "-open" : key, locale, words);
    }

    private org.lianfu.portal.Deadline promised(Opened opened) {
        Application application = opened.application();
        if (application.promisedAt() == null || application.status().isEnd() || application.decision() != null) {
            return null;
        }
        Term term = opened.program().term(Manifest.PROMISE);
        int paused =
                opened.steps().stream().mapToInt(s -> s.clock().pausedDays()).sum();
        return phrases.deadline(
                application.promisedAt(), term == null ? Term.Unit.WORKING_DAYS : term.unit(), false, false, paused);
    }

    private String pauseReason(Opened opened, Locale locale) {
        return opened.steps().stream()
                .filter(step -> step.isOpen() && step.isPaused())
                .findFirst()
                .map(step -> phrases.text(
                        "portal.case.paused",
                        locale,
                        Map.of(
                                "step",
                                narrator.step(opened.program(), step.place().element(), locale))))
                .orElse(null);
    }

    private CaseScreen.Decision decision(Opened opened, Locale locale) {
        var decision = opened.application().decision();
        if (decision == null || !opened.knowsTheMatter()) {
            return null;
        }
        boolean yes = "APPROVE".equals(decision.outcome());
        return new CaseScreen.Decision(
                new Tag(phrases.outcome(decision.outcome(), locale), yes ? Tag.Tone.GOOD : Tag.Tone.BAD),
                decision.amount(),
                List.of(),
                decision.reasons().stream()
                        .map(code -> code + " " + opened.program().label(code, locale))
                        .toList(),
                decision.decidedAt());
    }

    private CaseScreen.Loan loan(Opened opened, Locale locale) {
        CaseLoans.LoanLine loan = loans.of(opened);
        if (loan == null) {
            return null;
        }
        Tag.Tone tone =
                switch (loan.state()) {
                    case "SETTLED" -> Tag.Tone.GOOD;
                    case "OVERDUE", "WRITTEN_OFF", "CANCELLED" -> Tag.Tone.BAD;
                    default -> Tag.Tone.RUNNING;
                };
        return new CaseScreen.Loan(
                new Tag(phrases.text("portal.loan." + loan.state(), locale), tone),
                yuan(loan.principal()),
                yuan(loan.outstanding()));
    }

    private static Money yuan(String text) {
        return text == null ? null : Money.ofYuan(text);
    }

    private List<CaseScreen.Happening> story(Opened opened, List<Recorded> told, Locale locale) {
        List<CaseScreen.Happening> story = new ArrayList<>(told.stream()
                .map(entry -> new CaseScreen.Happening(
                        entry.at(),
                        narrator.tell(opened.program(), entry, locale),
                        phrases.holder(opened.program(), entry.org(), entry.roles(), entry.login(), locale)))
                .toList());
        Collections.reverse(story);
        return story;
    }

    private List<CaseScreen.StepLine> steps(Opened opened, Locale locale) {
        Program program = opened.program();
        Cases.Progress progress = cases.progress(opened);
        List<CaseScreen.StepLine> lines = new ArrayList<>();
        for (StepDef def : program.steps().values()) {
            Step last = opened.steps().stream()
                    .filter(step -> step.place().element().equals(def.element()))
                    .reduce((a, b) -> b)
                    .orElse(null);
            boolean current = progress.current().contains(def.element());
            lines.add(new CaseScreen.StepLine(
                    def.element(),
                    def.name().in(locale),
                    program.manifest().roles().get(def.role()).title().in(locale),
                    progressOf(progress, def.element()),
                    last == null ? null : last.endedAt() == null ? last.clock().openedAt() : last.endedAt(),
                    current && last != null
                            ? phrases.holder(
                                    program, last.place().org(), last.place().role(), null, locale)
                            : null));
        }
        return lines;
    }

    private static CaseScreen.Progress progressOf(Cases.Progress progress, String element) {
        if (progress.current().contains(element)) {
            return CaseScreen.Progress.CURRENT;
        }
        if (progress.failed().contains(element)) {
            return CaseScreen.Progress.FAILED;
        }
        if (progress.closed().contains(element)) {
            return CaseScreen.Progress.CLOSED;
        }
        return progress.done().contains(element) ? CaseScreen.Progress.DONE : CaseScreen.Progress.LATER;
    }

    private List<CaseScreen.Picture> pictures(Opened opened, List<CaseScreen.StepLine> steps, Locale locale) {
        Cases.Progress progress = cases.progress(opened);
        return opened.program().pictures().stream()
                .map(picture -> {
                    Cases.Progress within = Cases.within(picture, progress);
                    return new CaseScreen.Picture(
                            picture.id(),
                            picture.name().in(locale),
                            "/cases/" + opened.application().no().value() + "/diagram.bpmn" + picture.query(),
                            List.copyOf(within.done()),
                            List.copyOf(within.current()),
                            List.copyOf(within.failed()),
                            List.copyOf(within.closed()),
                            steps.stream()
                                    .filter(step -> picture.holds(step.element()))
                                    .toList());
                })
                .toList();
    }

    private Page<CaseScreen.TrailLine> trail(Actor actor, Opened opened, long after, Locale locale) {
        List<Recorded> rows = cases.trail(actor, opened, after, TRAIL + 1);
        boolean more = rows.size() > TRAIL;
        List<Recorded> shown = more ? rows.subList(0, TRAIL) : rows;
        String next = more
                ? "/cases/" + opened.application().no().value() + "?after="
                        + shown.get(TRAIL - 1).seq() + "#trail"
                : null;
        return new Page<>(
                shown.stream().map(entry -> line(opened, entry, locale)).toList(), next);
    }

    private CaseScreen.TrailLine line(Opened opened, Recorded entry, Locale locale) {
        boolean whole = opened.isFor(entry);
        boolean moved = whole && !entry.to().isEmpty();
        String from = moved && !entry.from().isEmpty() ? phrases.text("status." + entry.from(), locale) : "";
        String change = moved ? from + " → " + phrases.text("status." + entry.to(), locale) : null;
        return new CaseScreen.TrailLine(
                entry.seq(),
                entry.at(),
                whole
                        ? narrator.tell(opened.program(), entry, locale)
                        : phrases.text("portal.trail.closed-entry", locale),
                entry.type(),
                phrases.holder(opened.program(), entry.org(), entry.roles(), entry.login(), locale),
                change,
                whole ? entry.amount() : null,
                entry.hash(),
                entry.prev(),
                whole);
    }

    private static CaseScreen.Acts acts(Actor actor, Opened opened) {
        Application application = opened.application();
        String no = application.no().value();
        boolean own = ListLines.isApplicant(actor) && actor.org().equals(application.org());
        boolean asked = opened.steps().stream()
                .anyMatch(step -> step.isOpen() && step.place().isSupplement() && Cases.seatFor(actor, step) != null);
        return new CaseScreen.Acts(
                own && application.status().isWithdrawable() ? "/cases/" + no + "/withdrawal" : null,
                asked ? "/cases/" + no + "/supplement" : null,
                own && application.status() == Status.DRAFT ? "/applications/" + no : null);
    }
}
