package org.lianfu.credit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lianfu.credit.store.PoolRows;
import org.lianfu.credit.store.PoolRows.MoveRow;
import org.lianfu.flow.Decisions;
import org.lianfu.program.Program;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Audience;
import org.lianfu.shared.Ids;
import org.lianfu.shared.Money;
import org.lianfu.shared.Times;
import org.lianfu.trail.Entry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The counter of the risk pool 风险补偿资金池: its ledger, the non-performing balances that banks report, and whether new loans
 * may be filed (§29).
 */
@Component
public class PoolDesk {

    /** New loans may be filed. */
    public static final String OPEN = "OPEN";

    /** New loans may be filed when one more person approves. */
    public static final String WARNING = "WARNING";

    /** No new loan may be filed. */
    public static final String STOPPED = "STOPPED";

    private static final Set<Audience> SCHEME = Set.of(Audience.SCHEME);
    private static final int NOTE = 200;

    private final Pool pool;
    private final PoolRows rows;
    private final Decisions decisions;
    private final Clock clock;

    PoolDesk(Pool pool, PoolRows rows, Decisions decisions, Clock clock) {
        this.pool = pool;
        this.rows = rows;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** What one bank has reported last. */
    public record Reported(String bank, Money npl, LocalDate on) {}

    /** One movement of the ledger; the amount is negative when money left the pool. */
    public record Move(long fen, String note, String by, Instant at) {}

    @Transactional(readOnly = true)
    public PoolFigures figures() {
        long npl = rows.reports(Pool.CODE).stream()
                .mapToLong(PoolRows.NplRow::balance)
                .sum();
        return new PoolFigures(pool.balance(), Money.ofFen(rows.outstanding()), Money.ofFen(npl));
    }

    @Transactional(readOnly = true)
    public List<Reported> reports() {
        return rows.reports(Pool.CODE).stream()
                .map(r -> new Reported(r.bank(), Money.ofFen(r.balance()), r.onDay()))
                .toList();
    }

    /** The newest movements, newest first. */
    @Transactional(readOnly = true)
    public List<Move> moves(int limit) {
        return rows.moves(Pool.CODE, limit).stream()
                .map(m -> new Move(m.amount(), m.note(), m.madeBy(), Times.instant(m.madeAt())))
                .toList();
    }

    /** Whether loans of this program may be filed now: {@link #OPEN}, {@link #WARNING} or {@link #STOPPED} by its own table. */
    @Transactional(readOnly = true)
    public String gate(Program program) {
        String table = program.manifest().poolGate();
        if (table == null) {
            throw CreditRefusals.NO_POOL_GATE.because(
                    Map.of("program", program.ref().code()));
        }
        return String.valueOf(decisions
                .evaluate(program.ref(), table, Map.of("nplRate", figures().rate()))
                .get(0)
                .outputs()
                .get("poolStatus"));
    }

    /**
     * Money came into the pool, or left it.
     *
     * @param fen not zero; negative when it left
     * @throws org.lianfu.shared.Refused POOL_AMOUNT for nothing or without a note, POOL_BALANCE when the pool has less
     */
    @Transactional
    public void move(Actor actor, long fen, String note) {
        String said = note == null ? "" : note.strip();
        if (fen == 0 || said.isEmpty() || said.codePointCount(0, said.length()) > NOTE) {
            throw CreditRefusals.POOL_AMOUNT.because(Map.of("max", NOTE));
        }
        Money amount = Money.ofFen(fen);
        boolean done = pool.append(
                Entry.of(fen > 0 ? "pool.paid-in" : "pool.paid-out", actor)
                        .amount(Money.ofFen(Math.abs(fen)))
                        .details(Map.of("note", said))
                        .audience(SCHEME),
                amount);
        if (!done) {
            throw CreditRefusals.POOL_BALANCE.because(Map.of(
                    "amount",
                    Money.ofFen(-fen).yuan(),
                    "balance",
                    pool.balance().yuan()));
        }
        rows.move(new MoveRow(Ids.next(), Pool.CODE, fen, said, actor.login(), Times.micros(clock.instant())));
    }

    /**
     * A bank reports the principal of its non-performing loans in the pool; what it reported before is replaced.
     *
     * @throws org.lianfu.shared.Refused NPL when it is negative, above what is outstanding, or of a day after today
     */
    @Transactional
    public void report(Actor actor, Money npl, LocalDate on) {
        Money outstanding = Money.ofFen(rows.outstandingOf(actor.org()));
        LocalDate today = Times.date(clock.instant());
        if (npl.fen() < 0 || npl.compareTo(outstanding) > 0 || on.isAfter(today)) {
            throw CreditRefusals.NPL.because(
                    Map.of("npl", npl.yuan(), "outstanding", outstanding.yuan(), "on", on, "today", today));
        }
        pool.append(
                Entry.of("pool.npl-reported", actor)
                        .amount(npl)
                        .data("bank", actor.org())
                        .data("on", on.toString())
                        .audience(SCHEME),
                Money.ZERO);
        long at = Times.micros(clock.instant());
        if (rows.report(Pool.CODE, actor.org(), npl.fen(), on, actor.login(), at) == 0) {
            rows.firstReport(Pool.CODE, actor.org(), npl.fen(), on, actor.login(), at);
        }
    }
}
