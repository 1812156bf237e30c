package org.lianfu.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.lianfu.proof.Journal.Act;
import org.lianfu.proof.Town.Person;
import org.lianfu.proof.Town.Said;

/**
 * One case and everybody who meets it. Each call of {@link #act} is one thing that somebody does; what is possible is read
 * from the house: its inbox, its forms, its incidents. The same seed makes the same choices.
 */
final class WalkedCase {

    /** A person's no that says: a colleague of the same post must do this. */
    /** How many people have recused themselves from this case. */
    private int spared;

    private static final Set<String> SOMEBODY_ELSE =
            Set.of("task.same-person", "task.one-seat-a-person", "task.duties-exclude");

    private static final Set<String> NEGATIVE = Set.of("REJECT", "DECLINE", "RETURN", "ABSTAIN");
    private static final int MOST_TRIES = 5;

    private final Walk walk;
    private final Random random;
    private final List<String> log = new ArrayList<>();
    private final double will;
    private final double laziness;
    private final int begins;
    private Person operator;
    private Person signer;
    private JsonNode program;
    private Map<String, String> own;
    /** What refusals have taught at a step, by the key of the answer. */
    private final Map<String, Map<String, Object>> learned = new HashMap<>();

    private Doubt doubt;
    private int submissions;
    private int refusedInARow;

    String no;
    boolean over;
    /** From then on everybody wants the case to come to an end. */
    boolean late;

    /** An act without an answer: it is sent again with the same key. */
    private record Doubt(Act act, String who, String path, Object body, String key, String ref, String detail) {}

    WalkedCase(Walk walk, long seed, int round) {
        this.walk = walk;
        this.random = new Random(seed);
        this.begins = round + random.nextInt(8);
        this.will = 0.7 + random.nextDouble() * 0.3;
        // some people let every deadline pass
        this.laziness = random.nextInt(6) == 0 ? 0.85 + random.nextDouble() * 0.12 : random.nextDouble() * 0.3;
    }

    /** Who signs for the firm; null when it has nobody for that. */
    Person signer() {
        return signer;
    }

    String told() {
        return String.join("\n    ", log);
    }

    int refusedInARow() {
        return refusedInARow;
    }

    private void tell(String who, String what, Said said) {
        log.add("%3d %-20s %s -> %d %s".formatted(walk.round(), who, what, said.status(), said.ok() ? "" : said.why()));
        if (said.status() >= 500) {
            walk.trouble(no + ": the house failed at " + what + ": " + said.why());
        }
        walk.count(said.ok() ? what.replaceAll("[A-Z]+-[0-9-]+", "") : "refused " + said.status() + " " + said.code());
    }

    /** One thing happens, or nothing. */
    void act() {
        if (over || walk.round() < begins) {
            return;
        }
        if (doubt != null) {
            settleDoubt();
        } else if (no == null) {
            begin();
        } else {
            String status = walk.status(no);
            if (status.equals("DRAFT")) {
                submit();
            } else if (Checker.ENDS.contains(status) || status.equals("DISCARDED")) {
                over = true;
                walk.count("ended " + status);
            } else if (late || random.nextDouble() >= laziness) {
                work(status);
            }
        }
    }

    private void begin() {
        List<Person> operators = walk.town.people().stream()
                .filter(p -> p.has("APPLICANT_OPERATOR"))
                .toList();
        do { // a firm without a signer gets no further than its draft: one such case in ten
            operator = one(operators);
            signer = walk.town.people().stream()
                    .filter(p -> p.org().equals(operator.org()) && p.has("APPLICANT_APPROVER"))
                    .findFirst()
                    .orElse(null);
        } while (signer == null && random.nextInt(5) > 0);
        program = walk.program(one(walk.programs()));
        Said begun = walk.town.post(
                operator.login(),
                "/applications",
                Map.of("program", program.path("code").asText()));
        tell(operator.login(), "begin", begun);
        if (!begun.ok()) {
            over = true;
            return;
        }
        no = begun.body().path("no").asText();
        walk.journal.keep(Act.BEGUN, no, operator.login(), "", "");
        for (JsonNode document : program.path("documents")) {
            boolean maybe = document.path("required").asBoolean()
                    || !document.path("requiredWhen").isEmpty();
            if (maybe || random.nextInt(5) == 0) {
                attach(
                        operator.login(),
                        "/applications/" + no + "/attachments",
                        document.path("kind").asText());
            }
        }
        fill(late || random.nextBoolean() ? 0 : 0.05);
    }

