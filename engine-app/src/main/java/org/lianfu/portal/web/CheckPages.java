package org.lianfu.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lianfu.application.Application;
import org.lianfu.application.ApplicationDesk;
import org.lianfu.application.Eligibility;
import org.lianfu.calendar.Term;
import org.lianfu.document.Documents;
import org.lianfu.document.Kind;
import org.lianfu.portal.Cases;
import org.lianfu.portal.CheckScreen;
import org.lianfu.portal.FaultLine;
import org.lianfu.portal.ProgramLine;
import org.lianfu.portal.ProgramScreen;
import org.lianfu.portal.ReceiptScreen;
import org.lianfu.portal.web.DraftScreens.Sheet;
import org.lianfu.program.Manifest;
import org.lianfu.program.Program;
import org.lianfu.shared.Actor;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Fault;
import org.lianfu.shared.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Check the answers, sign and submit, and the receipt. Sending twice gives one case: a filed draft is no draft. */
@Controller
class CheckPages {

    private final DraftScreens screens;
    private final ApplicationDesk desk;
    private final Cases cases;
    private final Documents documents;
    private final Phrases phrases;

    CheckPages(DraftScreens screens, ApplicationDesk desk, Cases cases, Documents documents, Phrases phrases) {
        this.screens = screens;
        this.desk = desk;
        this.cases = cases;
        this.documents = documents;
        this.phrases = phrases;
    }

    @GetMapping("/applications/{no}/check")
    ModelAndView check(Actor actor, @PathVariable CaseNo no, Locale locale) {
        Sheet sheet = screens.open(actor, no);
        return sheet == null
                ? PageTools.to("/cases/" + no.value())
                : PageTools.show("check", screen(actor, sheet, List.of(), locale));
    }

    @PostMapping("/applications/{no}/check")
    ModelAndView submit(Actor actor, @PathVariable CaseNo no, HttpServletRequest request, Locale locale) {
        Sheet sheet = screens.open(actor, no);
        if (sheet == null) {
            return PageTools.to("/applications/" + no.value() + "/receipt");
        }
        try {
            desk.submit(actor, no, desk.lookUp(actor, no));
            return PageTools.to("/applications/" + no.value() + "/receipt");
        } catch (Refused refused) {
            Sheet now = screens.open(actor, no);
            if (now == null) {
                return PageTools.to("/applications/" + no.value() + "/receipt");
            }
            int status = refused.refusal().kind().status();
            List<FaultLine> faults = status == 422 && !refused.faults().isEmpty()
                    ? List.of()
                    : List.of(new FaultLine(null, phrases.sentence(refused, locale), false));
            return PageTools.again("check", screen(actor, now, faults, locale), status);
        }
    }

    private CheckScreen screen(Actor actor, Sheet sheet, List<FaultLine> said, Locale locale) {
        List<Fault> faults = screens.faults(sheet);
        List<FaultLine> all = new ArrayList<>(said);
        all.addAll(screens.links(sheet, faults, locale));
        screens.needs(actor, sheet, null, locale).stream()
                .filter(need -> need.required() && need.files().isEmpty())
                .forEach(need -> all.add(new FaultLine(
                        "/applications/" + sheet.no().value() + "/documents#kind-" + need.kind(),
                        phrases.text("portal.documents.required", locale, Map.of("title", need.title())),
                        false)));
        return new CheckScreen(
                sheet.no().value(),
                sheet.title(locale),
                screens.review(sheet, faults, locale),
                screens.files(actor, sheet, locale),
                all,
                verdict(actor, sheet, locale),
                phrases.text("portal.check.promise-text", locale),
                actor.has(ApplicationDesk.SIGNER) && all.stream().allMatch(FaultLine::warning));
    }

    private ProgramScreen.Verdict verdict(Actor actor, Sheet sheet, Locale locale) {
        Program program = sheet.program();
        Eligibility.Verdict verdict =
                desk.judge(actor, program.ref().code(), sheet.draft().typed());
        return new ProgramScreen.Verdict(
                verdict.eligible() ? ProgramLine.Fit.FITS : ProgramLine.Fit.NOT_YET,
                ProgramPages.reasons(program, verdict, locale),
                null);
    }

    @GetMapping("/applications/{no}/receipt")
    ModelAndView receipt(Actor actor, @PathVariable CaseNo no, Locale locale) {
        Cases.Opened opened = cases.open(actor, no);
        Application application = opened.application();
        if (application.receiptNo() == null) {
            return PageTools.to("/applications/" + no.value());
        }
        Program program = opened.program();
        Term promise = program.term(Manifest.PROMISE);
        return PageTools.show(
                "receipt",
                new ReceiptScreen(
                        no.value(),
                        application.receiptNo(),
                        program.manifest().title().in(locale),
                        application.submittedAt(),
                        phrases.person(application.submittedBy(), locale),
                        phrases.deadline(
                                application.promisedAt(),
                                promise == null ? Term.Unit.WORKING_DAYS : promise.unit(),
                                false,
                                false,
                                0),
                        application.answersSha256(),
                        cases.files(opened).stream()
                                .map(file -> DraftScreens.file(program, file, null, actor, locale))
                                .toList(),
                        documents.ofCase(actor, no).stream()
                                .filter(made -> made.kind() == Kind.RECEIPT)
                                .map(made -> "/cases/" + no.value() + "/documents/" + made.id())
                                .findFirst()
                                .orElse(null),
                        next(program, locale)));
    }

    /** The first steps of the program, as what happens next. */
    private List<String> next(Program program, Locale locale) {
        return program.steps().values().stream()
                .limit(3)
                .map(step -> {
                    String role =
                            program.manifest().roles().get(step.role()).title().in(locale);
                    String term = phrases.term(step.deadline(), locale);
                    return phrases.text(
                            term == null ? "portal.receipt.step" : "portal.receipt.step-in",
                            locale,
                            Map.of("step", step.name().in(locale), "role", role, "term", String.valueOf(term)));
                })
                .toList();
    }
}
