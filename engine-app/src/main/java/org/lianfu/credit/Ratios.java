package org.lianfu.credit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lianfu.shared.Money;

/**
 * The figures by which a firm's finances are judged 财务指标. What is not known is null; a figure that rests on it is then
 * empty, never zero. Percentages and times have two digits, rounded half up.
 *
 * @param sales of the last full year
 * @param profit of the last full year, negative for a loss
 */
record Ratios(
        Money assets, Money liabilities, Money currentAssets, Money currentLiabilities, Money sales, Money profit) {

    private static final int DIGITS = 2;
    private static final int YEAR_DAYS = 360;

    /** Liabilities in percent of assets 资产负债率. */
    Optional<BigDecimal> debt() {
        return percent(liabilities, assets);
    }

    /** The same with the loan drawn and its money still in the house. */
    Optional<BigDecimal> debtWith(Money loan) {
        return assets == null || liabilities == null || loan == null
                ? Optional.empty()
                : percent(liabilities.plus(loan), assets.plus(loan));
    }

    /** Current assets by current liabilities 流动比率, in times. */
    Optional<BigDecimal> current() {
        return parts(currentAssets, currentLiabilities, 0);
    }

    /** Profit in percent of sales 销售利润率. */
    Optional<BigDecimal> margin() {
        return percent(profit, sales);
    }

    /** {@code part} in percent of {@code whole}. */
    static Optional<BigDecimal> percent(Money part, Money whole) {
        return parts(part, whole, 2);
    }

    private static Optional<BigDecimal> parts(Money part, Money whole, int shift) {
        if (part == null || whole == null || whole.fen() <= 0) {
            return Optional.empty();
        }
        return Optional.of(BigDecimal.valueOf(part.fen())
                .movePointRight(shift)
                .divide(BigDecimal.valueOf(whole.fen()), DIGITS, RoundingMode.HALF_UP));
    }

    /** The days for which money is bound 营运资金周转天数: inventory + receivables - payables + prepaid - advances. */
    static Optional<Long> cycleDays(List<Long> bound, List<Long> freed) {
        if (bound.stream().anyMatch(Objects::isNull) || freed.stream().anyMatch(Objects::isNull)) {
            return Optional.empty();
        }
        return Optional.of(bound.stream().mapToLong(Long::longValue).sum()
                - freed.stream().mapToLong(Long::longValue).sum());
    }

    /** How often working capital turns over in a year of 360 days 周转次数; empty when nothing is bound. */
    static Optional<BigDecimal> turnover(Optional<Long> cycleDays) {
        return cycleDays.filter(days -> days > 0).map(days -> BigDecimal.valueOf(YEAR_DAYS)
                .divide(BigDecimal.valueOf(days), DIGITS, RoundingMode.HALF_UP));
    }
}
