package org.lianfu.directory;

import org.lianfu.shared.Words;

/**
 * A person with an account.
 *
 * @param org code of the organisation the person acts for
 * @param locked an administrator has closed the account
 * @param mustChange the password was set by somebody else
 * @param epoch goes up with every change of password, posts or lock; sessions and tokens of an earlier one are dead
 */
public record Person(
        String login, String org, Words name, boolean locked, boolean mustChange, long epoch, boolean persona) {}
