package org.lianfu.engine.activity;

import org.lianfu.credit.PledgeDesk;
import org.lianfu.shared.CaseNo;
import org.springframework.stereotype.Component;

/** Sends the request to register the pledge to the registry. */
@Component
class RequestPledgeRegistration extends Activity {

    private final PledgeDesk pledge;

    RequestPledgeRegistration(PledgeDesk pledge) {
        this.pledge = pledge;
    }

    @Override
    protected String act(CaseNo no) {
        pledge.requestPledgeRegistration(no);
        return DONE;
    }
}
