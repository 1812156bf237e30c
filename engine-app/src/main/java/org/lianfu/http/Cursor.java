package org.lianfu.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.lianfu.shared.Digest;
import org.lianfu.shared.Fault;
import org.lianfu.shared.Refused;

/**
 * Where a list goes on: opaque to clients, bound to the list it came from. The check characters catch a cursor that was
 * made up or cut; they are no secret, since a cursor opens nothing the caller may not see.
 */
public final class Cursor {

    private static final String SEPARATOR = "\u001f";

    private Cursor() {}

    /** @param list name of the list, for example {@code tasks.todo} */
    public static String write(String list, Object... parts) {
        StringBuilder text = new StringBuilder();
        for (Object part : parts) {
            text.append(text.isEmpty() ? "" : SEPARATOR).append(part);
        }
        byte[] bytes = (check(list, text.toString()) + text).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The parts written, or an empty list for no cursor; a cursor that is not of this list is refused with 400. */
    public static List<String> read(String list, String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return List.of();
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (text.length() > 8 && text.startsWith(check(list, text.substring(8)))) {
                return List.of(text.substring(8).split(SEPARATOR, -1));
            }
        } catch (IllegalArgumentException notBase64) {
            // falls through to the refusal
        }
        throw new Refused(Problems.MALFORMED, Map.of(), List.of(Fault.of("/cursor", "request.cursor")));
    }

    private static String check(String list, String text) {
        return Digest.hex((list + SEPARATOR + text).getBytes(StandardCharsets.UTF_8))
                .substring(0, 8);
    }
}
