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
import org.lianfu.program.Program;
import org.lianfu.program.StepDef;
import org.lianfu.review.ReviewDesk;
import org.lianfu.review.SeatDesk;
import org.lianfu.review.Supplement;
import org.lianfu.review.Tasks;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
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
    private final Phrases phrases;

    TaskPages(
            Tasks tasks,
            TaskScreens screens,
            ReviewDesk desk,
            SeatDesk seats,
            Attachments attachments,
            Phrases phrases) {
        this.tasks = tasks;
        this.screens = screens;
        this.desk = desk;
        this.seats = seats;
        this.attachments = attachments;
        this.phrases = phrases;
    }

    @GetMapping
    ModelAndView task(Actor actor, @PathVariable String id, Locale locale) {
        Tasks.View view = tasks.view(actor, id);
        return view.step().place().isSupplement()
                ? PageTools.to("/cases/" + view.application().no().value() + "/supplement")
                : PageTools.show("task", screens.screen(actor, view, Typed.NOTHING, null, locale));
    }

    @PostMapping("/claim")
    ModelAndView claim(Actor actor, @PathVariable String id, Locale locale) {
        return act(actor, id, Typed.NOTHING, locale, () -> desk.claim(actor, id));
    }

    @PostMapping("/release")
    ModelAndView release(Actor actor, @PathVariable String id, Locale locale) {
        return act(actor, id, Typed.NOTHING, locale, () -> desk.release(actor, id));
    }

    /** Tells which fields the chosen outcome and the answers hide; keeps nothing. */
    @PostMapping("/preview")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void preview(
            Actor actor,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        Tasks.View view = tasks.view(actor, id);
        StepDef def = view.program().step(view.step().place().element());
        PageTools.tellSaved(response, screens.rows(view.program(), def, typed(view, request), locale), "");
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
            return PageTools.show("task", screens.screen(actor, view, typed, null, locale));
        }
        if (typed.outcome() == null) {
            String sentence = phrases.text("portal.task.choose-outcome", locale);
            return PageTools.again("task", screens.screen(actor, view, typed, sentence, locale), 422);
        }
        try {
            desk.complete(actor, id, typed.outcome(), typed.opinion(), posted.typed());
        } catch (Refused refused) {
            return refused(actor, id, typed, refused, locale);
        }
        String step = def.name().in(locale);
        flash.addFlashAttribute("flash", phrases.text("portal.task.done", locale, Map.of("step", step)));
        return PageTools.to("/tasks");
    }

    private static Typed typed(Tasks.View view, HttpServletRequest request) {
        StepDef def = view.program().step(view.step().place().element());
        Posted posted = FormView.read(view.program().form(def.form()), PageTools.posted(request));
        String opinion = request.getParameter("opinion");
        String outcome = request.getParameter("outcome");
        return new Typed(
                outcome == null || outcome.isBlank() ? null : outcome,
                opinion == null ? "" : opinion,
                posted.typed(),
                List.of());
    }

    @PostMapping("/supplement-request")
    ModelAndView ask(
            Actor actor,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String items,
            @RequestParam(defaultValue = "") String reason,
            Locale locale) {
        List<String> lines = Arrays.stream(items.split("\\R"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        Supplement.Request request = new Supplement.Request(lines, reason.strip());
        return act(actor, id, Typed.NOTHING, locale, () -> desk.requestSupplement(actor, id, request));
    }

    @PostMapping("/recusal")
    ModelAndView recuse(
            Actor actor,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash,
            Locale locale) {
        try {
            seats.recuse(actor, id, reason);
        } catch (Refused refused) {
            return refused(actor, id, new Typed(null, reason, Map.of(), List.of()), refused, locale);
        }
        flash.addFlashAttribute("flash", phrases.text("portal.task.recused", locale));
        return PageTools.to("/tasks");
    }

    @PostMapping("/further-seat")
    ModelAndView furtherSeat(Actor actor, @PathVariable String id, Locale locale) {
        return act(actor, id, Typed.NOTHING, locale, () -> seats.furtherSeat(actor, id));
    }

    @PostMapping("/vote-end")
    ModelAndView endVote(Actor actor, @PathVariable String id, Locale locale) {
        return act(actor, id, Typed.NOTHING, locale, () -> seats.endVote(actor, id));
    }

    @PostMapping("/files")
    ModelAndView attach(Actor actor, @PathVariable String id, @RequestParam MultipartFile file, Locale locale)
            throws IOException {
        try (InputStream bytes = file.getInputStream()) {
            return act(actor, id, Typed.NOTHING, locale, () -> {
                desk.mayAttach(actor, id);
                desk.attach(actor, id, "other", attachments.receive(file.getOriginalFilename(), bytes));
            });
        }
    }

    private ModelAndView act(Actor actor, String id, Typed typed, Locale locale, Runnable act) {
        try {
            act.run();
            return PageTools.to("/tasks/" + id);
        } catch (Refused refused) {
            return refused(actor, id, typed, refused, locale);
        }
    }

    /** The page as it stands now, with the sentence of the refusal and all that was typed. */
    private ModelAndView refused(Actor actor, String id, Typed typed, Refused refused, Locale locale) {
        Tasks.View now = tasks.view(actor, id);
        String sentence = refused.faults().isEmpty() ? phrases.sentence(refused, locale) : null;
        Typed faulty = new Typed(typed.outcome(), typed.opinion(), typed.answers(), refused.faults());
        TaskScreen screen = screens.screen(actor, now, faulty, sentence, locale);
        return PageTools.again("task", screen, refused.refusal().kind().status());
    }
}
