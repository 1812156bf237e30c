package org.lianfu.portal.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lianfu.directory.Directory;
import org.lianfu.directory.KeptForms;
import org.lianfu.directory.Passwords;
import org.lianfu.directory.Persona;
import org.lianfu.directory.Presence;
import org.lianfu.directory.SignInDesk;
import org.lianfu.directory.SignInNote;
import org.lianfu.directory.SignedIn;
import org.lianfu.portal.FaultLine;
import org.lianfu.portal.KeptScreen;
import org.lianfu.portal.LoginScreen;
import org.lianfu.portal.LoginScreen.State;
import org.lianfu.portal.PasswordScreen;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Refused;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.WebUtils;

/** Sign-in, what was kept when a session ended, and one's own password. */
@Controller
class SignInPages {

    private final Directory directory;
    private final SignInDesk desk;
    private final KeptForms keptForms;
    private final KeptAnswers keptAnswers;
    private final Phrases phrases;
    private final Frame frame;

    SignInPages(
            Directory directory,
            SignInDesk desk,
            KeptForms keptForms,
            KeptAnswers keptAnswers,
            Phrases phrases,
            Frame frame) {
        this.directory = directory;
        this.desk = desk;
        this.keptForms = keptForms;
        this.keptAnswers = keptAnswers;
        this.phrases = phrases;
        this.frame = frame;
    }

    @GetMapping("/login")
    ModelAndView login(Actor actor, HttpServletRequest request, Locale locale) {
        State state = state(request);
        HttpSession session = request.getSession(false);
        SignInNote note =
                session != null && session.getAttribute(SignInNote.NAME) instanceof SignInNote left ? left : null;
        boolean failed = state == State.WRONG || state == State.LOCKED;
        Cookie cookie = WebUtils.getCookie(request, KeptForms.COOKIE);
        LoginScreen screen = new LoginScreen(
                state,
                failed && note != null ? note.login() : "",
                failed && note != null ? note.retryAt() : null,
                actor == null ? null : phrases.person(actor.login(), locale),
                state == State.STALE && cookie != null,
                frame.demo() ? personas(locale) : List.of());
        return PageTools.show("login", screen).addObject("hasFaults", failed);
    }

    private static State state(HttpServletRequest request) {
        Map<String, String[]> query = request.getParameterMap();
        return query.containsKey("wrong")
                ? State.WRONG
                : query.containsKey("locked")
                        ? State.LOCKED
                        : query.containsKey("stale")
                                ? State.STALE
                                : query.containsKey("expired")
                                        ? State.EXPIRED
                                        : query.containsKey("out") ? State.SIGNED_OUT : State.PLAIN;
    }

    private List<LoginScreen.PersonaGroup> personas(Locale locale) {
        Map<String, List<LoginScreen.Persona>> groups = new LinkedHashMap<>();
        for (Persona persona : directory.personas()) {
            List<String> roles = persona.roles().stream()
                    .map(role -> phrases.role(role, locale))
                    .toList();
            groups.computeIfAbsent(persona.org(), org -> new ArrayList<>())
                    .add(new LoginScreen.Persona(
                            persona.login(),
                            String.join(", ", roles),
                            persona.says().in(locale)));
        }
        return groups.entrySet().stream()
                .map(group -> new LoginScreen.PersonaGroup(phrases.org(group.getKey(), locale), group.getValue()))
                .toList();
    }

    /** Handed out once: what was typed when the session ended, to be sent again or dropped. */
    @GetMapping("/kept")
    ModelAndView kept(Actor actor, HttpServletRequest request, Locale locale) {
        Cookie cookie = WebUtils.getCookie(request, KeptForms.COOKIE);
        return keptForms
                .take(cookie == null ? null : cookie.getValue(), actor.login())
                .map(kept -> {
                    List<KeptScreen.Field> fields = new ArrayList<>();
                    kept.fields()
                            .forEach((name, values) -> values.forEach(value -> fields.add(new KeptScreen.Field(
                                    name,
                                    value,
                                    !name.startsWith("_") && !name.equals("edition") && !value.isBlank()))));
                    return PageTools.show(
                            "kept",
                            new KeptScreen(
                                    kept.action(),
                                    kept.at(),
                                    kept.action().endsWith("/preview"),
                                    keptAnswers.of(actor, kept.action(), kept.fields(), locale),
                                    fields));
                })
                .orElseGet(() -> PageTools.to("/"));
    }

    @GetMapping("/settings/password")
    ModelAndView password(@RequestParam(required = false) String changed) {
        return PageTools.show("password", new PasswordScreen(changed != null, Passwords.LEAST, List.of()));
    }

    @PostMapping("/settings/password")
    ModelAndView change(
            Actor actor,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String fresh,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        try {
            Presence now = desk.changePassword(actor.login(), current, fresh, again, request.getRemoteAddr());
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new SignedIn(now));
            SecurityContextHolder.setContext(context);
            request.changeSessionId();
            new HttpSessionSecurityContextRepository().saveContext(context, request, response);
            return PageTools.to("/settings/password?changed");
        } catch (Refused refused) {
            List<FaultLine> faults = refused.faults().isEmpty()
                    ? List.of(new FaultLine(null, phrases.sentence(refused, locale), false))
                    : refused.faults().stream()
                            .map(fault -> new FaultLine(field(fault.pointer()), phrases.sentence(fault, locale), false))
                            .toList();
            PasswordScreen screen = new PasswordScreen(false, Passwords.LEAST, faults);
            return PageTools.again("password", screen, refused.refusal().kind().status());
        }
    }

    private static String field(String pointer) {
        return switch (pointer) {
            case "/old" -> "#current";
            case "/new" -> "#fresh";
            default -> "#again";
        };
    }
}
