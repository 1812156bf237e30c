package org.lianfu.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.lianfu.directory.web.Doors.Decision;
import org.lianfu.directory.web.Doors.Ruling;
import org.lianfu.http.Languages;
import org.lianfu.http.Problem;
import org.lianfu.http.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Answers those whom the API does not let in: each with a problem, never with a page or a redirect. */
@Component
class ApiDoorkeeper implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final Problems problems;

    ApiDoorkeeper(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        answer(request, response, Doors.decided(request, Ruling.NOT_SIGNED_IN));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        answer(request, response, Doors.decided(request, Ruling.FORBIDDEN));
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Decision decision)
            throws IOException {
        switch (decision.ruling) {
            case NO_SUCH_ADDRESS -> problems.write(request, response, Problems.MISSING.because());
            case FORBIDDEN -> problems.write(request, response, Problems.FORBIDDEN.because());
            case WRONG_METHOD -> {
                response.setHeader(HttpHeaders.ALLOW, decision.allowed);
                Problem problem = problems.of(405, "http.method", Languages.accepted(request), request.getRequestURI());
                problems.write(response, problem);
            }
            default -> {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                problems.write(request, response, Problems.NOT_SIGNED_IN.because());
            }
        }
    }
}
