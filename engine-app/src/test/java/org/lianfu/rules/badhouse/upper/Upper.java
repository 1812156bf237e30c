package org.lianfu.rules.badhouse.upper;

/** Its front door. */
public record Upper() {}
