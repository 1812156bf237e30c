package org.lianfu.directory.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import org.lianfu.directory.KeptForms;
import org.lianfu.directory.SignInDesk;
import org.lianfu.directory.SignInNote;
import org.lianfu.directory.SignedIn;
import org.lianfu.shared.Refused;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** What happens at the sign-in form: the desk is asked, and the person is sent on, or back with a note. */
@Component
class SignInAnswers implements AuthenticationProvider, AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private final SignInDesk desk;
    private final KeptForms kept;
    private final RequestCache requests;
    private final Clock clock;

    SignInAnswers(SignInDesk desk, KeptForms kept, RequestCache requests, Clock clock) {
        this.desk = desk;
        this.kept = kept;
        this.requests = requests;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        String address =
                typed.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        try {
            return new SignedIn(desk.signIn(typed.getName(), String.valueOf(typed.getCredentials()), address));
        } catch (Refused refused) {
            throw new BadCredentialsException(refused.refusal().code(), refused);
        }
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e) throws IOException {
        Instant retryAt = e.getCause() instanceof Refused refused
                        && refused.arguments().get(SignInDesk.RETRY_AT) instanceof Instant until
                ? until
                : null;
        String login = request.getParameter("username");
        SignInNote note = new SignInNote(login == null || login.length() > 64 ? "" : login, retryAt);
        request.getSession().setAttribute(SignInNote.NAME, note);
        response.sendRedirect("/login?" + (retryAt == null ? "wrong" : "locked"));
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException {
        SessionKeeper.start(request.getSession(), clock.instant());
        SavedRequest saved = requests.getRequest(request, response);
        requests.removeRequest(request, response);
        Cookie cookie = WebUtils.getCookie(request, KeptForms.COOKIE);
        boolean waits = cookie != null && kept.waits(cookie.getValue(), who.getName());
        if (!waits) {
            response.addHeader(HttpHeaders.SET_COOKIE, bind(who.getName(), request.isSecure()));
        }
        if (who instanceof SignedIn person && person.presence().mustChange()) {
            response.sendRedirect("/settings/password");
        } else if (waits) {
            response.sendRedirect("/kept");
        } else {
            response.sendRedirect(saved == null ? "/" : saved.getRedirectUrl());
        }
    }

    private String bind(String login, boolean secure) {
        return ResponseCookie.from(KeptForms.COOKIE, kept.bind(login))
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .path("/")
                .build()
                .toString();
    }
}
