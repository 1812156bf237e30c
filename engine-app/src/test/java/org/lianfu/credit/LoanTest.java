package org.lianfu.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Money;
import org.lianfu.shared.Refusal;
import org.lianfu.shared.Refused;

/** The loan by itself: no database, no engine. */
class LoanTest {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    static final CaseNo NO = new CaseNo("IPP-2026-430204-000001");

    @ParameterizedTest
    @CsvSource({"3000000, true", "2999999.99, true", "0.01, true", "3000000.01, false", "0, false", "-1, false"})
    void a_contract_stays_within_the_approved_amount(String yuan, boolean accepted) {
        ThrowingCallable act = () -> Loan.mayContract(contract(yuan, TODAY.plusMonths(6)), approved(12), TODAY);
        if (accepted) {
            assertThat(catchThrowable(act)).isNull();
        } else {
            assertThat(refused(act, CreditRefusals.CONTRACT_ABOVE_APPROVED))
                    .containsEntry("amount", Money.ofYuan(yuan).yuan())
                    .containsEntry("approved", "3000000.00");
        }
    }

    @ParameterizedTest
    @CsvSource({"2027-11-24, true", "2027-11-25, false", "2026-11-25, true", "2026-11-24, false"})
    void a_contract_stays_within_the_approved_months(LocalDate endsOn, boolean accepted) {
        ThrowingCallable act = () -> Loan.mayContract(contract("1", endsOn), approved(12), TODAY);
        if (accepted) {
            assertThat(catchThrowable(act)).isNull();
        } else {
            assertThat(refused(act, CreditRefusals.CONTRACT_TERM)).containsEntry("months", 12);
        }
    }

    @Test
    void nothing_is_drawn_before_the_pledge_is_registered() {
        Loan signed = Loan.contracted(NO, "BANK_A", contract("3000000", TODAY.plusYears(1)));

        refused(() -> signed.drawn(new Drawdown("J1", yuan("1"), TODAY), TODAY), CreditRefusals.NOT_PLEDGED);
    }

    @Test
    void a_draw_down_makes_principal_outstanding() {
        Loan drawn = pledged().drawn(new Drawdown("J1", yuan("2000000"), TODAY), TODAY);

        assertThat(drawn.state()).isEqualTo(Loan.State.DRAWN);
        assertThat(drawn.outstanding()).isEqualTo(yuan("2000000"));
        assertThat(drawn.left()).isEqualTo(yuan("1000000"));
        assertThat(drawn.valueOn()).isEqualTo(TODAY);
        assertThat(drawn.loanClass()).isEqualTo(1);
    }

    @Test
    void draw_downs_together_stay_within_the_contract() {
        Loan drawn = pledged().drawn(new Drawdown("J1", yuan("2000000"), TODAY), TODAY);

        assertThat(refused(
                        () -> drawn.drawn(new Drawdown("J2", yuan("1000000.01"), TODAY), TODAY),
                        CreditRefusals.DRAWDOWN_ABOVE_CONTRACT))
                .containsEntry("left", "1000000.00");
        assertThat(drawn.drawn(new Drawdown("J2", yuan("1000000"), TODAY), TODAY)
                        .left())
                .isEqualTo(Money.ZERO);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-19, false", "2026-11-20, true", "2026-11-24, true", "2026-11-25, false"})
    void the_value_date_lies_between_registration_and_today(LocalDate valueOn, boolean accepted) {
        ThrowingCallable act = () -> pledged().drawn(new Drawdown("J1", yuan("1"), valueOn), TODAY);
        if (accepted) {
            assertThat(catchThrowable(act)).isNull();
        } else {
            refused(act, CreditRefusals.VALUE_DATE);
        }
    }

    @ParameterizedTest
    @CsvSource({"1999999.99", "2000000.01", "0"})
    void only_the_whole_principal_is_repaid_and_both_figures_are_named(String principal) {
        assertThat(refused(
                        () -> drawn().repaid(new Repayment(TODAY, yuan(principal), yuan("0")), TODAY),
                        CreditRefusals.NOT_IN_FULL))
                .containsEntry("principal", yuan(principal).yuan())
                .containsEntry("outstanding", "2000000.00");
    }

    @Test
    void repaid_in_full_the_loan_is_settled() {
        Loan settled = drawn().repaid(new Repayment(TODAY, yuan("2000000"), yuan("12345.67")), TODAY);

        assertThat(settled.state()).isEqualTo(Loan.State.SETTLED);
        assertThat(settled.outstanding()).isEqualTo(Money.ZERO);
        assertThat(settled.drawn()).isEqualTo(yuan("2000000"));
        assertThat(settled.settledOn()).isEqualTo(TODAY);
        refused(() -> settled.repaid(new Repayment(TODAY, yuan("0"), yuan("0")), TODAY), CreditRefusals.LOAN_STATE);
        refused(() -> settled.drawn(new Drawdown("J2", yuan("1"), TODAY), TODAY), CreditRefusals.LOAN_STATE);
    }

    @Test
    void interest_is_never_negative_and_may_be_nothing() {
        refused(
                () -> drawn().repaid(new Repayment(TODAY, yuan("2000000"), yuan("-0.01")), TODAY),
                CreditRefusals.INTEREST_NEGATIVE);
        assertThat(drawn().repaid(new Repayment(TODAY, yuan("2000000"), Money.ZERO), TODAY)
                        .state())
                .isEqualTo(Loan.State.SETTLED);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-21", "2026-11-25"})
    void a_repayment_lies_between_value_date_and_today(LocalDate paidOn) {
        refused(
                () -> drawn().repaid(new Repayment(paidOn, yuan("2000000"), Money.ZERO), TODAY),
                CreditRefusals.REPAYMENT_DATE);
    }

    @Test
    void a_loan_is_overdue_from_the_day_after_its_maturity_and_can_still_be_repaid() {
        LocalDate maturity = drawn().contract().endsOn();
        LocalDate later = maturity.plusDays(1);

        assertThatThrownBy(() -> drawn().overdue(maturity)).isInstanceOf(IllegalStateException.class);
        Loan overdue = drawn().overdue(later);
        assertThat(overdue.state()).isEqualTo(Loan.State.OVERDUE);
        refused(() -> overdue.drawn(new Drawdown("J2", yuan("1"), later), later), CreditRefusals.LOAN_STATE);
        assertThat(overdue.repaid(new Repayment(later, yuan("2000000"), Money.ZERO), later)
                        .state())
                .isEqualTo(Loan.State.SETTLED);
    }

    private static Loan pledged() {
        return Loan.contracted(NO, "BANK_A", contract("3000000", TODAY.plusYears(1)))
                .pledged(LocalDate.of(2026, 11, 20));
    }

    private static Loan drawn() {
        LocalDate valueOn = LocalDate.of(2026, 11, 22);
        return pledged().drawn(new Drawdown("J1", yuan("2000000"), valueOn), TODAY);
    }

    private static Contract contract(String yuan, LocalDate endsOn) {
        return new Contract("JK-1", "ZY-1", yuan(yuan), new BigDecimal("3.45"), endsOn);
    }

    private static Contract.Limit approved(int months) {
        return new Contract.Limit(yuan("3000000"), months);
    }

    private static Money yuan(String yuan) {
        return Money.ofYuan(yuan);
    }

    private static Map<String, Object> refused(ThrowingCallable act, Refusal refusal) {
        Refused refused = (Refused) catchThrowable(act);
        assertThat(refused).as(refusal.code()).isNotNull();
        assertThat(refused.refusal()).isEqualTo(refusal);
        return Map.copyOf(refused.arguments());
    }
}
