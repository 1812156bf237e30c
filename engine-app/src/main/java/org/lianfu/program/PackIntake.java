package org.lianfu.program;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import org.lianfu.program.pack.Library;
import org.lianfu.program.pack.Manifests;
import org.lianfu.program.pack.Pack;
import org.lianfu.program.pack.PackVerifier;
import org.lianfu.program.pack.Zip;
import org.lianfu.program.store.Versions;
import org.lianfu.shared.Actor;
import org.lianfu.shared.ProgramRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Takes in the packs of this release before the doors open. A new version is verified and stored, and published by
 * <i>system</i> where the profile says so; a stored one is left alone; one that changed under its number, or that breaks a
 * rule, stops the start.
 */
@Component
class PackIntake implements SmartLifecycle {

    /** After the directory has its people, before the web server has its port. */
    static final int PHASE = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(PackIntake.class);

    private final PackDesk desk;
    private final Versions versions;
    private final PackVerifier verifier;
    private final List<String> folders;
    private final boolean publish;
    private final boolean intake;
    private volatile boolean running;

    /**
     * @param folders further folders with {@code processes} and {@code forms} beside those of the release
     * @param publish whether new versions are published at once; otherwise they wait for two people
     * @param intake whether packs are taken in at all; a house that only looks at an author's pack takes in none
     */
    PackIntake(
            PackDesk desk,
            Versions versions,
            PackVerifier verifier,
            @Value("${lianfu.program.folders:}") String[] folders,
            @Value("${lianfu.program.publish:false}") boolean publish,
            @Value("${lianfu.program.intake:true}") boolean intake) {
        this.desk = desk;
        this.versions = versions;
        this.verifier = verifier;
        this.folders = Arrays.stream(folders).filter(f -> !f.isBlank()).toList();
        this.publish = publish;
        this.intake = intake;
    }

    @Override
    public void start() {
        running = true;
        if (!intake) {
            return;
        }
        Library library = Library.ofRelease();
        for (String folder : folders) {
            library = library.plus(Library.of(Path.of(folder)));
        }
        takeIn(library);
    }

    /** @throws BrokenPack when any pack is broken or changed; names every finding of every pack */
    void takeIn(Library library) {
        List<Finding> findings = new ArrayList<>();
        List<PackVerifier.Verdict> fresh = new ArrayList<>();
        for (String code : library.codes()) {
            Pack pack = library.pack(code);
            Optional<Versions.Head> stored = version(pack).flatMap(desk::find);
            if (stored.isEmpty()) {
                PackVerifier.Verdict verdict = verifier.verify(pack);
                findings.addAll(verdict.findings());
                fresh.add(verdict);
            } else if (!stored.get().sha256().equals(pack.sha256())) {
                findings.addAll(changes(stored.get(), pack));
            }
        }
        if (!findings.isEmpty()) {
            throw new BrokenPack(findings);
        }
        fresh.forEach(this::store);
    }

    private void store(PackVerifier.Verdict verdict) {
        ProgramRef ref = verdict.program().ref();
        try {
            desk.lay(Actor.SYSTEM, verdict);
        } catch (DuplicateKeyException e) {
            // another node starts at the same moment; its row decides
            if (!desk.find(ref)
                    .map(h -> h.sha256().equals(verdict.program().sha256()))
                    .orElse(false)) {
                throw e;
            }
            return;
        }
        if (publish) {
            desk.publish(Actor.SYSTEM, ref);
        }
        LOG.info(
                "{} {} ({})",
                ref,
                publish ? "published" : "laid down as a draft",
                verdict.program().sha256());
    }

    private static Optional<ProgramRef> version(Pack pack) {
        return Manifests.read(pack, new ArrayList<>()).map(manifest -> new ProgramRef(pack.code(), manifest.version()));
    }

    private List<Finding> changes(Versions.Head stored, Pack pack) {
        ProgramRef ref = new ProgramRef(stored.code(), stored.version());
        SortedMap<String, byte[]> before =
                Zip.unpack(ref.code(), versions.content(ref).pack()).files();
        List<Finding> changes = new ArrayList<>();
        TreeSet<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(pack.files().keySet());
        for (String path : paths) {
            if (!pack.isProof(path) && !Arrays.equals(before.get(path), pack.bytes(path))) {
                changes.add(new Finding(
                        "version-changed",
                        path,
                        "",
                        "differs from the stored version %s (stored pack %s, this pack %s); give the change a new version"
                                .formatted(ref, stored.sha256(), pack.sha256())));
            }
        }
        return changes;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
