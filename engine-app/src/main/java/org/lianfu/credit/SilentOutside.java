package org.lianfu.credit;

import org.lianfu.outbox.Incident;
import org.lianfu.outbox.Remedy;
import org.lianfu.review.ClockWatch;
import org.lianfu.shared.Actor;
import org.lianfu.shared.CaseNo;
import org.springframework.stereotype.Component;

/**
 * What an operator can do about an answer from outside that does not come: ask the registry again, or remind the finance
 * office of a loan that it has not filed in time (§28).
 */
@Component
class SilentOutside implements Remedy {

    private final PledgeDesk desk;
    private final FilingRun filing;

    SilentOutside(PledgeDesk desk, FilingRun filing) {
        this.desk = desk;
        this.filing = filing;
    }

    @Override
    public String kind() {
        return ClockWatch.SILENT;
    }

    @Override
    public void retry(Incident incident, Actor by) {
        CaseNo no = new CaseNo(incident.caseNo());
        desk.askAgain(no, incident.ref(), by);
        filing.waitAgain(no, incident.ref());
    }
}
