package org.lianfu.http.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.lianfu.http.Languages;
import org.lianfu.http.PageWords;
import org.lianfu.http.Problem;
import org.lianfu.http.Problems;
import org.lianfu.shared.Fault;
import org.lianfu.shared.Refusal;
import org.lianfu.shared.Refused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/** Shows a refusal that a page's controller did not handle itself as the error page, with its own status. */
@ControllerAdvice(annotations = Controller.class)
@Order(100)
class PageAdvice {

    private static final Refusal TOO_LARGE = Refusal.of("http.too-large", Refusal.Kind.TOO_LARGE);

    private final Problems problems;
    private final Languages languages;
    private final ObjectProvider<PageWords> words;

    PageAdvice(Problems problems, Languages languages, ObjectProvider<PageWords> words) {
        this.problems = problems;
        this.languages = languages;
        this.words = words;
    }

    @ExceptionHandler
    ModelAndView refused(Refused refused, HttpServletRequest request) {
        Locale locale = languages.resolveLocale(request);
        PageWords known = words.getIfAvailable();
        Refused said = known == null
                ? refused
                : new Refused(refused.refusal(), known.worded(refused.arguments(), locale), refused.faults());
        Problem problem = problems.of(said, locale, Problems.path(request));
        ModelAndView page = new ModelAndView("error", HttpStatusCode.valueOf(problem.status()));
        return page.addObject("problem", problem)
                .addObject("kept", known == null ? List.of() : known.typed(request, locale));
    }

    /** A form that promised a file and sent none, or was cut off. */
    @ExceptionHandler
    ModelAndView unreadable(MultipartException e, HttpServletRequest request) {
        return e instanceof MaxUploadSizeExceededException
                ? refused(TOO_LARGE.because(), request)
                : refused(Problems.MALFORMED.with(List.of(Fault.of("", "request.no-body"))), request);
    }

    /** Two acts on the same rows at once, and this one lost; nothing of it has happened. */
    @ExceptionHandler
    ModelAndView concurrent(ConcurrencyFailureException e, HttpServletRequest request) {
        return refused(Problems.CONCURRENT.because(), request);
    }
}
