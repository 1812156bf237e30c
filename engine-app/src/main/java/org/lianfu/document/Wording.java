package org.lianfu.document;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.lianfu.application.Application;
import org.lianfu.calendar.Term;
import org.lianfu.directory.Directory;
import org.lianfu.document.Sheet.Line;
import org.lianfu.document.Sheet.Part;
import org.lianfu.http.Messages;
import org.lianfu.program.Manifest;
import org.lianfu.program.Program;
import org.lianfu.program.RoleDef;
import org.lianfu.shared.Money;
import org.lianfu.shared.Times;
import org.lianfu.trail.Recorded;
import org.springframework.stereotype.Component;

/** How amounts, days, organisations and posts are written in a document, in its language. */
@Component
class Wording {

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Directory directory;
    private final Messages messages;

    Wording(Directory directory, Messages messages) {
        this.directory = directory;
        this.messages = messages;
    }

    /**
     * What a document is about.
     *
     * @param entry that makes it
     * @param all entries of the case, whole
     */
    record Of(Application application, Program program, Recorded entry, List<Recorded> all, Locale locale) {

        List<Recorded> before(String type) {
            return all.stream()
                    .filter(e -> e.type().equals(type) && e.seq() <= entry.seq())
                    .toList();
        }
    }

    static String second(Instant at) {
        return SECOND.format(at.atZone(Times.ZONE));
    }

    Map<String, String> named(Of of) {
        return Map.of(
                "applicant",
                of.application().applicantName(),
                "program",
                of.program().manifest().title().in(of.locale()),
                "bank",
                bank(of));
    }

    String bank(Of of) {
        String bank = of.application().holderBank();
        return bank == null ? "" : org(of, bank);
    }

    /** What the organisation was called on the day of the entry. */
    String org(Of of, String code) {
        return RoleDef.SYSTEM.equals(code)
                ? ""
                : directory
                        .find(code)
                        .map(o -> o.nameOn(Times.date(of.entry().at())).in(of.locale()))
                        .orElse(code);
    }

    /** Organisation and role are told, the person never. */
    static String role(Of of, Recorded entry) {
        return codes(entry.roles()).stream()
                .map(code -> of.program().manifest().roles().values().stream()
                        .filter(role -> role.role().equals(code))
                        .map(role -> role.title().in(of.locale()))
                        .findFirst()
                        .orElse(code))
                .collect(Collectors.joining(" "));
    }

    static List<String> codes(String list) {
        return list == null || list.isEmpty() ? List.of() : List.of(list.split(","));
    }

    String promise(Of of, String day) {
        Term term = of.program().term(Manifest.PROMISE);
        String unit = term.unit() == Term.Unit.WORKING_DAYS ? "term.working-days" : "term.days";
        return text(of, "promise", Map.of("term", text(of, unit, Map.of("days", term.count())), "day", day));
    }

    String outcome(Of of, String outcome) {
        return messages.text("outcome." + outcome, of.locale());
    }

    String money(Of of, Money money) {
        String grouped = String.format(Locale.ROOT, "%,d.%02d", money.fen() / 100, money.fen() % 100);
        return text(of, "money", Map.of("amount", grouped));
    }

    Line line(Of of, String what, String value) {
        return Line.of(text(of, "line." + what, Map.of()), value);
    }

    Part part(Of of, String what, List<Line> lines) {
        return new Part(text(of, "part." + what, Map.of()), lines);
    }

    String text(Of of, String key, Map<String, ?> arguments) {
        return messages.text("document." + key, of.locale(), arguments);
    }
}
