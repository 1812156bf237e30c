package org.lianfu.credit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lianfu.application.Eligibility;
import org.lianfu.application.Snapshot;
import org.lianfu.credit.CreditSummary.Line;
import org.lianfu.credit.SummaryLines.Kind;
import org.lianfu.flow.Decisions;
import org.lianfu.program.Program;
import org.springframework.stereotype.Component;

/**
 * What the decision tables of the case's own version say, each with the clause it cites: every ground of the eligibility over
 * what was filed and looked up then, and the tables on the case's way that have spoken.
 */
@Component
class SummaryRules {

    private final Eligibility eligibility;
    private final Decisions decisions;

    SummaryRules(Eligibility eligibility, Decisions decisions) {
        this.eligibility = eligibility;
        this.decisions = decisions;
    }

    List<Line> lines(SummaryLines lines) {
        List<Line> all = new ArrayList<>();
        for (Program.Ruling ruling : lines.program().rulings()) {
            all.addAll(spoken(lines, ruling));
        }
        all.addAll(grounds(lines));
        return all;
    }

    /** What a table on the way has answered, as far as it is the bank's matter; nothing while its answer is not among the facts of the case. */
    private List<Line> spoken(SummaryLines lines, Program.Ruling ruling) {
        Program program = lines.program();
        Map<String, Object> facts = lines.application().facts();
        List<String> outputs =
                decisions.written(program.ref(), ruling.decision()).outputs();
        if (outputs.isEmpty() || !facts.keySet().containsAll(outputs)) {
            return List.of();
        }
        Set<String> inputs = decisions.names(program.ref(), ruling.decision());
        Instant at = lines.record().lastOf(inputs).orElse(lines.filed().filedAt());
        String clause = clause(program, ruling, outputs, facts);
        return outputs.stream()
                .filter(lines::isWorded)
                .map(output -> lines.line(
                                output, kind(output), facts.get(output), source(lines, ruling), at, "COMPUTED")
                        .citing(clause))
                .toList();
    }

    /**
     * The clause on which the recorded answer rests: that of the row that gives it; where the facts have changed since, or the
     * bank's own limits spoke too, that which every row cites; null when they cite several.
     */
    private String clause(Program program, Program.Ruling ruling, List<String> outputs, Map<String, Object> facts) {
        Optional<String> ofItsRow = decisions.evaluate(program.ref(), ruling.decision(), facts).stream()
                .filter(row -> outputs.stream().allMatch(output -> String.valueOf(facts.get(output))
                        .equals(String.valueOf(row.outputs().get(output)))))
                .map(Decisions.Row::clause)
                .findFirst();
        List<String> cited = decisions.written(program.ref(), ruling.decision()).rules().stream()
                .map(Decisions.Rule::clause)
                .distinct()
                .toList();
        return ofItsRow.orElse(cited.size() == 1 ? cited.get(0) : null);
    }

    private static String source(SummaryLines lines, Program.Ruling ruling) {
        Map<String, String> words = Map.of(
                "name", lines.label(ruling.element()),
                "version", lines.program().ref().version());
        return lines.text("credit.source.RULE", words);
    }

    private static Kind kind(String output) {
        if (output.equals(Keys.CREDIT_NEED)) {
            return Kind.MONEY;
        }
        return output.endsWith("Months") ? Kind.MONTHS : output.endsWith("Percent") ? Kind.PERCENT : Kind.CODE;
    }

    /** Each ground of refusal that the program names, and whether it was there when the case was submitted. */
    private List<Line> grounds(SummaryLines lines) {
        Program program = lines.program();
        Set<String> there = eligibility
                .judge(
                        program,
                        lines.application().applicantKind(),
                        lines.filed().answers(),
                        snapshot(lines))
                .reasons()
                .stream()
                .map(Eligibility.Reason::code)
                .collect(Collectors.toSet());
        String source = lines.text(
                "credit.source.RULE",
                Map.of(
                        "name", lines.text("credit.source.eligibility", Map.of()),
                        "version", program.ref().version()));
        Map<String, Line> grounds = new LinkedHashMap<>();
        for (String decision : program.manifest().eligibility()) {
            for (Decisions.Rule rule :
                    decisions.written(program.ref(), decision).rules()) {
                boolean hit = there.contains(rule.code());
                grounds.putIfAbsent(
                        rule.code(),
                        lines.line(
                                        rule.code(),
                                        Kind.CODE,
                                        hit ? "HIT" : "CLEAR",
                                        source,
                                        lines.filed().filedAt(),
                                        "COMPUTED")
                                .citing(rule.clause())
                                .alerting(hit));
            }
        }
        return List.copyOf(grounds.values());
    }

    @SuppressWarnings("unchecked")
    private static Snapshot snapshot(SummaryLines lines) {
        Map<String, Object> facts = new LinkedHashMap<>();
        lines.filed().sources().forEach(source -> facts.putAll((Map<String, Object>) source.get("facts")));
        return new Snapshot(facts, lines.filed().sources(), Map.of());
    }
}
