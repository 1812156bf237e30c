package org.lianfu.trail;

import java.util.List;

/**
 * What verification found about one chain.
 *
 * @param entries how many entries were read
 * @param head leaf hash of the last entry as recomputed
 * @param flaws everything that does not hold, in order; empty when the chain is sound
 */
public record Verdict(Subject subject, long entries, String head, List<Flaw> flaws) {

    /**
     * One thing that does not hold.
     *
     * @param seq number of the entry, 0 for the chain as a whole
     * @param code worded under {@code trail.flaw.<code>}
     * @param field what differs, where one can be named
     */
    public record Flaw(long seq, Code code, String field) {}

    /** What can be wrong with a chain. */
    public enum Code {
        /** an entry is missing, or a number is used twice */
        GAP,
        /** the bytes are not an entry of version 1 in canonical form */
        MALFORMED,
        /** the stored hash is not the hash of the bytes */
        HASH,
        /** a stored column says something else than the bytes */
        COLUMN,
        /** the entry does not name the hash of the one before */
        LINK,
        /** the personal details are not what the entry commits to */
        DETAILS_CHANGED,
        /** the personal details are gone, and no entry says who erased them */
        DETAILS_GONE,
        /** the subject remembers another end of the chain */
        HEAD,
        /** there are entries, but nobody keeps the end of this chain */
        NO_HOLDER
    }

    public boolean isSound() {
        return flaws.isEmpty();
    }
}
