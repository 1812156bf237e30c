package org.lianfu.review;

import java.util.List;
import java.util.Map;
import org.lianfu.shared.Json;

/** A request to the applicant for more material 补充资料: everything that is missing, told once 一次性告知. */
public final class Supplement {

    private Supplement() {}

    /**
     * What is asked for.
     *
     * @param items the points, at least one
     * @param reason why; may be empty
     */
    public record Request(List<String> items, String reason) {

        public Request {
            items = List.copyOf(items);
        }

        String asJson() {
            return Json.write(Map.of("items", items, "reason", reason));
        }

        @SuppressWarnings("unchecked")
        static Request read(String json) {
            Map<String, Object> map = Json.map(json);
            return new Request((List<String>) map.get("items"), (String) map.get("reason"));
        }
    }
}
