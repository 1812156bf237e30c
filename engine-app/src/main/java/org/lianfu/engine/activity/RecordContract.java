package org.lianfu.engine.activity;

import org.lianfu.credit.CreditDesk;
import org.lianfu.shared.CaseNo;
import org.springframework.stereotype.Component;

/** Records the loan contract that both have signed. */
@Component
class RecordContract extends Activity {

    private final CreditDesk credit;

    RecordContract(CreditDesk credit) {
        this.credit = credit;
    }

    @Override
    protected String act(CaseNo no) {
        credit.recordContract(no);
        return DONE;
    }
}
