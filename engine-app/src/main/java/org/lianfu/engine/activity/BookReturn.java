package org.lianfu.engine.activity;

import org.lianfu.credit.PaymentDesk;
import org.lianfu.shared.CaseNo;
import org.springframework.stereotype.Component;

/** Books that the payment to the payee came back. */
@Component
class BookReturn extends Activity {

    private final PaymentDesk payments;

    BookReturn(PaymentDesk payments) {
        this.payments = payments;
    }

    @Override
    protected String act(CaseNo no) {
        payments.bookReturn(no);
        return DONE;
    }
}
