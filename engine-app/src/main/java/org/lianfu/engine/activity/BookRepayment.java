package org.lianfu.engine.activity;

import org.lianfu.credit.CreditDesk;
import org.lianfu.shared.CaseNo;
import org.springframework.stereotype.Component;

/** Books the repayment in full that the bank has recorded. */
@Component
class BookRepayment extends Activity {

    private final CreditDesk credit;

    BookRepayment(CreditDesk credit) {
        this.credit = credit;
    }

    @Override
    protected String act(CaseNo no) {
        credit.bookRepayment(no);
        return DONE;
    }
}
