package org.lianfu.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lianfu.application.ApplicationDesk;
import org.lianfu.application.DraftDesk;
import org.lianfu.flow.Decisions;
import org.lianfu.form.Form;
import org.lianfu.form.FormView;
import org.lianfu.form.Posted;
import org.lianfu.form.Row;
import org.lianfu.http.Problems;
import org.lianfu.portal.SectionScreen;
import org.lianfu.portal.web.DraftScreens.Sheet;
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
import org.springframework.web.servlet.ModelAndView;

/** One section of a draft a page: saved at each change, and when it is sent. */
@Controller
@RequestMapping("/applications/{no}/s/{section}")
class DraftPages {

    private final DraftScreens screens;
    private final DraftDesk desk;
    private final Decisions decisions;
    private final Phrases phrases;
    private final Clock clock;

    DraftPages(DraftScreens screens, DraftDesk desk, Decisions decisions, Phrases phrases, Clock clock) {
        this.screens = screens;
        this.desk = desk;
        this.decisions = decisions;
        this.phrases = phrases;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView section(Actor actor, @PathVariable CaseNo no, @PathVariable String section, Locale locale) {
        Sheet sheet = screens.open(actor, no);
        if (sheet == null) {
            return PageTools.to("/cases/" + no.value());
        }
        return PageTools.show("section", screen(actor, sheet, key(sheet, section), List.of(), locale));
    }

    @PostMapping
    ModelAndView save(
            Actor actor,
            @PathVariable CaseNo no,
            @PathVariable String section,
            @RequestParam(defaultValue = "0") int edition,
            HttpServletRequest request,
            Locale locale) {
        Sheet sheet = screens.open(actor, no);
        mustFill(actor);
        if (sheet == null) {
            desk.save(actor, no, edition, Map.of()); // filed meanwhile: the desk says so, and the page gives it back
            return PageTools.to("/cases/" + no.value());
        }
        String key = key(sheet, section);
        Posted posted = FormView.read(sheet.form(), key, PageTools.posted(request));
        save(actor, sheet, key, edition, posted.typed());
        if (posted.rowsOnly()) {
            return PageTools.to(DraftScreens.address(no, key) + "#" + posted.focus());
        }
        Sheet saved = screens.open(actor, no);
        SectionScreen screen = screen(actor, saved, key, screens.faults(saved), locale);
        boolean wrong = screen.faults().stream().anyMatch(fault -> !fault.warning());
        return wrong ? PageTools.again("section", screen, 422) : PageTools.to(next(saved, key));
    }

    /** Where the draft says already what was typed, as when a button was pressed twice, there is nothing to refuse. */
    private void save(Actor actor, Sheet sheet, String key, int edition, Map<String, Object> typed) {
        try {
            desk.save(
                    actor, sheet.no(), edition, sheet.form().merge(sheet.draft().typed(), key, typed));
        } catch (Refused refused) {
            Sheet now = screens.open(actor, sheet.no());
            Map<String, Object> kept = now == null ? Map.of() : now.draft().typed();
            if (now == null || !now.form().merge(kept, key, typed).equals(kept)) {
                throw refused;
            }
        }
    }

    /** Saves what has been typed so far and tells which fields the answers hide now. */
    @PostMapping("/autosave")
    ModelAndView autosave(
            Actor actor,
            @PathVariable CaseNo no,
            @PathVariable String section,
            @RequestParam(defaultValue = "0") int edition,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        Sheet sheet = screens.open(actor, no);
        if (sheet == null) {
            throw Problems.MISSING.because();
        }
        mustFill(actor);
        String key = key(sheet, section);
        Posted posted = FormView.read(sheet.form(), key, PageTools.posted(request));
        Map<String, Object> typed = sheet.form().merge(sheet.draft().typed(), key, posted.typed());
        DraftDesk.Saved saved = desk.save(actor, no, edition, typed);
        List<Row> rows = DraftScreens.section(screens.rows(sheet, typed, List.of(), locale), key);
        PageTools.tellSaved(response, rows, String.valueOf(saved.version()));
        return new ModelAndView("saved").addObject("savedAt", clock.instant());
    }

    /** Whoever types may not sign: so the page lets only the operator type. */
    private static void mustFill(Actor actor) {
        if (!actor.has(ApplicationDesk.OPERATOR)) {
            throw Problems.FORBIDDEN.because();
        }
    }

    private static String key(Sheet sheet, String section) {
        String key = "_".equals(section) ? "" : section;
        if (sheet.form().sections().stream().noneMatch(known -> known.key().equals(key))) {
            throw Problems.MISSING.because();
        }
        return key;
    }

    private String next(Sheet sheet, String key) {
        List<Form.Section> sections = sheet.form().sections();
        int here = index(sections, key);
        return here + 1 < sections.size()
                ? DraftScreens.address(sheet.no(), sections.get(here + 1).key())
                : "/applications/" + sheet.no().value() + "/documents";
    }

    private static int index(List<Form.Section> sections, String key) {
        for (int i = 0; i < sections.size(); i++) {
            if (sections.get(i).key().equals(key)) {
                return i;
            }
        }
        throw Problems.MISSING.because();
    }

    private SectionScreen screen(Actor actor, Sheet sheet, String key, List<Fault> faults, Locale locale) {
        List<Form.Section> sections = sheet.form().sections();
        int here = index(sections, key);
        List<Row> rows = DraftScreens.section(screens.rows(sheet, sheet.draft().typed(), faults, locale), key);
        List<Fault> own = faults.stream()
                .filter(fault -> FormView.focusId(rows, fault.pointer()) != null)
                .toList();
        return new SectionScreen(
                sheet.no().value(),
                sheet.title(locale),
                key.isEmpty() ? "_" : key,
                screens.title(sections.get(here), locale),
                here + 1,
                sections.size(),
                rows,
                String.valueOf(sheet.draft().version()),
                sheet.draft().version() > 1 ? sheet.draft().savedAt() : null,
                phrases.lines(own, rows, locale),
                !actor.has(ApplicationDesk.OPERATOR));
    }
}
