package org.lianfu.outbox;

import java.time.Instant;
import java.util.Map;

/**
 * One thing to be sent.
 *
 * @param id the same at every attempt: the receiver drops what it has already seen
 * @param topic which {@link Courier} takes it
 * @param caseNo the case it belongs to; null when to none
 * @param body codes and references, no personal text
 * @param attempt which attempt this is, from 1
 */
public record Parcel(
        String id, String topic, String caseNo, Map<String, String> body, int attempt, Instant writtenAt) {}
