package org.lianfu.trail;

/**
 * Where a chain stands: what its subject keeps in its own row, so that a cut-off tail is found.
 *
 * @param seq number of the last entry, 0 before the first
 * @param head leaf hash of the last entry, 64 zeros before the first
 */
public record Chain(Subject subject, long seq, String head) {

    static final String NOTHING = "0".repeat(64);

    public static Chain start(Subject subject) {
        return new Chain(subject, 0, NOTHING);
    }
}
