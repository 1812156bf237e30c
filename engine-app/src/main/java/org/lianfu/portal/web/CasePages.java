package org.lianfu.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.lianfu.application.ApplicationDesk;
import org.lianfu.application.Attachment;
import org.lianfu.application.Attachments;
import org.lianfu.application.Status;
import org.lianfu.document.Documents;
import org.lianfu.http.Download;
import org.lianfu.portal.CaseLists;
import org.lianfu.portal.Cases;
import org.lianfu.portal.FaultLine;
import org.lianfu.portal.Page;
import org.lianfu.portal.WithdrawScreen;
import org.lianfu.portal.store.CaseQueries;
import org.lianfu.shared.Actor;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Refusal;
import org.lianfu.shared.Refused;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The case page: where it is, what happened, its trail; and taking it back. */
@Controller
class CasePages {

    private static final int LINES = 20;

    private final Cases cases;
    private final CaseScreens screens;
    private final CaseLists lists;
    private final ListLines lines;
    private final Attachments attachments;
    private final Documents documents;
    private final ApplicationDesk desk;
    private final Phrases phrases;

    CasePages(
            Cases cases,
            CaseScreens screens,
            CaseLists lists,
            ListLines lines,
            Attachments attachments,
            Documents documents,
            ApplicationDesk desk,
            Phrases phrases) {
        this.cases = cases;
        this.screens = screens;
        this.lists = lists;
        this.lines = lines;
        this.attachments = attachments;
        this.documents = documents;
        this.desk = desk;
        this.phrases = phrases;
    }

    @GetMapping("/cases")
    ModelAndView list(
            Actor actor,
            @RequestParam(required = false) Long before,
            @RequestParam(required = false) CaseNo no,
            Locale locale) {
        String beforeNo = no == null ? null : no.value();
        List<CaseQueries.CaseRow> rows =
                lists.cases(actor, null, null, beforeNo == null ? null : before, beforeNo, LINES + 1);
        boolean more = rows.size() > LINES;
        List<CaseQueries.CaseRow> shown = more ? rows.subList(0, LINES) : rows;
        CaseQueries.CaseRow last = more ? shown.get(LINES - 1) : null;
        String next = last == null ? null : "/cases?before=" + last.createdAt() + "&no=" + last.no();
        return new ModelAndView("cases").addObject("cases", new Page<>(lines.cases(actor, shown, locale), next));
    }

    @GetMapping("/cases/{no}")
    ModelAndView one(
            Actor actor, @PathVariable CaseNo no, @RequestParam(defaultValue = "0") long after, Locale locale) {
        Cases.Opened opened = cases.open(actor, no);
        if (opened.application().status() == Status.DRAFT) {
            return PageTools.to("/applications/" + no.value());
        }
        return PageTools.show("case", screens.screen(actor, opened, after, locale));
    }

    @GetMapping("/cases/{no}/diagram.bpmn")
    ResponseEntity<String> diagram(Actor actor, @PathVariable CaseNo no, @RequestParam(defaultValue = "") String part) {
        return PageTools.diagram(cases.open(actor, no).program(), part);
    }

    @GetMapping("/cases/{no}/files/{id}")
    ResponseEntity<byte[]> file(Actor actor, @PathVariable CaseNo no, @PathVariable String id) {
        Attachment file = cases.files(cases.open(actor, no)).stream()
                .filter(attachment -> attachment.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Attachments.missing(id));
        return CaseController.download(file, attachments.bytes(file));
    }

    @GetMapping("/cases/{no}/documents/{id}")
    ResponseEntity<byte[]> document(Actor actor, @PathVariable CaseNo no, @PathVariable String id, Locale locale) {
        Documents.Printed printed = documents.print(actor, no, id, locale);
        return Download.of(
                printed.document().fileName(), MediaType.APPLICATION_PDF_VALUE, printed.sha256(), printed.pdf());
    }

    @GetMapping("/cases/{no}/withdrawal")
    ModelAndView ask(Actor actor, @PathVariable CaseNo no, Locale locale) {
        Cases.Opened opened = cases.open(actor, no);
        return opened.application().status().isWithdrawable()
                ? PageTools.show("withdraw", withdrawal(opened, "", List.of(), locale))
                : PageTools.to("/cases/" + no.value());
    }

    @PostMapping("/cases/{no}/withdrawal")
    ModelAndView withdraw(
            Actor actor,
            @PathVariable CaseNo no,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            RedirectAttributes flash,
            Locale locale) {
        try {
            desk.withdraw(actor, no, reason);
            flash.addFlashAttribute("flash", phrases.text("portal.withdraw.done", locale));
            return PageTools.to("/cases/" + no.value());
        } catch (Refused refused) {
            Cases.Opened now = cases.open(actor, no);
            if (now.application().status() == Status.WITHDRAWN) {
                return PageTools.to("/cases/" + no.value()); // the button was pressed twice
            }
            int status = refused.refusal().kind().status();
            String field = refused.refusal().kind() == Refusal.Kind.RULE ? "#reason" : null;
            List<FaultLine> faults = List.of(new FaultLine(field, phrases.sentence(refused, locale), false));
            return PageTools.again("withdraw", withdrawal(now, reason, faults, locale), status);
        }
    }

    private WithdrawScreen withdrawal(Cases.Opened opened, String reason, List<FaultLine> faults, Locale locale) {
        return new WithdrawScreen(
                opened.application().no().value(),
                opened.program().manifest().title().in(locale),
                phrases.status(opened.application().status().name(), locale),
                reason,
                faults);
    }
}
