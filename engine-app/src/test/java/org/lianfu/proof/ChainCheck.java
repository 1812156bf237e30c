package org.lianfu.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lianfu.proof.Checker.Row;
import org.springframework.jdbc.core.JdbcTemplate;

/** The cases' chains, recomputed from their bytes, and held against what the rows say: no act without its entry, no entry without its act. */
final class ChainCheck {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NOTHING = "0".repeat(64);

    /** Takes one finding. */
    interface Finder {
        void found(String rule, String no, String what);
    }

    private final JdbcTemplate sql;
    private final Map<String, Row> cases;
    private final Map<String, Row> steps;
    private final Map<String, List<Row>> seatsOf;
    private final Finder finder;

    ChainCheck(
            JdbcTemplate sql,
            Map<String, Row> cases,
            Map<String, Row> steps,
            Map<String, List<Row>> seatsOf,
            Finder finder) {
        this.sql = sql;
        this.cases = cases;
        this.steps = steps;
        this.seatsOf = seatsOf;
        this.finder = finder;
    }

    void check() {
        Map<String, List<JsonNode>> chains = new TreeMap<>();
        Map<String, String> heads = new HashMap<>();
        sql.query(
                "select subject_id, seq, body, leaf_hash from trl_entry where kind = 'case' order by subject_id, seq",
                row -> {
                    String no = row.getString(1);
                    List<JsonNode> chain = chains.computeIfAbsent(no, key -> new ArrayList<>());
                    byte[] body = row.getBytes(3);
                    JsonNode entry = read(no, body);
                    if (row.getLong(2) != chain.size() + 1
                            || !entry.path("prev").asText().equals(heads.getOrDefault(no, NOTHING))
                            || !hash(body).equals(row.getString(4))) {
                        finder.found("L", no, "the chain breaks at entry " + row.getLong(2));
                    }
                    chain.add(entry);
                    heads.put(no, row.getString(4));
                });
        Map<String, List<Row>> seats = new HashMap<>();
        seatsOf.values()
                .forEach(
                        all -> all.forEach(seat -> seats.computeIfAbsent(seat.text("case_no"), key -> new ArrayList<>())
                                .add(seat)));
        cases.forEach((no, row) -> {
            List<JsonNode> chain = chains.getOrDefault(no, List.of());
            if (row.number("trail_seq") != chain.size() || !row.is("trail_head", heads.getOrDefault(no, NOTHING))) {
                finder.found(
                        "L",
                        no,
                        "the case remembers entry " + row.number("trail_seq") + " as its last, there are "
                                + chain.size());
            }
            moves(no, row, chain);
            submission(no, row, chain);
            decisions(no, chain, seats.getOrDefault(no, List.of()));
            deadlines(no, chain);
        });
    }

    /** A6: the status is where the recorded moves lead, each from where the one before had led. */
    private void moves(String no, Row row, List<JsonNode> chain) {
        String at = "DRAFT";
        for (JsonNode entry : chain) {
            if (entry.has("to") && !entry.path("type").asText().startsWith("loan.")) {
                if (!entry.path("from").asText().equals(at)) {
                    finder.found(
                            "A6", no, "a move from " + entry.path("from").asText() + " where the case stood at " + at);
                }
                at = entry.path("to").asText();
            }
        }
        if (!row.is("status", at)) {
            finder.found("A6", no, "status " + row.text("status") + ", its entries lead to " + at);
        }
    }

    /** A1, A8: one submission, which names the version and the answers that the case is pinned to. */
    private void submission(String no, Row row, List<JsonNode> chain) {
        List<JsonNode> submitted = of(chain, "application.submitted");
        int wanted = row.text("receipt_no") == null ? 0 : 1;
        if (submitted.size() != wanted) {
            finder.found("A1", no, submitted.size() + " submissions in its trail, receipt " + row.text("receipt_no"));
        }
        for (JsonNode entry : submitted) {
            if (!entry.path("model").path("ver").asText().equals(row.text("program_version"))) {
                finder.found(
                        "A8",
                        no,
                        "submitted under " + entry.path("model") + ", pinned to " + row.text("program_version"));
            }
        }
    }

