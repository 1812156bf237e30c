package org.lianfu.rules.badhouse.lower;

import org.lianfu.rules.badhouse.upper.Upper;
import org.lianfu.rules.badhouse.upper.store.Drawer;

/** Reaches up, and into a drawer. */
public record Reaching(Upper upper, Drawer drawer) {}
