package org.lianfu.portal;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lianfu.calendar.Calendars;
import org.lianfu.http.Messages;
import org.lianfu.program.Program;
import org.lianfu.review.Place;
import org.lianfu.shared.Words;
import org.lianfu.trail.Recorded;
import org.springframework.stereotype.Component;

/** Tells in people's words what the trail says in codes: who did what, to which step, with what outcome. */
@Component
public class Narrator {

    private final Messages messages;
    private final Calendars calendars;

    Narrator(Messages messages, Calendars calendars) {
        this.messages = messages;
        this.calendars = calendars;
    }

    /** What a step is called. */
    public String step(Program program, String element, Locale locale) {
        if (Place.SUPPLEMENT.equals(element)) {
            return messages.text("task.supplement", locale);
        }
        return program.steps().containsKey(element)
                ? program.step(element).name().in(locale)
                : program.label(element, locale);
    }

    /** One entry, of those that the reader sees whole, as a sentence; and that its details were erased, where they were. */
    public String tell(Program program, Recorded entry, Locale locale) {
        Map<String, Object> words = new HashMap<>(entry.data());
        String element = entry.data().get("element");
        if (element != null) {
            words.put("step", step(program, element, locale));
        }
        String outcome = entry.data().get("outcome");
        if (outcome != null) {
            words.put("outcome", messages.text("outcome." + outcome, locale));
        }
        if (entry.to() != null && !entry.to().isEmpty()) {
            words.put("to", messages.text("status." + entry.to(), locale));
        }
        String notice = entry.data().get("notice");
        if (notice != null) {
            words.put("notice", calendars.citation(notice));
        }
        if (entry.amount() != null) {
            words.put("amount", entry.amount().yuan());
        }
        String reasons = entry.data().getOrDefault("reasons", "");
        if (!reasons.isEmpty()) {
            List<String> labels = List.of(reasons.split(",")).stream()
                    .map(code -> code + " " + program.label(code, locale))
                    .toList();
            words.put("reasons", String.join("; ", labels));
        }
        String key = "trail." + entry.type();
        String special = key + "." + entry.data().getOrDefault("reason", "");
        String sentence = messages.text(messages.has(special) ? special : key, locale, words);
        String told = !reasons.isEmpty() ? sentence + messages.text("trail.reasons", locale, words) : sentence;
        return entry.isErased() ? told + messages.text("portal.trail.erased", locale) : told;
    }

    /** What a role is called in this program; its code when the program does not use it. */
    public static String role(Program program, String code, Locale locale) {
        return program.manifest().roles().values().stream()
                .filter(role -> role.role().equals(code))
                .map(role -> role.title())
                .findFirst()
                .orElse(new Words(code, code))
                .in(locale);
    }
}
