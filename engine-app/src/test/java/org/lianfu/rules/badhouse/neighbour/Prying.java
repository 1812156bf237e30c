package org.lianfu.rules.badhouse.neighbour;

import org.lianfu.rules.badhouse.upper.store.Drawer;

/** Reaches into a drawer. */
public record Prying(Drawer drawer) {}
