package org.lianfu.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.lianfu.shared.Money;

/**
 * The risk pool as the finance office works with it 风险补偿资金池: ledger, rate, batches of filings.
 *
 * @param rate non-performing share in percent, four digits
 * @param files whether this reader draws up, files, refuses and revokes
 * @param approves whether this reader approves what needs a second person
 * @param books whether this reader enters movements of the ledger
 * @param reports whether this reader reports a bank's non-performing balance
 * @param typed what was typed and refused, by field
 */
public record PoolScreen(
        Money balance,
        Money outstanding,
        Money npl,
        String rate,
        List<Program> programs,
        List<Report> reported,
        List<Move> moves,
        List<BatchLine> batches,
        boolean files,
        boolean approves,
        boolean books,
        boolean reports,
        Map<String, String> typed,
        List<FaultLine> faults) {

    /** A program whose loans are filed, and whether they may be now. */
    public record Program(String code, String title, Tag status) {}

    /** What a bank has reported last. */
    public record Report(String bank, Money npl, LocalDate on) {}

    /** One movement of the ledger. */
    public record Move(Money amount, boolean in, String note, Instant at) {}

    /** One batch; {@code done} of {@code total} lines are worked off. */
    public record BatchLine(
            String id,
            String program,
            String month,
            LocalDate due,
            Tag state,
            String code,
            int total,
            int done,
            int filed,
            int refused,
            int lapsed,
            int revoked,
            Money filedAmount) {}

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }
}
