package org.lianfu.rules.badhouse.lower;

import org.lianfu.rules.badhouse.upper.Upper;

/** Reaches up. */
public record Reaching(Upper upper) {}
