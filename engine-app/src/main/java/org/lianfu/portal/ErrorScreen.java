package org.lianfu.portal;

import java.time.Instant;
import java.util.List;

/**
 * An error page: what happened, what to do, and a number to quote.
 *
 * @param status HTTP status
 * @param id to quote to the operator; null when there is none
 * @param sentence what exactly was refused, in the reader's language; null when only the status is known
 * @param who who changed it meanwhile, for a conflict; null otherwise
 * @param retryAt when trying again makes sense; null when unknown
 * @param back address of the page the reader came from; null when unknown
 * @param kept what was typed and has not been saved, to copy or to send again
 */
public record ErrorScreen(
        int status, String id, String sentence, String who, Instant retryAt, String back, List<Typed> kept) {

    /** One field that was typed, by its label. */
    public record Typed(String label, String text) {}
}
