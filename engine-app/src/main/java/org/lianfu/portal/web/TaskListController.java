package org.lianfu.portal.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lianfu.http.Cursor;
import org.lianfu.http.Limit;
import org.lianfu.http.Page;
import org.lianfu.http.Problems;
import org.lianfu.portal.CaseLists;
import org.lianfu.portal.Narrator;
import org.lianfu.portal.store.CaseQueries.WorkRow;
import org.lianfu.program.Program;
import org.lianfu.program.Programs;
import org.lianfu.program.RoleDef;
import org.lianfu.review.OpenSeat;
import org.lianfu.review.Place;
import org.lianfu.review.Readers;
import org.lianfu.review.Tasks;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Fault;
import org.lianfu.shared.Money;
import org.lianfu.shared.ProgramRef;
import org.lianfu.shared.Refused;
import org.lianfu.shared.Times;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST of the worklist: 待办, 已办, 我发起的, 抄送. */
@RestController
class TaskListController {

    private final Tasks tasks;
    private final CaseLists lists;
    private final Programs programs;
    private final Narrator narrator;

    TaskListController(Tasks tasks, CaseLists lists, Programs programs, Narrator narrator) {
        this.tasks = tasks;
        this.lists = lists;
        this.programs = programs;
        this.narrator = narrator;
    }

    record Line(
            String id,
            String applicationNo,
            String step,
            String name,
            String program,
            String applicantName,
            String amount,
            Instant arrivedAt,
            Instant dueAt,
            String claimedBy,
            List<String> outcomes,
            String outcome,
            String status) {}

    @GetMapping("/api/v1/tasks")
    Page<Line> list(
            Actor actor,
            @RequestParam(defaultValue = "todo") String box,
            @RequestParam(required = false) String program,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor,
            Locale locale) {
        int wanted = Limit.of(limit);
        String list = "tasks." + box;
        List<String> from = Cursor.read(list, cursor);
        Long at = from.isEmpty() ? null : Long.valueOf(from.get(0));
        String id = from.isEmpty() ? null : from.get(1);
        return switch (box) {
            case "todo" -> {
                Tasks.After after = at == null ? null : new Tasks.After(at, id);
                List<OpenSeat> rows = tasks.todo(actor, program, after, wanted + 1);
                Page<OpenSeat> page = Page.of(rows, wanted, r -> Cursor.write(list, r.arrivedAt(), r.seatId()));
                yield new Page<>(
                        page.items().stream().map(r -> todo(actor, r, locale)).toList(), page.next());
            }
            case "done" -> work(actor, list, lists.done(actor, program, at, id, wanted + 1), wanted, locale);
            case "started" -> work(actor, list, lists.started(actor, program, at, id, wanted + 1), wanted, locale);
            case "cc" -> Page.whole(List.of());
            default -> throw new Refused(Problems.MALFORMED, Map.of(), List.of(Fault.of("/box", "box.unknown")));
        };
    }

    record Count(int count, boolean capped) {}

    @GetMapping("/api/v1/tasks/count")
    Count count(Actor actor, @RequestParam(defaultValue = "todo") String box) {
        if (!"todo".equals(box)) {
            throw new Refused(Problems.MALFORMED, Map.of(), List.of(Fault.of("/box", "box.uncounted")));
        }
        int count = tasks.count(actor);
        return new Count(Math.min(count, Tasks.COUNT_CAP), count > Tasks.COUNT_CAP);
    }

    private Line todo(Actor actor, OpenSeat row, Locale locale) {
        Program program = programs.version(new ProgramRef(row.program(), row.programVersion()));
        return new Line(
                row.seatId(),
                row.caseNo(),
                row.element(),
                narrator.step(program, row.element(), locale),
                row.program(),
                row.applicant(),
                row.post().startsWith(RoleDef.SYSTEM + "/") || Readers.knowsTheMatter(actor, program)
                        ? yuan(row.amount())
                        : null,
                Times.instant(row.arrivedAt()),
                row.dueAt() == null ? null : Times.instant(row.dueAt()),
                row.claimedBy(),
                Place.SUPPLEMENT.equals(row.element())
                        ? List.of("DONE")
                        : program.step(row.element()).outcomes(),
                null,
                null);
    }

    private Page<Line> work(Actor actor, String list, List<WorkRow> rows, int wanted, Locale locale) {
        Page<WorkRow> page = Page.of(rows, wanted, r -> Cursor.write(list, r.at(), r.id()));
        return new Page<>(page.items().stream().map(r -> work(actor, r, locale)).toList(), page.next());
    }

    private Line work(Actor actor, WorkRow row, Locale locale) {
        boolean draft = row.programVersion() == null;
        Program program = draft
                ? programs.newest(row.program())
                : programs.version(new ProgramRef(row.program(), row.programVersion()));
        String name = draft || row.element().isEmpty()
                ? programs.newest(row.program()).manifest().title().in(locale)
                : narrator.step(program, row.element(), locale);
        return new Line(
                row.id(),
                row.caseNo(),
                row.element(),
                name,
                row.program(),
                row.applicantName(),
                Readers.knowsTheMatter(actor, program) ? yuan(row.amount()) : null,
                Times.instant(row.at()),
                row.dueAt() == null ? null : Times.instant(row.dueAt()),
                null,
                List.of(),
                row.outcome(),
                row.status());
    }

    private static String yuan(Long fen) {
        return fen == null ? null : Money.ofFen(fen).yuan();
    }
}
