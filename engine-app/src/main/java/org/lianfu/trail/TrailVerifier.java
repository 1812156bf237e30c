package org.lianfu.trail;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.lianfu.trail.Verdict.Code;
import org.lianfu.trail.Verdict.Flaw;
import org.lianfu.trail.store.EntryRow;
import org.lianfu.trail.store.TrailMapper;
import org.lianfu.vault.Vault;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Reads chains from the first entry on, recomputes everything that can be recomputed, and lists what does not hold. */
@Component
class TrailVerifier {

    private static final int PAGE = 500;

    private final TrailMapper mapper;
    private final Vault vault;
    private final ObjectProvider<ChainHolder> holders;
    private final String log;

    TrailVerifier(
            TrailMapper mapper,
            Vault vault,
            ObjectProvider<ChainHolder> holders,
            @Value("${lianfu.trail.log}") String log) {
        this.mapper = mapper;
        this.vault = vault;
        this.holders = holders;
        this.log = log;
    }

    void verifyAll(Consumer<Verdict> each) {
        Map<String, ChainHolder> byKind = new TreeMap<>();
        holders.forEach(holder -> byKind.put(holder.kind(), holder));
        Set<String> kinds = new TreeSet<>(byKind.keySet());
        kinds.addAll(mapper.kinds());
        for (String kind : kinds) {
            ChainHolder holder = byKind.get(kind);
            if (holder != null) {
                everyId(holder::idsAfter, id -> each.accept(verify(new Subject(kind, id), holder)));
            }
            everyId((after, limit) -> mapper.subjectsAfter(kind, after, limit), id -> {
                if (holder == null || holder.chain(id).isEmpty()) {
                    each.accept(orphan(new Subject(kind, id)));
                }
            });
        }
    }

    Verdict verify(Subject subject) {
        return holders.stream()
                .filter(holder -> holder.kind().equals(subject.kind()))
                .findFirst()
                .map(holder -> verify(subject, holder))
                .orElseGet(() -> orphan(subject));
    }

    Verdict verify(Subject subject, Chain expected) {
        Walk walk = walk(subject);
        if (walk.seq != expected.seq() || !walk.head.equals(expected.head())) {
            walk.flaw(0, Code.HEAD, expected.seq() + " / " + walk.seq);
        }
        return walk.verdict();
    }

    /** An act may commit between reading the end and reading the entries: then the end has moved on, and is read again. */
    private Verdict verify(Subject subject, ChainHolder holder) {
        Optional<Chain> expected = holder.chain(subject.id());
        while (expected.isPresent()) {
            Verdict verdict = verify(subject, expected.get());
            Optional<Chain> now = holder.chain(subject.id());
            if (verdict.isSound() || now.equals(expected)) {
                return verdict;
            }
            expected = now;
        }
        return orphan(subject);
    }

    private Verdict orphan(Subject subject) {
        Walk walk = walk(subject);
        walk.flaw(0, Code.NO_HOLDER, subject.kind());
        return walk.verdict();
    }

    private static void everyId(BiFunction<String, Integer, List<String>> next, Consumer<String> each) {
        String after = "";
        for (List<String> ids = next.apply(after, PAGE); !ids.isEmpty(); ids = next.apply(after, PAGE)) {
            ids.forEach(each);
            after = ids.get(ids.size() - 1);
        }
    }

    private Walk walk(Subject subject) {
        Walk walk = new Walk(subject);
        long after = Long.MIN_VALUE;
        List<EntryRow> rows;
        do {
            rows = mapper.page(subject.kind(), subject.id(), after, PAGE);
            for (EntryRow row : rows) {
                walk.step(row);
                after = row.seq();
            }
        } while (rows.size() == PAGE);
        return walk;
    }

    /** One pass over a chain. */
    private final class Walk {
        private final Subject subject;
        private final List<Flaw> flaws = new ArrayList<>();
        private final Map<String, Long> gone = new TreeMap<>();
        private final Set<String> erased = new HashSet<>();
        private long seq;
        private long count;
        private String head = Chain.NOTHING;

        Walk(Subject subject) {
            this.subject = subject;
        }

        void step(EntryRow row) {
            count++;
            if (row.seq() != seq + 1) {
                flaw(row.seq(), Code.GAP, (seq + 1) + " / " + row.seq());
            }
            String hash = Leaf.hash(row.body());
            if (!hash.equals(row.leafHash())) {
                flaw(row.seq(), Code.HASH, "leaf_hash");
            }
            try {
                check(row, Leaf.read(row.body()));
            } catch (IOException e) {
                flaw(row.seq(), Code.MALFORMED, e.getMessage());
            }
            seq = row.seq();
            head = hash;
        }

        private void check(EntryRow row, JsonNode entry) {
            same(row, "log", log, Leaf.text(entry, "log"));
            same(row, "id", row.id(), Leaf.text(entry, "id"));
            same(row, "kind", row.kind(), Leaf.text(entry.get("chain"), "kind"));
            same(row, "subject_id", row.subjectId(), Leaf.text(entry.get("chain"), "id"));
            same(row, "seq", Long.toString(row.seq()), Leaf.text(entry, "seq"));
            if (!head.equals(Leaf.text(entry, "prev"))) {
                flaw(row.seq(), Code.LINK, "prev");
            }
            if (Trail.ERASED.equals(Leaf.text(entry, "type"))) {
                erased.add(Leaf.text(entry.path("subj"), "id"));
            }
            details(row, Leaf.text(entry, "priv"));
        }

        private void details(EntryRow row, String commitment) {
            if (row.details() == null) {
                if (!commitment.isEmpty()) {
                    gone.put(row.id(), row.seq());
                }
                return;
            }
            try {
                byte[] details = vault.open(row.details(), row.id()).getBytes(StandardCharsets.UTF_8);
                if (!Leaf.commitment(HexFormat.of().parseHex(row.salt()), details)
                        .equals(commitment)) {
                    flaw(row.seq(), Code.DETAILS_CHANGED, "details");
                }
            } catch (RuntimeException e) {
                flaw(row.seq(), Code.DETAILS_CHANGED, "details");
            }
        }

        private void same(EntryRow row, String field, String column, String inBytes) {
            if (!column.equals(inBytes)) {
                flaw(row.seq(), Code.COLUMN, field);
            }
        }

        void flaw(long at, Code code, String field) {
            flaws.add(new Flaw(at, code, field));
        }

        Verdict verdict() {
            gone.forEach((id, at) -> {
                if (!erased.contains(id)) {
                    flaw(at, Code.DETAILS_GONE, "details");
                }
            });
            return new Verdict(subject, count, head, List.copyOf(flaws));
        }
    }
}
