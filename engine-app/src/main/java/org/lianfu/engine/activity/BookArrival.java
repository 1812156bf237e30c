package org.lianfu.engine.activity;

import org.lianfu.credit.PaymentDesk;
import org.lianfu.shared.CaseNo;
import org.springframework.stereotype.Component;

/** Books that the payment to the payee has arrived. */
@Component
class BookArrival extends Activity {

    private final PaymentDesk payments;

    BookArrival(PaymentDesk payments) {
        this.payments = payments;
    }

    @Override
    protected String act(CaseNo no) {
        payments.bookArrival(no);
        return DONE;
    }
}
