package org.lianfu.review;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.lianfu.application.Application;
import org.lianfu.application.CaseFile;
import org.lianfu.directory.Limits;
import org.lianfu.directory.LimitsBook;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Audience;
import org.lianfu.trail.Entry;
import org.springframework.stereotype.Component;

/**
 * The holding bank's limits of credit authority as a decision table of a program may read them, in fen: {@code limitBranch},
 * {@code limitCity}, {@code limitCommittee}; absent where the bank has told none, and the table's own figures hold
 * (docs/adr/0029-limits-of-authority.md).
 */
@Component
class BankLimits {

    static final String BRANCH = "limitBranch";
    static final String CITY = "limitCity";
    static final String COMMITTEE = "limitCommittee";

    private static final Set<String> NAMES = Set.of(BRANCH, CITY, COMMITTEE);

    private final LimitsBook book;

    BankLimits(LimitsBook book) {
        this.book = book;
    }

    /** Whether a table speaks of them. */
    static boolean isAsked(Set<String> names) {
        return names.stream().anyMatch(NAMES::contains);
    }

    /** What holds for the bank of this case today; null when it has told nothing. */
    Limits of(CaseFile file) {
        Application application = file.application();
        return application.holderBank() == null
                ? null
                : book.inForce(application.holderBank(), application.programCode())
                        .orElse(null);
    }

    static Map<String, Object> facts(Limits limits) {
        return limits == null
                ? Map.of()
                : Map.of(
                        BRANCH, limits.branch().fen(),
                        CITY, limits.city().fen(),
                        COMMITTEE, limits.committee().fen());
    }

    /** What the decision came to, and by which limits: read when somebody asks later why this level decided. */
    static Entry found(String decision, String rule, Map<String, Object> outputs, Limits limits) {
        Entry entry = Entry.of("authority.found", Actor.SYSTEM)
                .data("decision", decision)
                .data("rule", rule)
                .audience(Audience.BANK, Audience.SCHEME);
        for (Map.Entry<String, Object> output : new TreeMap<>(outputs).entrySet()) {
            entry = entry.data(output.getKey(), String.valueOf(output.getValue()));
        }
        return limits == null
                ? entry.data("reason", "program")
                : entry.data("reason", "bank")
                        .about("limits", limits.id())
                        .data("from", limits.from().toString())
                        .data("levels", limits.levels())
                        .evidence("limits", limits.sha256());
    }
}
