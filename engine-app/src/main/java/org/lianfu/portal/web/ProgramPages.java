package org.lianfu.portal.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lianfu.application.ApplicationDesk;
import org.lianfu.application.Eligibility;
import org.lianfu.http.Problems;
import org.lianfu.portal.ProgramLine;
import org.lianfu.portal.ProgramLine.Fit;
import org.lianfu.portal.ProgramScreen;
import org.lianfu.program.Program;
import org.lianfu.program.Programs;
import org.lianfu.shared.Actor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Programs: what they are for, how they go, and whether the firm fits. */
@Controller
class ProgramPages {

    private final Programs programs;
    private final ApplicationDesk desk;
    private final ListLines lines;
    private final Phrases phrases;

    ProgramPages(Programs programs, ApplicationDesk desk, ListLines lines, Phrases phrases) {
        this.programs = programs;
        this.desk = desk;
        this.lines = lines;
        this.phrases = phrases;
    }

    @GetMapping("/programs")
    ModelAndView list(Actor actor, Locale locale) {
        List<ProgramLine> all = programs.newest().stream()
                .map(program -> lines.program(program, fit(verdict(actor, program)), locale))
                .toList();
        return new ModelAndView("programs").addObject("programs", all);
    }

    @GetMapping("/programs/{code}")
    ModelAndView program(Actor actor, @PathVariable String code, Locale locale) {
        Program program = programs.find(code).orElseThrow(Problems.MISSING::because);
        Eligibility.Verdict verdict = verdict(actor, program);
        var manifest = program.manifest();
        ProgramScreen screen = new ProgramScreen(
                lines.program(program, fit(verdict), locale),
                manifest.responsibleUnits().stream()
                        .map(unit -> phrases.org(unit, locale))
                        .collect(Collectors.joining(phrases.text("portal.list-comma", locale))),
                new ProgramScreen.Policy(
                        manifest.policy().docNo(),
                        manifest.policy().issuer(),
                        blank(manifest.policy().url())),
                program.clauses().stream()
                        .map(clause -> new ProgramScreen.Clause(clause.id(), clause.text()))
                        .toList(),
                manifest.documents().stream()
                        .map(d -> new ProgramScreen.Need(
                                d.kind(),
                                d.title().in(locale),
                                d.required(),
                                !d.requiredWhen().isEmpty(),
                                d.why() == null ? null : d.why().in(locale),
                                d.clause()))
                        .toList(),
                program.steps().values().stream()
                        .map(step -> new ProgramScreen.Step(
                                step.element(),
                                step.name().in(locale),
                                manifest.roles().get(step.role()).title().in(locale),
                                phrases.term(step.deadline(), locale)))
                        .toList(),
                verdict == null ? null : verdict(program, verdict, locale),
                ListLines.isApplicant(actor) && programs.isOpen(program),
                program.pictures().stream()
                        .map(picture -> new ProgramScreen.Picture(
                                picture.id(),
                                picture.name().in(locale),
                                "/programs/" + code + "/diagram.bpmn" + picture.query()))
                        .toList());
        return PageTools.show("program", screen);
    }

    @GetMapping("/programs/{code}/diagram.bpmn")
    ResponseEntity<String> diagram(@PathVariable String code, @RequestParam(defaultValue = "") String part) {
        return PageTools.diagram(programs.find(code).orElseThrow(Problems.MISSING::because), part);
    }

    /** What is known of the firm without asking it; null where there is no firm to judge or nothing is open. */
    private Eligibility.Verdict verdict(Actor actor, Program program) {
        return ListLines.isApplicant(actor) && programs.isOpen(program)
                ? desk.judgeBefore(actor, program.ref().code()).orElse(null)
                : null;
    }

    private static Fit fit(Eligibility.Verdict verdict) {
        return verdict == null ? Fit.UNKNOWN : verdict.eligible() ? Fit.FITS : Fit.NOT_YET;
    }

    private ProgramScreen.Verdict verdict(Program program, Eligibility.Verdict verdict, Locale locale) {
        return new ProgramScreen.Verdict(
                fit(verdict), reasons(program, verdict, locale), phrases.text("portal.verdict.checked", locale));
    }

    static List<ProgramScreen.Reason> reasons(Program program, Eligibility.Verdict verdict, Locale locale) {
        return verdict.reasons().stream()
                .map(reason -> new ProgramScreen.Reason(
                        reason.code(),
                        false,
                        reason.clause(),
                        program.clause(reason.clause())
                                .map(clause -> clause.text())
                                .orElse(null),
                        program.label(reason.code(), locale)))
                .toList();
    }

    private static String blank(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
