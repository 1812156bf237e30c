package org.lianfu.program;

import java.util.List;
import java.util.Optional;
import org.lianfu.program.store.Versions;
import org.lianfu.shared.ProgramRef;
import org.lianfu.trail.Chain;
import org.lianfu.trail.ChainHolder;
import org.lianfu.trail.Subject;
import org.springframework.stereotype.Component;

/** Where the chains of the program versions end, as their rows say. */
@Component
class VersionChains implements ChainHolder {

    private final Versions versions;

    VersionChains(Versions versions) {
        this.versions = versions;
    }

    @Override
    public String kind() {
        return PackDesk.KIND;
    }

    @Override
    public Optional<Chain> chain(String id) {
        int at = id.indexOf('@');
        return at < 0
                ? Optional.empty()
                : Optional.ofNullable(versions.head(new ProgramRef(id.substring(0, at), id.substring(at + 1))))
                        .map(head -> new Chain(new Subject(kind(), id), head.trailSeq(), head.trailHead()));
    }

    @Override
    public List<String> idsAfter(String id, int limit) {
        return versions.idsAfter(id, limit);
    }
}