    private void fill(double boldness) {
        Said seen = walk.town.get(operator.login(), "/applications/" + no);
        if (own == null) {
            String uscc = seen.body().path("applicant").path("uscc").asText();
            own = Map.of("uscc", uscc, "patentNo", walk.nature.patent(uscc, random));
        }
        program = walk.program(program.path("code").asText());
        Map<String, Object> answers = answers(boldness, MissingNode.getInstance())
                .to(program.path("forms").path("apply"), program.path("example"));
        tell(
                operator.login(),
                "save",
                walk.town.put(operator.login(), "/applications/" + no + "/answers", answers, seen.etag()));
    }

    private RandomAnswers answers(double boldness, JsonNode written) {
        return new RandomAnswers(random, walk.nature.today(), boldness, written, own);
    }

    private void submit() {
        if (signer == null || submissions == 3 || !late && random.nextInt(40) == 0) {
            Said discarded = walk.town.delete(operator.login(), "/applications/" + no);
            tell(operator.login(), "discard", discarded);
            over = discarded.ok();
            return;
        }
        submissions++;
        Said said =
                send(Act.SUBMITTED, signer.login(), "submit", "/applications/" + no + "/submission", Map.of(), "", "");
        if (!said.ok()) {
            fill(0);
        }
    }

    private void work(String status) {
        List<Map<String, Object>> seats = walk.seats(no);
        List<String> incidents = walk.incidents(no);
        if (!incidents.isEmpty() && random.nextInt(3) == 0) {
            Person operator = one(
                    walk.town.people().stream().filter(p -> p.has("OPERATOR")).toList());
            Said said = walk.town.post(
                    operator.login(), "/ops/incidents/" + one(incidents) + "/retry", Map.of("reason", "再问一次"));
            tell(operator.login(), "retry", said);
        } else if (!late && random.nextInt(40) == 0) {
            Person who = random.nextBoolean() || signer == null ? operator : signer;
            send(
                    Act.WITHDRAWN,
                    who.login(),
                    "withdraw",
                    "/applications/" + no + "/withdrawal",
                    Map.of("reason", "不办了"),
                    "",
                    "");
        } else if (!seats.isEmpty()) {
            Map<String, Object> seat = one(seats);
            boolean outside = seat.get("post").toString().startsWith("SYSTEM/");
            // the outside mostly answers itself; an operator who answers too early is told so
            if (!outside || random.nextInt(incidents.isEmpty() ? 12 : 2) == 0) {
                sit(seat, status);
            }
        }
    }

    /** Somebody of the seat's post opens it and does something with it. */
    private void sit(Map<String, Object> seat, String status) {
        String id = seat.get("seat_id").toString();
        List<Person> holders =
                new ArrayList<>(walk.town.holders(seat.get("post").toString()));
        if (holders.isEmpty()) {
            walk.trouble(no + ": nobody holds the post of " + seat);
            return;
        }
        Collections.shuffle(holders, random);
        Object claimedBy = seat.get("claimed_by");
        if (claimedBy != null && random.nextInt(8) > 0) {
            holders = holders.stream().filter(p -> p.login().equals(claimedBy)).toList();
        }
        for (Person person : holders) {
            Said task = walk.town.get(person.login(), "/tasks/" + id);
            if (!task.ok()) {
                walk.trouble(
                        no + ": " + person.login() + " holds the post of " + id + " and cannot open it: " + task.why());
                return;
            }
            if (!does(person, id, task.body(), person.login().equals(claimedBy), status)) {
                return;
            }
        }
    }

