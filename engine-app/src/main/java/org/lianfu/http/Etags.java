package org.lianfu.http;

import org.lianfu.shared.Refusal;
import org.lianfu.shared.Refusal.Kind;
import org.springframework.http.ETag;

/**
 * Entity tags from an aggregate's version. The comparison here is a courtesy; the decisive one stands in the UPDATE with
 * {@code WHERE version = ?}.
 */
public final class Etags {

    static final Refusal MISSING = Refusal.of("http.if-match-missing", Kind.NEEDS_PRECONDITION);
    static final Refusal STALE = Refusal.of("http.if-match-stale", Kind.STALE);

    private Etags() {}

    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /** The tag of what never changes under its hash. */
    public static String of(String hash) {
        return "\"" + hash + "\"";
    }

    /** Refuses with 428 without If-Match and with 412 when it does not name {@code version}. */
    public static void check(String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw MISSING.because();
        }
        if (ifMatch.trim().equals("*")) {
            return;
        }
        ETag present = new ETag(String.valueOf(version), false);
        for (ETag asked : ETag.parse(ifMatch)) {
            if (asked.compare(present, true)) {
                return;
            }
        }
        throw STALE.because();
    }
}
