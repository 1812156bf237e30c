package org.lianfu.credit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.lianfu.application.CaseFile;
import org.lianfu.review.Step;
import org.lianfu.review.StepCheck;
import org.lianfu.review.Steps;
import org.lianfu.review.Voice;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Money;
import org.lianfu.shared.Times;
import org.springframework.stereotype.Component;

/**
 * Refuses at the step itself what could not be booked later: a contract beyond the approval, a draw-down beyond the
 * contract, a repayment that is not in full, a number that is taken.
 */
@Component
class CreditChecks implements StepCheck {

    private final Loans loans;
    private final Pledges pledges;
    private final Steps steps;
    private final Clock clock;

    CreditChecks(Loans loans, Pledges pledges, Steps steps, Clock clock) {
        this.loans = loans;
        this.pledges = pledges;
        this.steps = steps;
        this.clock = clock;
    }

    @Override
    public void check(CaseFile file, Step step, Voice voice) {
        CaseRecord.Answered said = new CaseRecord.Answered(voice.answers());
        CaseNo no = file.application().no();
        if (said.has(Keys.CONTRACT_NO, Keys.ENDS_ON)) {
            contract(file, record(no), said);
        } else if (said.has(Keys.REGISTRATION_NO, Keys.REGISTERED_ON)) {
            registered(said);
        } else if (said.has(Keys.DRAWDOWN_AMOUNT)) {
            Loan loan = loans.get(no);
            loan.drawn(new Drawdown("", said.money(Keys.DRAWDOWN_AMOUNT), today()), today());
        } else if (said.has(Keys.LOAN_NOTE_NO, Keys.DRAWN_AMOUNT)) {
            drawdown(no, said);
        } else if (said.has(Keys.PAID_ON, Keys.PRINCIPAL, Keys.INTEREST)) {
            loans.get(no).repaid(repayment(said), today());
        } else if (said.has(Keys.RELEASE_NO, Keys.RELEASED_ON)) {
            pledges.newest(no)
                    .orElseThrow(() -> CreditRefusals.NOT_PLEDGED.because(Map.of("no", no.value())))
                    .released(said.text(Keys.RELEASE_NO), said.date(Keys.RELEASED_ON), today());
        }
    }

    /**
     * The contract that a step has drawn up.
     *
     * @throws org.lianfu.shared.Refused when it goes beyond what was approved, or its number is taken
     */
    Contract contract(CaseFile file, CaseRecord record, CaseRecord.Answered said) {
        Money approved = file.application().approved();
        int months = record.latest(Keys.APPROVED_MONTHS).orElseThrow().answers().number(Keys.APPROVED_MONTHS);
        Contract contract = new Contract(
                said.text(Keys.CONTRACT_NO),
                said.text(Keys.PLEDGE_CONTRACT_NO),
                said.has(Keys.CONTRACT_AMOUNT) ? said.money(Keys.CONTRACT_AMOUNT) : approved,
                said.decimal(Keys.ANNUAL_RATE),
                said.date(Keys.ENDS_ON));
        Loan.mayContract(contract, new Contract.Limit(approved, months), today());
        String bank = file.application().holderBank();
        if (loans.isContractTaken(bank, contract.no(), file.application().no())) {
            throw CreditRefusals.CONTRACT_NO_TAKEN.because(Map.of("contractNo", contract.no()));
        }
        return contract;
    }

    private void registered(CaseRecord.Answered said) {
        LocalDate on = said.date(Keys.REGISTERED_ON);
        if (on.isAfter(today())) {
            throw CreditRefusals.REGISTERED_ON.because(Map.of("registeredOn", on, "today", today()));
        }
    }

    private void drawdown(CaseNo no, CaseRecord.Answered said) {
        Drawdown drawdown = drawdown(said);
        Loan loan = loans.get(no);
        loan.drawn(drawdown, today());
        record(no).latest(Keys.DRAWDOWN_AMOUNT).ifPresent(asked -> {
            Money requested = asked.answers().money(Keys.DRAWDOWN_AMOUNT);
            if (drawdown.amount().compareTo(requested) > 0) {
                throw CreditRefusals.DRAWDOWN_ABOVE_REQUEST.because(
                        Map.of("amount", drawdown.amount().yuan(), "requested", requested.yuan()));
            }
        });
        if (loans.isNoteTaken(loan.bank(), drawdown.noteNo())) {
            throw CreditRefusals.NOTE_TAKEN.because(Map.of("noteNo", drawdown.noteNo()));
        }
    }

    /** Who gets drawn money, and where. */
    record Payee(String name, String account, String bankNo) {

        /** As the firm has asked for it last. */
        static Payee asked(CaseRecord record) {
            CaseRecord.Answered said = record.latest(Keys.PAYEE_NAME, Keys.PAYEE_ACCOUNT, Keys.PAYEE_BANK_NO)
                    .orElseThrow()
                    .answers();
            return new Payee(said.text(Keys.PAYEE_NAME), said.text(Keys.PAYEE_ACCOUNT), said.text(Keys.PAYEE_BANK_NO));
        }

        /** As the bank has made out the payment. */
        static Payee paid(CaseRecord.Answered said) {
            return new Payee(
                    said.text(Keys.PAID_TO_NAME), said.text(Keys.PAID_TO_ACCOUNT), said.text(Keys.PAID_TO_BANK_NO));
        }

        String last4() {
            return account.length() <= 4 ? account : account.substring(account.length() - 4);
        }
    }

    static Drawdown drawdown(CaseRecord.Answered said) {
        return new Drawdown(said.text(Keys.LOAN_NOTE_NO), said.money(Keys.DRAWN_AMOUNT), said.date(Keys.VALUE_ON));
    }

    static Repayment repayment(CaseRecord.Answered said) {
        return new Repayment(said.date(Keys.PAID_ON), said.money(Keys.PRINCIPAL), said.money(Keys.INTEREST));
    }

    private CaseRecord record(CaseNo no) {
        return CaseRecord.of(steps.ofCase(no), steps.voices(no));
    }

    private LocalDate today() {
        return Times.date(clock.instant());
    }
}
