package org.lianfu.credit;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.lianfu.application.Application;
import org.lianfu.application.Filed;
import org.lianfu.credit.CreditSummary.Line;
import org.lianfu.flow.Decisions;
import org.lianfu.form.Form;
import org.lianfu.form.FormView;
import org.lianfu.form.Shown;
import org.lianfu.http.Messages;
import org.lianfu.program.Manifest;
import org.lianfu.program.Program;
import org.lianfu.program.StepDef;
import org.lianfu.shared.Money;

/**
 * Makes the lines of one summary: answers under the labels of the program's own forms, looked-up facts with the register that
 * told them. What no form of the program asks and no register tells gives no line; what is asked and lacks says so.
 */
final class SummaryLines {

    /** How a value is written for people; words under {@code credit.kind.*}. */
    enum Kind {
        TEXT,
        CODE,
        MONEY,
        PERCENT,
        TIMES,
        DAYS,
        MONTHS,
        COUNT
    }

    private final Application application;
    private final Program program;
    private final Filed filed;
    private final CaseRecord record;
    private final Decisions decisions;
    private final Messages messages;
    private final Locale locale;
    private final Map<String, Map<String, String>> labels = new HashMap<>();

    SummaryLines(
            Application application,
            Program program,
            Filed filed,
            CaseRecord record,
            Decisions decisions,
            Messages messages,
            Locale locale) {
        this.application = application;
        this.program = program;
        this.filed = filed;
        this.record = record;
        this.decisions = decisions;
        this.messages = messages;
        this.locale = locale;
    }

    Application application() {
        return application;
    }

    Program program() {
        return program;
    }

    Filed filed() {
        return filed;
    }

    CaseRecord record() {
        return record;
    }

    String text(String key, Map<String, ?> arguments) {
        return messages.text(key, locale, arguments);
    }

    /** What the applicant answered. */
    Optional<Line> filed(String key) {
        String label = labels(Manifest.APPLY).get("/" + key);
        if (label == null) {
            return Optional.empty();
        }
        Form form = program.form(Manifest.APPLY);
        boolean known = filed.answers().get(key) != null;
        return Optional.of(new Line(
                key,
                label,
                known ? raw(form, filed.answers(), key) : null,
                known ? shown(form, filed.answers(), key) : lacking("FILED"),
                null,
                text("credit.source.FIRM", Map.of()),
                filed.filedAt(),
                null,
                false));
    }

    /** What was last recorded on a step; where colleagues of that step differ, it asks for a second look. */
    Optional<Line> noted(String key) {
        Optional<CaseRecord.Noted> last = record.latest(key);
        if (last.isPresent()) {
            boolean differ = record.newest(key).stream()
                            .map(n -> n.answers().map().get(key))
                            .distinct()
                            .count()
                    > 1;
            return Optional.of(noted(last.get(), key).alerting(differ));
        }
        return program.steps().values().stream()
                .filter(step -> program.form(step.form()).keys().contains(key))
                .findFirst()
                .map(step -> new Line(
                        key,
                        labels(step.form()).getOrDefault("/" + key, key),
                        null,
                        lacking("STEP"),
                        null,
                        step.name().in(locale),
                        null,
                        null,
                        false));
    }

    /** What one seat recorded under this key. */
    Line noted(CaseRecord.Noted noted, String key) {
        StepDef step = program.step(noted.step().place().element());
        Form form = program.form(step.form());
        Map<String, Object> answers = noted.answers().map();
        return new Line(
                key,
                display(form, answers, key).map(Shown::label).orElse(key),
                raw(form, answers, key),
                shown(form, answers, key),
                null,
                step.name().in(locale),
                noted.seat().decidedAt(),
                null,
                false);
    }

    /** What the bank has verified, and beside it what the applicant stated when that was something else. */
    Optional<Line> verified(String key) {
        Optional<Line> stated = filed(key);
        if (record.latest(key).isEmpty()) {
            return stated.isPresent() ? stated : noted(key);
        }
        return noted(key).map(line -> stated.filter(s -> s.value() != null)
                .filter(s -> !s.value().equals(line.value()))
                .map(s -> line.otherwise(s.text()))
                .orElse(line));
    }

