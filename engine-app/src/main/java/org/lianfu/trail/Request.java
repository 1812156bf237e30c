package org.lianfu.trail;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.lianfu.shared.Digest;

/**
 * The client's request behind an act. While it is answered, every entry that the act appends carries the SHA-256 of the
 * request's idempotency key ({@code req}), so that a client can show which entries its request has caused.
 */
public final class Request {

    private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

    private Request() {}

    /** Does the act as the answer to the request of this key. */
    public static <T> T during(String key, Supplier<T> act) {
        String before = CURRENT.get();
        CURRENT.set(Digest.hex(key.getBytes(StandardCharsets.UTF_8)));
        try {
            return act.get();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }

    /** The hash of the key; null when no request with a key is being answered. */
    static String current() {
        return CURRENT.get();
    }
}
