package org.lianfu.credit;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lianfu.credit.store.PledgeRows;
import org.lianfu.credit.store.PledgeRows.PledgeRow;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Times;
import org.springframework.stereotype.Component;

/** Requests to the registry and registered pledges as they stand in their table. */
@Component
public class Pledges {

    private final PledgeRows rows;

    Pledges(PledgeRows rows) {
        this.rows = rows;
    }

    /** The newest request of a case. */
    public Optional<Pledge> newest(CaseNo no) {
        return Optional.ofNullable(rows.newest(no.value())).map(Pledges::pledge);
    }

    Optional<Pledge> find(String id) {
        return Optional.ofNullable(rows.find(id)).map(Pledges::pledge);
    }

    /** Whether a loan of this house holds the patent in pledge now. */
    boolean isPledged(String patentNo) {
        return rows.registered(patentNo) > 0;
    }

    /** Other cases that hold this patent in pledge or have asked for it. */
    List<CaseNo> others(String patentNo, CaseNo no) {
        return rows.othersOf(patentNo, no.value()).stream().map(CaseNo::new).toList();
    }

    void insert(Pledge pledge, Instant at) {
        rows.insert(row(pledge), Times.micros(at));
    }

    /** Writes the answer or the release; the row must still be in the state it was. */
    void save(Pledge before, Pledge after, String by, Instant at) {
        if (rows.update(row(after), before.state().name(), by, Times.micros(at)) != 1) {
            throw new IllegalStateException("pledge " + before.id() + " was changed by somebody else");
        }
    }

    private static Pledge pledge(PledgeRow row) {
        return new Pledge(
                row.id(),
                new CaseNo(row.caseNo()),
                row.attempt(),
                row.patentNo(),
                Pledge.State.valueOf(row.state()),
                row.registrationNo(),
                row.registeredOn(),
                row.reasons() == null || row.reasons().isEmpty()
                        ? List.of()
                        : Arrays.asList(row.reasons().split(",")),
                row.releaseNo(),
                row.releasedOn());
    }

    private static PledgeRow row(Pledge pledge) {
        return new PledgeRow(
                pledge.id(),
                pledge.no().value(),
                pledge.attempt(),
                pledge.patentNo(),
                pledge.state().name(),
                pledge.registrationNo(),
                pledge.registeredOn(),
                String.join(",", pledge.reasons()),
                pledge.releaseNo(),
                pledge.releasedOn());
    }
}
