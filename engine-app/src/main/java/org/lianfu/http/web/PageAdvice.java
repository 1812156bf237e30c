package org.lianfu.http.web;

import jakarta.servlet.http.HttpServletRequest;
import org.lianfu.http.Languages;
import org.lianfu.http.Problem;
import org.lianfu.http.Problems;
import org.lianfu.shared.Refused;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Shows a refusal that a page's controller did not handle itself as the error page, with its own status. */
@ControllerAdvice(annotations = Controller.class)
@Order(100)
class PageAdvice {

    private final Problems problems;
    private final Languages languages;

    PageAdvice(Problems problems, Languages languages) {
        this.problems = problems;
        this.languages = languages;
    }

    @ExceptionHandler
    ModelAndView refused(Refused refused, HttpServletRequest request) {
        Problem problem = problems.of(refused, languages.resolveLocale(request), Problems.path(request));
        ModelAndView page = new ModelAndView("error", HttpStatusCode.valueOf(problem.status()));
        return page.addObject("problem", problem);
    }
}
