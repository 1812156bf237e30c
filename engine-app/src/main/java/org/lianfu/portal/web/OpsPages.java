package org.lianfu.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.lianfu.http.Messages;
import org.lianfu.outbox.Incident;
import org.lianfu.outbox.Incidents;
import org.lianfu.portal.FaultLine;
import org.lianfu.portal.IncidentsScreen;
import org.lianfu.portal.Page;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What failed or stays silent, with a retry. */
@Controller
class OpsPages {

    private static final int LINES = 20;
    /** Characters of an operator's note, as over REST. */
    private static final int NOTE = 500;

    private final Incidents incidents;
    private final Messages messages;
    private final Phrases phrases;
    private final KeptAnswers words;

    OpsPages(Incidents incidents, Messages messages, Phrases phrases, KeptAnswers words) {
        this.incidents = incidents;
        this.messages = messages;
        this.phrases = phrases;
        this.words = words;
    }

    @GetMapping("/ops/incidents")
    ModelAndView list(@RequestParam(required = false) String after, Locale locale) {
        return PageTools.show("incidents", screen(after, null, "", List.of(), locale));
    }

    /** @param noted the incident that {@code note} was typed about; null when nothing was */
    private IncidentsScreen screen(String after, String noted, String note, List<FaultLine> faults, Locale locale) {
        List<Incident> rows = incidents.list(false, after, LINES + 1);
        boolean more = rows.size() > LINES;
        List<Incident> shown = more ? rows.subList(0, LINES) : rows;
        Page<IncidentsScreen.Incident> page = new Page<>(
                shown.stream()
                        .map(incident -> line(incident, incident.id().equals(noted) ? note : "", locale))
                        .toList(),
                more ? "/ops/incidents?after=" + shown.get(LINES - 1).id() : null);
        return new IncidentsScreen(page, faults);
    }

    private IncidentsScreen.Incident line(Incident incident, String note, Locale locale) {
        String key = "incident." + incident.kind();
        return new IncidentsScreen.Incident(
                incident.id(),
                messages.text(key, locale),
                messages.text(key + ".mend", locale),
                incident.caseNo(),
                incident.ref(),
                incident.reason(),
                incident.attempts(),
                incident.openedAt(),
                incident.isOpen(),
                incident.isOpen() && incidents.mayBeClearedUp(incident),
                note);
    }

    /** @param reason the operator's note; {@code after} brings back the page of the list that it was typed on */
    @PostMapping("/ops/incidents/{id}/retry")
    ModelAndView retry(
            Actor actor,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) String after,
            HttpServletRequest request,
            RedirectAttributes flash,
            Locale locale) {
        flash.addFlashAttribute("flash", messages.text("portal.incidents.retried", locale));
        return noted(id, reason, after, request, locale, note -> incidents.retry(id, actor, note));
    }

    /** @param reason how it was cleared up, see {@link #retry} */
    @PostMapping("/ops/incidents/{id}/closure")
    ModelAndView close(
            Actor actor,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) String after,
            HttpServletRequest request,
            RedirectAttributes flash,
            Locale locale) {
        flash.addFlashAttribute("flash", messages.text("portal.incidents.closed", locale));
        return noted(id, reason, after, request, locale, note -> incidents.clearUp(id, actor, note));
    }

    private ModelAndView noted(
            String id, String typed, String after, HttpServletRequest request, Locale locale, Consumer<String> act) {
        String note = typed.strip();
        int length = note.codePointCount(0, note.length());
        if (length > NOTE) {
            Map<String, ?> figures = Map.of("max", NOTE, "length", length);
            String sentence = messages.text("portal.incidents.note-long", locale, figures);
            return again(after, id, typed, new FaultLine("#note-" + id, sentence, false), 422, locale);
        }
        try {
            act.accept(note);
        } catch (Refused refused) {
            FaultLine why = new FaultLine(null, phrases.sentence(refused, locale), false);
            int status = refused.refusal().kind().status();
            // the incident may have been closed meanwhile, and its field with it
            return again(after, id, typed, why, status, locale).addObject("kept", words.typed(request, locale));
        }
        return PageTools.to("/ops/incidents");
    }

    private ModelAndView again(String after, String id, String note, FaultLine why, int status, Locale locale) {
        String from = after == null || after.isBlank() ? null : after;
        return PageTools.again("incidents", screen(from, id, note, List.of(why), locale), status);
    }
}
