package org.lianfu.calendar;

import java.time.Instant;

/**
 * When a term ends (届满).
 *
 * @param at the last microsecond of its last day, Asia/Shanghai
 * @param provisional true when a counted day lies in a year whose notice the State Council has not published yet: the
 *     date may still change, and the screen says so
 * @param version the versions of the years that were counted, for example {@code 2026.1} or {@code 2026.1+2027.1}
 */
public record Due(Instant at, boolean provisional, String version) {}
