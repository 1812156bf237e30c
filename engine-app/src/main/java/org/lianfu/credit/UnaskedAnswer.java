package org.lianfu.credit;

import org.lianfu.outbox.Incident;
import org.lianfu.outbox.Remedy;
import org.lianfu.shared.Actor;
import org.springframework.stereotype.Component;

/** What an operator can do about an answer that no case waits for: ask the registry what holds, where the request is known. */
@Component
class UnaskedAnswer implements Remedy {

    private final PledgeDesk desk;

    UnaskedAnswer(PledgeDesk desk) {
        this.desk = desk;
    }

    @Override
    public String kind() {
        return PledgeDesk.UNASKED;
    }

    @Override
    public void retry(Incident incident, Actor by) {
        desk.confirm(incident.ref(), by);
    }

    @Override
    public boolean mayBeClearedUp() {
        return true;
    }
}
