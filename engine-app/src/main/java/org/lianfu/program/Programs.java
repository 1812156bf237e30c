package org.lianfu.program;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.lianfu.flow.PackShelf;
import org.lianfu.program.pack.Pack;
import org.lianfu.program.pack.ProgramReader;
import org.lianfu.program.pack.Zip;
import org.lianfu.program.store.Versions;
import org.lianfu.shared.ProgramRef;
import org.lianfu.shared.Refusal;
import org.lianfu.shared.Refusal.Kind;
import org.lianfu.shared.Times;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The published programs. Every version is read once from its stored pack, whose hash is checked, and then kept in memory:
 * it cannot change.
 */
@Component
public class Programs implements PackShelf {

    static final Refusal UNKNOWN = Refusal.of("program.unknown", Kind.MISSING);

    /** A version in memory with the pack it came from; the dates of its examples are those of {@code day}. */
    private record Shelved(Program program, Pack pack, LocalDate day) {}

    private final Versions versions;
    private final Clock clock;
    private final boolean examples;
    private final Map<ProgramRef, Shelved> shelf = new ConcurrentHashMap<>();

    /** @param examples whether the examples of a pack are shown: in the demo only */
    Programs(Versions versions, Clock clock, @Value("${lianfu.program.examples:false}") boolean examples) {
        this.versions = versions;
        this.clock = clock;
        this.examples = examples;
    }

    /** The newest published version of every program, by code. */
    public List<Program> newest() {
        Map<String, ProgramRef> newest = new LinkedHashMap<>();
        versions.published().forEach(ref -> newest.put(ref.code(), ref));
        return newest.values().stream().map(this::version).toList();
    }

    /** Those of them that take applications today. */
    public List<Program> open() {
        return newest().stream().filter(this::isOpen).toList();
    }

    /** Whether a program takes applications today. */
    public boolean isOpen(Program program) {
        return program.manifest().window().isOpen(Times.date(clock.instant()));
    }

    /** The newest published version of a program, open or not. */
    public Optional<Program> find(String code) {
        return versions.published().stream()
                .filter(ref -> ref.code().equals(code))
                .reduce((older, newer) -> newer)
                .map(this::version);
    }

    /**
     * The newest published version of a program, open or not.
     *
     * @throws org.lianfu.shared.Refused {@code program.unknown}
     */
    public Program newest(String code) {
        return find(code).orElseThrow(() -> UNKNOWN.because(Map.of("program", code)));
    }

    /**
     * One stored version.
     *
     * @throws IllegalStateException when there is none, or its pack is not what was stored
     */
    public Program version(ProgramRef ref) {
        return shelved(ref).program();
    }

    @Override
    public byte[] decision(ProgramRef ref, String decision) {
        Pack pack = shelved(ref).pack();
        byte[] table = pack.bytes(pack.path(decision + ".dmn"));
        if (table == null) {
            throw new IllegalStateException(ref + " has no decision " + decision);
        }
        return table;
    }

    /** Reads every version afresh from now on. */
    void forget() {
        shelf.clear();
    }

    private Shelved shelved(ProgramRef ref) {
        Shelved known = shelf.get(ref);
        LocalDate today = Times.date(clock.instant());
        if (known == null) {
            known = read(ref, today);
            shelf.put(ref, known);
        } else if (examples && !known.day().equals(today)) {
            known = new Shelved(ProgramReader.read(known.pack(), known.program().model(), today), known.pack(), today);
            shelf.put(ref, known);
        }
        return known;
    }

    private Shelved read(ProgramRef ref, LocalDate today) {
        Versions.Content content = versions.content(ref);
        if (content == null) {
            throw new IllegalStateException("no stored version " + ref);
        }
        Pack pack = Zip.unpack(ref.code(), content.pack());
        if (!pack.sha256().equals(content.sha256())) {
            throw new IllegalStateException(
                    "the stored pack of %s has hash %s, not %s".formatted(ref, pack.sha256(), content.sha256()));
        }
        Program program = ProgramReader.read(pack, content.model(), today);
        return new Shelved(examples ? program : program.withoutExample(), pack, today);
    }
}
