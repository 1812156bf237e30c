package org.lianfu.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What the house has acknowledged, as those who asked remember it: the checker holds the books against it. */
final class Journal {

    /** Kinds of acts that are remembered. */
    enum Act {
        /** {@code ref} is nothing, {@code detail} nothing */
        BEGUN,
        /** {@code ref} is the receipt number */
        SUBMITTED,
        /** {@code ref} is the seat, {@code detail} the outcome */
        COMPLETED,
        /** {@code ref} is the file, {@code detail} its SHA-256 */
        ATTACHED,
        /** {@code ref} is the seat of the step that the applicant got */
        ASKED,
        WITHDRAWN
    }

    /** One acknowledged act. */
    record Kept(Act act, String no, String who, String ref, String detail) {}

    private final List<Kept> kept = Collections.synchronizedList(new ArrayList<>());

    void keep(Act act, String no, String who, String ref, String detail) {
        kept.add(new Kept(act, no, who, ref, detail));
    }

    List<Kept> all() {
        synchronized (kept) {
            return List.copyOf(kept);
        }
    }
}
