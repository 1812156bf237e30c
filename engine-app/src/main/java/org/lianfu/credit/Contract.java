package org.lianfu.credit;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.lianfu.shared.Money;

/**
 * A loan contract 借款合同 with the pledge contract 质押合同 that secures it. In writing, and naming amount, rate, term and
 * repayment (商业银行法 art. 37).
 *
 * @param no number of the loan contract, unique at its bank
 * @param pledgeNo number of the pledge contract
 * @param amount most that may be drawn under it
 * @param annualRate in percent, for example 3.45
 * @param endsOn day on which it falls due 到期日
 */
public record Contract(String no, String pledgeNo, Money amount, BigDecimal annualRate, LocalDate endsOn) {

    /** What the bank has approved: nothing beyond it may be contracted. */
    public record Limit(Money amount, int months) {}
}
