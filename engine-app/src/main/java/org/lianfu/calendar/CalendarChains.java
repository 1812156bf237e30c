package org.lianfu.calendar;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lianfu.calendar.store.CalendarYears;
import org.lianfu.calendar.store.CalendarYears.ChainRow;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Audience;
import org.lianfu.trail.Chain;
import org.lianfu.trail.ChainHolder;
import org.lianfu.trail.Entry;
import org.lianfu.trail.Subject;
import org.lianfu.trail.Trail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The calendar's chain in the trail: which days of which year came to hold when, by whose notice. */
@Component
class CalendarChains implements ChainHolder {

    /** The calendar of mainland China; there is no other. */
    static final String CHINA = "CN";

    private static final String KIND = "calendar";

    private final CalendarYears rows;
    private final Trail trail;

    CalendarChains(CalendarYears rows, Trail trail) {
        this.rows = rows;
        this.trail = trail;
    }

    /** Nobody else stores years until the running transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock() {
        rows.lockChain(CHINA);
    }

    /** One entry for each year that was stored; its checksum covers kind, source and every day. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(List<CalendarYear> stored) {
        record(stored.stream().map(CalendarChains::entry).toList());
    }

    /** A notice that an administrator loaded, with the file's hash and how many deadlines it moved. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(CalendarYear loaded, Actor by, int cases, int deadlines) {
        CalendarYear.Loading loading = loaded.loading();
        record(List.of(entry(loaded, "calendar.notice-loaded", by)
                .data("issued", loading.issuedOn().toString())
                .data("cases", String.valueOf(cases))
                .data("deadlines", String.valueOf(deadlines))
                .evidence("calendar-notice-file", loading.fileSha256())
                .details(Map.of("number", loading.number(), "source", loaded.source()))));
    }

    private void record(List<Entry> entries) {
        Chain before = chain(rows.lockChain(CHINA));
        Chain after = trail.append(before, entries);
        if (rows.chained(CHINA, before.seq(), after.seq(), after.head()) != 1) {
            throw new IllegalStateException("the calendar's chain moved although its row was locked");
        }
    }

    /** Where the chain ends now; another number than before tells that years were stored since. */
    public long end() {
        return rows.chain(CHINA).trailSeq();
    }

    private static Entry entry(CalendarYear year) {
        return entry(year, "calendar.year-stored", Actor.SYSTEM);
    }

    private static Entry entry(CalendarYear year, String type, Actor by) {
        return Entry.of(type, by)
                .data("year", String.valueOf(year.year()))
                .data("version", String.valueOf(year.version()))
                .data("kind", year.kind().name())
                .evidence("calendar-year", year.checksum())
                .audience(Audience.PUBLIC);
    }

    private static Chain chain(ChainRow row) {
        return new Chain(new Subject(KIND, row.id()), row.trailSeq(), row.trailHead());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Chain> chain(String id) {
        return Optional.ofNullable(rows.chain(id)).map(CalendarChains::chain);
    }

    @Override
    public List<String> idsAfter(String id, int limit) {
        return rows.chainsAfter(id, limit);
    }
}
