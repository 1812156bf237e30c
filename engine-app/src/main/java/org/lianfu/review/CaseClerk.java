package org.lianfu.review;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lianfu.application.Application;
import org.lianfu.application.ApplicationEnded;
import org.lianfu.application.Applications;
import org.lianfu.application.CaseFile;
import org.lianfu.application.Decision;
import org.lianfu.application.Status;
import org.lianfu.directory.Directory;
import org.lianfu.flow.CaseRoom;
import org.lianfu.flow.Token;
import org.lianfu.outbox.Incidents;
import org.lianfu.program.Program;
import org.lianfu.program.Programs;
import org.lianfu.program.RoleDef;
import org.lianfu.program.StepDef;
import org.lianfu.shared.Actor;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Ids;
import org.lianfu.trail.Entry;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The clerk of the case room: turns what the engine tells (a token arrived, left, ended) into steps, seats, inbox rows and
 * the status of the case. Always inside the transaction of the act that moved the token.
 */
@Component
public class CaseClerk implements CaseRoom {

    /** Kind of the incident of a vote whose members are too few. */
    static final String NO_QUORUM = "no-quorum";

    private final Applications applications;
    private final Programs programs;
    private final Steps steps;
    private final RecentSteps recent;
    private final Inbox inbox;
    private final Deadlines deadlines;
    private final Directory directory;
    private final BankLimits limits;
    private final Incidents incidents;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseClerk(
            Applications applications,
            Programs programs,
            Steps steps,
            RecentSteps recent,
            Inbox inbox,
            Deadlines deadlines,
            Directory directory,
            BankLimits limits,
            Incidents incidents,
            ApplicationEventPublisher events,
            Clock clock) {
        this.applications = applications;
        this.programs = programs;
        this.steps = steps;
        this.recent = recent;
        this.inbox = inbox;
        this.deadlines = deadlines;
        this.directory = directory;
        this.limits = limits;
        this.incidents = incidents;
        this.events = events;
        this.clock = clock;
    }

    /** The steps of the locked case, the same for everybody in this transaction. */
    CaseSteps stepsOf(CaseFile file) {
        return file.drawer(CaseSteps.class, () -> recent.of(file));
    }

    @Override
    public Map<String, Object> facts(CaseNo no) {
        return applications.open(no).facts();
    }

    @Override
    public Map<String, Object> standing(CaseNo no, Set<String> names) {
        return BankLimits.isAsked(names) ? BankLimits.facts(limits.of(applications.open(no))) : Map.of();
    }

    @Override
    public void decided(CaseNo no, String decision, Set<String> names, String rule, Map<String, Object> outputs) {
        if (BankLimits.isAsked(names)) {
            CaseFile file = applications.open(no);
            file.record(BankLimits.found(decision, rule, outputs, limits.of(file)));
        }
    }

    @Override
    public void learned(CaseNo no, Map<String, Object> facts) {
        applications.open(no).learn(facts);
    }

    @Override
    public void opened(CaseNo no, Token token) {
        CaseFile file = applications.open(no);
        Application application = file.application();
        Program program = programs.version(application.program());
        StepDef def = program.step(token.element());
        RoleDef role = program.manifest().roles().get(def.role());
        Place place = new Place(
                Ids.next(),
                no,
                def.element(),
                token.id(),
                orgOf(role, file),
                role.role(),
                def.phase(),
                def.audience(),
                null);
        Instant now = clock.instant();
        StepClock running = Deadlines.lapsing(
                deadlines.start(now, def.deadline(), def.actsAtDeadline() || role.isSystem()), def, file);
        Step step = Step.open(place, def.rule(), running, stepsOf(file).nextSeatIds(seats(def, place)));
        file.record(
                Entry.of("step.opened", Actor.SYSTEM)
                        .about("step", step.id())
                        .data("element", def.element())
                        .data("org", place.org())
                        .data("role", place.role())
                        .audience(program.openAudience()),
                Status.valueOf(def.phase()));
        put(file, step, null);
    }

    /** A vote has a seat for every member of today, and at least as many as its quorum; any other step as many as it says. */
    private int seats(StepDef def, Place place) {
        return def.rule().isVote()
                ? Math.max(
                        def.rule().quorum(),
                        directory.holders(place.org(), place.role()).size())
                : def.rule().seats();
    }

    /** Opens a step in all its tables. */
    void put(CaseFile file, Step step, Supplement.Request request) {
        stepsOf(file).put(step);
        steps.insert(step, request);
        inbox.open(file.application(), step);
    }

    /** One more open seat of a step, in its tables. */
    void seat(CaseFile file, Step step, String seatId) {
        stepsOf(file).put(step);
        steps.seated(step, step.seat(seatId));
        inbox.open(file.application(), step, List.of(step.seat(seatId)));
    }

