package org.lianfu.portal;

import java.time.Instant;

/**
 * What the record says to whoever holds a document.
 *
 * @param found whether this case has this entry with this hash; without it the rest is as it was asked
 * @param document what the entry makes; null when it makes no document
 * @param at when the entry was written
 * @param sound whether the whole chain still verifies
 */
public record VerifiedScreen(
        boolean found, String no, String seq, String hash, String document, Instant at, boolean sound) {}
