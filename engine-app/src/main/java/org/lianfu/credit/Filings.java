package org.lianfu.credit;

import java.time.Instant;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lianfu.credit.store.FilingRows;
import org.lianfu.credit.store.FilingRows.BatchRow;
import org.lianfu.credit.store.FilingRows.CountRow;
import org.lianfu.credit.store.FilingRows.FilingRow;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Ids;
import org.lianfu.shared.Money;
import org.lianfu.shared.Times;
import org.springframework.stereotype.Component;

/** Filings and their batches as they stand in their tables. */
@Component
public class Filings {

    private final FilingRows rows;

    Filings(FilingRows rows) {
        this.rows = rows;
    }

    /** What became of a loan that was to be filed. */
    public enum State {
        WAITING,
        LISTED,
        /** it stands in a batch, and will be refused when the batch runs */
        REFUSING,
        FILED,
        REFUSED,
        REVOKED,
        LAPSED
    }

    /** One loan that was to be filed; the number and the reason are null where there is none. */
    public record Filing(
            CaseNo no, String bank, Money amount, State state, String batch, String number, String reason) {

        /** Whether nothing has become of it yet. */
        boolean isOpen() {
            return Set.of(State.WAITING, State.LISTED, State.REFUSING).contains(state);
        }
    }

    void ask(CaseNo no, String bank, String program, YearMonth month, Money amount, Instant at) {
        rows.ask(no.value(), bank, program, month.toString(), amount.fen(), Times.micros(at));
    }

    public Optional<Filing> find(CaseNo no) {
        return Optional.ofNullable(rows.find(no.value())).map(Filings::filing);
    }

    /** A new batch of everything that waits. @return empty when nothing does */
    Optional<String> open(String program, YearMonth month, String by, Instant at) {
        String id = Ids.next();
        if (rows.list(id, program, month.toString(), Times.micros(at)) == 0) {
            return Optional.empty();
        }
        rows.open(id, program, month.toString(), by, Times.micros(at));
        return Optional.of(id);
    }

    boolean move(CaseNo no, State from, State to, String number, String reason, String by, Instant at) {
        return rows.move(no.value(), from.name(), to.name(), number, reason, by, Times.micros(at)) == 1;
    }

    public List<Filing> lines(String batch, String after, int limit) {
        return rows.lines(batch, after, limit).stream().map(Filings::filing).toList();
    }

    List<Filing> undone(String batch, int limit) {
        return rows.undone(batch, limit).stream().map(Filings::filing).toList();
    }

    boolean turn(
            String batch,
            Batch.State from,
            Batch.State to,
            String by,
            String second,
            Instant started,
            Instant finished) {
        return rows.turn(
                        batch,
                        from.name(),
                        to.name(),
                        by,
                        second,
                        started == null ? null : Times.micros(started),
                        finished == null ? null : Times.micros(finished))
                == 1;
    }

    public Optional<Batch> batch(String id) {
        return Optional.ofNullable(rows.batch(id)).map(this::batch);
    }

    /** The newest batches, newest first. */
    public List<Batch> newest(int limit) {
        return rows.newest(limit).stream().map(this::batch).toList();
    }

    List<String> running() {
        return rows.running();
    }

    private Batch batch(BatchRow row) {
        Map<State, CountRow> by = new EnumMap<>(State.class);
        int total = 0;
        for (CountRow count : rows.counts(row.id())) {
            by.put(State.valueOf(count.state()), count);
            total += count.lineCount();
        }
        CountRow filed = by.get(State.FILED);
        return new Batch(
                row.id(),
                row.program(),
                YearMonth.parse(row.batchMonth()),
                Batch.State.valueOf(row.state()),
                row.openedBy(),
                row.startedBy(),
                row.approvedBy(),
                Times.instant(row.openedAt()),
                row.startedAt() == null ? null : Times.instant(row.startedAt()),
                row.finishedAt() == null ? null : Times.instant(row.finishedAt()),
                new Batch.Counts(
                        total,
                        lines(by, State.LISTED) + lines(by, State.REFUSING),
                        lines(by, State.FILED),
                        lines(by, State.REFUSED),
                        lines(by, State.LAPSED),
                        lines(by, State.REVOKED),
                        filed == null ? 0 : filed.amount()));
    }

    private static int lines(Map<State, CountRow> by, State state) {
        return by.containsKey(state) ? by.get(state).lineCount() : 0;
    }

    private static Filing filing(FilingRow row) {
        return new Filing(
                new CaseNo(row.caseNo()),
                row.bank(),
                Money.ofFen(row.amount()),
                State.valueOf(row.state()),
                row.batchId(),
                row.filingNo(),
                row.reason());
    }
}
