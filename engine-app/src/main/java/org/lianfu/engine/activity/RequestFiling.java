package org.lianfu.engine.activity;

import org.lianfu.credit.FilingRun;
import org.lianfu.shared.CaseNo;
import org.springframework.stereotype.Component;

/** Asks for the loan to be filed into the risk pool with the batch of its month. */
@Component
class RequestFiling extends Activity {

    private final FilingRun filing;

    RequestFiling(FilingRun filing) {
        this.filing = filing;
    }

    @Override
    protected String act(CaseNo no) {
        filing.requestFiling(no);
        return DONE;
    }
}
