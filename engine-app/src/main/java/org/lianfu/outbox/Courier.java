package org.lianfu.outbox;

/**
 * Takes parcels of one topic to a system that is not ours. Called outside every transaction, perhaps more than once with
 * the same parcel.
 */
public interface Courier {

    String topic();

    /** Hands the parcel over; any exception means that it was not, and that it is tried again later. */
    void deliver(Parcel parcel);
}
