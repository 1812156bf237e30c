package org.lianfu.directory.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.lianfu.directory.Directory;
import org.lianfu.directory.Presence;
import org.lianfu.directory.SignedIn;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session that has been idle or has lasted too long, or whose person's password, posts or lock have changed since;
 * otherwise gives the request the person with the roles of this moment. Whoever has a password that somebody else set comes
 * to the page where it is changed, whatever page was asked for.
 */
class SessionKeeper extends OncePerRequestFilter {

    private static final String STARTED = SessionKeeper.class.getName() + ".started";
    private static final String USED = SessionKeeper.class.getName() + ".used";

    private static final String OWN_PASSWORD = "/settings/password";
    /** Open while the password is one that somebody else has set; no other page is. */
    private static final Set<String> BEFORE_THE_CHANGE = Set.of(OWN_PASSWORD, "/login", "/logout");

    private final Directory directory;
    private final Clock clock;
    private final Duration idle;
    private final Duration longest;

    SessionKeeper(Directory directory, Clock clock, Duration idle, Duration longest) {
        this.directory = directory;
        this.clock = clock;
        this.idle = idle;
        this.longest = longest;
    }

    /** Starts the clocks of a session, at sign-in. */
    static void start(HttpSession session, Instant now) {
        session.setAttribute(STARTED, now);
        session.setAttribute(USED, now);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/css/")
                || path.startsWith("/js/")
                || path.startsWith("/img/")
                || path.startsWith("/webjars/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(STARTED) instanceof Instant started) {
            Instant now = clock.instant();
            Instant used = (Instant) session.getAttribute(USED);
            if (now.isAfter(started.plus(longest)) || now.isAfter(used.plus(idle)) || !refresh()) {
                session.invalidate();
                SecurityContextHolder.clearContext();
                request.setAttribute(PageDoorkeeper.EXPIRED, true);
            } else {
                session.setAttribute(USED, now);
                if (mustChange() && !BEFORE_THE_CHANGE.contains(request.getRequestURI())) {
                    PageDoorkeeper.toSignIn(request, response, OWN_PASSWORD, HttpServletResponse.SC_FORBIDDEN);
                    return;
                }
            }
        }
        chain.doFilter(request, response);
    }

    private static boolean mustChange() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn person
                && person.presence().mustChange();
    }

    /** Puts the person as of now in place of the one who signed in; false when that person may no longer be here. */
    private boolean refresh() {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn before)) {
            return true;
        }
        Optional<Presence> now = directory.present(before.getName(), "pwd");
        if (now.isEmpty() || now.get().epoch() != before.presence().epoch()) {
            return false;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new SignedIn(now.get()));
        SecurityContextHolder.setContext(context);
        return true;
    }
}
