package org.lianfu.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lianfu.form.Row;
import org.lianfu.http.Problems;
import org.lianfu.program.Program;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.ModelAndView;

/** What every page does alike: show a screen, show a refusal without losing what was typed. */
final class PageTools {

    private PageTools() {}

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

    /** Tells the page's script what is saved and what the answers hide now. */
    static void tellSaved(HttpServletResponse response, List<Row> rows, String edition) {
        String hidden = String.join(" ", Row.hiddenIn(rows));
        response.setHeader(
                "HX-Trigger", "{\"lianfu:saved\":{\"hidden\":\"" + hidden + "\",\"edition\":\"" + edition + "\"}}");
    }

    /** The XML of one picture of a program; {@code part} is empty for the whole. */
    static ResponseEntity<String> diagram(Program program, String part) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .body(program.picture(part)
                        .orElseThrow(Problems.MISSING::because)
                        .bpmn());
    }
}
