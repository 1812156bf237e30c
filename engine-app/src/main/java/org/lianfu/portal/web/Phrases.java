package org.lianfu.portal.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lianfu.calendar.Calendars;
import org.lianfu.calendar.Term;
import org.lianfu.directory.Directory;
import org.lianfu.directory.Person;
import org.lianfu.form.FormView;
import org.lianfu.form.Row;
import org.lianfu.http.Messages;
import org.lianfu.portal.Deadline;
import org.lianfu.portal.FaultLine;
import org.lianfu.portal.Holder;
import org.lianfu.portal.Narrator;
import org.lianfu.portal.Tag;
import org.lianfu.portal.Tag.Tone;
import org.lianfu.program.Program;
import org.lianfu.program.Programs;
import org.lianfu.program.RoleDef;
import org.lianfu.review.StepClock;
import org.lianfu.shared.Fault;
import org.lianfu.shared.Refused;
import org.lianfu.shared.Times;
import org.lianfu.shared.Words;
import org.springframework.stereotype.Component;

/** Turns codes into what people read: states, organisations, posts, deadlines, faults. */
@Component
class Phrases {

    private final Messages messages;
    private final Directory directory;
    private final Programs programs;
    private final Calendars calendars;
    private final Clock clock;

    Phrases(Messages messages, Directory directory, Programs programs, Calendars calendars, Clock clock) {
        this.messages = messages;
        this.directory = directory;
        this.programs = programs;
        this.calendars = calendars;
        this.clock = clock;
    }

    String text(String key, Locale locale) {
        return messages.text(key, locale);
    }

    String text(String key, Locale locale, Map<String, ?> arguments) {
        return messages.text(key, locale, arguments);
    }

    Tag status(String status, Locale locale) {
        Tone tone =
                switch (status) {
                    case "DRAFT", "WITHDRAWN", "EXPIRED", "CLOSED" -> Tone.QUIET;
                    case "SUPPLEMENT_REQUESTED", "PAYMENT_RETURNED" -> Tone.YOURS;
                    case "APPROVED", "PAID", "SETTLED" -> Tone.GOOD;
                    case "NOT_ACCEPTED", "DECLINED" -> Tone.BAD;
                    default -> Tone.RUNNING;
                };
        return new Tag(messages.text("status." + status, locale), tone);
    }

    String outcome(String outcome, Locale locale) {
        return outcome == null ? null : messages.text("outcome." + outcome, locale);
    }

    /** The outcome as the task page offers it. */
    String choice(String outcome, Locale locale) {
        return messages.has("portal.outcome." + outcome) ? messages.text("portal.outcome." + outcome, locale) : outcome;
    }

    String org(String code, Locale locale) {
        return RoleDef.SYSTEM.equals(code)
                ? messages.text("portal.system", locale)
                : directory.nameOf(code).in(locale);
    }

    /** Posts outside any program: of personas, of the person signed in. */
    String role(String code, Locale locale) {
        String key = "role." + code;
        return messages.has(key) ? messages.text(key, locale) : code;
    }

    /**
     * Who has or did something.
     *
     * @param roles one role code, or several with commas between
     * @param login null or empty when the reader may not know the person
     */
    Holder holder(Program program, String org, String roles, String login, Locale locale) {
        String role = RoleDef.SYSTEM.equals(org) ? "" : Narrator.role(program, roles.split(",")[0], locale);
        return new Holder(org(org, locale), role, person(login, locale));
    }

    String person(String login, Locale locale) {
        return login == null || login.isEmpty()
                ? null
                : directory
                        .person(login)
                        .map(Person::name)
                        .map(name -> name.in(locale))
                        .orElse(login);
    }

    Deadline deadline(StepClock clock) {
        return clock.dueAt() == null
                ? null
                : deadline(
                                clock.dueAt(),
                                unit(Term.parse(clock.term())),
                                clock.provisional(),
                                clock.pausedAt() != null,
                                clock.pausedDays())
                        .moved(moved(clock.moved()));
    }

    private Deadline.Moved moved(StepClock.Moved moved) {
        return moved == null ? null : new Deadline.Moved(moved.from(), calendars.citation(moved.notice()));
    }

    /** A deadline of which only the instant is known, counted in working days. */
    Deadline deadline(Long dueMicros, boolean provisional) {
        return dueMicros == null
                ? null
                : deadline(Times.instant(dueMicros), Term.Unit.WORKING_DAYS, provisional, false, 0);
    }

    Deadline deadline(Instant due, Term.Unit unit, boolean provisional, boolean paused, int pausedDays) {
        if (due == null) {
            return null;
        }
        Instant now = clock.instant();
        int left = now.isAfter(due) ? -Math.max(1, days(due, now, unit)) : days(now, due, unit);
        Deadline.Unit shown = unit == Term.Unit.WORKING_DAYS ? Deadline.Unit.WORKING_DAYS : Deadline.Unit.DAYS;
        boolean unsure = provisional || calendars.now().yearOf(Times.date(due)).provisional();
        return new Deadline(due, left, shown, unsure, paused, pausedDays, null);
    }

