package org.lianfu.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.lianfu.shared.Money;

/** Whatever the amounts, a percentage is rounded once. */
class RatiosPropertiesTest {

    @Property
    void a_percentage_is_at_most_half_a_hundredth_away(
            @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long part,
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long whole) {
        BigDecimal percent =
                Ratios.percent(Money.ofFen(part), Money.ofFen(whole)).orElseThrow();
        BigDecimal exact = BigDecimal.valueOf(part).movePointRight(2);
        BigDecimal back = percent.multiply(BigDecimal.valueOf(whole));
        assertThat(back.subtract(exact).abs())
                .isLessThanOrEqualTo(new BigDecimal("0.005").multiply(BigDecimal.valueOf(whole)));
    }
}
