package org.lianfu.http;

import java.util.List;
import java.util.Map;
import org.lianfu.shared.Fault;
import org.lianfu.shared.Refused;

/** How many items of a list are asked for: 1 to 100, 20 when nothing is said. */
public final class Limit {

    public static final int DEFAULT = 20;
    public static final int MOST = 100;

    private Limit() {}

    /** The limit to use; any other number is refused with 400. */
    public static int of(Integer asked) {
        if (asked == null) {
            return DEFAULT;
        }
        if (asked < 1 || asked > MOST) {
            throw new Refused(Problems.MALFORMED, Map.of(), List.of(Fault.of("/limit", "request.limit")));
        }
        return asked;
    }
}
