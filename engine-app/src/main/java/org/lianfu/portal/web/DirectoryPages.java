package org.lianfu.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lianfu.directory.Administrators;
import org.lianfu.directory.Directory;
import org.lianfu.directory.Org;
import org.lianfu.directory.OrgType;
import org.lianfu.directory.PersonnelDesk;
import org.lianfu.directory.Register;
import org.lianfu.portal.DirectoryScreen;
import org.lianfu.portal.DirectoryScreen.Choice;
import org.lianfu.portal.FaultLine;
import org.lianfu.portal.Page;
import org.lianfu.portal.Tag;
import org.lianfu.portal.TypedForm;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The administrators' list of people, the form that enters one, and what was changed about an organisation. */
@Controller
@RequestMapping("/admin/directory")
class DirectoryPages {

    private static final String VIEW = "directory";
    private static final String ENTER = "enter";
    private static final int LINES = 20;

    private final Register register;
    private final PersonnelDesk desk;
    private final Directory directory;
    private final ChangeWords changes;
    private final AdminForms forms;
    private final Phrases phrases;

    DirectoryPages(
            Register register,
            PersonnelDesk desk,
            Directory directory,
            ChangeWords changes,
            AdminForms forms,
            Phrases phrases) {
        this.register = register;
        this.desk = desk;
        this.directory = directory;
        this.changes = changes;
        this.forms = forms;
        this.phrases = phrases;
    }

    @GetMapping
    ModelAndView show(
            Actor actor,
            @RequestParam(defaultValue = "") String org,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            Locale locale) {
        return PageTools.show(VIEW, screen(actor, org.strip(), q.strip(), after, TypedForm.NONE, List.of(), locale));
    }

    @PostMapping("/people")
    ModelAndView enter(
            Actor actor,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String org,
            @RequestParam(name = "name-zh", defaultValue = "") String zh,
            @RequestParam(name = "name-en", defaultValue = "") String en,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            RedirectAttributes flash,
            Locale locale) {
        try {
            desk.enter(actor, new PersonnelDesk.NewPerson(login, org, zh, en, from, to), reason);
        } catch (Refused refused) {
            return PageTools.again(
                    VIEW,
                    screen(
                            actor,
                            "",
                            "",
                            "",
                            AdminForms.typed(ENTER, request),
                            forms.faults(refused, ENTER, "login", locale),
                            locale),
                    refused.refusal().kind().status());
        }
        flash.addFlashAttribute("flash", phrases.text("portal.directory.entered", locale));
        return PageTools.to("/admin/directory/people/" + login.strip());
    }

    private DirectoryScreen screen(
            Actor actor,
            String org,
            String words,
            String after,
            TypedForm typed,
            List<FaultLine> faults,
            Locale locale) {
        List<Register.Card> found = register.people(actor, org, words, after, LINES + 1);
        boolean more = found.size() > LINES;
        List<Register.Card> shown = more ? found.subList(0, LINES) : found;
        String next = more
                ? UriComponentsBuilder.fromPath("/admin/directory")
                        .queryParam("org", "{org}")
                        .queryParam("q", "{q}")
                        .queryParam("after", "{after}")
                        .encode()
                        .buildAndExpand(Map.of(
                                "org",
                                org,
                                "q",
                                words,
                                "after",
                                shown.get(LINES - 1).login()))
                        .toUriString()
                : null;
        LocalDate today = register.today();
        boolean city = Administrators.PLATFORM.equals(actor.org());
        String told = !org.isEmpty() ? org : city ? null : actor.org();
        return new DirectoryScreen(
                new Page<>(shown.stream().map(card -> line(card, today, locale)).toList(), next),
                org,
                words,
                actor.has(Administrators.SYSTEM),
                city ? orgs(locale) : List.of(),
                directory.ofType(OrgType.BANK).stream()
                        .filter(bank -> city || bank.code().equals(actor.org()))
                        .map(bank -> new Choice(bank.code(), bank.name().in(locale)))
                        .toList(),
                told == null ? null : changes.of(actor, told, null, locale),
                typed,
                faults);
    }

    /** Firms are thousands and are found by their code; the others are few. */
    private List<Choice> orgs(Locale locale) {
        return Arrays.stream(OrgType.values())
                .filter(type -> type != OrgType.FIRM && type != OrgType.PERSON)
                .flatMap(type -> directory.ofType(type).stream())
                .map((Org org) -> new Choice(org.code(), org.name().in(locale)))
                .toList();
    }

    private DirectoryScreen.Line line(Register.Card card, LocalDate today, Locale locale) {
        return new DirectoryScreen.Line(
                card.login(),
                card.name().in(locale),
                phrases.org(card.org(), locale),
                card.posts().stream()
                        .filter(post -> post.isOn(today))
                        .map(post -> phrases.role(post.role(), locale))
                        .toList(),
                state(card, today, phrases, locale),
                card.from(),
                card.isEndless() ? null : card.to());
    }

    static Tag state(Register.Card card, LocalDate today, Phrases phrases, Locale locale) {
        if (!card.isHereOn(today)) {
            return new Tag(
                    phrases.text("portal.directory." + (today.isBefore(card.from()) ? "to-come" : "gone"), locale),
                    Tag.Tone.QUIET);
        }
        return new Tag(
                phrases.text("portal.directory." + (card.open() ? "open" : "closed"), locale),
                card.open() ? Tag.Tone.GOOD : Tag.Tone.BAD);
    }
}
