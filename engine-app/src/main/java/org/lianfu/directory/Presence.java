package org.lianfu.directory;

import org.lianfu.shared.Actor;

/**
 * A person who has proved to be it, as the directory knows this person at this moment.
 *
 * @param epoch of the account now; a session that began in an earlier one is over
 * @param mustChange the password was set by somebody else and is to be changed first
 */
public record Presence(Actor actor, long epoch, boolean mustChange) {}
