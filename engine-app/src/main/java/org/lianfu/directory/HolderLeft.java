package org.lianfu.directory;

import org.lianfu.shared.Actor;

/**
 * Somebody has lost a post, or may not sign in any more; published in the transaction of that act. Whoever keeps work for
 * people asks the directory what this person still holds.
 *
 * @param by the administrator
 */
public record HolderLeft(String login, Actor by) {}
