package org.lianfu.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lianfu.portal.FaultLine;
import org.lianfu.portal.TypedForm;
import org.lianfu.shared.Refused;
import org.springframework.stereotype.Component;

/** What the forms of the administrators' pages do alike when they are refused: nothing typed is lost, passwords apart. */
@Component
class AdminForms {

    private final Phrases phrases;

    AdminForms(Phrases phrases) {
        this.phrases = phrases;
    }

    static TypedForm typed(String form, HttpServletRequest request) {
        Map<String, String> values = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, all) -> values.put(name, all[0]));
        values.remove("password");
        return new TypedForm(form, values);
    }

    /**
     * Each fault linked to its field, whose id is the form's name and the field's, with a hyphen between.
     *
     * @param first field that a refusal without faults of its own leads to
     */
    List<FaultLine> faults(Refused refused, String form, String first, Locale locale) {
        if (refused.faults().isEmpty()) {
            return List.of(new FaultLine("#" + form + "-" + first, phrases.sentence(refused, locale), false));
        }
        List<FaultLine> lines = new ArrayList<>();
        refused.faults().forEach(fault -> {
            String field = fault.pointer().substring(1).replace('/', '-');
            String name = phrases.text("portal.directory.field." + field, locale);
            lines.add(new FaultLine(
                    "#" + form + "-" + field,
                    phrases.text(
                            "portal.directory.fault",
                            locale,
                            Map.of("field", name, "fault", phrases.sentence(fault, locale))),
                    fault.warning()));
        });
        return lines;
    }
}
