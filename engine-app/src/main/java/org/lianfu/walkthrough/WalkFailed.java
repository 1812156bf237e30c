package org.lianfu.walkthrough;

/** The server refused a step of the walk; carries who asked what, and the server's own words. */
final class WalkFailed extends RuntimeException {

    WalkFailed(String login, String request, String answer) {
        super((login == null ? "" : login + ": ") + request + "\n  " + answer);
    }
}
