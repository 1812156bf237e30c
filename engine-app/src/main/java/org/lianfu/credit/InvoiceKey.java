package org.lianfu.credit;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lianfu.shared.Compact;

/**
 * What makes an invoice 发票 one invoice wherever it turns up: the number of a fully digital one, code and number of any
 * other.
 */
record InvoiceKey(String value) {

    /** 数电票: 20 digits, no code. */
    private static final Pattern DIGITAL = Pattern.compile("\\d{20}");

    private static final Pattern CODE = Pattern.compile("\\d{10}|\\d{12}");
    private static final Pattern NUMBER = Pattern.compile("\\d{8}");

    /**
     * @param code as typed, null or blank for a fully digital invoice
     * @param number as typed; null or blank when no invoice is named
     * @throws org.lianfu.shared.Refused INVOICE_NO when the two make no invoice
     */
    static Optional<InvoiceKey> of(String code, String number) {
        String c = code == null ? "" : Compact.of(code);
        String n = number == null ? "" : Compact.of(number);
        if (c.isEmpty() && n.isEmpty()) {
            return Optional.empty();
        }
        if (c.isEmpty() && DIGITAL.matcher(n).matches()) {
            return Optional.of(new InvoiceKey(n));
        }
        if (CODE.matcher(c).matches() && NUMBER.matcher(n).matches()) {
            return Optional.of(new InvoiceKey(c + "|" + n));
        }
        throw CreditRefusals.INVOICE_NO.because(Map.of("code", c, "number", n));
    }
}
