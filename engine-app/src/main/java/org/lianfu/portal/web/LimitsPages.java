package org.lianfu.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.lianfu.directory.Administrators;
import org.lianfu.directory.Directory;
import org.lianfu.directory.Limits;
import org.lianfu.directory.LimitsBook;
import org.lianfu.directory.LimitsDesk;
import org.lianfu.portal.DirectoryScreen.Choice;
import org.lianfu.portal.FaultLine;
import org.lianfu.portal.LimitsScreen;
import org.lianfu.portal.Tag;
import org.lianfu.portal.TypedForm;
import org.lianfu.program.Programs;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The administrators' page of a bank's limits of authority: one proposes a set, another confirms or refuses it. */
@Controller
@RequestMapping("/admin/directory/limits/{bank}")
class LimitsPages {

    private static final String VIEW = "limits";

    private final LimitsDesk desk;
    private final LimitsBook book;
    private final Directory directory;
    private final Programs programs;
    private final ChangeWords changes;
    private final AdminForms forms;
    private final Phrases phrases;

    LimitsPages(
            LimitsDesk desk,
            LimitsBook book,
            Directory directory,
            Programs programs,
            ChangeWords changes,
            AdminForms forms,
            Phrases phrases) {
        this.desk = desk;
        this.book = book;
        this.directory = directory;
        this.programs = programs;
        this.changes = changes;
        this.forms = forms;
        this.phrases = phrases;
    }

    @GetMapping
    ModelAndView show(Actor actor, @PathVariable String bank, Locale locale) {
        return PageTools.show(VIEW, screen(actor, bank, TypedForm.NONE, List.of(), locale));
    }

    @PostMapping("/proposals")
    ModelAndView propose(
            Actor actor,
            @PathVariable String bank,
            @RequestParam(defaultValue = "") String program,
            @RequestParam(defaultValue = "") String branch,
            @RequestParam(defaultValue = "") String city,
            @RequestParam(defaultValue = "") String committee,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            RedirectAttributes flash,
            Locale locale) {
        LimitsDesk.NewLimits typed = new LimitsDesk.NewLimits(program, branch, city, committee, from, source);
        return done(
                actor,
                bank,
                "propose",
                "branch",
                "proposed",
                () -> desk.propose(actor, bank, typed, reason),
                request,
                flash,
                locale);
    }

    @PostMapping("/{id}/confirmation")
    ModelAndView confirm(
            Actor actor,
            @PathVariable String bank,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            RedirectAttributes flash,
            Locale locale) {
        return done(
                actor,
                bank,
                "decide",
                "reason",
                "confirmed",
                () -> desk.confirm(actor, bank, id, reason),
                request,
                flash,
                locale);
    }

    @PostMapping("/{id}/refusal")
    ModelAndView refuse(
            Actor actor,
            @PathVariable String bank,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            RedirectAttributes flash,
            Locale locale) {
        return done(
                actor,
                bank,
                "decide",
                "reason",
                "refused",
                () -> desk.refuse(actor, bank, id, reason),
                request,
                flash,
                locale);
    }

    private ModelAndView done(
            Actor actor,
            String bank,
            String form,
            String first,
            String end,
            Runnable act,
            HttpServletRequest request,
            RedirectAttributes flash,
            Locale locale) {
        try {
            act.run();
        } catch (Refused refused) {
            return PageTools.again(
                    VIEW,
                    screen(
                            actor,
                            bank,
                            AdminForms.typed(form, request),
                            forms.faults(refused, form, first, locale),
                            locale),
                    refused.refusal().kind().status());
        }
        flash.addFlashAttribute("flash", phrases.text("portal.limits.done." + end, locale));
        return PageTools.to("/admin/directory/limits/" + bank);
    }

    private LimitsScreen screen(Actor actor, String bank, TypedForm typed, List<FaultLine> faults, Locale locale) {
        List<Limits> sets = book.ofBank(actor, bank);
        return new LimitsScreen(
                bank,
                phrases.org(bank, locale),
                sets.stream().map(set -> line(set, actor, locale)).toList(),
                actor.has(Administrators.SECURITY),
                programs.newest().stream()
                        .map(program -> program.ref().code())
                        .filter(code -> directory.banks(code).stream()
                                .anyMatch(org -> org.code().equals(bank)))
                        .map(code -> new Choice(code, title(code, locale)))
                        .toList(),
                changes.of(actor, bank, null, locale),
                typed,
                faults);
    }

    private String title(String program, Locale locale) {
        return programs.newest(program).manifest().title().in(locale);
    }

    private LimitsScreen.Line line(Limits set, Actor actor, Locale locale) {
        boolean open = set.state() == Limits.State.PROPOSED;
        boolean holds = set.state() == Limits.State.IN_FORCE
                && book.inForce(set.bank(), set.program())
                        .filter(now -> now.id().equals(set.id()))
                        .isPresent();
        String state = open
                ? "PROPOSED"
                : set.state() == Limits.State.REFUSED
                        ? "REFUSED"
                        : holds ? "HOLDS" : set.from().isAfter(book.today()) ? "TO_COME" : "OVER";
        return new LimitsScreen.Line(
                set.id(),
                title(set.program(), locale),
                set.from(),
                set.branch(),
                set.city(),
                set.committee(),
                set.source(),
                new Tag(phrases.text("portal.limits.state." + state, locale), tone(state)),
                phrases.person(set.proposedBy(), locale),
                set.proposedAt(),
                set.decidedBy() == null ? null : phrases.person(set.decidedBy(), locale),
                set.decidedAt(),
                open,
                open && !set.proposedBy().equals(actor.login()));
    }

    private static Tag.Tone tone(String state) {
        return switch (state) {
            case "PROPOSED" -> Tag.Tone.YOURS;
            case "HOLDS" -> Tag.Tone.GOOD;
            case "TO_COME" -> Tag.Tone.RUNNING;
            case "REFUSED" -> Tag.Tone.BAD;
            default -> Tag.Tone.QUIET;
        };
    }
}
