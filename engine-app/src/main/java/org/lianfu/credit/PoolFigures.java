package org.lianfu.credit;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.lianfu.shared.Money;

/**
 * Where the risk pool stands 风险补偿资金池.
 *
 * @param balance money in the pool
 * @param outstanding principal outstanding on the loans filed in it
 * @param npl principal of non-performing loans among them, as the banks have reported it last
 */
public record PoolFigures(Money balance, Money outstanding, Money npl) {

    private static final long MILLION = 1_000_000;

    /**
     * Share of non-performing principal 不良率 in millionths, cut off: a rate that has not reached a limit is never rounded up
     * to it. Without any loan in the pool it is nothing, or all when something is reported all the same.
     */
    public long rate() {
        if (outstanding.fen() == 0) {
            return npl.fen() == 0 ? 0 : MILLION;
        }
        return BigInteger.valueOf(npl.fen())
                .multiply(BigInteger.valueOf(MILLION))
                .divide(BigInteger.valueOf(outstanding.fen()))
                .longValueExact();
    }

    /** The rate in percent, four digits, for example 5.0000. */
    public BigDecimal percent() {
        return BigDecimal.valueOf(rate(), 4);
    }
}