    /** What a register said at the submission. */
    Optional<Line> looked(String key, Kind kind) {
        for (Map<String, Object> source : filed.sources()) {
            if (source.get("facts") instanceof Map<?, ?> facts && facts.containsKey(key)) {
                return Optional.of(line(
                        key, kind, facts.get(key), String.valueOf(source.get("source")), looked(source), "REGISTER"));
            }
        }
        return Optional.empty();
    }

    private static Instant looked(Map<String, Object> source) {
        return Instant.parse(String.valueOf(source.get("at")));
    }

    /** What follows from figures above; {@code at} is when the newest of them was stated. */
    Line computed(String key, Kind kind, Optional<?> value, Instant at) {
        return line(key, kind, value.orElse(null), text("credit.source.COMPUTED", Map.of()), at, "COMPUTED");
    }

    /** What this house knows itself now. */
    Line known(String key, Kind kind, Object value, Instant now) {
        return line(key, kind, value, text("credit.source.HOUSE", Map.of()), now, "HOUSE");
    }

    /** @param why of its lacking, a word under {@code credit.lacking.*} */
    Line line(String key, Kind kind, Object value, String source, Instant at, String why) {
        return new Line(
                key,
                label(key),
                value == null ? null : plain(kind, value),
                value == null ? lacking(why) : written(key, kind, value),
                null,
                source,
                at,
                null,
                false);
    }

    /** Whether there are words for a key: what only steers the case has none. */
    boolean isWorded(String key) {
        return !label(key).equals(key);
    }

    /** What a key is called: by the house's words, else by the program's. */
    String label(String key) {
        String own = "credit.row." + key;
        return messages.has(own) ? messages.text(own, locale) : program.label(key, locale);
    }

    private String lacking(String why) {
        return messages.text("credit.lacking." + why, locale);
    }

    private static String plain(Kind kind, Object value) {
        return kind == Kind.MONEY ? money(value).yuan() : code(value);
    }

    private static Money money(Object value) {
        return value instanceof Money money ? money : Money.ofFen((Long) value);
    }

    private static String code(Object value) {
        return value instanceof Boolean yes ? yes ? "YES" : "NO" : String.valueOf(value);
    }

    private String written(String key, Kind kind, Object value) {
        String plain = plain(kind, value);
        return switch (kind) {
            case TEXT -> plain;
            case CODE -> word(key, plain);
            case MONEY ->
                text("credit.kind.MONEY", Map.of("value", String.format(Locale.ROOT, "%,.2f", new BigDecimal(plain))));
            default -> text("credit.kind." + kind, Map.of("value", plain));
        };
    }

    private String word(String key, String code) {
        String own = "credit.code." + key + "." + code;
        String any = "credit.code." + code;
        return messages.has(own) ? messages.text(own, locale) : messages.has(any) ? messages.text(any, locale) : code;
    }

    private static String raw(Form form, Map<String, Object> answers, String key) {
        return code(Objects.requireNonNullElse(form.raw(answers).get(key), ""));
    }

    private String shown(Form form, Map<String, Object> answers, String key) {
        return display(form, answers, key)
                .map(shown -> String.join("\n", shown.masked()))
                .orElse("");
    }

    private Optional<Shown> display(Form form, Map<String, Object> answers, String key) {
        return form.display(answers, locale).stream()
                .filter(shown -> shown.pointer().equals("/" + key))
                .findFirst();
    }

    /** Labels of what a form asks, by pointer: what its conditions hide is not asked. */
    private Map<String, String> labels(String form) {
        return labels.computeIfAbsent(form, name -> {
            Map<String, String> found = new LinkedHashMap<>();
            Map<String, Object> typed = name.equals(Manifest.APPLY) ? filed.typed() : Map.of();
            List<Shown> all = FormView.review(program.form(name), typed, locale, decisions);
            all.forEach(shown -> found.put(shown.pointer(), shown.label()));
            return found;
        });
    }
}
