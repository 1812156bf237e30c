package org.lianfu.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.lianfu.shared.Json;
import org.lianfu.shared.Money;
import org.lianfu.shared.ProgramRef;
import org.lianfu.shared.Times;
import org.lianfu.trail.Chain;
import org.lianfu.trail.Entry;

/**
 * The case file 案卷 of this transaction: the locked row, what changed in it, and the trail entries that tell why. Whoever
 * acts on a case in one transaction holds the same file; it is written once, before the commit, row and entries together.
 */
public final class CaseFile {

    private final Application application;
    private final List<Entry> pending = new ArrayList<>();
    private Map<String, Object> facts;
    private boolean changed;
    private final Map<Class<?>, Object> drawers = new HashMap<>();

    private final boolean draft;
    private boolean begun;
    private boolean touched;

    CaseFile(Application application) {
        this.application = application;
        this.draft = application.status() == Status.DRAFT;
    }

    /** The file of a case that has no row yet. */
    static CaseFile begun(Application fresh) {
        CaseFile file = new CaseFile(fresh);
        file.begun = true;
        return file;
    }

    public Application application() {
        return application;
    }

    /** Whether the case was a draft when this transaction opened it. */
    public boolean wasDraft() {
        return draft;
    }

    /**
     * What tells this state of the case from every other that it had or will have: it changes whenever an act records
     * something or calls {@link #touched}. In the transaction it is that of the state the act found, until the file is written.
     */
    public String edition() {
        return application.version + " " + application.trailHead;
    }

    /** Something of this case in another table changes: its edition must change too, also when nothing is recorded. */
    public void touched() {
        touched = true;
    }

    /** Adds what happened; written with the row. */
    public void record(Entry entry) {
        pending.add(entry);
    }

    /**
     * Adds what happened together with the status it led to.
     *
     * @throws IllegalStateException when the case cannot come to stand there from where it is
     */
    public void record(Entry entry, Status next) {
        Status before = application.status();
        if (before == next) {
            record(entry);
            return;
        }
        if (!before.mayBecome(next)) {
            throw new IllegalStateException(application.no + " cannot go from " + before + " to " + next);
        }
        application.status = next.name();
        changed = true;
        record(entry.move(before.name(), next.name()));
    }

    /** The case has come to its end: nothing may be done in it any more. */
    public void end(Entry entry, Status end, Instant at) {
        application.endedAt = Times.micros(at);
        changed = true;
        record(entry, end);
    }

    /** What gateways and decisions of the program may read, by name. */
    public Map<String, Object> facts() {
        if (facts == null) {
            facts = Json.map(application.facts);
        }
        return facts;
    }

    public void learn(Map<String, Object> learned) {
        if (learned.entrySet().stream().allMatch(this::isKnown)) {
            return;
        }
        Map<String, Object> both = new LinkedHashMap<>(facts());
        both.putAll(learned);
        facts = both;
        application.facts = Json.write(both);
        changed = true;
    }

    private boolean isKnown(Map.Entry<String, Object> fact) {
        return facts().containsKey(fact.getKey()) && Objects.equals(facts().get(fact.getKey()), fact.getValue());
    }

    /** From now on the bank {@code org} holds the case. */
    public void hold(String org) {
        application.holderBank = org;
        changed = true;
    }

    /** The decision of the case as its applicant reads it. */
    public void decide(Decision decision) {
        application.decision = Json.write(decision.asMap());
        application.approved =
                decision.amount() == null ? null : decision.amount().fen();
        changed = true;
    }

    public boolean hasDecision() {
        return application.decision != null;
    }

    /** How much money has moved to the applicant until now. */
    public void paid(Money total) {
        application.paid = total.fen();
        changed = true;
    }

    /**
     * What a module has loaded for this case in this transaction, so that it is read once and written by one hand.
     *
     * @param kind the module's own class
     */
    public <T> T drawer(Class<T> kind, Supplier<T> load) {
        return kind.cast(drawers.computeIfAbsent(kind, k -> load.get()));
    }

    void file(ProgramRef version, Money requested, String receiptNo, String signer, Instant at, Instant promised) {
        application.programVersion = version.version();
        application.requested = requested == null ? null : requested.fen();
        application.receiptNo = receiptNo;
        application.submittedBy = signer;
        application.submittedAt = Times.micros(at);
        application.promisedAt = promised == null ? null : Times.micros(promised);
        changed = true;
    }

    void answered(int version, String sha256) {
        application.answersVersion = version;
        application.answersSha256 = sha256;
        changed = true;
    }

    /** The promised date has moved because the clock stood still for the applicant. */
    public void promise(Instant promised) {
        application.promisedAt = promised == null ? null : Times.micros(promised);
        changed = true;
    }

    List<Entry> pending() {
        return pending;
    }

    boolean isChanged() {
        return changed;
    }

    boolean isTouched() {
        return touched;
    }

    /** Whether the case has no row yet. */
    boolean isBegun() {
        return begun;
    }

    void written(Chain chain) {
        application.trailSeq = chain.seq();
        application.trailHead = chain.head();
        application.version++;
        pending.clear();
        changed = false;
        begun = false;
        touched = false;
    }
}
