package org.lianfu.credit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lianfu.credit.store.PaymentRows;
import org.lianfu.credit.store.PaymentRows.PaymentRow;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Money;
import org.lianfu.shared.Times;
import org.lianfu.vault.Vault;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Payments to payees, sealed like the payees of draw-downs, and the invoices that are used up by draw-downs. */
@Component
public class Payments {

    private final PaymentRows rows;
    private final Vault vault;

    Payments(PaymentRows rows, Vault vault) {
        this.rows = rows;
        this.vault = vault;
    }

    /** The payments of a case, first attempt first. */
    public List<Payment> ofCase(CaseNo no) {
        return rows.ofCase(no.value()).stream().map(Payments::payment).toList();
    }

    Optional<Payment> newest(CaseNo no) {
        List<Payment> all = ofCase(no);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** @param payee who gets it, and where */
    void sent(Payment payment, CreditChecks.Payee payee, Instant at) {
        String no = payment.no().value();
        rows.insert(
                row(payment),
                vault.seal(payee.name(), no),
                vault.seal(payee.account(), no),
                payee.bankNo(),
                Times.micros(at));
    }

    void ended(Payment payment, Payment.State state, LocalDate on, String receiptNo) {
        if (rows.end(payment.id(), state.name(), on, receiptNo) != 1) {
            throw new IllegalStateException("payment " + payment.id() + " has ended already");
        }
    }

    /** Since when another case has used this invoice for a draw-down; empty when none has. */
    Optional<Instant> usedByOthers(CaseNo no, InvoiceKey invoice) {
        return Optional.ofNullable(rows.usedByOthers(invoice.value(), no.value()))
                .map(Times::instant);
    }

    /** @throws org.lianfu.shared.Refused INVOICE_USED when another case has used it */
    void mayUse(CaseNo no, InvoiceKey invoice) {
        Long since = rows.usedByOthers(invoice.value(), no.value());
        if (since != null) {
            throw used(invoice, Times.date(Times.instant(since)));
        }
    }

    /** The invoice proves a draw-down of this case now; what the case named before is free again. */
    void use(CaseNo no, Optional<InvoiceKey> invoice, Instant at) {
        rows.free(no.value());
        invoice.ifPresent(key -> {
            mayUse(no, key);
            try {
                rows.use(key.value(), no.value(), Times.micros(at));
            } catch (DuplicateKeyException justNow) {
                throw used(key, Times.date(at));
            }
        });
    }

    private static RuntimeException used(InvoiceKey invoice, LocalDate since) {
        return CreditRefusals.INVOICE_USED.because(Map.of("invoice", invoice.value(), "since", since));
    }

    private static Payment payment(PaymentRow row) {
        return new Payment(
                row.id(),
                new CaseNo(row.caseNo()),
                row.attempt(),
                Payment.State.valueOf(row.state()),
                row.voucherNo(),
                Money.ofFen(row.amount()),
                row.sentOn(),
                row.payeeLast4(),
                row.madeBy(),
                row.checkedBy(),
                row.endedOn(),
                row.receiptNo());
    }

    private static PaymentRow row(Payment payment) {
        return new PaymentRow(
                payment.id(),
                payment.no().value(),
                payment.attempt(),
                payment.state().name(),
                payment.voucherNo(),
                payment.amount().fen(),
                payment.sentOn(),
                payment.accountLast4(),
                payment.maker(),
                payment.checker(),
                payment.endedOn(),
                payment.receiptNo());
    }
}
