package org.lianfu.outbox;

import org.lianfu.shared.Actor;

/** Knows what to do when an operator retries an incident of its kind. */
public interface Remedy {

    /** The kind of incident, as given to {@link Incidents#open}. */
    String kind();

    /** Tries again, in the transaction that closes the incident; when it fails once more, a new one is opened. */
    void retry(Incident incident, Actor by);

    /**
     * Whether a person may close it as cleared up with the other side, without anything being tried again: only what
     * holds up no case.
     */
    default boolean mayBeClearedUp() {
        return false;
    }
}