    /** A6: each decided seat has one entry by the same person with the same outcome, and each such entry its seat. */
    private void decisions(String no, List<JsonNode> chain, List<Row> seats) {
        Map<String, List<JsonNode>> told = new HashMap<>();
        for (JsonNode entry : of(chain, "task.completed")) {
            told.computeIfAbsent(entry.path("subj").path("id").asText(), key -> new ArrayList<>())
                    .add(entry);
        }
        Map<String, Integer> answered = new HashMap<>();
        of(chain, "supplement.answered")
                .forEach(e -> answered.merge(e.path("subj").path("id").asText(), 1, Integer::sum));
        for (Row seat : seats) {
            boolean decided = seat.is("state", "DECIDED");
            Row step = steps.get(seat.text("step_id"));
            boolean supplement = step != null && step.text("asked_for") != null;
            List<JsonNode> entries = told.getOrDefault(seat.text("id"), List.of());
            int count = supplement ? answered.getOrDefault(seat.text("step_id"), 0) : entries.size();
            if (count != (decided ? 1 : 0)) {
                finder.found(
                        "A6", no, "seat " + seat.text("id") + " " + seat.text("state") + " has " + count + " entries");
            } else if (decided && !supplement && !says(entries.get(0), seat)) {
                finder.found("A6", no, "seat " + seat.columns() + " but its entry says " + entries.get(0));
            }
            if (decided
                    && (seat.text("outcome") == null || seat.text("opinion") == null || seat.text("answers") == null)) {
                finder.found("A6", no, "seat " + seat.text("id") + " is decided without its words");
            }
            Long saw = seat.number("saw_answers");
            if (decided && (saw == null || saw < 1 || saw > cases.get(no).number("answers_version"))) {
                finder.found("A7", no, "seat " + seat.text("id") + " decided on answers " + saw);
            }
        }
        long decidedSeats = seats.stream().filter(s -> s.is("state", "DECIDED")).count();
        int entries = told.size() + answered.size();
        if (decidedSeats != entries) {
            finder.found("A6", no, entries + " decisions in the trail, " + decidedSeats + " decided seats");
        }
    }

    private static boolean says(JsonNode entry, Row seat) {
        return entry.path("actor").path("id").asText().equals(seat.text("person"))
                && entry.path("data").path("outcome").asText().equals(seat.text("outcome"));
    }

    /** A9: a deadline acts once, and not before it is due; an operator's retry gives it another time. */
    private void deadlines(String no, List<JsonNode> chain) {
        Map<String, List<JsonNode>> acted = new HashMap<>();
        for (JsonNode entry : of(chain, "step.timed-out")) {
            acted.computeIfAbsent(entry.path("subj").path("id").asText(), key -> new ArrayList<>())
                    .add(entry);
        }
        int retries = of(chain, "incident.retried").size();
        acted.forEach((id, entries) -> {
            if (entries.size() > 1 + retries) {
                finder.found("A9", no, "the deadline of step " + id + " acted " + entries.size() + " times");
            }
            Long due = steps.containsKey(id) ? steps.get(id).number("due_at") : null;
            long at = ChronoUnit.MICROS.between(
                    Instant.EPOCH, Instant.parse(entries.get(0).path("at").asText()));
            if (due == null || retries == 0 && at < due) {
                finder.found("A9", no, "the deadline of step " + id + " acted at " + at + ", due " + due);
            }
        });
    }

    private static List<JsonNode> of(List<JsonNode> chain, String type) {
        return chain.stream().filter(e -> e.path("type").asText().equals(type)).toList();
    }

    private JsonNode read(String no, byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            finder.found("L", no, "an entry is not JSON: " + e.getMessage());
            return JSON.createObjectNode();
        }
    }

    private static String hash(byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((byte) 0);
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