    /** @return whether a colleague should try instead */
    private boolean does(Person person, String id, JsonNode task, boolean claimed, String status) {
        int dice = late ? 99 : random.nextInt(100);
        if (task.path("supplement").isObject()) {
            answerSupplement(person, id);
            return false;
        }
        if (dice < 25 && !claimed) {
            Said said = walk.town.post(person.login(), "/tasks/" + id + "/claim", Map.of());
            tell(person.login(), "claim", said);
            return SOMEBODY_ELSE.contains(said.code());
        }
        if (dice < 6) {
            tell(person.login(), "release", walk.town.delete(person.login(), "/tasks/" + id + "/claim"));
            return false;
        }
        if (dice < 22 && claimed) {
            send(
                    Act.ASKED,
                    person.login(),
                    "ask",
                    "/tasks/" + id + "/supplement-request",
                    Map.of("items", List.of("请补充材料", "请说明用途"), "reason", "材料不齐"),
                    "",
                    "");
            return false;
        }
        if (dice == 27 && mayBeSpared(person, task)) {
            spared++;
            Map<String, Object> body = Map.of("reason", "与申请企业有关联");
            tell(person.login(), "recuse", walk.town.post(person.login(), "/tasks/" + id + "/recusal", body));
            return false;
        }
        if (dice < 26 && claimed) {
            attach(person.login(), "/tasks/" + id + "/attachments", "other");
            return false;
        }
        return complete(person, id, task);
    }

    /**
     * Whoever recuses takes no further part in the case: so that others are left for all that this person could do, and a
     * committee can still reach its quorum. (That a bank runs out of members is no walk's affair: it appoints another.)
     */
    private boolean mayBeSpared(Person person, JsonNode task) {
        int needed = Math.max(2, task.findPath("quorum").asInt(0));
        return person.roles().stream()
                .allMatch(role -> walk.town.holders(person.org() + "/" + role).size() - spared > needed);
    }

