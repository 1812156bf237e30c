package org.lianfu.review;

import java.util.Map;
import org.lianfu.application.Applications;
import org.lianfu.application.CaseFile;
import org.lianfu.outbox.Incident;
import org.lianfu.outbox.Remedy;
import org.lianfu.shared.Actor;
import org.lianfu.shared.CaseNo;
import org.springframework.stereotype.Component;

/** What an operator can do about a vote that cannot reach its quorum: open a seat that another member of the post may take. */
@Component
class LostQuorum implements Remedy {

    private final Applications applications;
    private final CaseClerk clerk;

    LostQuorum(Applications applications, CaseClerk clerk) {
        this.applications = applications;
        this.clerk = clerk;
    }

    @Override
    public String kind() {
        return CaseClerk.NO_QUORUM;
    }

    @Override
    public void retry(Incident incident, Actor by) {
        CaseFile file = applications.open(new CaseNo(incident.caseNo()));
        Step step = clerk.stepsOf(file)
                .byId(incident.ref())
                .orElseThrow(() -> ReviewRefusals.MISSING.because(Map.of("task", incident.ref())));
        clerk.furtherSeat(file, step, by);
    }
}
