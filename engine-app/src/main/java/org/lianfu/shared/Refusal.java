package org.lianfu.shared;

import java.util.List;
import java.util.Map;

/**
 * A business "no". Declared once as a constant of the module that says it, worded in the message bundles under
 * {@code refusal.<code>}, and citing the clause that demands it where a policy does.
 *
 * @param code stable code that clients rely on, dotted words: {@code task.already-done}
 * @param kind what kind of no it is; decides the HTTP status
 * @param clause clause or rule it rests on, for example {@code 商业银行法 第三十五条}; may be empty
 */
public record Refusal(String code, Kind kind, String clause) {

    /** Kinds of refusal and the HTTP status each one has. */
    public enum Kind {
        MALFORMED(400),
        NOT_SIGNED_IN(401),
        FORBIDDEN(403),
        MISSING(404),
        CONFLICT(409),
        STALE(412),
        TOO_LARGE(413),
        WRONG_TYPE(415),
        RULE(422),
        NEEDS_PRECONDITION(428),
        TOO_MANY(429),
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    public static Refusal of(String code, Kind kind) {
        return new Refusal(code, kind, "");
    }

    public static Refusal of(String code, Kind kind, String clause) {
        return new Refusal(code, kind, clause);
    }

    public Refused because(Map<String, ?> arguments) {
        return new Refused(this, arguments, List.of());
    }

    public Refused because() {
        return new Refused(this, Map.of(), List.of());
    }

    public Refused with(List<Fault> faults) {
        return new Refused(this, Map.of(), faults);
    }
}
