package org.lianfu.outbox;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lianfu.outbox.store.IncidentMapper;
import org.lianfu.outbox.store.IncidentRow;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Ids;
import org.lianfu.shared.Refusal;
import org.lianfu.shared.Refusal.Kind;
import org.lianfu.shared.Times;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The list of troubles: opened by whoever notices one, closed by success or by an operator's retry. */
@Component
public class Incidents {

    static final Refusal MISSING = Refusal.of("outbox.incident-missing", Kind.MISSING);
    static final Refusal CLOSED = Refusal.of("outbox.incident-closed", Kind.CONFLICT);
    static final Refusal NO_REMEDY = Refusal.of("outbox.incident-no-remedy", Kind.RULE);
    static final Refusal HOLDS_UP = Refusal.of("outbox.incident-holds-up", Kind.RULE);

    /** How it was cleared up has not been said. */
    public static final Refusal NOTE_NEEDED = Refusal.of("outbox.incident-note-needed", Kind.RULE);

    private static final int REASON = 500;

    private final IncidentMapper mapper;
    private final ObjectProvider<Remedy> remedies;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Incidents(IncidentMapper mapper, ObjectProvider<Remedy> remedies, ApplicationEventPublisher events, Clock clock) {
        this.mapper = mapper;
        this.remedies = remedies;
        this.events = events;
        this.clock = clock;
    }

    /** Opens an incident, or adds an attempt to the open one about the same thing. */
    @Transactional
    public void open(String kind, String caseNo, String ref, String reason) {
        open(kind, caseNo, ref, reason, 1);
    }

    void open(String kind, String caseNo, String ref, String reason, int attempts) {
        String key = kind + "|" + ref;
        String words = cut(reason);
        if (mapper.again(key, words, attempts) == 0) {
            mapper.insert(Ids.next(), kind, caseNo, ref, words, attempts, key, now());
        }
    }

    /** Newest first. @param after id of the last one of the page before, null at the start */
    public List<Incident> list(boolean openOnly, String after, int limit) {
        return mapper.list(openOnly, after, limit).stream()
                .map(IncidentRow::incident)
                .toList();
    }

    /** Every open incident of one case. */
    public List<Incident> ofCase(String caseNo) {
        return mapper.ofCase(caseNo).stream().map(IncidentRow::incident).toList();
    }

    public int countOpen() {
        return mapper.countOpen();
    }

    /**
     * What an operator does about it; closes the incident, and another one opens when it fails again. The case is told
     * first, so that its row is locked before the incident's, as by everybody else.
     *
     * @param note why, in the operator's words; may be empty
     */
    @Transactional
    public Incident retry(String id, Actor by, String note) {
        Incident found = find(id);
        events.publishEvent(new Incident.Retried(found, by, note == null ? "" : note));
        Incident incident = lockOpen(id);
        Remedy remedy = remedyOf(incident).orElseThrow(() -> NO_REMEDY.because(Map.of("kind", incident.kind())));
        mapper.close(id, by.login(), now());
        remedy.retry(incident, by);
        return mapper.lock(id).incident();
    }

    /**
     * An operator has cleared it up with the other side and nothing needs to be tried again; another one opens when it
     * happens again. What holds up a case cannot be closed in this way.
     *
     * @param note what was found out; stands in the case's trail
     */
    @Transactional
    public Incident clearUp(String id, Actor by, String note) {
        Incident found = find(id);
        if (!mayBeClearedUp(found)) {
            throw HOLDS_UP.because(Map.of("kind", found.kind()));
        }
        if (note == null || note.isBlank()) {
            throw NOTE_NEEDED.because();
        }
        events.publishEvent(new Incident.ClearedUp(found, by, note.strip()));
        lockOpen(id);
        mapper.close(id, by.login(), now());
        return mapper.lock(id).incident();
    }

    /** Whether a person may close it as cleared up. */
    public boolean mayBeClearedUp(Incident incident) {
        return remedyOf(incident).map(Remedy::mayBeClearedUp).orElse(false);
    }

    private Incident find(String id) {
        IncidentRow found = mapper.find(id);
        if (found == null) {
            throw MISSING.because(Map.of("id", id));
        }
        return found.incident();
    }

    private Incident lockOpen(String id) {
        Incident incident = mapper.lock(id).incident();
        if (!incident.isOpen()) {
            throw CLOSED.because(Map.of("who", incident.closedBy(), "when", incident.closedAt()));
        }
        return incident;
    }

    private Optional<Remedy> remedyOf(Incident incident) {
        return remedies.stream().filter(r -> r.kind().equals(incident.kind())).findFirst();
    }

    /** Every open incident of one kind, oldest first. */
    public List<Incident> openOf(String kind) {
        return mapper.openOf(kind).stream().map(IncidentRow::incident).toList();
    }

    /** Closes the open incident of this kind about {@code ref}, if there is one: it has resolved itself. */
    @Transactional
    public void resolve(String kind, String ref) {
        mapper.resolveOne(kind + "|" + ref, Actor.SYSTEM.login(), now());
    }

    /** Closes every open incident about {@code ref}: it has resolved itself. */
    @Transactional
    public void resolve(String ref) {
        mapper.resolve(ref, Actor.SYSTEM.login(), now());
    }

    /** At most 500 UTF-16 units: one database counts those, the other characters. */
    static String cut(String reason) {
        if (reason.length() <= REASON) {
            return reason;
        }
        int end = Character.isHighSurrogate(reason.charAt(REASON - 2)) ? REASON - 2 : REASON - 1;
        return reason.substring(0, end) + "…";
    }

    private long now() {
        return Times.micros(clock.instant());
    }
}
