package org.lianfu.credit;

import java.time.LocalDate;
import java.util.Map;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Money;

/**
 * One loan 贷款, from its contract to its settlement. Every verb is a pure function: it gives the loan as it is afterwards,
 * or refuses with the figures of both sides.
 *
 * @param loanClass five-category classification 五级分类: 1 normal, 2 special mention, 3 substandard, 4 doubtful, 5 loss
 * @param registeredOn day on which the pledge was registered; null while it is not: then nothing may be drawn
 * @param drawn principal drawn until now
 * @param outstanding principal not yet repaid
 * @param valueOn first day that bears interest; null before the first draw-down
 */
public record Loan(
        CaseNo no,
        String bank,
        State state,
        int loanClass,
        Contract contract,
        LocalDate registeredOn,
        Money drawn,
        Money outstanding,
        LocalDate valueOn,
        LocalDate settledOn) {

    /** Where a loan stands; a case without a contract has none. */
    public enum State {
        NONE,
        CONTRACTED,
        DRAWN,
        OVERDUE,
        SETTLED,
        WRITTEN_OFF,
        /** the case ended before anything was drawn: nothing is owed */
        CANCELLED
    }

    static final int NORMAL = 1;

    /** Whether this contract stays within what was approved; what cannot be contracted is refused before it is signed. */
    static void mayContract(Contract contract, Contract.Limit approved, LocalDate today) {
        if (contract.amount().compareTo(Money.ZERO) <= 0 || contract.amount().compareTo(approved.amount()) > 0) {
            throw CreditRefusals.CONTRACT_ABOVE_APPROVED.because(Map.of(
                    "amount",
                    contract.amount().yuan(),
                    "approved",
                    approved.amount().yuan()));
        }
        LocalDate last = today.plusMonths(approved.months());
        if (!contract.endsOn().isAfter(today) || contract.endsOn().isAfter(last)) {
            throw CreditRefusals.CONTRACT_TERM.because(
                    Map.of("endsOn", contract.endsOn(), "last", last, "months", approved.months()));
        }
    }

    /** Both have signed. */
    static Loan contracted(CaseNo no, String bank, Contract contract) {
        return new Loan(no, bank, State.CONTRACTED, NORMAL, contract, null, Money.ZERO, Money.ZERO, null, null);
    }

    /** The registry has registered the pledge: the right of pledge begins (民法典 art. 444). */
    Loan pledged(LocalDate on) {
        must(State.CONTRACTED);
        return new Loan(no, bank, state, loanClass, contract, on, drawn, outstanding, valueOn, settledOn);
    }

    /** The bank has paid out; several draw-downs may not exceed the contract together. */
    Loan drawn(Drawdown drawdown, LocalDate today) {
        if (state != State.DRAWN) {
            must(State.CONTRACTED);
        }
        if (registeredOn == null) {
            throw CreditRefusals.NOT_PLEDGED.because(Map.of("no", no.value()));
        }
        Money left = left();
        if (drawdown.amount().compareTo(Money.ZERO) <= 0 || drawdown.amount().compareTo(left) > 0) {
            throw CreditRefusals.DRAWDOWN_ABOVE_CONTRACT.because(Map.of(
                    "amount", drawdown.amount().yuan(),
                    "left", left.yuan(),
                    "contract", contract.amount().yuan()));
        }
        if (drawdown.valueOn().isBefore(registeredOn)
                || drawdown.valueOn().isAfter(today)
                || !drawdown.valueOn().isBefore(contract.endsOn())) {
            throw CreditRefusals.VALUE_DATE.because(
                    Map.of("valueOn", drawdown.valueOn(), "registeredOn", registeredOn, "today", today));
        }
        LocalDate first = valueOn == null ? drawdown.valueOn() : valueOn;
        return new Loan(
                no,
                bank,
                State.DRAWN,
                loanClass,
                contract,
                registeredOn,
                drawn.plus(drawdown.amount()),
                outstanding.plus(drawdown.amount()),
                first,
                null);
    }

    /** Repaid in full: the principal is what is outstanding, neither more nor less. */
    Loan repaid(Repayment repayment, LocalDate today) {
        if (state != State.OVERDUE) {
            must(State.DRAWN);
        }
        if (repayment.principal().compareTo(outstanding) != 0) {
            throw CreditRefusals.NOT_IN_FULL.because(
                    Map.of("principal", repayment.principal().yuan(), "outstanding", outstanding.yuan()));
        }
        if (repayment.interest().compareTo(Money.ZERO) < 0) {
            throw CreditRefusals.INTEREST_NEGATIVE.because(
                    Map.of("interest", repayment.interest().yuan()));
        }
        if (repayment.paidOn().isBefore(valueOn) || repayment.paidOn().isAfter(today)) {
            throw CreditRefusals.REPAYMENT_DATE.because(
                    Map.of("paidOn", repayment.paidOn(), "valueOn", valueOn, "today", today));
        }
        return new Loan(
                no,
                bank,
                State.SETTLED,
                loanClass,
                contract,
                registeredOn,
                drawn,
                Money.ZERO,
                valueOn,
                repayment.paidOn());
    }

    /** The day of maturity has passed and principal is outstanding. */
    Loan overdue(LocalDate today) {
        must(State.DRAWN);
        if (!today.isAfter(contract.endsOn())) {
            throw new IllegalStateException(no + " does not fall due before " + contract.endsOn());
        }
        return new Loan(no, bank, State.OVERDUE, loanClass, contract, registeredOn, drawn, outstanding, valueOn, null);
    }

    /** The case ends and nothing has been drawn: the contract is over, nothing is owed 合同终止. */
    Loan cancelled() {
        must(State.CONTRACTED);
        return new Loan(
                no, bank, State.CANCELLED, loanClass, contract, registeredOn, drawn, outstanding, valueOn, settledOn);
    }

    /** What may still be drawn under the contract. */
    public Money left() {
        return contract.amount().minus(drawn);
    }

    private void must(State needed) {
        if (state != needed) {
            throw CreditRefusals.LOAN_STATE.because(Map.of("no", no.value(), "state", state, "needed", needed));
        }
    }
}