    /** The operators learn that a vote cannot reach its quorum; the incident is over when there are seats enough. */
    void lacksQuorum(Step step) {
        incidents.open(
                NO_QUORUM,
                step.place().caseNo().value(),
                step.id(),
                step.rule() + "; possible=" + step.tally().possible());
    }

    /** @param actor a member, or an operator */
    Step furtherSeat(CaseFile file, Step step, Actor actor) {
        String seatId = stepsOf(file).nextSeatIds(1).get(0);
        Step seated = step.furtherSeat(actor, seatId);
        seat(file, seated, seatId);
        file.record(Entry.of("task.further-seat", actor)
                .as(actor.has(step.place().role()) ? step.place().role() : Place.OPERATOR)
                .about("task", seatId)
                .data("element", step.place().element())
                .audience(step.place().audience()));
        if (seated.lacksQuorum()) {
            lacksQuorum(seated);
        } else {
            incidents.resolve(step.id());
        }
        return seated;
    }

    @Override
    public void closed(CaseNo no, Token token) {
        CaseFile file = applications.open(no);
        stepsOf(file).withToken(token.id()).filter(Step::isOpen).ifPresent(step -> close(file, step));
    }

    /** The system closes an open step; its clock's supplement, if any, goes with it. */
    void close(CaseFile file, Step step) {
        Instant now = clock.instant();
        Step closed = step.close(Actor.SYSTEM.login(), now);
        stepsOf(file).put(closed);
        steps.update(closed);
        inbox.close(closed);
        incidents.resolve(step.id());
        file.record(Entry.of("step.closed", Actor.SYSTEM)
                .about("step", step.id())
                .data("element", step.place().element())
                .audience(programs.version(file.application().program()).openAudience()));
        if (step.isPaused()) {
            stepsOf(file).byId(step.pausedBy()).filter(Step::isOpen).ifPresent(s -> close(file, s));
        }
    }

    /** People act on a step whose deadline has passed: what failed or stayed silent at it is no trouble any more. */
    void overcome(Step step) {
        Instant due = step.clock().dueAt();
        if (due != null && !clock.instant().isBefore(due)) {
            incidents.resolve(step.id());
        }
    }

    @Override
    public void renamed(CaseNo no, Token token) {
        CaseFile file = applications.open(no);
        stepsOf(file).withToken(token.id()).ifPresent(step -> {
            Step renamed = step.renamed(token.element());
            stepsOf(file).put(renamed);
            steps.update(renamed);
            inbox.restate(renamed);
        });
    }

    @Override
    public void ended(CaseNo no, String element) {
        CaseFile file = applications.open(no);
        Program program = programs.version(file.application().program());
        Status end = Status.valueOf(program.ends().get(element));
        stepsOf(file).open().forEach(step -> close(file, step));
        events.publishEvent(new CaseEnded(file, end));
        if (end == Status.DECLINED && !file.hasDecision()) {
            file.decide(new Decision("REJECT", null, refusalReasons(file), clock.instant()));
        }
        file.end(
                Entry.of("case.ended", Actor.SYSTEM).data("end", element).audience(program.filedAudience()),
                end,
                clock.instant());
    }

    /** The applicant took the case back, or silence ended it: whatever was open is closed. */
    @EventListener
    void onEnded(ApplicationEnded event) {
        CaseFile file = applications.open(event.no());
        stepsOf(file).open().forEach(step -> close(file, step));
    }

    /** Coded reasons with which people turned the case down, in the order they were given, each once. */
    private List<String> refusalReasons(CaseFile file) {
        Map<String, Boolean> reasons = new LinkedHashMap<>();
        Map<String, Voice> voices = steps.voices(file.application().no());
        List<Seat> negative = new ArrayList<>();
        stepsOf(file).all().forEach(s -> negative.addAll(s.seats()));
        negative.stream()
                .filter(seat -> "DECLINE".equals(seat.outcome()) || "REJECT".equals(seat.outcome()))
                .map(seat -> seat.voice() != null ? seat.voice() : voices.get(seat.id()))
                .filter(voice -> voice != null)
                .forEach(voice -> voice.reasons().forEach(r -> reasons.put(r, true)));
        return List.copyOf(reasons.keySet());
    }

    /** @throws IllegalStateException when the case should name the organisation and does not */
    private static String orgOf(RoleDef role, CaseFile file) {
        return switch (role.org()) {
            case RoleDef.APPLICANT -> file.application().org();
            case RoleDef.BANK -> file.application().holderBank();
            case RoleDef.CASE -> {
                if (file.facts().get(role.by()) instanceof String org && !org.isBlank()) {
                    yield org;
                }
                throw new IllegalStateException(
                        file.application().no() + " names no organisation under the fact " + role.by());
            }
            default -> role.org();
        };
    }
}
