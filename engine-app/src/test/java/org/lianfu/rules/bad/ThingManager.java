package org.lianfu.rules.bad;

/** Has a name that says nothing. */
public class ThingManager {}
