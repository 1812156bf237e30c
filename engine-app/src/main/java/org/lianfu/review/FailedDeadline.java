package org.lianfu.review;

import org.lianfu.outbox.Incident;
import org.lianfu.outbox.Remedy;
import org.lianfu.shared.Actor;
import org.lianfu.shared.CaseNo;
import org.springframework.stereotype.Component;

/** What an operator can do about a deadline whose act failed: let the clock watch act again. */
@Component
class FailedDeadline implements Remedy {

    private final ClockWatch watch;

    FailedDeadline(ClockWatch watch) {
        this.watch = watch;
    }

    @Override
    public String kind() {
        return ClockWatch.FAILED;
    }

    @Override
    public void retry(Incident incident, Actor by) {
        watch.actAgain(new CaseNo(incident.caseNo()), incident.ref());
    }
}
