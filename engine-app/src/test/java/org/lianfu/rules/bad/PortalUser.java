package org.lianfu.rules.bad;

import org.lianfu.portal.Tag;

/** A module that leans on a screen. */
public record PortalUser(Tag tag) {}
