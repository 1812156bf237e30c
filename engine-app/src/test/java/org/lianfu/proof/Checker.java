package org.lianfu.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads the tables of the house and its engine and says what does not agree; shares no code with the house. Each finding
 * begins with the rule it breaks: A1 to A9 of the case, L of the chain, M of money, O of what leaves the house.
 */
final class Checker {

    static final Set<String> ENDS =
            Set.of("NOT_ACCEPTED", "DECLINED", "WITHDRAWN", "EXPIRED", "CLOSED", "PAID", "SETTLED");

    private final JdbcTemplate sql;
    private final List<String> findings = new ArrayList<>();

    /** Filed answers and pinned versions as they were when first seen: they never change (A7, A8). */
    private final Map<String, String> firstSeen = new HashMap<>();

    private Map<String, Row> cases;
    private Map<String, List<Row>> stepsOf;
    private Map<String, List<Row>> seatsOf;
    private Map<String, Row> steps;

    /** One row by column name; the case of the letters does not matter. */
    record Row(Map<String, Object> columns) {

        String text(String column) {
            Object value = columns.get(column);
            return value == null ? null : value.toString();
        }

        Long number(String column) {
            Object value = columns.get(column);
            return value == null ? null : ((Number) value).longValue();
        }

        boolean is(String column, String value) {
            return value.equals(text(column));
        }
    }

