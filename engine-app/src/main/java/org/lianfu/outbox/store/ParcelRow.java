package org.lianfu.outbox.store;

/** A parcel as stored; {@code caseNo} may be null. */
public record ParcelRow(long seq, String id, String topic, String caseNo, String body, int attempts, long createdAt) {}
