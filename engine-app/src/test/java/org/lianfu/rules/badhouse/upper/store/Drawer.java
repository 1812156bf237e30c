package org.lianfu.rules.badhouse.upper.store;

/** Nobody else's business. */
public record Drawer() {}
