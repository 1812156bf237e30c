package org.lianfu.review;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lianfu.calendar.CalendarRefusals;
import org.lianfu.calendar.CalendarYear;
import org.lianfu.calendar.Calendars;
import org.lianfu.calendar.DayChange;
import org.lianfu.calendar.Notice;
import org.lianfu.calendar.NoticeReader;
import org.lianfu.calendar.WorkCalendar;
import org.lianfu.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The counter at which an administrator loads the next holiday notice (放假通知): first a look at what it changes, then one
 * act that stores the year, moves every open deadline and says so in the calendar's chain and in that of each case.
 */
@Component
public class NoticeDesk {

    /** Role of the people who may load a notice. */
    public static final String ADMINISTRATOR = "SYS_ADMIN";

    /** Moves that a preview lists. */
    private static final int SHOWN = 100;

    private final Calendars calendars;
    private final NoticeReader reader;
    private final DeadlineKeeper keeper;
    private final Clock clock;

    NoticeDesk(Calendars calendars, NoticeReader reader, DeadlineKeeper keeper, Clock clock) {
        this.calendars = calendars;
        this.reader = reader;
        this.keeper = keeper;
        this.clock = clock;
    }

    /**
     * What a notice changes.
     *
     * @param replaced the year as it holds now; null when nothing is known of it
     * @param replaces its name, {@code 2027.1}, to be given back with the act; {@code 2027.0} when nothing is known
     */
    public record Preview(Notice notice, CalendarYear replaced, String replaces, List<DayChange> days, Moves moves) {}

    /** What the act did. */
    public record Loaded(CalendarYear year, Moves moves) {}

    /** Reads the file and counts what it would move; changes nothing. */
    @Transactional(readOnly = true)
    public Preview preview(byte[] file, Notice.Card card) {
        Notice notice = reader.read(file, card);
        reader.mustBeNew(notice);
        return new Preview(
                notice,
                holds(notice),
                name(notice),
                calendars.changes(notice),
                keeper.preview(calendars.with(notice), SHOWN));
    }

    /**
     * Loads the notice.
     *
     * @param replaces as the preview gave it: who loads must have seen what it changes
     * @throws org.lianfu.shared.Refused {@link CalendarRefusals#NOTICE_OVERTAKEN} when the year is another one by now
     */
    @Transactional
    public Loaded load(Actor actor, byte[] file, Notice.Card card, String replaces) {
        calendars.lock();
        Notice notice = reader.read(file, card);
        if (!name(notice).equals(replaces)) {
            throw CalendarRefusals.NOTICE_OVERTAKEN.because(said(notice));
        }
        reader.mustBeNew(notice);
        WorkCalendar next = calendars.with(notice);
        CalendarYear stored = calendars.store(
                notice,
                new CalendarYear.Loading(
                        notice.number(), notice.issuedOn(), notice.sha256(), actor.login(), clock.instant()));
        Moves moves = keeper.move(next, actor);
        calendars.record(stored, actor, moves.cases(), moves.deadlines());
        return new Loaded(stored, moves);
    }

    private CalendarYear holds(Notice notice) {
        return calendars.now().year(notice.year()).orElse(null);
    }

    private String name(Notice notice) {
        CalendarYear holds = holds(notice);
        return holds == null ? notice.year() + ".0" : holds.name();
    }

    /** Who has changed the year meanwhile, with what and when. */
    private Map<String, Object> said(Notice notice) {
        CalendarYear holds = holds(notice);
        CalendarYear.Loading loading = holds == null ? null : holds.loading();
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("year", String.valueOf(notice.year()));
        said.put("notice", holds == null ? "-" : holds.citation());
        said.put("who", loading == null ? Actor.SYSTEM.login() : loading.by());
        said.put("when", loading == null ? "-" : loading.at().toString());
        return said;
    }
}
