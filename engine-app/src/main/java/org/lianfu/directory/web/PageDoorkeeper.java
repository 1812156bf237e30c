package org.lianfu.directory.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.lianfu.directory.KeptForms;
import org.lianfu.directory.web.Doors.Decision;
import org.lianfu.directory.web.Doors.Ruling;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Sends those whom a page does not let in to the sign-in page, and keeps what they had typed. An htmx request is told by
 * header to load that page whole, or it would end up inside a table.
 */
@Component
class PageDoorkeeper implements AuthenticationEntryPoint, AccessDeniedHandler {

    /** Set on a request whose session was too old. */
    static final String EXPIRED = PageDoorkeeper.class.getName() + ".expired";

    private static final Set<String> NEVER_KEPT = Set.of("/login", "/logout", "/settings/password");

    private final KeptForms kept;
    private final RequestCache requests;

    PageDoorkeeper(KeptForms kept, RequestCache requests) {
        this.kept = kept;
        this.requests = requests;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        answer(request, response, Doors.decided(request, Ruling.NOT_SIGNED_IN));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        if (e instanceof CsrfException) {
            String where = keep(request) ? "/login?stale&kept" : "/login?stale";
            toSignIn(request, response, where, HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        answer(request, response, Doors.decided(request, Ruling.FORBIDDEN));
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Decision decision)
            throws IOException {
        switch (decision.ruling) {
            case NO_SUCH_ADDRESS -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
            case FORBIDDEN -> response.sendError(HttpServletResponse.SC_FORBIDDEN);
            case WRONG_METHOD -> {
                response.setHeader(HttpHeaders.ALLOW, decision.allowed);
                response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            }
            default -> {
                requests.saveRequest(request, response);
                boolean expired = request.getAttribute(EXPIRED) != null;
                toSignIn(request, response, expired ? "/login?expired" : "/login", HttpServletResponse.SC_UNAUTHORIZED);
            }
        }
    }

    /** Sends a person on to another page; htmx is told by header and status. */
    static void toSignIn(HttpServletRequest request, HttpServletResponse response, String where, int status)
            throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", where);
            response.setStatus(status);
        } else {
            response.sendRedirect(where);
        }
    }

    /** True when the form waits now for the person this browser belongs to. */
    private boolean keep(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, KeptForms.COOKIE);
        String type = request.getContentType();
        boolean form = type != null && type.startsWith("application/x-www-form-urlencoded");
        if (cookie == null || !form || NEVER_KEPT.contains(request.getRequestURI())) {
            return false;
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals("_csrf") && !name.toLowerCase(Locale.ROOT).contains("password")) {
                fields.put(name, Arrays.asList(values));
            }
        });
        String query = request.getQueryString();
        String action = formOf(request.getRequestURI()) + (query == null ? "" : "?" + query);
        return kept.keep(cookie.getValue(), action, fields);
    }

    /**
     * Where a page comes from that shows what was typed: what is saved while somebody types shows none. A preview stays
     * one: sent again it shows the task as it was filled in, and decides nothing.
     */
    private static String formOf(String address) {
        return address.replaceFirst("/autosave$", "");
    }
}
