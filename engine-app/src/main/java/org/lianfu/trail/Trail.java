package org.lianfu.trail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Audience;
import org.lianfu.shared.Ids;
import org.lianfu.trail.store.EntryRow;
import org.lianfu.trail.store.TrailMapper;
import org.lianfu.vault.Vault;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Appends to chains inside the caller's transaction, reads them, and verifies them by recomputing every byte. */
@Component
public class Trail {

    private final TrailMapper mapper;
    private final TrailVerifier verifier;
    private final Vault vault;
    private final Clock clock;
    private final String log;
    private final SecureRandom random = new SecureRandom();

    Trail(
            TrailMapper mapper,
            TrailVerifier verifier,
            Vault vault,
            Clock clock,
            @Value("${lianfu.trail.log}") String log) {
        this.mapper = mapper;
        this.verifier = verifier;
        this.vault = vault;
        this.clock = clock;
        this.log = log;
    }

    /**
     * Appends entries in one insert, and the personal details of each that has some in one more. The caller holds the
     * subject's row locked and stores the answer in it.
     *
     * @return where the chain stands now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Chain append(Chain chain, List<Entry> entries) {
        if (entries.isEmpty()) {
            return chain;
        }
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String request = Request.current();
        List<EntryRow> rows = new ArrayList<>();
        Chain end = chain;
        for (Entry entry : entries) {
            EntryRow row = chained(end, at, request == null ? entry : entry.request(request));
            rows.add(row);
            end = new Chain(end.subject(), row.seq(), row.leafHash());
        }
        // most acts write one or two entries; a text that is the same each time is not put together anew
        switch (rows.size()) {
            case 1 -> mapper.insert(rows.get(0));
            case 2 -> mapper.insertTwo(rows.get(0), rows.get(1));
            default -> mapper.insertAll(rows);
        }
        rows.stream().filter(r -> r.salt() != null).forEach(mapper::insertDetails);
        return end;
    }

    /**
     * Takes away the personal details of entries of this chain, and says so in it.
     *
     * @param reason a code, for example {@code retention}
     * @return where the chain stands now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Chain erase(Chain chain, List<String> entryIds, Actor by, String reason) {
        List<Entry> erased = new ArrayList<>();
        for (String id : entryIds) {
            if (mapper.eraseDetails(id) == 1) {
                // that something was taken away is no secret of those who could read it
                erased.add(Entry.of(ERASED, by)
                        .about("entry", id)
                        .data("reason", reason)
                        .audience(Audience.APPLICANT, Audience.BANK, Audience.BUREAU, Audience.SCHEME));
            }
        }
        return append(chain, erased);
    }

    static final String ERASED = "details.erased";

    /** The entries after number {@code afterSeq}, oldest first, whole: the caller hides what its reader may not see. */
    public List<Recorded> page(Subject subject, long afterSeq, int limit) {
        return mapper.page(subject.kind(), subject.id(), afterSeq, limit).stream()
                .map(this::recorded)
                .toList();
    }

    /** Recomputes one chain and holds it against the end that its subject remembers. */
    public Verdict verify(Subject subject, Chain expected) {
        return verifier.verify(subject, expected);
    }

    /** Recomputes one chain and holds it against what its keeper remembers now, also while acts go on. */
    public Verdict verify(Subject subject) {
        return verifier.verify(subject);
    }

    /** Recomputes every chain there is or should be; {@code each} gets one verdict after the other. */
    public void verifyAll(Consumer<Verdict> each) {
        verifier.verifyAll(each);
    }

    public List<Verdict> verifyAll() {
        List<Verdict> verdicts = new ArrayList<>();
        verifier.verifyAll(verdicts::add);
        return verdicts;
    }

    private EntryRow chained(Chain after, Instant at, Entry entry) {
        String id = Ids.next();
        String salt = null;
        String sealed = null;
        String priv = null;
        if (!entry.details.isEmpty()) {
            byte[] fresh = new byte[32];
            random.nextBytes(fresh);
            byte[] details = Canonical.details(entry.details);
            salt = HexFormat.of().formatHex(fresh);
            priv = Leaf.commitment(fresh, details);
            sealed = vault.seal(new String(details, StandardCharsets.UTF_8), id);
        }
        byte[] body = Leaf.bytes(log, id, after, at, entry, priv);
        Subject subject = after.subject();
        return new EntryRow(id, subject.kind(), subject.id(), after.seq() + 1, body, Leaf.hash(body), salt, sealed);
    }

    private Recorded recorded(EntryRow row) {
        try {
            Map<String, Object> details = row.details() == null
                    ? null
                    : Canonical.map(vault.open(row.details(), row.id()).getBytes(StandardCharsets.UTF_8));
            return Leaf.recorded(row.body(), row.leafHash(), details);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "entry " + row.seq() + " of " + row.kind() + " " + row.subjectId() + " is broken at "
                            + e.getMessage() + ": run ./lianfu trail verify",
                    e);
        }
    }
}
