package org.lianfu.credit;

import org.lianfu.outbox.Incident;
import org.lianfu.outbox.Remedy;
import org.lianfu.shared.Actor;
import org.springframework.stereotype.Component;

/** What an operator can do about a registry that contradicts itself: have it say once more what holds. */
@Component
class ContradictingRegistry implements Remedy {

    private final PledgeDesk desk;

    ContradictingRegistry(PledgeDesk desk) {
        this.desk = desk;
    }

    @Override
    public String kind() {
        return PledgeDesk.CONTRADICTS;
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
