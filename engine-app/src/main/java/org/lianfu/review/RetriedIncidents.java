package org.lianfu.review;

import java.util.Map;
import org.lianfu.application.Applications;
import org.lianfu.outbox.Incident;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Audience;
import org.lianfu.shared.CaseNo;
import org.lianfu.trail.Entry;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes into the trail of a case what an operator did about an incident that holds it up. */
@Component
class RetriedIncidents {

    private final Applications applications;

    RetriedIncidents(Applications applications) {
        this.applications = applications;
    }

    @EventListener
    void onRetried(Incident.Retried event) {
        note("incident.retried", event.incident(), event.by(), event.note());
    }

    @EventListener
    void onClearedUp(Incident.ClearedUp event) {
        note("incident.cleared", event.incident(), event.by(), event.note());
    }

    private void note(String type, Incident incident, Actor by, String note) {
        if (incident.caseNo() == null) {
            return; // no case, so no chain: the incident itself keeps who and when
        }
        applications
                .open(new CaseNo(incident.caseNo()))
                .record(Entry.of(type, by)
                        .as(Place.OPERATOR)
                        .about("incident", incident.id())
                        .data("reason", incident.kind())
                        .details(Map.of("cause", incident.reason(), "about", incident.ref(), "note", note))
                        .audience(Audience.BANK, Audience.SCHEME));
    }
}
