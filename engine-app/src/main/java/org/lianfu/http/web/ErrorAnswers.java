package org.lianfu.http.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.lianfu.http.Languages;
import org.lianfu.http.PageWords;
import org.lianfu.http.Problem;
import org.lianfu.http.Problems;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers whatever failed outside a controller: unknown addresses, wrong methods and media types, the firewall. Clients
 * get problem+json, browsers the error page.
 */
@Controller
class ErrorAnswers implements ErrorController {

    private final Problems problems;
    private final Languages languages;
    private final ObjectProvider<PageWords> words;

    ErrorAnswers(Problems problems, Languages languages, ObjectProvider<PageWords> words) {
        this.problems = problems;
        this.languages = languages;
        this.words = words;
    }

    @RequestMapping("/error")
    ModelAndView error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int status = failed instanceof Integer code && code >= 400 && code < 600 ? code : 404;
        String path = Problems.path(request);
        boolean api = Languages.isApi(request);
        var locale = api ? Languages.accepted(request) : languages.resolveLocale(request);
        Problem problem = problems.of(status, code(status), locale, path);
        if (api || !wantsHtml(request)) {
            problems.write(response, problem);
            return null;
        }
        ModelAndView page = new ModelAndView("error", HttpStatusCode.valueOf(status));
        // a body beyond every limit was not read, and asking for its fields would only fail again
        PageWords known = status == HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE ? null : words.getIfAvailable();
        return page.addObject("problem", problem)
                .addObject("kept", known == null ? List.of() : known.typed(request, locale));
    }

    private static boolean wantsHtml(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && (accept.contains("text/html") || accept.contains("application/xhtml+xml"));
    }

    /** The stable code of a protocol status. */
    static String code(int status) {
        return switch (status) {
            case 400 -> "http.malformed";
            case 401 -> "http.not-signed-in";
            case 403 -> "http.forbidden";
            case 404 -> "http.missing";
            case 405 -> "http.method";
            case 406 -> "http.not-acceptable";
            case 413 -> "http.too-large";
            case 415 -> "http.media-type";
            case 429 -> "http.too-many";
            case 503 -> "http.unavailable";
            default -> status < 500 ? "http.malformed" : "http.internal";
        };
    }
}
