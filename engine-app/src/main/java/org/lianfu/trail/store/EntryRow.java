package org.lianfu.trail.store;

/** An entry as stored; {@code salt} and {@code details} come from the erasable side and are null where that has no row. */
public record EntryRow(
        String id,
        String kind,
        String subjectId,
        long seq,
        byte[] body,
        String leafHash,
        String salt,
        String details) {}
