package org.lianfu.portal;

import java.time.Instant;
import java.util.List;

/**
 * What was changed about an organisation or one of its people, newest first.
 *
 * @param state whether the whole chain was recomputed just now and holds
 * @param entries how many entries the chain has
 * @param head hash of its last entry
 * @param cut whether there are older ones that are not shown
 */
public record ChangeHistory(Tag state, long entries, String head, List<Line> lines, boolean cut) {

    /** @param who null where the system did it; @param reason null where none was given */
    public record Line(long seq, Instant at, String who, String what, String reason, String hash) {}
}
