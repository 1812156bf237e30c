package org.lianfu.portal.web;

import java.util.List;
import java.util.Locale;
import org.lianfu.http.Messages;
import org.lianfu.outbox.Incident;
import org.lianfu.outbox.Incidents;
import org.lianfu.portal.IncidentsScreen;
import org.lianfu.portal.Page;
import org.lianfu.shared.Actor;
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

    private final Incidents incidents;
    private final Messages messages;

    OpsPages(Incidents incidents, Messages messages) {
        this.incidents = incidents;
        this.messages = messages;
    }

    @GetMapping("/ops/incidents")
    ModelAndView list(@RequestParam(required = false) String after, Locale locale) {
        List<Incident> rows = incidents.list(false, after, LINES + 1);
        boolean more = rows.size() > LINES;
        List<Incident> shown = more ? rows.subList(0, LINES) : rows;
        Page<IncidentsScreen.Incident> page = new Page<>(
                shown.stream().map(incident -> line(incident, locale)).toList(),
                more ? "/ops/incidents?after=" + shown.get(LINES - 1).id() : null);
        return PageTools.show("incidents", new IncidentsScreen(page));
    }

    private IncidentsScreen.Incident line(Incident incident, Locale locale) {
        String key = "incident." + incident.kind();
        return new IncidentsScreen.Incident(
                incident.id(),
                messages.has(key) ? messages.text(key, locale) : incident.kind(),
                incident.caseNo(),
                incident.ref(),
                incident.reason(),
                incident.attempts(),
                incident.openedAt(),
                incident.isOpen());
    }

    @PostMapping("/ops/incidents/{id}/retry")
    ModelAndView retry(
            Actor actor,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash,
            Locale locale) {
        incidents.retry(id, actor, reason);
        flash.addFlashAttribute("flash", messages.text("portal.incidents.retried", locale));
        return PageTools.to("/ops/incidents");
    }
}
