package org.lianfu.portal;

import java.time.Instant;

/**
 * One attachment as it stands in a list.
 *
 * @param kind what it is, in the reader's language
 * @param bytes size in bytes
 * @param href where it is downloaded
 * @param deleteHref where a POST deletes it; null when it may not be deleted
 */
public record FileLine(
        String kind, String name, long bytes, String sha256, Instant at, String href, String deleteHref) {}
