package org.lianfu.portal.web;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.lianfu.http.Cursor;
import org.lianfu.portal.CaseLine;
import org.lianfu.portal.CaseLists;
import org.lianfu.portal.InboxScreen;
import org.lianfu.portal.InboxScreen.Box;
import org.lianfu.portal.InboxScreen.BoxLink;
import org.lianfu.portal.Page;
import org.lianfu.portal.TaskLine;
import org.lianfu.portal.store.CaseQueries.WorkRow;
import org.lianfu.program.Programs;
import org.lianfu.review.OpenSeat;
import org.lianfu.review.Tasks;
import org.lianfu.shared.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The inbox: 待办, 已办, 我发起的. */
@Controller
class InboxPages {

    private static final int LINES = 20;

    private final Tasks tasks;
    private final CaseLists lists;
    private final ListLines lines;
    private final Programs programs;

    InboxPages(Tasks tasks, CaseLists lists, ListLines lines, Programs programs) {
        this.tasks = tasks;
        this.lists = lists;
        this.lines = lines;
        this.programs = programs;
    }

    @GetMapping("/tasks")
    ModelAndView inbox(
            Actor actor,
            @RequestParam(defaultValue = "todo") String box,
            @RequestParam(defaultValue = "") String program,
            @RequestParam(required = false) String cursor,
            Locale locale) {
        Box shown = "done".equals(box) ? Box.DONE : "started".equals(box) ? Box.STARTED : Box.TODO;
        String code = program.isBlank() ? null : program;
        String list = "pages." + shown;
        List<String> from = Cursor.read(list, cursor);
        Long at = from.isEmpty() ? null : Long.valueOf(from.get(0));
        String id = from.isEmpty() ? null : from.get(1);
        Page<TaskLine> seats = Page.of(List.of());
        Page<CaseLine> cases = Page.of(List.of());
        switch (shown) {
            case TODO -> {
                Tasks.After after = at == null ? null : new Tasks.After(at, id);
                seats = page(
                        tasks.todo(actor, code, after, LINES + 1),
                        row -> Cursor.write(list, row.arrivedAt(), row.seatId()),
                        (OpenSeat row) -> lines.todo(actor, row, locale),
                        shown,
                        program);
            }
            case DONE ->
                seats = page(
                        lists.done(actor, code, at, id, LINES + 1),
                        row -> Cursor.write(list, row.at(), row.id()),
                        (WorkRow row) -> lines.done(actor, row, locale),
                        shown,
                        program);
            case STARTED ->
                cases = page(
                        lists.started(actor, code, at, id, LINES + 1),
                        row -> Cursor.write(list, row.at(), row.id()),
                        (WorkRow row) -> lines.started(row, locale),
                        shown,
                        program);
        }
        return PageTools.show(
                "inbox",
                new InboxScreen(shown, boxes(actor, shown), choices(code, locale), code != null, seats, cases));
    }

    private static <R, L> Page<L> page(
            List<R> rows, Function<R, String> cursor, Function<R, L> line, Box box, String program) {
        boolean more = rows.size() > LINES;
        List<R> shown = more ? rows.subList(0, LINES) : rows;
        String next = more
                ? "/tasks?box=" + word(box) + "&program=" + program + "&cursor=" + cursor.apply(shown.get(LINES - 1))
                : null;
        return new Page<>(shown.stream().map(line).toList(), next);
    }

    private static String word(Box box) {
        return box.name().toLowerCase(Locale.ROOT);
    }

    private List<BoxLink> boxes(Actor actor, Box shown) {
        int count = tasks.count(actor);
        return List.of(Box.values()).stream()
                .filter(box -> box != Box.STARTED || ListLines.isApplicant(actor))
                .map(box -> new BoxLink(
                        box,
                        "/tasks?box=" + word(box),
                        box == Box.TODO && count > 0 ? HomePages.count(count) : null,
                        box == shown))
                .toList();
    }

    private List<InboxScreen.Choice> choices(String chosen, Locale locale) {
        var all = programs.newest();
        return all.size() < 2
                ? List.of()
                : all.stream()
                        .map(program -> new InboxScreen.Choice(
                                program.ref().code(),
                                program.manifest().title().in(locale),
                                program.ref().code().equals(chosen)))
                        .toList();
    }
}
