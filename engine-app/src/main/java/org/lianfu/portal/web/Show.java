package org.lianfu.portal.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lianfu.http.Messages;
import org.lianfu.portal.Deadline;
import org.lianfu.portal.FaultLine;
import org.lianfu.portal.ProgramLine;
import org.lianfu.portal.Tag;
import org.lianfu.portal.Tag.Tone;
import org.lianfu.portal.TaskLine;
import org.lianfu.shared.Money;
import org.lianfu.shared.Times;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** How money, days, sizes and states are written for people, in the language of the page. Templates call it {@code @show}. */
@Component("show")
public class Show {

    private static final DateTimeFormatter AT_ZH = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter AT_EN = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_EN = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final int SHORT_HASH = 12;

    private final Messages messages;
    private final Clock clock;

    Show(Messages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }

    /** How an instant looks in a language, for sentences made in Java. */
    public record Face(boolean english) {

        public String at(Instant at) {
            return at == null ? "" : (english ? AT_EN : AT_ZH).format(at.atZone(Times.ZONE));
        }

        /** The day alone, of an instant or a date. */
        public String day(TemporalAccessor at) {
            if (at == null) {
                return "";
            }
            LocalDate day = at instanceof Instant instant ? Times.date(instant) : LocalDate.from(at);
            return english ? DAY_EN.format(day) : DateTimeFormatter.ISO_LOCAL_DATE.format(day);
        }
    }

    static Face face(Locale locale) {
        return new Face("en".equals(locale.getLanguage()));
    }

    /** A sentence of the bundles, without arguments. */
    public String text(String key) {
        return messages.text(key, locale());
    }

    public String text(String key, Map<String, ?> arguments) {
        return messages.text(key, locale(), arguments);
    }

    /** Whole yuan with separators; fen only where there are any. */
    public String money(Money money) {
        if (money == null) {
            return "";
        }
        long fen = Math.abs(money.fen());
        String sign = money.fen() < 0 ? "-" : "";
        String yuan = String.format(Locale.ROOT, "%s%,d", sign, fen / 100);
        String amount = fen % 100 == 0 ? yuan : String.format(Locale.ROOT, "%s.%02d", yuan, fen % 100);
        return text("portal.money", Map.of("amount", amount));
    }

    public String at(Instant at) {
        return face(locale()).at(at);
    }

    /** The day alone, of an instant or a date. */
    public String day(TemporalAccessor at) {
        return face(locale()).day(at);
    }

    /** From when to when; null is a beginning or an end that the books do not have. */
    public String days(LocalDate from, LocalDate to) {
        boolean begins = from != null && from.getYear() > 1900;
        if (!begins && to == null) {
            return text("portal.directory.no-end");
        }
        Map<String, String> words = Map.of("from", begins ? day(from) : "", "to", to == null ? "" : day(to));
        return text("portal.directory.days-" + (!begins ? "until" : to == null ? "since" : "both"), words);
    }

    public int year(Instant at) {
        return Times.date(at).getYear();
    }

    public String iso(TemporalAccessor at) {
        if (at instanceof Instant instant) {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                    instant.atZone(Times.ZONE).withNano(0));
        }
        return at == null ? "" : at.toString();
    }

    public String now() {
        return at(clock.instant());
    }

    /** What is left of a deadline, in the days that it is counted in. */
    public String left(Deadline deadline) {
        if (deadline.paused()) {
            return text("portal.deadline.paused");
        }
        String unit = deadline.unit().name().toLowerCase(Locale.ROOT).replace('_', '-');
        int days = Math.abs(deadline.daysLeft());
        String form = deadline.daysLeft() < 0 ? "late" : days == 0 ? "today" : "left";
        String many = days == 1 ? "one." : "";
        return "today".equals(form)
                ? text("portal.deadline.today")
                : text("portal.deadline." + form + "." + many + unit, Map.of("days", days));
    }

    public String size(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        long tenths = bytes < 1024 * 1024 ? bytes * 10 / 1024 : bytes * 10 / (1024 * 1024);
        return tenths / 10 + "." + tenths % 10 + (bytes < 1024 * 1024 ? " KB" : " MB");
    }

    public String shortHash(String hash) {
        return hash == null || hash.length() <= SHORT_HASH ? hash : hash.substring(0, SHORT_HASH);
    }

    public boolean onlyWarnings(List<FaultLine> faults) {
        return faults.stream().allMatch(FaultLine::warning);
    }

    /** Icon that says what the colour says. */
    public String toneIcon(Tone tone) {
        return switch (tone) {
            case QUIET -> "dot";
            case RUNNING -> "clock";
            case YOURS -> "hand";
            case GOOD -> "check";
            case BAD -> "alert";
        };
    }

    /** What a data attribute holds: words with spaces between. */
    public String words(List<String> words) {
        return String.join(" ", words);
    }

    /** Key of the advice for an error page. */
    public String errorNext(int status) {
        String key = "portal.error.next." + status;
        return messages.has(key) ? key : "portal.error.next." + (status < 500 ? 400 : 500);
    }

    /** State of a seat in the inbox. */
    public Tag seatTag(TaskLine task) {
        if (task.outcome() != null) {
            return new Tag(task.outcome(), Tone.QUIET);
        }
        if (task.mine()) {
            return new Tag(text("portal.seat.mine"), Tone.YOURS);
        }
        if (task.claimedBy() != null) {
            return new Tag(text("portal.seat.taken", Map.of("who", task.claimedBy())), Tone.QUIET);
        }
        return new Tag(text("portal.seat.open"), Tone.RUNNING);
    }

    /** Whether a program is open and fits. */
    public Tag fitTag(ProgramLine program) {
        if (!program.open()) {
            return new Tag(text("portal.program.closed"), Tone.QUIET);
        }
        return switch (program.fit()) {
            case FITS -> new Tag(text("portal.fit.FITS"), Tone.GOOD);
            case NOT_YET -> new Tag(text("portal.fit.NOT_YET"), Tone.BAD);
            case UNKNOWN -> new Tag(text("portal.program.open"), Tone.RUNNING);
        };
    }
}
