package org.lianfu.engine.activity;

import org.lianfu.credit.CreditDesk;
import org.lianfu.shared.CaseNo;
import org.springframework.stereotype.Component;

/** Asks the next bank that the firm named; the outcome is {@code NEXT} or {@code NONE}. */
@Component
class OfferToNextBank extends Activity {

    private final CreditDesk credit;

    OfferToNextBank(CreditDesk credit) {
        this.credit = credit;
    }

    @Override
    protected String act(CaseNo no) {
        return credit.offerToNextBank(no);
    }
}
