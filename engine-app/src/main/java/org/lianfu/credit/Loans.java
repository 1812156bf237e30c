package org.lianfu.credit;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lianfu.credit.store.LoanRows;
import org.lianfu.credit.store.LoanRows.DrawdownRow;
import org.lianfu.credit.store.LoanRows.LoanRow;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Ids;
import org.lianfu.shared.Money;
import org.lianfu.shared.Times;
import org.lianfu.vault.Vault;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Loans with their draw-downs and repayments as they stand in their tables; payees are sealed. */
@Component
public class Loans {

    private final LoanRows rows;
    private final Vault vault;

    Loans(LoanRows rows, Vault vault) {
        this.rows = rows;
        this.vault = vault;
    }

    /** What is owed under the loans of these cases together. */
    Money outstanding(List<CaseNo> cases) {
        return cases.isEmpty()
                ? Money.ZERO
                : Money.ofFen(rows.outstanding(cases.stream().map(CaseNo::value).toList()));
    }

    /** The loan of a case; empty before its contract is signed. */
    public Optional<Loan> find(CaseNo no) {
        return Optional.ofNullable(rows.find(no.value())).map(Loans::loan);
    }

    Loan get(CaseNo no) {
        return find(no).orElseThrow(() -> CreditRefusals.LOAN_STATE.because(
                Map.of("no", no.value(), "state", Loan.State.NONE, "needed", Loan.State.CONTRACTED)));
    }

    boolean isContractTaken(String bank, String contractNo, CaseNo by) {
        return rows.contractOfOthers(bank, contractNo, by.value()) > 0;
    }

    boolean isNoteTaken(String bank, String noteNo) {
        return rows.note(bank, noteNo) > 0;
    }

    void contracted(Loan loan, Instant at) {
        try {
            rows.insert(row(loan), Times.micros(at));
        } catch (DuplicateKeyException taken) {
            throw CreditRefusals.CONTRACT_NO_TAKEN.because(
                    Map.of("contractNo", loan.contract().no()));
        }
    }

    /** Writes what a loan has become; the row must still be what it was. */
    void save(Loan before, Loan after) {
        if (rows.update(row(before), row(after)) != 1) {
            throw new IllegalStateException("the loan of " + before.no() + " was changed by somebody else");
        }
    }

    /** Who got the money of a draw-down, and which two people recorded it. */
    record Payout(CreditChecks.Payee payee, String recordedBy, String confirmedBy) {}

    void drawn(Loan before, Loan after, Drawdown drawdown, Payout payout, Instant at) {
        String no = before.no().value();
        try {
            rows.insertDrawdown(new DrawdownRow(
                    Ids.next(),
                    no,
                    before.bank(),
                    drawdown.noteNo(),
                    drawdown.amount().fen(),
                    drawdown.valueOn(),
                    vault.seal(payout.payee().name(), no),
                    vault.seal(payout.payee().account(), no),
                    payout.payee().last4(),
                    payout.payee().bankNo(),
                    payout.recordedBy(),
                    payout.confirmedBy(),
                    Times.micros(at)));
        } catch (DuplicateKeyException taken) {
            throw CreditRefusals.NOTE_TAKEN.because(Map.of("noteNo", drawdown.noteNo()));
        }
        save(before, after);
    }

    void repaid(Loan before, Loan after, Repayment repayment, String recordedBy, Instant at) {
        rows.insertRepayment(
                Ids.next(),
                before.no().value(),
                repayment.paidOn(),
                repayment.principal().fen(),
                repayment.interest().fen(),
                recordedBy,
                Times.micros(at));
        save(before, after);
    }

    /** Drawn loans whose day of maturity lies before {@code today}. */
    List<CaseNo> fallenDue(LocalDate today, int limit) {
        return rows.fallenDue(today, limit).stream().map(CaseNo::new).toList();
    }

    private static Loan loan(LoanRow row) {
        return new Loan(
                new CaseNo(row.caseNo()),
                row.bank(),
                Loan.State.valueOf(row.state()),
                row.loanClass(),
                new Contract(
                        row.contractNo(),
                        row.pledgeContractNo(),
                        Money.ofFen(row.contractAmount()),
                        new BigDecimal(row.annualRate()),
                        row.endsOn()),
                row.registeredOn(),
                Money.ofFen(row.drawn()),
                Money.ofFen(row.outstanding()),
                row.valueOn(),
                row.settledOn());
    }

    private static LoanRow row(Loan loan) {
        Contract contract = loan.contract();
        return new LoanRow(
                loan.no().value(),
                loan.bank(),
                loan.state().name(),
                loan.loanClass(),
                contract.no(),
                contract.pledgeNo(),
                contract.amount().fen(),
                contract.annualRate().toPlainString(),
                contract.endsOn(),
                loan.registeredOn(),
                loan.drawn().fen(),
                loan.outstanding().fen(),
                loan.valueOn(),
                loan.settledOn());
    }
}
