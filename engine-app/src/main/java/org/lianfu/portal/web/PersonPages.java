package org.lianfu.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.lianfu.directory.Administrators;
import org.lianfu.directory.Duties;
import org.lianfu.directory.PersonnelDesk;
import org.lianfu.directory.Register;
import org.lianfu.portal.DirectoryScreen.Choice;
import org.lianfu.portal.FaultLine;
import org.lianfu.portal.PersonScreen;
import org.lianfu.portal.Tag;
import org.lianfu.portal.TypedForm;
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

/** The administrators' page of one person: name and days, posts, sign-in, and what was changed. */
@Controller
@RequestMapping("/admin/directory/people/{login}")
class PersonPages {

    private static final String VIEW = "person";

    private final Register register;
    private final PersonnelDesk desk;
    private final Duties duties;
    private final ChangeWords changes;
    private final AdminForms forms;
    private final Phrases phrases;

    PersonPages(
            Register register,
            PersonnelDesk desk,
            Duties duties,
            ChangeWords changes,
            AdminForms forms,
            Phrases phrases) {
        this.register = register;
        this.desk = desk;
        this.duties = duties;
        this.changes = changes;
        this.forms = forms;
        this.phrases = phrases;
    }

    /** What every form of the page says beside its own fields. */
    record Act(Actor actor, String login, HttpServletRequest request, RedirectAttributes flash, Locale locale) {

        String field(String name) {
            String value = request.getParameter(name);
            return value == null ? "" : value;
        }

        /** Zero, which no version is, when the page did not send one. */
        long version() {
            return field("version").matches("\\d{1,18}") ? Long.parseLong(field("version")) : 0;
        }
    }

    @GetMapping
    ModelAndView show(Actor actor, @PathVariable String login, Locale locale) {
        return PageTools.show(VIEW, screen(actor, login, TypedForm.NONE, List.of(), locale));
    }

    @PostMapping("/correction")
    ModelAndView correct(
            Actor actor,
            @PathVariable String login,
            HttpServletRequest request,
            RedirectAttributes flash,
            Locale locale) {
        Act act = new Act(actor, login, request, flash, locale);
        return done(
                act,
                "correct",
                "name-zh",
                () -> desk.correct(
                        actor,
                        login,
                        act.version(),
                        act.field("name-zh"),
                        act.field("name-en"),
                        act.field("to"),
                        act.field("reason")));
    }

    @PostMapping("/posts")
    ModelAndView give(
            Actor actor,
            @PathVariable String login,
            HttpServletRequest request,
            RedirectAttributes flash,
            Locale locale) {
        Act act = new Act(actor, login, request, flash, locale);
        return done(
                act,
                "give",
                "role",
                () -> desk.give(
                        actor,
                        login,
                        act.version(),
                        act.field("role"),
                        act.field("from"),
                        act.field("to"),
                        act.field("reason")));
    }

    @PostMapping("/posts/{role}/end")
    ModelAndView end(
            Actor actor,
            @PathVariable String login,
            @PathVariable String role,
            HttpServletRequest request,
            RedirectAttributes flash,
            Locale locale) {
        Act act = new Act(actor, login, request, flash, locale);
        return done(
                act,
                "end-" + role,
                "to",
                () -> desk.end(actor, login, act.version(), role, act.field("to"), act.field("reason")));
    }

    @PostMapping("/sign-in")
    ModelAndView signIn(
            Actor actor,
            @PathVariable String login,
            @RequestParam(defaultValue = "false") boolean open,
            HttpServletRequest request,
            RedirectAttributes flash,
            Locale locale) {
        Act act = new Act(actor, login, request, flash, locale);
        String form = open ? "open" : "close";
        return done(
                act,
                form,
                open ? "password" : "reason",
                () -> desk.signIn(actor, login, act.version(), open, act.field("password"), act.field("reason")));
    }

    private ModelAndView done(Act act, String form, String first, Runnable change) {
        try {
            change.run();
        } catch (Refused refused) {
            return PageTools.again(
                    VIEW,
                    screen(
                            act.actor(),
                            act.login(),
                            AdminForms.typed(form, act.request()),
                            forms.faults(refused, form, first, act.locale()),
                            act.locale()),
                    refused.refusal().kind().status());
        }
        act.flash().addFlashAttribute("flash", phrases.text("portal.directory.done", act.locale()));
        return PageTools.to("/admin/directory/people/" + act.login());
    }

    private PersonScreen screen(Actor actor, String login, TypedForm typed, List<FaultLine> faults, Locale locale) {
        Register.Card card = register.person(actor, login);
        LocalDate today = register.today();
        return new PersonScreen(
                card.login(),
                card.name().in(locale),
                card.name().zh(),
                card.name().en(),
                phrases.org(card.org(), locale),
                card.org(),
                DirectoryPages.state(card, today, phrases, locale),
                card.from(),
                card.isEndless() ? null : card.to(),
                card.open(),
                !card.hasPassword(),
                card.posts().stream()
                        .filter(post -> !post.isVoid())
                        .map(post -> post(post, today, locale))
                        .toList(),
                duties.roles().stream()
                        .map(role -> new Choice(role, phrases.role(role, locale)))
                        .toList(),
                actor.has(Administrators.SYSTEM),
                actor.has(Administrators.SECURITY),
                actor.login().equals(login),
                card.version(),
                changes.of(actor, card.org(), login, locale),
                typed,
                faults);
    }

    private PersonScreen.PostLine post(Register.Held post, LocalDate today, Locale locale) {
        boolean over = post.to().isBefore(today);
        boolean toCome = today.isBefore(post.from());
        String state = over ? "over" : toCome ? "post-to-come" : "held";
        return new PersonScreen.PostLine(
                post.role(),
                phrases.role(post.role(), locale),
                post.from().getYear() == 1900 ? null : post.from(),
                post.isEndless() ? null : post.to(),
                new Tag(
                        phrases.text("portal.directory." + state, locale),
                        over ? Tag.Tone.QUIET : toCome ? Tag.Tone.RUNNING : Tag.Tone.GOOD),
                !over);
    }
}
