package org.lianfu.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lianfu.application.Application;
import org.lianfu.application.Applications;
import org.lianfu.directory.Duties;
import org.lianfu.program.Program;
import org.lianfu.program.Programs;
import org.lianfu.review.store.StepMapper;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Audience;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.ProgramRef;
import org.springframework.stereotype.Component;

/** What people read of the worklist: their open seats, one seat with what was said before. Changes nothing. */
@Component
public class Tasks {

    /** A count is not worth more than this many rows. */
    public static final int COUNT_CAP = 99;

    private final Inbox inbox;
    private final StepMapper mapper;
    private final Steps steps;
    private final Applications applications;
    private final Programs programs;
    private final Readers readers;
    private final Duties duties;

    Tasks(
            Inbox inbox,
            StepMapper mapper,
            Steps steps,
            Applications applications,
            Programs programs,
            Readers readers,
            Duties duties) {
        this.inbox = inbox;
        this.mapper = mapper;
        this.steps = steps;
        this.applications = applications;
        this.programs = programs;
        this.readers = readers;
        this.duties = duties;
    }

    /** Where a page of the worklist goes on: behind this row. */
    public record After(long arrivedAt, String seatId) {}

    /**
     * Seats on which this person may act now, oldest first: seats of the person's posts that nobody else has claimed, less
     * those that a duty done earlier in the case excludes.
     *
     * @param program code to filter by; null for all
     * @return at most {@code limit} rows; fewer only at the end of the list
     */
    public List<OpenSeat> todo(Actor actor, String program, After after, int limit) {
        List<String> posts = actor.roles().stream()
                .map(role -> Place.post(actor.org(), role))
                .sorted()
                .toList();
        List<OpenSeat> page = new ArrayList<>();
        After from = after;
        while (page.size() < limit) {
            int wanted = limit + 1;
            List<OpenSeat> rows = inbox.page(
                    posts,
                    actor.login(),
                    program,
                    from == null ? null : from.arrivedAt(),
                    from == null ? null : from.seatId(),
                    wanted);
            allowed(actor, rows).stream().limit(limit - page.size()).forEach(page::add);
            if (rows.size() < wanted) {
                break;
            }
            OpenSeat last = rows.get(rows.size() - 1);
            from = new After(last.arrivedAt(), last.seatId());
        }
        return page;
    }

    public int count(Actor actor) {
        return todo(actor, null, null, COUNT_CAP + 1).size();
    }

    /**
     * One seat as its reader may see it.
     *
     * @param knowsTheMatter whether the reader may know what was applied for
     */
    public record View(
            Step step,
            Seat seat,
            Application application,
            Program program,
            List<Said> said,
            Supplement.Request request,
            boolean knowsTheMatter) {}

    /**
     * What an earlier seat recorded, or why its person left it.
     *
     * @param person null to readers of another organisation
     */
    public record Said(Step step, Seat seat, Voice voice, String person) {}

    /**
     * A seat with what was said before, as far as the audience of each allows.
     *
     * @throws org.lianfu.shared.Refused MISSING when the seat does not exist for this person
     */
    public View view(Actor actor, String seatId) {
        int cut = seatId.lastIndexOf('-');
        String no = cut < 0 ? "" : seatId.substring(0, cut);
        Application application =
                CaseNo.isValid(no) ? applications.find(new CaseNo(no)).orElse(null) : null;
        if (application == null || application.program() == null) {
            throw ReviewRefusals.MISSING.because(Map.of("task", seatId));
        }
        List<Step> all = steps.ofCase(application.no());
        Step step = all.stream()
                .filter(s -> s.seats().stream().anyMatch(seat -> seat.id().equals(seatId)))
                .filter(s -> s.place().isVisibleTo(actor))
                .findFirst()
                .orElseThrow(() -> ReviewRefusals.MISSING.because(Map.of("task", seatId)));
        Supplement.Request request = step.place().isSupplement() ? steps.request(step) : null;
        Program program = programs.version(application.program());
        return new View(
                step,
                step.seat(seatId),
                application,
                program,
                said(actor, application, all),
                request,
                step.place().isOutside() || Readers.knowsTheMatter(actor, program));
    }

    /** What was said in a case, oldest first, as far as this reader belongs to the audience. */
    public List<Said> said(Actor actor, Application application, List<Step> all) {
        Set<Audience> reader = readers.of(actor, application);
        Map<String, Voice> voices = steps.voices(application.no());
        List<Said> said = new ArrayList<>();
        for (Step step : all) {
            if (step.place().audience().stream().noneMatch(reader::contains)
                    || Readers.isOfARival(
                            actor, step.place().org(), step.place().role())) {
                continue;
            }
            boolean sealed = Readers.isSealed(actor, step);
            for (Seat seat : step.seats()) {
                boolean own = actor.org().equals(step.place().org());
                // why somebody left the case is read where that person works, and nowhere else
                if (seat.state() == Seat.State.DECIDED && !sealed || own && seat.state() == Seat.State.RECUSED) {
                    said.add(new Said(step, seat, voices.get(seat.id()), own ? seat.person() : null));
                }
            }
        }
        said.sort(Comparator.comparing(s -> s.seat().decidedAt()));
        return said;
    }

    private List<OpenSeat> allowed(Actor actor, List<OpenSeat> rows) {
        if (rows.isEmpty()) {
            return rows;
        }
        Set<String> cases = rows.stream().map(OpenSeat::caseNo).collect(Collectors.toSet());
        Map<String, List<StepMapper.ActedRow>> acted = new LinkedHashMap<>();
        mapper.acted(actor.login(), cases).forEach(row -> acted.computeIfAbsent(row.caseNo(), k -> new ArrayList<>())
                .add(row));
        return rows.stream()
                .filter(row -> mayAct(actor, row, acted.getOrDefault(row.caseNo(), List.of())))
                .toList();
    }

    private boolean mayAct(Actor actor, OpenSeat row, List<StepMapper.ActedRow> acted) {
        if (actor.login().equals(row.claimedBy())) {
            return true;
        }
        if (acted.stream()
                .anyMatch(a -> a.stepId().equals(row.stepId()) || a.state().equals(Seat.State.RECUSED.name()))) {
            return false;
        }
        Collection<String> roles = acted.stream().map(StepMapper.ActedRow::role).collect(Collectors.toSet());
        String role = row.post().substring(row.post().indexOf('/') + 1);
        if (duties.conflict(role, roles).isPresent()) {
            return false;
        }
        if (Place.SUPPLEMENT.equals(row.element())) {
            return true;
        }
        List<String> differs = programs.version(new ProgramRef(row.program(), row.programVersion()))
                .step(row.element())
                .differsFrom();
        return acted.stream().noneMatch(a -> a.isNewest() && differs.contains(a.element()));
    }
}
