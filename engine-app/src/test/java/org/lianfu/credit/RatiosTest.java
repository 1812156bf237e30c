package org.lianfu.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianfu.shared.Money;

/** Ratios by themselves: what is lacking makes them lack, and nothing is rounded but the last digit. */
class RatiosTest {

    @ParameterizedTest
    @CsvSource({
        "120000000, 55200000, 46.00",
        "3, 1, 33.33",
        "3, 2, 66.67",
        "800, 1, 0.13",
        "100, 0, 0.00",
        "100, 250, 250.00",
        "90000000000000, 1, 0.00"
    })
    void liabilities_stand_in_percent_of_assets(String assets, String liabilities, String percent) {
        assertThat(of(assets, liabilities, null, null).debt()).contains(new BigDecimal(percent));
    }

    @Test
    void current_assets_stand_in_times_of_current_liabilities_and_profit_in_percent_of_sales() {
        Ratios ratios = new Ratios(null, null, yuan("66000000"), yuan("40000000"), yuan("86000000"), yuan("-8600000"));
        assertThat(ratios.current()).contains(new BigDecimal("1.65"));
        assertThat(ratios.margin()).contains(new BigDecimal("-10.00"));
    }

    @Test
    void a_loan_stands_on_both_sides_while_its_money_is_there() {
        Ratios ratios = of("100", "50", null, null);
        assertThat(ratios.debtWith(yuan("100"))).contains(new BigDecimal("75.00"));
        assertThat(ratios.debtWith(null)).isEmpty();
    }

    @Test
    void what_lacks_or_cannot_divide_gives_no_figure_and_never_a_zero() {
        assertThat(of(null, "1", "1", null).debt()).isEmpty();
        assertThat(of("1", null, "1", null).debt()).isEmpty();
        assertThat(of("0", "1", "1", null).debt()).isEmpty();
        assertThat(of("1", "1", "1", null).current()).isEmpty();
        assertThat(of("1", "1", "1", "0").current()).isEmpty();
        assertThat(of("1", "1", "1", "1").margin()).isEmpty();
        assertThat(Ratios.cycleDays(Arrays.asList(90L, null), List.of(1L))).isEmpty();
        assertThat(Ratios.cycleDays(List.of(90L), Arrays.asList((Long) null))).isEmpty();
        assertThat(Ratios.turnover(Optional.empty())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "90, 120, 60, 15, 15, 150, 2.40",
        "10, 0, 3, 0, 0, 7, 51.43",
        "10, 0, 10, 0, 0, 0, ",
        "0, 0, 9, 0, 0, -9, "
    })
    void working_capital_turns_over_as_often_as_its_days_fit_into_360(
            long inventory, long receivable, long payable, long prepaid, long advance, long days, String times) {
        Optional<Long> cycle = Ratios.cycleDays(List.of(inventory, receivable, prepaid), List.of(payable, advance));
        assertThat(cycle).contains(days);
        assertThat(Ratios.turnover(cycle)).isEqualTo(Optional.ofNullable(times).map(BigDecimal::new));
    }

    private static Ratios of(String assets, String liabilities, String currentAssets, String currentLiabilities) {
        return new Ratios(yuan(assets), yuan(liabilities), yuan(currentAssets), yuan(currentLiabilities), null, null);
    }

    private static Money yuan(String yuan) {
        return yuan == null ? null : Money.ofYuan(yuan);
    }
}