    private boolean complete(Person person, String id, JsonNode first) {
        JsonNode task = first;
        Map<String, Object> body = completion(task);
        for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
            String outcome = body.get("outcome").toString();
            String what = "complete " + task.path("step").asText() + " " + outcome;
            Said said = send(Act.COMPLETED, person.login(), what, "/tasks/" + id + "/completion", body, id, outcome);
            if (said.ok()) {
                refusedInARow = 0;
                return false;
            }
            refusedInARow++;
            if (said.status() == 409) {
                return false;
            }
            if (SOMEBODY_ELSE.contains(said.code())) {
                return true;
            }
            @SuppressWarnings("unchecked")
            Map<String, Object> mended =
                    answers(0, task.path("given")).mended((Map<String, Object>) body.get("answers"), said.why());
            if (mended != null) {
                Map<String, Object> lesson =
                        learned.computeIfAbsent(task.path("step").asText(), k -> new LinkedHashMap<>());
                ((Map<?, ?>) body.get("answers")).forEach((key, value) -> {
                    if (!value.equals(mended.get(key))) {
                        lesson.put(key.toString(), mended.get(key));
                    }
                });
                body.put("answers", mended);
            } else {
                task = walk.town.get(person.login(), "/tasks/" + id).body(); // for an example with fresh numbers
                body = completion(task);
            }
        }
        return false;
    }

    private Map<String, Object> completion(JsonNode task) {
        String outcome = outcome(task);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("outcome", outcome);
        if (NEGATIVE.contains(outcome) || random.nextInt(3) == 0) {
            body.put("opinion", "已核对 𠮷 " + random.nextInt(1000));
        }
        double boldness = random.nextBoolean() ? 0 : random.nextDouble() * 0.6;
        Map<String, Object> answers = answers(boldness, task.path("given")).to(task.path("form"), task.path("example"));
        if (random.nextInt(4) > 0) {
            answers.putAll(learned.getOrDefault(task.path("step").asText(), Map.of()));
        }
        body.put("answers", answers);
        return body;
    }

    private String outcome(JsonNode task) {
        List<String> offered = new ArrayList<>();
        task.path("outcomes").forEach(o -> offered.add(o.asText()));
        List<String> forward =
                offered.stream().filter(o -> !NEGATIVE.contains(o)).toList();
        // a yes that is refused again and again is not to be had: then whoever sits there says something else
        double yes = refusedInARow > MOST_TRIES ? 0.5 : late ? 0.95 : will;
        boolean on = !forward.isEmpty() && random.nextDouble() < yes;
        return one(on ? forward : offered);
    }

    private void answerSupplement(Person person, String id) {
        if (random.nextInt(3) == 0) {
            for (JsonNode document : program.path("documents")) {
                if (random.nextInt(4) == 0) {
                    attach(
                            person.login(),
                            "/applications/" + no + "/attachments",
                            document.path("kind").asText());
                }
            }
        }
        Map<String, Object> corrected = new LinkedHashMap<>();
        if (random.nextBoolean()) {
            JsonNode fresh = walk.program(program.path("code").asText());
            answers(0.1, MissingNode.getInstance())
                    .to(fresh.path("forms").path("apply"), fresh.path("example"))
                    .forEach((key, value) -> {
                        if (random.nextInt(8) == 0) {
                            corrected.put(key, value);
                        }
                    });
        }
        Map<String, Object> body = new LinkedHashMap<>(Map.of("note", "已补充"));
        body.put("answers", corrected);
        String path = "/applications/" + no + "/supplement";
        Said said = send(Act.COMPLETED, person.login(), "answer supplement", path, body, id, "DONE");
        if (said.status() == 422) {
            body.put("answers", Map.of());
            send(Act.COMPLETED, person.login(), "answer supplement", path, body, id, "DONE");
        }
    }

    private void attach(String who, String path, String kind) {
        byte[] pdf = ("%PDF-1.4\n" + no + " " + random.nextLong()).getBytes(StandardCharsets.UTF_8);
        Said said = walk.town.upload(who, path, kind, kind + ".pdf", pdf);
        tell(who, "attach", said);
        if (said.ok()) {
            walk.journal.keep(
                    Act.ATTACHED,
                    no,
                    who,
                    said.body().path("id").asText(),
                    said.body().path("sha256").asText());
        }
    }

    private Said send(Act act, String who, String what, String path, Object body, String ref, String detail) {
        String key = new UUID(random.nextLong(), random.nextLong()).toString();
        try {
            Said said = walk.town.post(who, path, body, key);
            tell(who, what, said);
            keep(act, who, said, ref, detail);
            return said;
        } catch (UncheckedIOException e) {
            log.add("%3d %-20s %s -> no answer".formatted(walk.round(), who, what));
            doubt = new Doubt(act, who, path, body, key, ref, detail);
            throw e;
        }
    }

    private void keep(Act act, String who, Said said, String ref, String detail) {
        if (said.ok()) {
            String about =
                    switch (act) {
                        case SUBMITTED -> said.body().path("receiptNo").asText();
                        case ASKED -> said.body().path("taskId").asText();
                        default -> ref;
                    };
            walk.journal.keep(act, no, who, about, detail);
        }
    }

    /** The act that got no answer is sent again under its key: done once, whether it had happened or not. */
    private void settleDoubt() {
        Doubt asked = doubt;
        Said said = walk.town.post(asked.who(), asked.path(), asked.body(), asked.key());
        doubt = null;
        tell(asked.who(), "again" + (said.replayed() ? ", had happened" : ", had not happened"), said);
        keep(asked.act(), asked.who(), said, asked.ref(), asked.detail());
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
