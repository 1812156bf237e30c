package org.lianfu.credit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
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
 * Refuses at the step what may not be paid: a payee that the contract does not name, an invoice used before, another payee,
 * account or amount than was drawn for (§12, §18).
 */
@Component
class PaymentChecks implements StepCheck {

    private final Loans loans;
    private final Payments payments;
    private final Steps steps;
    private final Clock clock;

    PaymentChecks(Loans loans, Payments payments, Steps steps, Clock clock) {
        this.loans = loans;
        this.payments = payments;
        this.steps = steps;
        this.clock = clock;
    }

    @Override
    public void check(CaseFile file, Step step, Voice voice) {
        CaseRecord.Answered said = new CaseRecord.Answered(voice.answers());
        CaseNo no = file.application().no();
        if (said.has(Keys.DRAWDOWN_AMOUNT, Keys.PAYEE_NAME)) {
            mustBeInContract(record(no), said.text(Keys.PAYEE_NAME));
            invoice(said).ifPresent(key -> payments.mayUse(no, key));
        } else if (said.has(Keys.PAID_TO_NAME, Keys.PAID_AMOUNT)) {
            payment(no, said);
        } else if (said.has(Keys.ARRIVED_ON)) {
            day(no, said.date(Keys.ARRIVED_ON));
        } else if (said.has(Keys.RETURNED_ON)) {
            day(no, said.date(Keys.RETURNED_ON));
        }
    }

    static Optional<InvoiceKey> invoice(CaseRecord.Answered request) {
        return InvoiceKey.of(
                request.has(Keys.INVOICE_CODE) ? request.text(Keys.INVOICE_CODE) : null,
                request.has(Keys.INVOICE_NO) ? request.text(Keys.INVOICE_NO) : null);
    }

    /** A contract of a version before payees were asked for names none, and binds to none. */
    private static void mustBeInContract(CaseRecord record, String payee) {
        record.latest(Keys.CONTRACT_NO, Keys.PAYEES).ifPresent(noted -> {
            Payees payees = Payees.of(noted.answers().text(Keys.PAYEES));
            if (!payees.names(payee)) {
                throw CreditRefusals.PAYEE_NOT_IN_CONTRACT.because(Map.of(
                        "payee",
                        payee,
                        "contractNo",
                        noted.answers().text(Keys.CONTRACT_NO),
                        "payees",
                        String.join("、", payees.names())));
            }
        });
    }

    private void payment(CaseNo no, CaseRecord.Answered said) {
        CaseRecord record = record(no);
        CreditChecks.Payee payee = CreditChecks.Payee.paid(said);
        CreditChecks.Payee asked = CreditChecks.Payee.asked(record);
        mustBeInContract(record, payee.name());
        boolean corrected = payments.newest(no).map(Payment::isReturned).orElse(false);
        if (!Payees.same(payee.name(), asked.name())
                || !corrected
                        && (!payee.account().equals(asked.account())
                                || !payee.bankNo().equals(asked.bankNo()))) {
            throw CreditRefusals.PAYEE_NOT_AS_ASKED.because(Map.of("payee", payee.name(), "asked", asked.name()));
        }
        Money amount = said.money(Keys.PAID_AMOUNT);
        Money drawn = loans.get(no).drawn();
        if (amount.compareTo(drawn) != 0) {
            throw CreditRefusals.PAYMENT_AMOUNT.because(Map.of("amount", amount.yuan(), "drawn", drawn.yuan()));
        }
        LocalDate on = said.date(Keys.PAID_AT);
        LocalDate first = loans.get(no).valueOn();
        if (on.isBefore(first) || on.isAfter(today())) {
            throw CreditRefusals.PAYMENT_DATE.because(Map.of("on", on, "first", first, "today", today()));
        }
    }

    private void day(CaseNo no, LocalDate on) {
        LocalDate sent = payments.newest(no).orElseThrow().sentOn();
        if (on.isBefore(sent) || on.isAfter(today())) {
            throw CreditRefusals.PAYMENT_DATE.because(Map.of("on", on, "first", sent, "today", today()));
        }
    }

    private CaseRecord record(CaseNo no) {
        return CaseRecord.of(steps.ofCase(no), steps.voices(no));
    }

    private LocalDate today() {
        return Times.date(clock.instant());
    }
}