    Checker(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** Everything that does not hold now; call it while nobody acts. */
    List<String> check() {
        findings.clear();
        cases = new TreeMap<>();
        rows("select * from app_application").forEach(row -> cases.put(row.text("no"), row));
        stepsOf = grouped("select * from rev_step order by case_no, opened_at, id", "case_no");
        steps = new HashMap<>();
        stepsOf.values().forEach(all -> all.forEach(step -> steps.put(step.text("id"), step)));
        seatsOf = grouped(
                "select id, step_id, case_no, state, person, outcome, opinion, answers, saw_answers, decided_at from rev_seat",
                "step_id");
        receipts();
        engine();
        inbox();
        stepsHold();
        nobodyIsStuck();
        answers();
        money();
        outbox();
        new ChainCheck(sql, cases, steps, seatsOf, this::found).check();
        return List.copyOf(findings);
    }

    /** A1, and that nothing acknowledged is lost. */
    List<String> holds(Journal journal) {
        findings.clear();
        Map<String, Row> seats = new HashMap<>();
        seatsOf.values().forEach(all -> all.forEach(seat -> seats.put(seat.text("id"), seat)));
        Map<String, Row> files = new HashMap<>();
        rows("select id, no, sha256, added_by from app_attachment").forEach(file -> files.put(file.text("id"), file));
        Set<String> discarded = new HashSet<>(sql.queryForList("select no from app_discarded", String.class));
        for (Journal.Kept kept : journal.all()) {
            Row row = cases.get(kept.no());
            boolean there =
                    switch (kept.act()) {
                        case BEGUN -> row != null || discarded.contains(kept.no());
                        case SUBMITTED -> row != null && row.is("receipt_no", kept.ref());
                        case WITHDRAWN -> row != null && row.is("status", "WITHDRAWN");
                        case ASKED -> seats.containsKey(kept.ref());
                        case ATTACHED -> {
                            Row file = files.get(kept.ref());
                            yield file != null && file.is("sha256", kept.detail()) && file.is("added_by", kept.who());
                        }
                        case COMPLETED -> {
                            Row seat = seats.get(kept.ref());
                            yield seat != null
                                    && seat.is("state", "DECIDED")
                                    && seat.is("person", kept.who())
                                    && seat.is("outcome", kept.detail());
                        }
                    };
            if (!there) {
                found("A1", kept.no(), "acknowledged and lost: " + kept);
            }
        }
        return List.copyOf(findings);
    }

    private void found(String rule, String no, String what) {
        findings.add(rule + " " + no + ": " + what);
    }

    private List<Row> rows(String query) {
        return sql.queryForList(query).stream().map(Row::new).toList();
    }

    private Map<String, List<Row>> grouped(String query, String by) {
        Map<String, List<Row>> groups = new TreeMap<>();
        rows(query).forEach(row -> groups.computeIfAbsent(row.text(by), key -> new ArrayList<>())
                .add(row));
        return groups;
    }

    private List<Row> openSteps(String no) {
        return stepsOf.getOrDefault(no, List.of()).stream()
                .filter(step -> step.is("state", "OPEN"))
                .toList();
    }

    static boolean ended(Row row) {
        return ENDS.contains(row.text("status"));
    }

    private static boolean draft(Row row) {
        return row.is("status", "DRAFT");
    }

    /** A1 on the side of the books, A2. */
    private void receipts() {
        Set<String> seen = new HashSet<>();
        cases.forEach((no, row) -> {
            String receipt = row.text("receipt_no");
            if (draft(row) != (receipt == null)) {
                found("A1", no, "status " + row.text("status") + " with receipt " + receipt);
            }
            if (receipt != null && !seen.add(receipt)) {
                found("A2", no, "receipt " + receipt + " is used twice");
            }
            if (ended(row) != (row.text("ended_at") != null)) {
                found("A3", no, "status " + row.text("status") + ", ended at " + row.text("ended_at"));
            }
        });
        for (String no : sql.queryForList("select no from app_discarded", String.class)) {
            if (cases.containsKey(no)) {
                found("A2", no, "the number of a discarded draft is used again");
            }
        }
    }

    /** A1, A3, A4: open cases are in the engine once, ended ones not; where it waits is where steps are open. */
    private void engine() {
        Map<String, Integer> instances = new HashMap<>();
        rows("select BUSINESS_KEY_ as no from ACT_RU_EXECUTION where PARENT_ID_ is null and SUPER_EXEC_ is null")
                .forEach(row -> instances.merge(String.valueOf(row.text("no")), 1, Integer::sum));
        Map<String, Map<String, String>> waiting = new HashMap<>();
        rows("""
                select r.BUSINESS_KEY_ as no, e.ACT_ID_ as element, e.ACT_INST_ID_ as token
                from ACT_RU_EXECUTION e join ACT_RU_EXECUTION r on r.ID_ = e.PROC_INST_ID_
                where e.IS_ACTIVE_ = true and e.ACT_ID_ is not null
                  and not exists (select 1 from ACT_RU_EXECUTION c where c.PARENT_ID_ = e.ID_)""").forEach(row -> waiting.computeIfAbsent(row.text("no"), no -> new TreeMap<>())
                .put(row.text("token"), row.text("element")));
        cases.forEach((no, row) -> {
            int wanted = draft(row) || ended(row) ? 0 : 1;
            int there = instances.getOrDefault(no, 0);
            if (there != wanted) {
                found("A3", no, "status " + row.text("status") + " and " + there + " instances in the engine");
            }
            Map<String, String> open = new TreeMap<>();
            openSteps(no).stream()
                    .filter(step -> step.text("token") != null)
                    .forEach(step -> open.put(step.text("token"), step.text("element")));
            Map<String, String> engine = waiting.getOrDefault(no, Map.of());
            if (!open.equals(engine)) {
                found("A4", no, "steps are open at " + open + ", the engine waits at " + engine);
            }
        });
        instances.keySet().stream()
                .filter(no -> !cases.containsKey(no))
                .forEach(no -> found("A3", no, "in the engine, but no such case"));
    }

    /** A3: the status is the phase of an open step, or of one that was opened after all that are open. */
    private void statusFits(String no, Row row) {
        if (openSteps(no).stream().anyMatch(step -> step.is("phase", row.text("status")))) {
            return;
        }
        long newestOpen = openSteps(no).stream()
                .mapToLong(step -> step.number("opened_at"))
                .max()
                .orElse(0);
        boolean later = stepsOf.getOrDefault(no, List.of()).stream()
                .anyMatch(step -> step.is("phase", row.text("status")) && step.number("opened_at") >= newestOpen);
        if (!later || row.is("status", "SUPPLEMENT_REQUESTED")) {
            found("A3", no, "status " + row.text("status") + " while open are " + open(no));
        }
    }

    private String open(String no) {
        return openSteps(no).stream()
                .map(step -> step.text("element") + " (" + step.text("phase") + ")")
                .toList()
                .toString();
    }

    /** A4: the inbox holds the live seats of open steps and nothing else. */
    private void inbox() {
        Map<String, Row> inbox = new TreeMap<>();
        rows("select * from rev_inbox").forEach(row -> inbox.put(row.text("seat_id"), row));
        for (List<Row> seats : seatsOf.values()) {
            for (Row seat : seats) {
                Row step = steps.get(seat.text("step_id"));
                boolean live = seat.is("state", "OPEN") || seat.is("state", "CLAIMED");
                Row line = inbox.remove(seat.text("id"));
                if (step == null) {
                    found("A4", seat.text("case_no"), "seat " + seat.text("id") + " of no step");
                } else if (live && !step.is("state", "OPEN")) {
                    found("A4", seat.text("case_no"), "live seat " + seat.text("id") + " of an ended step");
                } else if (live != (line != null)) {
                    found(
                            "A4",
                            seat.text("case_no"),
                            "seat " + seat.text("id") + " " + seat.text("state") + ", inbox " + line);
                } else if (line != null
                        && !(Objects.equals(
                                        line.text("claimed_by"),
                                        seat.is("state", "CLAIMED") ? seat.text("person") : null)
                                && Objects.equals(line.number("due_at"), step.number("due_at"))
                                && line.is("element", step.text("element"))
                                && line.is("post", step.text("org") + "/" + step.text("role")))) {
                    found("A4", seat.text("case_no"), "inbox says " + line + ", the step " + step);
                }
            }
        }
        inbox.values().forEach(line -> found("A4", line.text("case_no"), "inbox row of no seat: " + line));
    }

    private void stepsHold() {
        cases.forEach((no, row) -> {
            List<Row> open = openSteps(no);
            if (!open.isEmpty() && (draft(row) || ended(row))) {
                found("A4", no, "status " + row.text("status") + " and still open are " + open(no));
            } else if (!open.isEmpty()) {
                statusFits(no, row);
            }
            for (Row step : stepsOf.getOrDefault(no, List.of())) {
                boolean isOpen = step.is("state", "OPEN");
                if (isOpen == (step.text("ended_at") != null)
                        || step.is("state", "DECIDED") == (step.text("outcome") == null)) {
                    found("A6", no, "step " + step);
                }
                if (!isOpen && step.text("clock_at") != null) {
                    found("A9", no, "the clock of an ended step runs: " + step);
                }
                if (step.text("due_at") != null && step.text("calendar_version") == null) {
                    found("A9", no, "a deadline names no calendar: " + step);
                }
                String paused = step.text("paused_by");
                if (isOpen && paused != null && !steps.get(paused).is("state", "OPEN")) {
                    found("A5", no, "waits for an answer that nobody is asked for: " + step);
                }
            }
        });
    }

    /** A5: whoever waits, waits for somebody, for a time or under an open incident. */
    private void nobodyIsStuck() {
        Set<String> troubled = new HashSet<>(
                sql.queryForList("select case_no from out_incident where open_key is not null", String.class));
        Set<String> underWay =
                new HashSet<>(sql.queryForList("select case_no from out_parcel where state = 'WAITING'", String.class));
        cases.forEach((no, row) -> {
            if (draft(row) || ended(row)) {
                return;
            }
            if (openSteps(no).isEmpty()) {
                found("A5", no, "stuck: " + row.text("status") + " and nobody has anything to do");
            }
            for (Row step : openSteps(no)) {
                boolean outside = step.is("org", "SYSTEM");
                if (outside && step.text("clock_at") == null && !troubled.contains(no) && !underWay.contains(no)) {
                    found("A5", no, "stuck: waits for the outside without clock and incident: " + step);
                }
            }
        });
    }

    /** A7, A8. */
    private void answers() {
        Map<String, List<Row>> filed =
                grouped("select no, version, sha256, answers, filed_at from app_answers order by no, version", "no");
        cases.forEach((no, row) -> {
            List<Row> versions = filed.getOrDefault(no, List.of());
            if (versions.size() != row.number("answers_version")) {
                found("A7", no, versions.size() + " filed versions, the case names " + row.number("answers_version"));
            }
            for (int i = 0; i < versions.size(); i++) {
                Row version = versions.get(i);
                if (version.number("version") != i + 1) {
                    found("A7", no, "version " + version.number("version") + " at place " + (i + 1));
                }
                unchanged("A7", no, "answers " + (i + 1), version.columns().toString());
            }
            if (!versions.isEmpty() && !versions.get(versions.size() - 1).is("sha256", row.text("answers_sha256"))) {
                found("A7", no, "the case names other answers than the newest filed");
            }
            if (!draft(row)) {
                unchanged("A8", no, "program version", String.valueOf(row.text("program_version")));
            }
        });
    }

    private void unchanged(String rule, String no, String what, String value) {
        String before = firstSeen.putIfAbsent(no + " " + what, value);
        if (before != null && !before.equals(value)) {
            found(rule, no, what + " changed from " + before + " to " + value);
        }
    }

    private void money() {
        rows("""
                select l.case_no, l.drawn, l.outstanding,
                  (select coalesce(sum(d.amount), 0) from crd_drawdown d where d.case_no = l.case_no) as booked,
                  (select coalesce(sum(r.principal), 0) from crd_repayment r where r.case_no = l.case_no) as repaid,
                  (select coalesce(a.paid, 0) from app_application a where a.no = l.case_no) as paid
                from crd_loan l""").forEach(loan -> {
            if (!loan.number("drawn").equals(loan.number("booked"))
                    || !loan.number("drawn").equals(loan.number("paid"))
                    || loan.number("outstanding") != loan.number("drawn") - loan.number("repaid")) {
                found("M", loan.text("case_no"), "the loan does not add up: " + loan);
            }
        });
    }

    private void outbox() {
        rows("""
                select p.id, p.case_no from out_parcel p where p.state = 'STUCK'
                  and not exists (select 1 from out_incident i where i.ref = p.id and i.open_key is not null)""")
                .forEach(p ->
                        found("O4", p.text("case_no"), "parcel " + p.text("id") + " is stuck and no incident says so"));
    }
}
