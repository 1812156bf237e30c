package org.lianfu.application;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lianfu.flow.Decisions;
import org.lianfu.program.Program;
import org.lianfu.shared.Fault;
import org.lianfu.shared.Money;
import org.lianfu.shared.Refusal;
import org.lianfu.shared.Refused;
import org.springframework.stereotype.Component;

/**
 * Whether an applicant fits a program 申报条件: the program's own decision tables over the answers and what was looked up.
 * Each row that matches is a reason against, with its clause.
 */
@Component
public class Eligibility {

    /** Key of the answer that says how much is asked for. */
    static final String AMOUNT = "amount";

    /** Key of the answer that holds the applicant's own credit code. */
    static final String USCC = "uscc";

    private static final String REGISTERED_USCC = "firmUscc";

    private final Map<String, FactSource> sources;
    private final Decisions decisions;
    private final Clock clock;

    Eligibility(List<FactSource> sources, Decisions decisions, Clock clock) {
        this.sources = sources.stream().collect(Collectors.toMap(FactSource::name, s -> s));
        this.decisions = decisions;
        this.clock = clock;
    }

    /** Looks up what the program wants to know. Outside any transaction: registers may be slow. */
    public Snapshot lookUp(Program program, FactSource.Inquiry inquiry) {
        Map<String, FactSource.Looked> looked = new LinkedHashMap<>();
        for (String name : program.manifest().lookups()) {
            FactSource source = sources.get(name);
            if (source == null) {
                throw new IllegalStateException(program.ref() + " wants the look-up " + name + ", which nobody offers");
            }
            looked.put(name, source.look(inquiry));
        }
        return Snapshot.of(looked, asked(program, inquiry.answers()), clock.instant());
    }

    /** Whether these answers are still the ones that the registers were asked by. */
    boolean isOf(Snapshot snapshot, Program program, Map<String, Object> answers) {
        return snapshot.askedBy().equals(asked(program, answers));
    }

    private Map<String, Object> asked(Program program, Map<String, Object> answers) {
        Map<String, Object> asked = new LinkedHashMap<>();
        program.manifest()
                .lookups()
                .forEach(name -> sources.get(name).asksBy().forEach(key -> asked.put(key, answers.get(key))));
        return asked;
    }

    /** The verdict of the program's eligibility decisions. */
    public Verdict judge(Program program, String applicantKind, Map<String, Object> answers, Snapshot snapshot) {
        Map<String, Object> facts = new LinkedHashMap<>(answers);
        facts.putAll(snapshot.facts());
        if (snapshot.facts().get(REGISTERED_USCC) != null) {
            // decisions compare with the code in the register, not with what was typed
            facts.put(USCC, snapshot.facts().get(REGISTERED_USCC));
        }
        facts.put("applicantKind", applicantKind);
        if (answers.get(AMOUNT) instanceof Long fen) {
            facts.put("amountFen", fen);
        }
        List<Reason> reasons = new ArrayList<>();
        for (String decision : program.manifest().eligibility()) {
            for (Decisions.Row row : decisions.evaluate(program.ref(), decision, facts)) {
                reasons.add(new Reason(String.valueOf(row.outputs().get("code")), row.clause()));
            }
        }
        return new Verdict(reasons);
    }

    /**
     * What already speaks against an applicant before anything is typed. A row that matches for somebody of whom nothing at
     * all is known matches a gap and is no reason yet; empty when the registers know nothing of the applicant.
     */
    Optional<Verdict> judgeBefore(Program program, String applicantKind, Snapshot snapshot) {
        if (snapshot.facts().isEmpty()) {
            return Optional.empty();
        }
        Snapshot nothing = Snapshot.EMPTY;
        List<Reason> gaps = judge(program, applicantKind, Map.of(), nothing).reasons();
        return Optional.of(new Verdict(judge(program, applicantKind, Map.of(), snapshot).reasons().stream()
                .filter(reason -> !gaps.contains(reason))
                .toList()));
    }

    /** The refusal of a submission that does not fit: every reason in the program's words, with its clause. */
    static Refused refused(Program program, Verdict verdict) {
        List<Fault> faults = new ArrayList<>();
        Set<String> clauses = new LinkedHashSet<>();
        for (Reason reason : verdict.reasons()) {
            clauses.add(reason.clause());
            Map<String, String> said = Map.of(
                    "code", reason.code(),
                    "clause", reason.clause(),
                    "reason", program.label(reason.code(), Locale.SIMPLIFIED_CHINESE),
                    "reasonEn", program.label(reason.code(), Locale.ENGLISH));
            faults.add(Fault.of("", reason.code(), said));
        }
        Refusal no = ApplicationRefusals.NOT_ELIGIBLE;
        return Refusal.of(no.code(), no.kind(), String.join(" ", clauses)).with(faults);
    }

    /** What of the answers the register has otherwise: a typed credit code is looked up, whatever its check digit. */
    static List<Fault> contradicted(Map<String, Object> answers, Snapshot snapshot) {
        Object registered = snapshot.facts().get(REGISTERED_USCC);
        Object typed = answers.get(USCC);
        return registered == null || typed == null || registered.equals(typed)
                ? List.of()
                : List.of(
                        Fault.of("/" + USCC, "uscc.not-registered", Map.of("registered", String.valueOf(registered))));
    }

    /** Keys of the answers on which the verdict rests: what the tables speak of, and what facts are looked up by. */
    Set<String> restsOn(Program program) {
        Set<String> keys = new HashSet<>(Set.of(AMOUNT, USCC));
        program.manifest().eligibility().forEach(id -> keys.addAll(decisions.names(program.ref(), id)));
        program.manifest()
                .lookups()
                .forEach(name -> keys.addAll(sources.get(name).asksBy()));
        return keys;
    }

    static Money amount(Map<String, Object> answers) {
        return answers.get(AMOUNT) instanceof Long fen ? Money.ofFen(fen) : null;
    }

    /** Eligible when nothing speaks against it. */
    public record Verdict(List<Reason> reasons) {

        public boolean eligible() {
            return reasons.isEmpty();
        }
    }

    /**
     * One reason against.
     *
     * @param code for example {@code P09}; worded in the program's labels
     * @param clause the clause of the program's policy, for example {@code §7}
     */
    public record Reason(String code, String clause) {}
}
