package org.lianfu.engine.activity;

import org.lianfu.credit.CreditDesk;
import org.lianfu.shared.CaseNo;
import org.springframework.stereotype.Component;

/** Books the draw-down that two people of the bank have recorded and confirmed. */
@Component
class BookDrawdown extends Activity {

    private final CreditDesk credit;

    BookDrawdown(CreditDesk credit) {
        this.credit = credit;
    }

    @Override
    protected String act(CaseNo no) {
        credit.bookDrawdown(no);
        return DONE;
    }
}
