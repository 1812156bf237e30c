package org.lianfu.directory;

import java.time.Instant;

/**
 * Why sign-in failed, left in the session for the sign-in page.
 *
 * @param login what was typed
 * @param retryAt until when sign-in is refused; null when it was merely wrong
 */
public record SignInNote(String login, Instant retryAt) {

    /** Where it lies in the session. */
    public static final String NAME = "lianfu.sign-in";
}
