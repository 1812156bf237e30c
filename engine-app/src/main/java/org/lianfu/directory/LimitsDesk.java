package org.lianfu.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.lianfu.directory.store.LimitRows;
import org.lianfu.directory.store.LimitRows.LimitsRow;
import org.lianfu.directory.store.OrgRows;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Ids;
import org.lianfu.shared.Money;
import org.lianfu.shared.Times;
import org.lianfu.trail.Entry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The banks' limits of credit authority 授信审批权限: one security administrator proposes a set, another confirms or refuses
 * it. What is in force is read when a case needs its approver; a decision taken stays as it was.
 */
@Component
public class LimitsDesk {

    /** Beyond it stands no bank's branch of a city, and no amount that the trail holds in clear. */
    private static final Pattern YUAN = Pattern.compile("\\d{1,10}(\\.\\d{1,2})?");

    private final LimitRows rows;
    private final OrgRows orgs;
    private final OrgChains chains;
    private final Directory directory;
    private final LimitsBook book;
    private final Clock clock;

    LimitsDesk(LimitRows rows, OrgRows orgs, OrgChains chains, Directory directory, LimitsBook book, Clock clock) {
        this.rows = rows;
        this.orgs = orgs;
        this.chains = chains;
        this.directory = directory;
        this.book = book;
        this.clock = clock;
    }

    /** As typed; amounts in yuan, an empty first day means today. */
    public record NewLimits(String program, String branch, String city, String committee, String from, String source) {}

    /** Proposes a set; it holds from its first day on when another administrator has confirmed it. */
    @Transactional
    public Limits propose(Actor actor, String bank, NewLimits typed, String why) {
        mustBeSecurity(actor, bank);
        Typed read = new Typed();
        String program = read.text("program", typed.program(), 64);
        if (!program.isEmpty() && !orgs.banks(program).contains(bank)) {
            read.fault("program", "directory.not-served", Map.of("value", program));
        }
        Money branch = money(read, "branch", typed.branch());
        Money city = money(read, "city", typed.city());
        Money committee = money(read, "committee", typed.committee());
        ascending(read, "city", branch, city);
        ascending(read, "committee", city, committee);
        LocalDate from = read.day("from", typed.from(), today());
        read.notBefore("from", from, today());
        String source = read.text("source", typed.source(), 200);
        String reason = read.reason(why);
        read.mustBeRight();
        orgs.lock(bank);
        mustBeFree(bank, program, from);
        Limits proposed = new Limits(
                Ids.next(),
                bank,
                program,
                from,
                branch,
                city,
                committee,
                source,
                Limits.State.PROPOSED,
                actor.login(),
                Times.instant(now()),
                null,
                null);
        rows.insert(row(proposed));
        told("limits.proposed", actor, proposed, reason);
        return proposed;
    }

    /** The second person confirms: the set holds from its first day on. */
    @Transactional
    public Limits confirm(Actor actor, String bank, String id, String why) {
        return decide(actor, bank, id, Limits.State.IN_FORCE, why);
    }

    /** The second person, or who proposed it, takes it off the table. */
    @Transactional
    public Limits refuse(Actor actor, String bank, String id, String why) {
        return decide(actor, bank, id, Limits.State.REFUSED, why);
    }

    private Limits decide(Actor actor, String bank, String id, Limits.State state, String why) {
        mustBeSecurity(actor, bank);
        orgs.lock(bank);
        Limits open = Optional.ofNullable(rows.find(bank, id))
                .map(Limits::of)
                .orElseThrow(() -> LimitsRefusals.UNKNOWN.because(Map.of("bank", directory.nameOf(bank))));
        if (open.state() != Limits.State.PROPOSED) {
            throw (open.state() == Limits.State.IN_FORCE ? LimitsRefusals.CONFIRMED : LimitsRefusals.REFUSED)
                    .because(Map.of("who", open.decidedBy(), "when", open.decidedAt()));
        }
        boolean confirms = state == Limits.State.IN_FORCE;
        if (confirms && open.proposedBy().equals(actor.login())) {
            throw LimitsRefusals.SECOND_PERSON.because(Map.of("who", open.proposedBy(), "when", open.proposedAt()));
        }
        if (confirms && open.from().isBefore(today())) {
            throw LimitsRefusals.PAST.because(Map.of("from", open.from()));
        }
        Typed read = new Typed();
        String reason = read.reason(why);
        read.mustBeRight();
        if (rows.decide(id, state.name(), actor.login(), now()) != 1) {
            throw new IllegalStateException("limits " + id + " were decided although their bank was locked");
        }
        Limits decided = Limits.of(rows.find(bank, id));
        told(confirms ? "limits.confirmed" : "limits.refused", actor, decided, reason);
        return decided;
    }

    private void told(String type, Actor actor, Limits limits, String reason) {
        Journal journal = new Journal(actor, reason);
        journal.note(limits.bank(), type, entry -> about(entry, limits).details(Map.of("source", limits.source())));
        chains.append(journal.entries());
    }

    private static Entry about(Entry entry, Limits limits) {
        return entry.about("limits", limits.id())
                .data("program", limits.program())
                .data("from", limits.from().toString())
                .data("levels", limits.levels())
                .evidence("limits", limits.sha256());
    }

    /** One proposal at a time, and one set a day: which holds must never be a question. */
    private void mustBeFree(String bank, String program, LocalDate from) {
        rows.ofBank(bank).stream()
                .filter(row -> row.program().equals(program))
                .map(Limits::of)
                .filter(((Predicate<Limits>) l -> l.state() == Limits.State.PROPOSED)
                        .or(l -> l.state() == Limits.State.IN_FORCE && l.from().equals(from)))
                .findFirst()
                .ifPresent(there -> {
                    throw (there.state() == Limits.State.PROPOSED ? LimitsRefusals.OPEN : LimitsRefusals.SAME_DAY)
                            .because(Map.of(
                                    "who", there.proposedBy(), "when", there.proposedAt(), "from", there.from()));
                });
    }

    private static Money money(Typed read, String field, String typed) {
        String text = read.text(field, typed, 20);
        if (text.isEmpty()) {
            return null;
        }
        if (!YUAN.matcher(text).matches()) {
            read.fault(field, "directory.limit-money", Map.of("value", text));
            return null;
        }
        return Money.ofYuan(text);
    }

    private static void ascending(Typed read, String field, Money lower, Money upper) {
        if (lower != null && upper != null && upper.compareTo(lower) <= 0) {
            read.fault(field, "directory.limit-order", Map.of("value", upper.yuan(), "lower", lower.yuan()));
        }
    }

    private void mustBeSecurity(Actor actor, String bank) {
        if (!actor.has(Administrators.SECURITY)) {
            throw PersonnelRefusals.NOT_YOURS.because();
        }
        book.mustSee(actor, bank);
    }

    private static LimitsRow row(Limits limits) {
        return new LimitsRow(
                limits.id(),
                limits.bank(),
                limits.program(),
                limits.from(),
                limits.branch().fen(),
                limits.city().fen(),
                limits.committee().fen(),
                limits.source(),
                limits.state().name(),
                limits.proposedBy(),
                Times.micros(limits.proposedAt()),
                null,
                null);
    }

    private long now() {
        return Times.micros(clock.instant());
    }

    private LocalDate today() {
        return Times.date(clock.instant());
    }
}
