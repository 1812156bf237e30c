package org.lianfu.portal.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.lianfu.application.ApplicationDesk;
import org.lianfu.application.Attachments;
import org.lianfu.application.DraftDesk;
import org.lianfu.portal.DocumentsScreen;
import org.lianfu.portal.FaultLine;
import org.lianfu.portal.web.DraftScreens.Sheet;
import org.lianfu.shared.Actor;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The documents of a draft: one form for each kind, a file at a time. */
@Controller
@RequestMapping("/applications/{no}/documents")
class DocumentPages {

    private final DraftScreens screens;
    private final DraftDesk desk;
    private final Attachments attachments;
    private final Phrases phrases;

    DocumentPages(DraftScreens screens, DraftDesk desk, Attachments attachments, Phrases phrases) {
        this.screens = screens;
        this.desk = desk;
        this.attachments = attachments;
        this.phrases = phrases;
    }

    @GetMapping
    ModelAndView list(Actor actor, @PathVariable CaseNo no, Locale locale) {
        Sheet sheet = screens.open(actor, no);
        return sheet == null
                ? PageTools.to("/cases/" + no.value())
                : PageTools.show("documents", screen(actor, sheet, List.of(), locale));
    }

    private DocumentsScreen screen(Actor actor, Sheet sheet, List<FaultLine> faults, Locale locale) {
        String base = "/applications/" + sheet.no().value() + "/documents";
        return new DocumentsScreen(
                sheet.no().value(),
                sheet.title(locale),
                screens.needs(actor, sheet, base, locale),
                phrases.text("portal.documents.limits", locale),
                faults,
                !actor.has(ApplicationDesk.OPERATOR));
    }

    @PostMapping
    ModelAndView upload(
            Actor actor,
            @PathVariable CaseNo no,
            @RequestParam String kind,
            @RequestParam MultipartFile file,
            Locale locale)
            throws IOException {
        try (InputStream bytes = file.getInputStream()) {
            desk.mayAttach(actor, no);
            desk.attach(actor, no, kind, attachments.receive(file.getOriginalFilename(), bytes));
            return PageTools.to("/applications/" + no.value() + "/documents#kind-" + kind);
        } catch (Refused refused) {
            Sheet sheet = screens.open(actor, no);
            if (sheet == null) {
                throw refused;
            }
            List<FaultLine> faults = List.of(new FaultLine("#file-" + kind, phrases.sentence(refused, locale), false));
            return PageTools.again(
                    "documents",
                    screen(actor, sheet, faults, locale),
                    refused.refusal().kind().status());
        }
    }

    @PostMapping("/{id}/deletion")
    ModelAndView delete(Actor actor, @PathVariable CaseNo no, @PathVariable String id) {
        desk.detach(actor, no, id);
        return PageTools.to("/applications/" + no.value() + "/documents");
    }
}
