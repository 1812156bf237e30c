package org.lianfu.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lianfu.form.Row;
import org.lianfu.http.Languages;
import org.lianfu.http.Problem;
import org.lianfu.http.Problems;
import org.lianfu.portal.KeptScreen;
import org.lianfu.shared.Refused;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What every page does alike: show a screen, show a refusal without losing what was typed. */
@Component
class PageTools {

    private final Problems problems;
    private final Languages languages;

    PageTools(Problems problems, Languages languages) {
        this.problems = problems;
        this.languages = languages;
    }

    static ModelAndView show(String view, Object screen) {
        return new ModelAndView(view).addObject("screen", screen);
    }

    /** The screen again, with what is wrong in it. */
    static ModelAndView again(String view, Object screen, int status) {
        ModelAndView page = new ModelAndView(view, HttpStatusCode.valueOf(status));
        return page.addObject("screen", screen).addObject("hasFaults", true);
    }

    static ModelAndView to(String address) {
        return new ModelAndView("redirect:" + address);
    }

    /** Every value of every control, as the form's reader wants them. */
    static Map<String, List<String>> posted(HttpServletRequest request) {
        Map<String, List<String>> posted = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> posted.put(name, Arrays.asList(values)));
        return posted;
    }

    /** The error page of a refusal, with what was typed below it to be copied. */
    ModelAndView refused(Refused refused, HttpServletRequest request) {
        Problem problem = problems.of(refused, languages.resolveLocale(request), Problems.path(request));
        List<KeptScreen.Field> kept = request.getParameterMap().entrySet().stream()
                .filter(field -> isWords(field.getKey(), field.getValue()))
                .map(field -> new KeptScreen.Field(field.getKey(), String.join(", ", field.getValue()), true))
                .toList();
        return new ModelAndView("error", HttpStatusCode.valueOf(problem.status()))
                .addObject("problem", problem)
                .addObject("kept", kept);
    }

    private static boolean isWords(String name, String[] values) {
        boolean technical = name.startsWith("_")
                || name.equals("edition")
                || name.toLowerCase(Locale.ROOT).contains("password");
        return !technical && Arrays.stream(values).anyMatch(value -> !value.isBlank());
    }

    /** Tells the page's script what is saved and what the answers hide now. */
    static void tellSaved(HttpServletResponse response, List<Row> rows, String edition) {
        String hidden = String.join(" ", Row.hiddenIn(rows));
        response.setHeader(
                "HX-Trigger", "{\"lianfu:saved\":{\"hidden\":\"" + hidden + "\",\"edition\":\"" + edition + "\"}}");
    }
}
