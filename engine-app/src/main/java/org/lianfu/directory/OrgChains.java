package org.lianfu.directory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.lianfu.directory.store.OrgRows;
import org.lianfu.directory.store.OrgRows.OrgRow;
import org.lianfu.trail.Chain;
import org.lianfu.trail.ChainHolder;
import org.lianfu.trail.Entry;
import org.lianfu.trail.Subject;
import org.lianfu.trail.Trail;
import org.springframework.stereotype.Component;

/** The chain of each organisation: what was entered and changed about it, its people and its posts. */
@Component
class OrgChains implements ChainHolder {

    private static final String KIND = "org";

    private final OrgRows orgs;
    private final Trail trail;

    OrgChains(OrgRows orgs, Trail trail) {
        this.orgs = orgs;
        this.trail = trail;
    }

    /** Appends entries by organisation, in the running transaction; always in the order of codes, so that none waits in a ring. */
    void append(SortedMap<String, List<Entry>> entries) {
        for (Map.Entry<String, List<Entry>> org : entries.entrySet()) {
            OrgRow row = orgs.lock(org.getKey());
            Chain end = trail.append(chain(row), org.getValue());
            if (orgs.chained(row.code(), row.trailSeq(), end.seq(), end.head()) != 1) {
                throw new IllegalStateException("chain of " + row.code() + " moved although its row was locked");
            }
        }
    }

    private static Chain chain(OrgRow row) {
        return new Chain(new Subject(KIND, row.code()), row.trailSeq(), row.trailHead());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Chain> chain(String code) {
        return Optional.ofNullable(orgs.find(code)).map(OrgChains::chain);
    }

    @Override
    public List<String> idsAfter(String code, int limit) {
        return orgs.codesAfter(code, limit);
    }
}
