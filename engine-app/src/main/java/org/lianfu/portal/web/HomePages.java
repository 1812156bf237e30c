package org.lianfu.portal.web;

import java.util.List;
import java.util.Locale;
import org.lianfu.directory.Directory;
import org.lianfu.portal.CaseLists;
import org.lianfu.portal.HomeScreen;
import org.lianfu.portal.ProgramLine;
import org.lianfu.program.Programs;
import org.lianfu.review.OpenSeat;
import org.lianfu.review.Tasks;
import org.lianfu.shared.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The first page: what waits for me, how far my cases are, what is open. */
@Controller
class HomePages {

    private static final int FIRST = 5;

    private final Tasks tasks;
    private final CaseLists lists;
    private final ListLines lines;
    private final Programs programs;
    private final Directory directory;
    private final Phrases phrases;

    HomePages(Tasks tasks, CaseLists lists, ListLines lines, Programs programs, Directory directory, Phrases phrases) {
        this.tasks = tasks;
        this.lists = lists;
        this.lines = lines;
        this.programs = programs;
        this.directory = directory;
        this.phrases = phrases;
    }

    @GetMapping("/")
    ModelAndView home(Actor actor, Locale locale) {
        List<ProgramLine> open = programs.open().stream()
                .map(program -> lines.program(program, ProgramLine.Fit.UNKNOWN, locale))
                .toList();
        if (actor == null) {
            return PageTools.show("home", new HomeScreen(null, null, false, List.of(), "", List.of(), open));
        }
        List<OpenSeat> todo = tasks.todo(actor, null, null, FIRST);
        String count = todo.size() < FIRST ? String.valueOf(todo.size()) : count(tasks.count(actor));
        return PageTools.show(
                "home",
                new HomeScreen(
                        phrases.person(actor.login(), locale),
                        directory.nameOf(actor.org()).in(locale),
                        ListLines.isApplicant(actor),
                        todo.stream()
                                .map(seat -> lines.todo(actor, seat, locale))
                                .toList(),
                        count,
                        lines.cases(actor, lists.cases(actor, null, null, null, null, FIRST), locale),
                        open));
    }

    static String count(int count) {
        return count > Tasks.COUNT_CAP ? Tasks.COUNT_CAP + "+" : String.valueOf(count);
    }
}
