package org.lianfu.trail;

import java.util.List;
import java.util.Optional;

/**
 * Keeps the ends of the chains of one kind in its own rows; implemented by the module that owns the subjects. What it
 * says is what verification holds the entries against.
 */
public interface ChainHolder {

    /** The kind of {@link Subject} kept here, for example {@code case}. */
    String kind();

    /** Where the chain of this subject stands; empty when there is no such subject. */
    Optional<Chain> chain(String id);

    /** The next ids after {@code id} in ascending order, at most {@code limit}; {@code id} is empty at the start. */
    List<String> idsAfter(String id, int limit);
}
