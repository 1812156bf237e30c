package org.lianfu.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lianfu.application.Attachments;
import org.lianfu.form.FormView;
import org.lianfu.form.Posted;
import org.lianfu.portal.TaskScreen;
import org.lianfu.portal.web.TaskScreens.Typed;
import org.lianfu.portal.web.TaskScreens.Why;
import org.lianfu.program.Program;
import org.lianfu.program.StepDef;
import org.lianfu.review.ReviewDesk;
import org.lianfu.review.SeatDesk;
import org.lianfu.review.Supplement;
import org.lianfu.review.Tasks;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One task: claim it, give it back, decide it, ask the firm for more. A refused act leaves what was typed on the page. */
@Controller
@RequestMapping("/tasks/{id}")
class TaskPages {

    private final Tasks tasks;
    private final TaskScreens screens;
    private final ReviewDesk desk;
    private final SeatDesk seats;
    private final Attachments attachments;
    private final KeptAnswers words;
    private final Phrases phrases;

    TaskPages(
            Tasks tasks,
            TaskScreens screens,
            ReviewDesk desk,
            SeatDesk seats,
            Attachments attachments,
            KeptAnswers words,
            Phrases phrases) {
        this.tasks = tasks;
        this.screens = screens;
        this.desk = desk;
        this.seats = seats;
        this.attachments = attachments;
        this.words = words;
        this.phrases = phrases;
    }

    @GetMapping
    ModelAndView task(Actor actor, @PathVariable String id, Locale locale) {
        Tasks.View view = tasks.view(actor, id);
        return view.step().place().isSupplement()
                ? PageTools.to("/cases/" + view.application().no().value() + "/supplement")
                : PageTools.show("task", screens.screen(actor, view, Typed.NOTHING, Why.NONE, locale));
    }

    @PostMapping("/claim")
    ModelAndView claim(Actor actor, @PathVariable String id, HttpServletRequest request, Locale locale) {
        return act(actor, id, request, locale, () -> desk.claim(actor, id));
    }

    @PostMapping("/release")
    ModelAndView release(Actor actor, @PathVariable String id, HttpServletRequest request, Locale locale) {
        return act(actor, id, request, locale, () -> desk.release(actor, id));
    }

    /**
     * Tells the page's script which fields the chosen outcome and the answers hide; without one it shows the task as it
     * was filled in, which is also how what was typed comes back after a new sign-in. Decides and keeps nothing.
     */
    @PostMapping("/preview")
    ModelAndView preview(
            Actor actor,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        Tasks.View view = tasks.view(actor, id);
        Typed typed = typed(view, request);
        if (request.getHeader("HX-Request") == null) {
            return shown(actor, view, typed, Why.NONE, 200, request, locale);
        }
        StepDef def = view.program().step(view.step().place().element());
        PageTools.tellSaved(response, screens.rows(view.program(), def, typed, List.of(), locale), "");
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        return null;
    }

    @PostMapping("/completion")
    ModelAndView complete(
            Actor actor, @PathVariable String id, HttpServletRequest request, RedirectAttributes flash, Locale locale) {
        Tasks.View view = tasks.view(actor, id);
        Program program = view.program();
        StepDef def = program.step(view.step().place().element());
        Posted posted = FormView.read(program.form(def.form()), PageTools.posted(request));
        Typed typed = typed(view, request);
        if (posted.rowsOnly()) {
            return shown(actor, view, typed, Why.NONE, 200, request, locale);
        }
        if (typed.outcome() == null) {
            Why none = new Why(List.of(), phrases.text("portal.task.choose-outcome", locale));
            return shown(actor, view, typed, none, 422, request, locale);
        }
        try {
            desk.complete(actor, id, typed.outcome(), typed.opinion(), posted.typed());
        } catch (Refused refused) {
            if (!screens.isSaid(actor, tasks.view(actor, id), typed)) {
                return refused(actor, id, refused, request, locale);
            }
        }
        String step = def.name().in(locale);
        flash.addFlashAttribute("flash", phrases.text("portal.task.done", locale, Map.of("step", step)));
        return PageTools.to("/tasks");
    }

