package org.lianfu.credit;

import org.lianfu.outbox.Incident;
import org.lianfu.outbox.Remedy;
import org.lianfu.review.ClockWatch;
import org.lianfu.shared.Actor;
import org.lianfu.shared.CaseNo;
import org.springframework.stereotype.Component;

/** What an operator can do about a registry that does not answer: ask it again. */
@Component
class SilentRegistry implements Remedy {

    private final PledgeDesk desk;

    SilentRegistry(PledgeDesk desk) {
        this.desk = desk;
    }

    @Override
    public String kind() {
        return ClockWatch.SILENT;
    }

    @Override
    public void retry(Incident incident, Actor by) {
        desk.askAgain(new CaseNo(incident.caseNo()), incident.ref(), by);
    }
}
