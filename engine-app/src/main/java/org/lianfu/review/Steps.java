package org.lianfu.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lianfu.program.SeatRule;
import org.lianfu.review.store.SeatRow;
import org.lianfu.review.store.StepMapper;
import org.lianfu.review.store.StepMapper.StepSeatRow;
import org.lianfu.review.store.StepRow;
import org.lianfu.review.store.WordsRow;
import org.lianfu.shared.Audience;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Json;
import org.lianfu.shared.Times;
import org.lianfu.vault.Vault;
import org.springframework.stereotype.Component;

/** The steps of cases as they stand in their tables. What people wrote is sealed and opened only where it is shown. */
@Component
public class Steps {

    /** The order in which steps were opened; done here, because the database would need a temporary table for it. */
    private static final Comparator<StepSeatRow> ORDER = Comparator.comparing(
                    (StepSeatRow row) -> row.step().openedAt())
            .thenComparing(row -> row.step().id())
            .thenComparing(row -> row.seat().ordinal());

    private final StepMapper mapper;
    private final Vault vault;

    Steps(StepMapper mapper, Vault vault) {
        this.mapper = mapper;
        this.vault = vault;
    }

    /** Every step of a case in the order they were opened, without the sealed words. */
    public List<Step> ofCase(CaseNo no) {
        return steps(mapper.stepsOf(no.value()));
    }

    /** Written steps as {@link #ofCase} will read them: in its order, times in microseconds, without what people said. */
    static List<Step> asRead(List<Step> written) {
        List<StepSeatRow> rows = new ArrayList<>();
        for (Step step : written) {
            StepRow row = row(step, (String) null);
            step.seats().forEach(seat -> rows.add(new StepSeatRow(row, row(step, seat))));
        }
        return steps(rows);
    }

    private static List<Step> steps(List<StepSeatRow> unordered) {
        Map<String, List<StepSeatRow>> steps = new LinkedHashMap<>();
        unordered.stream().sorted(ORDER).forEach(row -> steps.computeIfAbsent(
                        row.step().id(), id -> new ArrayList<>())
                .add(row));
        return steps.values().stream()
                .map(rows -> step(
                        rows.get(0).step(), rows.stream().map(StepSeatRow::seat).toList()))
                .toList();
    }

    /** What was said on the decided seats of a case, by seat id. */
    public Map<String, Voice> voices(CaseNo no) {
        Map<String, Voice> voices = new LinkedHashMap<>();
        for (WordsRow row : mapper.wordsOf(no.value())) {
            voices.put(row.id(), new Voice("", opened(row.opinion(), row), answers(row), codes(row.reasons())));
        }
        return voices;
    }

    /** What a supplement asked for: items and reason. */
    public Supplement.Request request(Step supplement) {
        String context = supplement.id();
        return Supplement.Request.read(vault.open(mapper.step(context).request(), context));
    }

    boolean hasStepOf(CaseNo no, String org) {
        return mapper.countOf(no.value(), org) > 0;
    }

    void insert(Step step, Supplement.Request request) {
        String sealed = request == null ? null : vault.seal(request.asJson(), step.id());
        mapper.insertStep(row(step, sealed));
        step.seats().forEach(seat -> mapper.insertSeat(row(step, seat)));
    }

    void seated(Step step, Seat seat) {
        mapper.insertSeat(row(step, seat));
    }

    void claimed(Step step, Seat seat) {
        mapper.updateSeat(row(step, seat));
    }

    /** Writes a decided or recused seat with its words; the count must be 1, else somebody else was first. */
    void decided(Step step, Seat seat) {
        Voice voice = seat.voice();
        WordsRow words = new WordsRow(
                seat.id(),
                step.id(),
                vault.seal(voice.opinion(), seat.id()),
                vault.seal(Json.write(voice.answers()), seat.id()),
                String.join(",", voice.reasons()));
        if (mapper.decideSeat(row(step, seat), words) != 1) {
            throw new IllegalStateException("seat " + seat.id() + " was decided by somebody else");
        }
    }

    /** Writes a step that has ended, changed its clock or its name; closes the seats that nobody will decide any more. */
    void update(Step step) {
        mapper.updateStep(row(step, (String) null));
        if (!step.isOpen() && step.seats().stream().anyMatch(s -> s.state() == Seat.State.CLOSED)) {
            mapper.closeSeats(step.place().caseNo().value(), step.id());
        }
    }

    List<CaseNo> due(Instant now, int limit) {
        return mapper.casesDue(Times.micros(now), limit).stream()
                .distinct()
                .map(CaseNo::new)
                .toList();
    }

    /** Cases behind {@code after} in which a clock runs, in their order. */
    List<String> casesRunning(String after, int limit) {
        return mapper.casesRunning(after, limit);
    }

