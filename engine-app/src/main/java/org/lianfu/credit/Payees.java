package org.lianfu.credit;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * The payees that a loan contract names 支付对象: money drawn under it goes to nobody else (流动资金贷款管理办法: the lender
 * checks the payee against the contract before it pays).
 *
 * @param names as the contract writes them
 */
record Payees(List<String> names) {

    /** @param text one name a line */
    static Payees of(String text) {
        return new Payees(
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
    }

    /** Spaces, letter case and the width of letters and brackets make no other payee. */
    boolean names(String payee) {
        return names.stream().anyMatch(name -> same(name, payee));
    }

    static boolean same(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("\\s+", "")
                .toLowerCase(Locale.ROOT);
    }
}
