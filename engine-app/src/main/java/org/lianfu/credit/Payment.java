package org.lianfu.credit;

import java.time.LocalDate;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Money;

/**
 * One payment of drawn money to a payee by the bank 受托支付, as the bank has made it; recorded here, never made here.
 *
 * @param attempt 1 for the first; a returned payment is followed by the next
 * @param maker who made it out 制单
 * @param checker who checked it 复核; never the maker
 * @param endedOn day on which it arrived or came back; null while it is under way
 */
public record Payment(
        String id,
        CaseNo no,
        int attempt,
        State state,
        String voucherNo,
        Money amount,
        LocalDate sentOn,
        String accountLast4,
        String maker,
        String checker,
        LocalDate endedOn,
        String receiptNo) {

    /** Where a payment stands. */
    public enum State {
        SENT,
        ARRIVED,
        /** 退票: the bank of the payee sent it back */
        RETURNED,
        /** the loan was settled before anybody recorded what came of it */
        UNREPORTED
    }

    boolean isReturned() {
        return state == State.RETURNED;
    }
}