    /** The running clocks of these cases, by case. */
    Map<String, List<Running>> clocksOf(List<String> cases) {
        Map<String, List<Running>> clocks = new LinkedHashMap<>();
        for (StepMapper.ClockRow row : cases.isEmpty() ? List.<StepMapper.ClockRow>of() : mapper.clocksOf(cases)) {
            StepClock clock = new StepClock(
                    Times.instant(row.openedAt()),
                    row.term(),
                    Times.instant(row.runsFrom()),
                    Times.instant(row.dueAt()),
                    row.dueProvisional(),
                    row.calendarVersion(),
                    null,
                    row.pausedDays(),
                    instant(row.clockAt()),
                    moved(row.movedFrom(), row.movedBy()));
            clocks.computeIfAbsent(row.caseNo(), no -> new ArrayList<>()).add(new Running(row.element(), clock));
        }
        return clocks;
    }

    /** An open step whose clock runs. */
    record Running(String element, StepClock clock) {}

    /** How many days all clocks of each of these cases have stood still; none for a case without a pause. */
    Map<String, Integer> pausedOf(List<String> cases) {
        Map<String, Integer> days = new LinkedHashMap<>();
        if (!cases.isEmpty()) {
            mapper.pausedOf(cases).forEach(row -> days.put(row.caseNo(), row.days()));
        }
        return days;
    }

    private static StepClock.Moved moved(Long from, String notice) {
        return from == null ? null : new StepClock.Moved(Times.instant(from), notice);
    }

    private Map<String, Object> answers(WordsRow row) {
        String json = opened(row.answers(), row);
        return json.isEmpty() ? Map.of() : Json.map(json);
    }

    private String opened(String sealed, WordsRow row) {
        return sealed == null ? "" : vault.open(sealed, row.id());
    }

    private static List<String> codes(String reasons) {
        return reasons == null || reasons.isEmpty() ? List.of() : List.of(reasons.split(","));
    }

    private static Step step(StepRow row, List<SeatRow> seats) {
        Place place = new Place(
                row.id(),
                new CaseNo(row.caseNo()),
                row.element(),
                row.token(),
                row.org(),
                row.role(),
                row.phase(),
                Audience.of(row.audience()),
                row.askedFor());
        StepClock clock = new StepClock(
                Times.instant(row.openedAt()),
                row.term(),
                Times.instant(row.runsFrom()),
                instant(row.dueAt()),
                row.dueProvisional(),
                row.calendarVersion(),
                instant(row.pausedAt()),
                row.pausedDays(),
                instant(row.clockAt()),
                moved(row.movedFrom(), row.movedBy()));
        List<Seat> sitting = new ArrayList<>();
        for (SeatRow s : seats) {
            sitting.add(new Seat(
                    s.id(),
                    s.ordinal(),
                    Seat.State.valueOf(s.state()),
                    s.person(),
                    instant(s.claimedAt()),
                    s.outcome(),
                    null,
                    s.sawAnswers(),
                    instant(s.decidedAt())));
        }
        return new Step(
                place,
                SeatRule.parse(row.rule()).orElseThrow(),
                Step.State.valueOf(row.state()),
                row.outcome(),
                clock,
                row.pausedBy(),
                sitting,
                instant(row.endedAt()),
                row.endedBy());
    }

    private static StepRow row(Step step, String request) {
        Place place = step.place();
        StepClock clock = step.clock();
        return new StepRow(
                step.id(),
                place.caseNo().value(),
                place.element(),
                place.token(),
                place.org(),
                place.role(),
                step.rule().toString(),
                step.state().name(),
                step.outcome(),
                place.phase(),
                Audience.list(place.audience()),
                Times.micros(clock.openedAt()),
                clock.term(),
                Times.micros(clock.runsFrom()),
                micros(clock.dueAt()),
                clock.provisional(),
                clock.calendarVersion(),
                micros(clock.pausedAt()),
                clock.pausedDays(),
                step.pausedBy(),
                step.isOpen() ? micros(clock.actAt()) : null,
                clock.moved() == null ? null : micros(clock.moved().from()),
                clock.moved() == null ? null : clock.moved().notice(),
                place.askedFor(),
                request,
                micros(step.endedAt()),
                step.endedBy());
    }

    private static SeatRow row(Step step, Seat seat) {
        return new SeatRow(
                seat.id(),
                step.id(),
                step.place().caseNo().value(),
                seat.ordinal(),
                seat.state().name(),
                seat.person(),
                micros(seat.claimedAt()),
                seat.outcome(),
                seat.sawAnswers(),
                micros(seat.decidedAt()));
    }

    private static Instant instant(Long micros) {
        return micros == null ? null : Times.instant(micros);
    }

    private static Long micros(Instant instant) {
        return instant == null ? null : Times.micros(instant);
    }
}
