package org.lianfu.portal.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.lianfu.application.ApplicationDesk;
import org.lianfu.application.DraftDesk;
import org.lianfu.form.Form;
import org.lianfu.form.FormView;
import org.lianfu.form.Row;
import org.lianfu.http.Idempotent;
import org.lianfu.http.Messages;
import org.lianfu.portal.ApplicationScreen;
import org.lianfu.portal.ApplicationScreen.Section;
import org.lianfu.portal.ApplicationScreen.State;
import org.lianfu.portal.DocumentsScreen;
import org.lianfu.portal.web.DraftScreens.Sheet;
import org.lianfu.shared.Actor;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Fault;
import org.lianfu.shared.Ids;
import org.lianfu.shared.Json;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A draft as a task list: begin it, see how far each section is, throw it away. */
@Controller
class ApplicationPages {

    private final DraftScreens screens;
    private final DraftDesk desk;
    private final Phrases phrases;
    private final Messages messages;
    private final Idempotent idempotent;

    ApplicationPages(DraftScreens screens, DraftDesk desk, Phrases phrases, Messages messages, Idempotent idempotent) {
        this.screens = screens;
        this.desk = desk;
        this.phrases = phrases;
        this.messages = messages;
        this.idempotent = idempotent;
    }

    /** @param once made with the page: the button pressed twice begins one draft */
    @PostMapping("/applications")
    ModelAndView begin(Actor actor, @RequestParam String program, @RequestParam(defaultValue = "") String once) {
        Idempotent.Answer begun = idempotent.run(
                actor.login(),
                "POST /applications",
                once.isBlank() ? Ids.next() : once,
                program.getBytes(StandardCharsets.UTF_8),
                HttpStatus.SEE_OTHER.value(),
                () -> Map.of("no", desk.begin(actor, program, Map.of()).no().value()));
        return PageTools.to("/applications/" + Json.map(begun.body()).get("no"));
    }

    @GetMapping("/applications/{no}")
    ModelAndView list(Actor actor, @PathVariable CaseNo no, Locale locale) {
        Sheet sheet = screens.open(actor, no);
        if (sheet == null) {
            return PageTools.to("/cases/" + no.value());
        }
        List<Fault> faults = screens.faults(sheet);
        List<Row> rows = screens.rows(sheet, sheet.draft().typed(), faults, locale);
        List<Section> sections = new ArrayList<>();
        for (Form.Section section : sheet.form().sections()) {
            sections.add(section(sheet, section, FormView.section(rows, section.key()), faults, locale));
        }
        sections.add(documents(actor, sheet, locale));
        int done = (int) sections.stream().filter(s -> s.state() == State.DONE).count();
        boolean mayEdit = actor.has(ApplicationDesk.OPERATOR);
        boolean maySign = actor.has(ApplicationDesk.SIGNER);
        return PageTools.show(
                "application",
                new ApplicationScreen(
                        no.value(),
                        sheet.application().programCode(),
                        sheet.title(locale),
                        sheet.program().ref().version(),
                        phrases.status(sheet.application().status().name(), locale),
                        sections,
                        done,
                        mayEdit,
                        maySign,
                        done == sections.size(),
                        null));
    }

    private Section section(Sheet sheet, Form.Section section, List<Row> rows, List<Fault> faults, Locale locale) {
        List<Fault> own = faults.stream()
                .filter(f -> !f.warning() && FormView.focusId(rows, f.pointer()) != null)
                .toList();
        int wrong =
                (int) own.stream().filter(f -> !f.code().startsWith("required")).count();
        State state = wrong > 0
                ? State.FAULTY
                : own.isEmpty() ? State.DONE : any(rows, Row::isAnswered) ? State.STARTED : State.NOT_STARTED;
        String address = DraftScreens.address(sheet.no(), section.key());
        return new Section("s-" + section.key(), screens.title(section, locale), null, address, state, wrong);
    }

    private static boolean any(List<Row> rows, Predicate<Row> answered) {
        return rows.stream().anyMatch(row -> answered.test(row) || any(row.children(), answered));
    }

    private Section documents(Actor actor, Sheet sheet, Locale locale) {
        List<DocumentsScreen.Need> needs = screens.needs(actor, sheet, null, locale);
        boolean all =
                needs.stream().noneMatch(need -> need.required() && need.files().isEmpty());
        boolean some = needs.stream().anyMatch(need -> !need.files().isEmpty());
        State state = all ? State.DONE : some ? State.STARTED : State.NOT_STARTED;
        String address = "/applications/" + sheet.no().value() + "/documents";
        return new Section("documents", phrases.text("portal.documents.title", locale), null, address, state, 0);
    }

    @PostMapping("/applications/{no}/deletion")
    ModelAndView discard(Actor actor, @PathVariable CaseNo no, RedirectAttributes flash, Locale locale) {
        desk.discard(actor, no);
        flash.addFlashAttribute("flash", messages.text("portal.application.deleted", locale));
        return PageTools.to("/cases");
    }
}