    private int days(Instant from, Instant to, Term.Unit unit) {
        return calendars.now().daysBetween(from, to, unit);
    }

    private static Term.Unit unit(Term term) {
        return term == null ? Term.Unit.WORKING_DAYS : term.unit();
    }

    /** How long a step may take, in words; null when it has no deadline. */
    String term(Term term, Locale locale) {
        if (term == null) {
            return null;
        }
        String key = "portal.term." + (term.unit() == Term.Unit.WORKING_DAYS ? "working-days" : "days");
        String form = term.count() == 1 ? key + ".one" : key;
        return messages.text(form, locale, Map.of("days", term.count()));
    }

    String sentence(Fault fault, Locale locale) {
        return messages.text("fault." + fault.code(), locale, fault.arguments());
    }

    /** Why an act was refused, in people's words, with the clause that it rests on. */
    String sentence(Refused refused, Locale locale) {
        return sentence(refused, null, locale);
    }

    /** @param program what its steps and posts are called; null to look for them in every newest version */
    String sentence(Refused refused, Program program, Locale locale) {
        Map<String, Object> words = worded(refused.arguments(), program, locale);
        String sentence = messages.text("refusal." + refused.refusal().code(), locale, words);
        String clause = refused.refusal().clause();
        return clause.isEmpty()
                ? sentence
                : sentence + " " + messages.text("portal.refused.clause", locale, Map.of("clause", clause));
    }

    /** The arguments of a refusal as people call them, by what their names say they are. */
    Map<String, Object> worded(Map<String, ?> arguments, Program program, Locale locale) {
        Map<String, Object> worded = new LinkedHashMap<>();
        arguments.forEach((name, value) -> worded.put(
                name,
                value instanceof Words words
                        ? words.in(locale)
                        : worded(name, String.valueOf(value), program, locale)));
        return worded;
    }

    private String worded(String name, String value, Program program, Locale locale) {
        return switch (name) {
            case "step" -> step(value, program, locale);
            case "role" -> each(value, code -> post(code, program, locale), locale);
            case "earlier" -> {
                String post = post(value, program, locale);
                yield post.equals(value) ? step(value, program, locale) : post;
            }
            case "org" -> org(value, locale);
            case "who" -> RoleDef.SYSTEM.equalsIgnoreCase(value) ? text("portal.system", locale) : who(value, locale);
            case "outcome", "what" -> known("outcome.", value, locale);
            case "offered" -> each(value, code -> known("outcome.", code, locale), locale);
            case "status" -> known("status.", value, locale);
            case "state", "needed" -> each(value, code -> known("portal.loan.", code, locale), locale);
            case "when", "since", "until" -> moment(value, locale);
            default -> value;
        };
    }

    /** A person; people of another organisation are told as that organisation. */
    private String who(String value, Locale locale) {
        String person = person(value, locale);
        return person.equals(value) ? org(value, locale) : person;
    }

    private String known(String prefix, String code, Locale locale) {
        return messages.has(prefix + code) ? messages.text(prefix + code, locale) : code;
    }

    private String each(String codes, UnaryOperator<String> word, Locale locale) {
        return Arrays.stream(codes.split("[ ,]+"))
                .map(word)
                .collect(Collectors.joining(messages.text("portal.list-comma", locale)));
    }

    private String step(String element, Program program, Locale locale) {
        return versions(program)
                .filter(version -> version.steps().containsKey(element))
                .findFirst()
                .map(version -> version.step(element).name().in(locale))
                .orElseGet(() -> messages.has("task." + element) ? messages.text("task." + element, locale) : element);
    }

    private String post(String role, Program program, Locale locale) {
        return versions(program)
                .map(version -> Narrator.role(version, role, locale))
                .filter(title -> !title.equals(role))
                .findFirst()
                .orElseGet(() -> role(role, locale));
    }

    private Stream<Program> versions(Program program) {
        return program == null ? programs.newest().stream() : Stream.of(program);
    }

    private static String moment(String value, Locale locale) {
        try {
            return Show.face(locale).at(Instant.parse(value));
        } catch (DateTimeParseException e) {
            return value; // written out by whoever refused, or unknown
        }
    }

    /** The summary of a page that shows {@code rows}. */
    List<FaultLine> lines(List<Fault> faults, List<Row> rows, Locale locale) {
        return faults.stream()
                .map(fault -> {
                    String focus = FormView.focusId(rows, fault.pointer());
                    return new FaultLine(focus == null ? null : "#" + focus, sentence(fault, locale), fault.warning());
                })
                .toList();
    }

    LocalDate today() {
        return Times.date(clock.instant());
    }
}
