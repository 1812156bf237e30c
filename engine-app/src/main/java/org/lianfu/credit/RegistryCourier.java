package org.lianfu.credit;

import org.lianfu.application.Application;
import org.lianfu.application.Applications;
import org.lianfu.outbox.Courier;
import org.lianfu.outbox.Parcel;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Carries requests to the registry; what is personal it reads only when it delivers. */
@Component
class RegistryCourier implements Courier {

    static final String TOPIC = "pledge-registry";
    static final String REGISTER = "register";
    static final String RELEASE = "release";

    private final ObjectProvider<PledgeRegistry> registry;
    private final Pledges pledges;
    private final Loans loans;
    private final Applications applications;

    RegistryCourier(ObjectProvider<PledgeRegistry> registry, Pledges pledges, Loans loans, Applications applications) {
        this.registry = registry;
        this.pledges = pledges;
        this.loans = loans;
        this.applications = applications;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public void deliver(Parcel parcel) {
        PledgeRegistry connected = registry.getIfAvailable();
        boolean release = RELEASE.equals(parcel.body().get("act"));
        if (connected == null && release) {
            return; // the bank has recorded what the register itself certified: nobody is left to be told
        }
        if (connected == null) {
            throw new IllegalStateException("no registry is connected: record its answer by hand");
        }
        Pledge pledge = pledges.find(parcel.body().get("pledge")).orElseThrow();
        if (release) {
            connected.release(new PledgeRegistry.Release(parcel.id(), pledge.patentNo(), pledge.registrationNo()));
        } else {
            connected.register(filing(pledge));
        }
    }

    private PledgeRegistry.Filing filing(Pledge pledge) {
        Application application = applications.find(pledge.no()).orElseThrow();
        Loan loan = loans.get(pledge.no());
        return new PledgeRegistry.Filing(
                pledge.id(),
                pledge.no(),
                pledge.patentNo(),
                application.applicantUscc(),
                loan.bank(),
                loan.contract().pledgeNo(),
                loan.contract().amount(),
                loan.contract().endsOn());
    }
}
