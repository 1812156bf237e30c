package org.lianfu.credit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.lianfu.application.Applications;
import org.lianfu.application.CaseFile;
import org.lianfu.review.CaseEnded;
import org.lianfu.review.StepDecided;
import org.lianfu.review.Steps;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Audience;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Ids;
import org.lianfu.trail.Entry;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The counter of trustee payment 受托支付: books what two people of the bank have paid to the payee, and what came of it. Each
 * verb runs in the act that moved the case here.
 */
@Component
public class PaymentDesk {

    private static final Set<Audience> MONEY = Set.of(Audience.APPLICANT, Audience.BANK, Audience.SCHEME);

    private final Applications applications;
    private final Steps steps;
    private final Payments payments;
    private final Clock clock;

    PaymentDesk(Applications applications, Steps steps, Payments payments, Clock clock) {
        this.applications = applications;
        this.steps = steps;
        this.payments = payments;
        this.clock = clock;
    }

    /** The firm has asked for a draw-down: the invoice that it shows is used from now on. */
    @EventListener
    void onDecided(StepDecided event) {
        CaseRecord.Answered said = new CaseRecord.Answered(event.voice().answers());
        if (said.has(Keys.DRAWDOWN_AMOUNT, Keys.PAYEE_NAME)) {
            payments.use(event.file().application().no(), PaymentChecks.invoice(said), clock.instant());
        }
    }

    /** Books the payment that one person has made out and another has checked. */
    @Transactional
    public void bookPayment(CaseNo no) {
        CaseFile file = applications.open(no);
        CaseRecord record = record(no);
        CaseRecord.Noted made =
                record.latest(Keys.PAID_TO_NAME, Keys.PAID_AMOUNT).orElseThrow();
        CreditChecks.Payee payee = CreditChecks.Payee.paid(made.answers());
        Payment payment = new Payment(
                Ids.next(),
                no,
                payments.newest(no).map(Payment::attempt).orElse(0) + 1,
                Payment.State.SENT,
                made.answers().text(Keys.PAY_VOUCHER_NO),
                made.answers().money(Keys.PAID_AMOUNT),
                made.answers().date(Keys.PAID_AT),
                payee.last4(),
                made.seat().person(),
                record.lastPerson(),
                null,
                null);
        payments.sent(payment, payee, clock.instant());
        file.record(about(payment, "payment.sent")
                .amount(payment.amount())
                .data("sentOn", payment.sentOn().toString())
                .data("accountLast4", payment.accountLast4())
                .details(Map.of(
                        "voucherNo", payment.voucherNo(),
                        "payeeName", payee.name(),
                        "payeeAccount", payee.account(),
                        "payeeBankNo", payee.bankNo())));
    }

    /** The payment has arrived. */
    @Transactional
    public void bookArrival(CaseNo no) {
        CaseRecord.Answered said =
                record(no).latest(Keys.ARRIVED_ON).orElseThrow().answers();
        end(no, Payment.State.ARRIVED, said.date(Keys.ARRIVED_ON), said.text(Keys.RECEIPT_NO), "payment.arrived");
    }

    /** The payment came back 退票: it has to be made again. */
    @Transactional
    public void bookReturn(CaseNo no) {
        CaseRecord.Answered said =
                record(no).latest(Keys.RETURNED_ON).orElseThrow().answers();
        end(no, Payment.State.RETURNED, said.date(Keys.RETURNED_ON), null, "payment.returned");
    }

    /** The loan is settled and nobody has recorded what came of its payment: that stays open to the bank, not to the case. */
    @EventListener
    void onEnded(CaseEnded event) {
        CaseFile file = event.file();
        if (!CaseClosing.wasWithABank(file)) {
            return;
        }
        payments.newest(file.application().no())
                .filter(payment -> payment.state() == Payment.State.SENT)
                .ifPresent(payment -> {
                    payments.ended(payment, Payment.State.UNREPORTED, null, null);
                    file.record(about(payment, "payment.unreported").amount(payment.amount()));
                });
    }

    private void end(CaseNo no, Payment.State state, LocalDate on, String receiptNo, String type) {
        CaseFile file = applications.open(no);
        Payment payment = payments.newest(no).orElseThrow();
        payments.ended(payment, state, on, receiptNo);
        file.record(about(payment, type).amount(payment.amount()).data("on", on.toString()));
    }

    private static Entry about(Payment payment, String type) {
        return Entry.of(type, Actor.SYSTEM)
                .about("payment", payment.id())
                .data("attempt", String.valueOf(payment.attempt()))
                .audience(MONEY);
    }

    private CaseRecord record(CaseNo no) {
        return CaseRecord.of(steps.ofCase(no), steps.voices(no));
    }
}
