package org.lianfu.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lianfu.application.Answers;
import org.lianfu.application.Attachments;
import org.lianfu.application.DraftDesk;
import org.lianfu.application.Filed;
import org.lianfu.flow.Decisions;
import org.lianfu.form.Form;
import org.lianfu.form.FormView;
import org.lianfu.form.Posted;
import org.lianfu.form.Row;
import org.lianfu.portal.Cases;
import org.lianfu.portal.Cases.Opened;
import org.lianfu.portal.FaultLine;
import org.lianfu.portal.SupplementScreen;
import org.lianfu.program.Manifest;
import org.lianfu.review.ReviewDesk;
import org.lianfu.review.Step;
import org.lianfu.review.Steps;
import org.lianfu.review.Supplement;
import org.lianfu.shared.Actor;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Fault;
import org.lianfu.shared.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The firm answers a request for more: everything that was asked on one page. */
@Controller
@RequestMapping("/cases/{no}/supplement")
class SupplementPages {

    private final Cases cases;
    private final Steps steps;
    private final Answers answers;
    private final DraftScreens drafts;
    private final DraftDesk draftDesk;
    private final ReviewDesk desk;
    private final Attachments attachments;
    private final Decisions decisions;
    private final Phrases phrases;

    SupplementPages(
            Cases cases,
            Steps steps,
            Answers answers,
            DraftScreens drafts,
            DraftDesk draftDesk,
            ReviewDesk desk,
            Attachments attachments,
            Decisions decisions,
            Phrases phrases) {
        this.cases = cases;
        this.steps = steps;
        this.answers = answers;
        this.drafts = drafts;
        this.draftDesk = draftDesk;
        this.desk = desk;
        this.attachments = attachments;
        this.decisions = decisions;
        this.phrases = phrases;
    }

    @GetMapping
    ModelAndView show(Actor actor, @PathVariable CaseNo no, Locale locale) {
        Opened opened = cases.open(actor, no);
        Step asked = asked(opened);
        return asked == null
                ? PageTools.to("/cases/" + no.value())
                : PageTools.show("supplement", screen(actor, opened, asked, null, List.of(), List.of(), locale));
    }

    private static Step asked(Opened opened) {
        return opened.steps().stream()
                .filter(step -> step.isOpen() && step.place().isSupplement())
                .findFirst()
                .orElse(null);
    }

    @PostMapping
    ModelAndView answer(
            Actor actor, @PathVariable CaseNo no, HttpServletRequest request, RedirectAttributes flash, Locale locale) {
        Opened opened = cases.open(actor, no);
        Step asked = asked(opened);
        Form form = opened.program().form(Manifest.APPLY);
        Posted posted = FormView.read(form, PageTools.posted(request));
        if (asked == null) {
            if (!isFiled(opened, form, posted)) {
                desk.answerSupplement(actor, no, "", Map.of()); // over: the desk says so, the page gives it back
            }
            return PageTools.to("/cases/" + no.value()); // the button was pressed twice
        }
        if (posted.rowsOnly()) {
            return PageTools.show(
                    "supplement", screen(actor, opened, asked, posted.typed(), List.of(), List.of(), locale));
        }
        try {
            Map<String, Object> changed = isFiled(opened, form, posted) ? Map.of() : posted.typed();
            desk.answerSupplement(actor, no, "", changed);
            flash.addFlashAttribute("flash", phrases.text("portal.supplement.done", locale));
            return PageTools.to("/cases/" + no.value());
        } catch (Refused refused) {
            List<FaultLine> said = refused.faults().isEmpty()
                    ? List.of(new FaultLine(null, phrases.sentence(refused, locale), false))
                    : List.of();
            return PageTools.again(
                    "supplement",
                    screen(actor, opened, asked, posted.typed(), refused.faults(), said, locale),
                    refused.refusal().kind().status());
        }
    }

    private boolean isFiled(Opened opened, Form form, Posted posted) {
        Map<String, Object> filed = filed(opened).map(Filed::answers).orElse(Map.of());
        return form.check(posted.typed(), decisions).answers().equals(filed);
    }

    @PostMapping("/files")
    ModelAndView upload(
            Actor actor,
            @PathVariable CaseNo no,
            @RequestParam String kind,
            @RequestParam MultipartFile file,
            Locale locale)
            throws IOException {
        try (InputStream bytes = file.getInputStream()) {
            draftDesk.mayAttach(actor, no);
            draftDesk.attach(actor, no, kind, attachments.receive(file.getOriginalFilename(), bytes));
            return PageTools.to("/cases/" + no.value() + "/supplement#kind-" + kind);
        } catch (Refused refused) {
            Opened opened = cases.open(actor, no);
            Step asked = asked(opened);
            if (asked == null) {
                throw refused;
            }
            List<FaultLine> said = List.of(new FaultLine("#file-" + kind, phrases.sentence(refused, locale), false));
            return PageTools.again(
                    "supplement",
                    screen(actor, opened, asked, null, List.of(), said, locale),
                    refused.refusal().kind().status());
        }
    }

    @PostMapping("/files/{id}/deletion")
    ModelAndView delete(Actor actor, @PathVariable CaseNo no, @PathVariable String id) {
        draftDesk.detach(actor, no, id);
        return PageTools.to("/cases/" + no.value() + "/supplement");
    }

    private java.util.Optional<Filed> filed(Opened opened) {
        return answers.filed(opened.application().no(), opened.application().answersVersion());
    }

    /** @param typed what was typed on the page; null to begin with what was filed */
    private SupplementScreen screen(
            Actor actor,
            Opened opened,
            Step asked,
            Map<String, Object> typed,
            List<Fault> faults,
            List<FaultLine> said,
            Locale locale) {
        String no = opened.application().no().value();
        Supplement.Request request = steps.request(asked);
        Step asker = opened.steps().stream()
                .filter(step -> step.id().equals(asked.place().askedFor()))
                .findFirst()
                .orElse(asked);
        Map<String, Object> shown =
                typed != null ? typed : filed(opened).map(Filed::typed).orElse(Map.of());
        List<Row> rows = FormView.rows(
                opened.program().form(Manifest.APPLY),
                shown,
                faults,
                locale,
                decisions,
                f -> phrases.sentence(f, locale));
        List<FaultLine> all = new java.util.ArrayList<>(said);
        all.addAll(phrases.lines(faults, rows, locale));
        return new SupplementScreen(
                no,
                opened.program().manifest().title().in(locale),
                phrases.holder(
                        opened.program(), asker.place().org(), asker.place().role(), null, locale),
                request.items(),
                request.reason().isBlank() ? null : request.reason(),
                phrases.deadline(asked.clock()),
                rows,
                drafts.needs(
                        actor,
                        opened.application(),
                        opened.program(),
                        filed(opened).map(Filed::answers).orElse(Map.of()),
                        "/cases/" + no + "/supplement/files",
                        locale),
                phrases.text("portal.documents.limits", locale),
                all);
    }
}
