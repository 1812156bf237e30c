package org.lianfu.engine.activity;

import org.lianfu.credit.PaymentDesk;
import org.lianfu.shared.CaseNo;
import org.springframework.stereotype.Component;

/** Books the payment to the payee that two people of the bank have made out and checked. */
@Component
class BookPayment extends Activity {

    private final PaymentDesk payments;

    BookPayment(PaymentDesk payments) {
        this.payments = payments;
    }

    @Override
    protected String act(CaseNo no) {
        payments.bookPayment(no);
        return DONE;
    }
}
