package org.lianfu.portal;

import java.time.Instant;
import java.util.List;

/**
 * Sign-in (登录).
 *
 * @param state why the page is shown
 * @param typed the login that was typed, kept
 * @param retryAt until when sign-in is refused; null unless LOCKED
 * @param signedInAs name of the person already signed in; null when nobody is
 * @param kept true when something typed waits to be sent again after signing in
 * @param personas people to try the product as; empty outside the demo
 */
public record LoginScreen(
        State state, String typed, Instant retryAt, String signedInAs, boolean kept, List<PersonaGroup> personas) {

    /** Why the sign-in page is shown. */
    public enum State {
        PLAIN,
        WRONG,
        LOCKED,
        STALE,
        EXPIRED,
        SIGNED_OUT
    }

    /** The personas of one organisation. */
    public record PersonaGroup(String org, List<Persona> people) {}

    /** One persona: what it is called, and what it says of itself. */
    public record Persona(String login, String roles, String says) {}
}
