package org.lianfu.walkthrough;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code ./lianfu walkthrough <program> [--url …]}: from draft to the program's end, every step by the persona whose post
 * it is, with the pack's own examples; ends with the trail, its links checked.
 */
public final class Walkthrough {

    public static final String ARGUMENT = "--command=walkthrough";

    private static final Set<String> ENDS =
            Set.of("NOT_ACCEPTED", "DECLINED", "WITHDRAWN", "EXPIRED", "CLOSED", "PAID", "SETTLED");
    private static final List<String> FORWARD = List.of("APPROVE", "ACCEPT", "DONE");
    private static final int MOST_STEPS = 100;
    private static final int MOST_WAITS = 120;

    private final Client client;
    private final PrintStream out;
    private final Set<String> done = new HashSet<>();
    private long told;

    private Walkthrough(String url, PrintStream out) {
        this.client = new Client(url);
        this.out = out;
    }

    /** @return exit code: 0 walked to its end with a sound trail, 1 not, 2 wrong arguments */
    public static int run(List<String> arguments, PrintStream out) {
        String url = "http://localhost:" + System.getenv().getOrDefault("SERVER_PORT", "8080");
        String program = null;
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).equals("--url") && i + 1 < arguments.size()) {
                url = arguments.get(++i);
            } else if (arguments.get(i).startsWith("--url=")) {
                url = arguments.get(i).substring("--url=".length());
            } else if (!arguments.get(i).startsWith("--")) {
                program = arguments.get(i);
            }
        }
        if (program == null) {
            out.println("用法 usage: ./lianfu walkthrough <program> [--url http://localhost:8080]");
            return 2;
        }
        try {
            return new Walkthrough(url, out).walk(program) ? 0 : 1;
        } catch (WalkFailed | java.io.UncheckedIOException e) {
            out.println("未走完 not finished: " + e.getMessage());
            return 1;
        }
    }

    private boolean walk(String code) {
        JsonNode personas = client.get(null, "/demo/personas").path("items");
        JsonNode program = client.get(null, "/programs/" + code);
        String operator = holder(personas, null, "APPLICANT_OPERATOR");
        String org = of(personas, operator).path("org").asText();
        String signer = holder(personas, org, "APPLICANT_APPROVER");

        String no = client.post(operator, "/applications", Map.of("program", code))
                .path("no")
                .asText();
        tell(operator, no, "草稿 draft");
        client.put(operator, "/applications/" + no + "/answers", "/applications/" + no, example(program));
        for (JsonNode document : program.path("documents")) {
            if (document.path("required").asBoolean()) {
                String kind = document.path("kind").asText();
                client.upload(operator, "/applications/" + no + "/attachments", kind, kind + ".pdf", pdf());
            }
        }
        client.post(signer, "/applications/" + no + "/submission", Map.of());
        tell(signer, no, "签署提交 signed and submitted");

        String status = "SUBMITTED";
        int waits = 0;
        for (int i = 0; i < MOST_STEPS && !ENDS.contains(status); i++) {
            waits = act(personas, operator, no) ? 0 : waits + 1;
            if (waits > MOST_WAITS) {
                out.println("停在 stuck: "
                        + client.get(operator, "/applications/" + no).path("current"));
                return false;
            }
            i = waits > 0 ? i - 1 : i;
            status = client.get(operator, "/applications/" + no).path("status").asText();
        }
        out.println("状态 status  " + status);
        return ENDS.contains(status) && trail(signer, no);
    }

    /** Does one task of the case; false when only an outside answer can help, after a short wait. */
    private boolean act(JsonNode personas, String reader, String no) {
        for (JsonNode current : inTurn(client.get(reader, "/applications/" + no).path("current"))) {
            String step = current.path("step").asText();
            String org = current.path("holder").path("org").asText();
            String role = current.path("holder").path("role").asText();
            for (JsonNode persona : personas) {
                if (persona.path("org").asText().equals(org) && has(persona, role)) {
                    String login = persona.path("login").asText();
                    String task = task(login, no, step);
                    if (task != null) {
                        done.add(step);
                        complete(login, task, no);
                        return true;
                    }
                }
            }
        }
        pause();
        return false;
    }

    /**
     * Of what waits side by side: first what has a deadline and was not done yet; last what comes again and again, such as
     * a quarterly check, so that the walk reaches its end.
     */
    private List<JsonNode> inTurn(JsonNode waiting) {
        List<JsonNode> turns = new ArrayList<>();
        waiting.forEach(turns::add);
        turns.sort(Comparator.comparing(
                        (JsonNode w) -> done.contains(w.path("step").asText()))
                .thenComparing(w -> !w.path("dueAt").isTextual()));
        return turns;
    }

    private void complete(String login, String id, String no) {
        JsonNode task = client.get(login, "/tasks/" + id);
        client.post(login, "/tasks/" + id + "/claim", Map.of());
        List<String> offered = new ArrayList<>();
        task.path("outcomes").forEach(o -> offered.add(o.asText()));
        String outcome = FORWARD.stream().filter(offered::contains).findFirst().orElseThrow();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("outcome", outcome);
        if (task.path("example").isObject()) {
            body.put("answers", task.path("example"));
        }
        client.post(login, "/tasks/" + id + "/completion", body);
        tell(login, no, task.path("name").asText() + " " + outcome);
    }

    private String task(String login, String no, String step) {
        String cursor = "";
        do {
            JsonNode page = client.get(login, "/tasks?box=todo&limit=100" + cursor);
            for (JsonNode item : page.path("items")) {
                if (item.path("applicationNo").asText().equals(no)
                        && item.path("step").asText().equals(step)) {
                    return item.path("id").asText();
                }
            }
            cursor = page.path("next").isTextual()
                    ? "&cursor=" + page.path("next").asText()
                    : "";
        } while (!cursor.isEmpty());
        return null;
    }

    /** One line a step: who, what, and the hash at the end of the chain after it. */
    private void tell(String login, String no, String what) {
        List<JsonNode> trail = entries(login, no);
        JsonNode last = trail.get(trail.size() - 1);
        out.printf(
                "%2d  %-18s %s  %-28s %s%n",
                ++told, login, no, what, last.path("hash").asText().substring(0, 16));
    }

    private boolean trail(String login, String no) {
        List<JsonNode> entries = entries(login, no);
        String before = "0".repeat(64);
        long expected = 1;
        for (JsonNode entry : entries) {
            if (entry.path("seq").asLong() != expected++
                    || !entry.path("prev").asText().equals(before)) {
                out.println("留痕断裂 trail broken at entry " + entry.path("seq"));
                return false;
            }
            before = entry.path("hash").asText();
        }
        out.println("留痕 trail   " + entries.size() + " 条 entries, 首尾相接 every link holds, 末条 head " + before);
        return true;
    }

    private List<JsonNode> entries(String login, String no) {
        List<JsonNode> entries = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = client.get(login, "/applications/" + no + "/trail?limit=100" + cursor);
            page.path("items").forEach(entries::add);
            cursor = page.path("next").isTextual()
                    ? "&cursor=" + page.path("next").asText()
                    : "";
        } while (!cursor.isEmpty());
        return entries;
    }

    private static JsonNode example(JsonNode program) {
        JsonNode example = program.path("example");
        return example.has("apply") ? example.path("apply") : example;
    }

    private static String holder(JsonNode personas, String org, String role) {
        for (JsonNode persona : personas) {
            if ((org == null || persona.path("org").asText().equals(org)) && has(persona, role)) {
                return persona.path("login").asText();
            }
        }
        throw new WalkFailed(null, "GET /demo/personas", "nobody holds the role " + role);
    }

    private static JsonNode of(JsonNode personas, String login) {
        for (JsonNode persona : personas) {
            if (persona.path("login").asText().equals(login)) {
                return persona;
            }
        }
        throw new IllegalStateException(login);
    }

    private static boolean has(JsonNode persona, String role) {
        for (JsonNode held : persona.path("roles")) {
            if (held.asText().equals(role)) {
                return true;
            }
        }
        return false;
    }

    private static byte[] pdf() {
        return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