    private static Typed typed(Tasks.View view, HttpServletRequest request) {
        StepDef def = view.program().step(view.step().place().element());
        Posted posted = FormView.read(view.program().form(def.form()), PageTools.posted(request));
        String outcome = text(request, "outcome");
        // beside its own controls a page has those of the step's form, which may have any name
        boolean asking = request.getRequestURI().endsWith("/supplement-request");
        boolean leaving = request.getRequestURI().endsWith("/recusal");
        return new Typed(
                outcome.isBlank() ? null : outcome,
                text(request, "opinion"),
                posted.typed(),
                asking ? text(request, "items") : "",
                asking ? text(request, "reason") : "",
                leaving ? text(request, "reason") : "");
    }

    private static String text(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    @PostMapping("/supplement-request")
    ModelAndView ask(Actor actor, @PathVariable String id, HttpServletRequest request, Locale locale) {
        List<String> lines = Arrays.stream(text(request, "items").split("\\R"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        Supplement.Request wanted =
                new Supplement.Request(lines, text(request, "reason").strip());
        try {
            desk.requestSupplement(actor, id, wanted);
        } catch (Refused refused) {
            if (!screens.isAsked(actor, tasks.view(actor, id), wanted)) {
                return refused(actor, id, refused, request, locale);
            }
        }
        return PageTools.to("/tasks/" + id);
    }

    @PostMapping("/recusal")
    ModelAndView recuse(
            Actor actor, @PathVariable String id, HttpServletRequest request, RedirectAttributes flash, Locale locale) {
        try {
            seats.recuse(actor, id, text(request, "reason"));
        } catch (Refused refused) {
            return refused(actor, id, refused, request, locale);
        }
        flash.addFlashAttribute("flash", phrases.text("portal.task.recused", locale));
        return PageTools.to("/tasks");
    }

    @PostMapping("/further-seat")
    ModelAndView furtherSeat(Actor actor, @PathVariable String id, HttpServletRequest request, Locale locale) {
        return act(actor, id, request, locale, () -> seats.furtherSeat(actor, id));
    }

    @PostMapping("/vote-end")
    ModelAndView endVote(Actor actor, @PathVariable String id, HttpServletRequest request, Locale locale) {
        return act(actor, id, request, locale, () -> seats.endVote(actor, id));
    }

    @PostMapping("/files")
    ModelAndView attach(
            Actor actor,
            @PathVariable String id,
            @RequestParam(defaultValue = ReviewDesk.OTHER) String kind,
            @RequestParam MultipartFile file,
            HttpServletRequest request,
            Locale locale)
            throws IOException {
        try (InputStream bytes = file.getInputStream()) {
            return act(actor, id, request, locale, () -> {
                desk.mayAttach(actor, id);
                desk.attach(actor, id, kind, attachments.receive(file.getOriginalFilename(), bytes));
            });
        }
    }

    private ModelAndView act(Actor actor, String id, HttpServletRequest request, Locale locale, Runnable act) {
        try {
            act.run();
            return PageTools.to("/tasks/" + id);
        } catch (Refused refused) {
            return refused(actor, id, refused, request, locale);
        }
    }

    /** The page as it stands now, with the sentence of the refusal and all that was typed. */
    private ModelAndView refused(Actor actor, String id, Refused refused, HttpServletRequest request, Locale locale) {
        Tasks.View now = tasks.view(actor, id);
        String sentence = refused.faults().isEmpty() ? phrases.sentence(refused, now.program(), locale) : null;
        int status = refused.refusal().kind().status();
        return shown(actor, now, typed(now, request), new Why(refused.faults(), sentence), status, request, locale);
    }

    /** Where the task has nothing to type into any more, what was typed is given back to be copied. */
    private ModelAndView shown(
            Actor actor, Tasks.View view, Typed typed, Why why, int status, HttpServletRequest request, Locale locale) {
        TaskScreen screen = screens.screen(actor, view, typed, why, locale);
        ModelAndView page = status < 400 ? PageTools.show("task", screen) : PageTools.again("task", screen, status);
        return screen.state() == TaskScreen.State.MINE ? page : page.addObject("kept", words.typed(request, locale));
    }
}
