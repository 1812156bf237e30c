package org.lianfu.review;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.lianfu.application.Application;
import org.lianfu.application.CaseFile;
import org.lianfu.application.Decision;
import org.lianfu.calendar.Calendars;
import org.lianfu.calendar.Due;
import org.lianfu.calendar.Term;
import org.lianfu.calendar.WorkCalendar;
import org.lianfu.program.Manifest;
import org.lianfu.program.Program;
import org.lianfu.program.StepDef;
import org.lianfu.shared.Times;
import org.springframework.stereotype.Component;

/** Sets the clocks of steps by the working-day calendar. */
@Component
class Deadlines {

    private final Calendars calendars;

    Deadlines(Calendars calendars) {
        this.calendars = calendars;
    }

    /**
     * A running clock.
     *
     * @param term null when the step has no deadline
     * @param watched whether something happens by itself at the deadline
     */
    StepClock start(Instant now, Term term, boolean watched) {
        if (term == null) {
            return StepClock.endless(now);
        }
        Due due = calendars.now().due(now, term, 0);
        return new StepClock(
                now,
                term.toString(),
                now,
                due.at(),
                due.provisional(),
                due.version(),
                null,
                0,
                watched ? afterwards(due.at()) : null,
                null);
    }

    /**
     * The clock of a step that lapses: the clock watch acts when so many months have passed since the decision of the case,
     * the last day included; at the deadline nothing happens by itself.
     */
    static StepClock lapsing(StepClock clock, StepDef def, CaseFile file) {
        Decision decision = file.application().decision();
        if (def.lapse() == null || decision == null || !(file.facts().get(def.lapse()) instanceof Long months)) {
            return clock;
        }
        return clock.dueToAct(Times.date(decision.decidedAt())
                .plusMonths(months)
                .plusDays(1)
                .atStartOfDay(Times.ZONE)
                .toInstant());
    }

    /** A clock that has run out runs its whole term once more, from now. */
    StepClock again(StepClock spent, Instant now) {
        if (spent.term() == null) {
            return spent;
        }
        StepClock anew = start(now, Term.parse(spent.term()), true);
        return new StepClock(
                spent.openedAt(),
                anew.term(),
                now,
                anew.dueAt(),
                anew.provisional(),
                anew.calendarVersion(),
                null,
                0,
                anew.actAt(),
                null);
    }

    /** A clock that stood still runs again: the days it stood still are added to its term. */
    StepClock resume(StepClock stopped, Instant now, boolean watched) {
        if (stopped.term() == null) {
            return StepClock.endless(stopped.openedAt());
        }
        WorkCalendar calendar = calendars.now();
        Term term = Term.parse(stopped.term());
        int days = stopped.pausedDays() + calendar.daysBetween(stopped.pausedAt(), now, term.unit());
        Due due = calendar.due(stopped.runsFrom(), term, days);
        return new StepClock(
                stopped.openedAt(),
                stopped.term(),
                stopped.runsFrom(),
                due.at(),
                due.provisional(),
                due.version(),
                null,
                days,
                watched ? afterwards(due.at()) : null,
                null);
    }

    /**
     * A running clock as another calendar counts it. Days that were given back for pauses stay as they were counted. Nobody
     * becomes late by a notice: a deadline that has not passed yet ends with today at the earliest.
     *
     * @return the same clock when the calendar has nothing new to say about it, when it stands still or has no deadline
     */
    static StepClock recount(StepClock clock, WorkCalendar calendar, Instant now) {
        if (clock.term() == null || clock.pausedAt() != null) {
            return clock;
        }
        Due due = calendar.due(clock.runsFrom(), Term.parse(clock.term()), clock.pausedDays());
        if (due.version().equals(clock.calendarVersion())) {
            return clock;
        }
        Instant at = notLate(clock.dueAt(), due.at(), now);
        boolean moves = !at.equals(clock.dueAt());
        boolean lapses = clock.actAt() != null
                && clock.actAt().isAfter(now)
                && clock.actAt().isAfter(afterwards(clock.dueAt()));
        return new StepClock(
                clock.openedAt(),
                clock.term(),
                clock.runsFrom(),
                at,
                due.provisional(),
                due.version(),
                null,
                clock.pausedDays(),
                clock.actAt() == null || !moves || lapses ? clock.actAt() : afterwards(at),
                moves ? new StepClock.Moved(clock.dueAt(), news(due.version(), clock)) : clock.moved());
    }

    /**
     * A promised date as another calendar counts it; one that has passed, or would have passed by the count, stays.
     *
     * @param promised the date as it stands
     */
    static Instant recountPromise(
            Program program,
            Instant submittedAt,
            Instant promised,
            int pausedDays,
            WorkCalendar calendar,
            Instant now) {
        Instant counted = promise(program, submittedAt, pausedDays, calendar);
        return counted == null || counted.isBefore(now) || promised.isBefore(now) ? promised : counted;
    }

    /** A date that was still to come does not become one that is over. */
    private static Instant notLate(Instant before, Instant counted, Instant now) {
        boolean over = counted.isBefore(now) && !before.isBefore(now);
        return over
                ? Times.date(now)
                        .plusDays(1)
                        .atStartOfDay(Times.ZONE)
                        .toInstant()
                        .minusNanos(1_000)
                : counted;
    }

    /** The first version of a year that the clock was not counted with: the notice that is the cause. */
    private static String news(String version, StepClock clock) {
        Set<String> known = Set.of(clock.calendarVersion().split("\\+"));
        return Arrays.stream(version.split("\\+"))
                .filter(year -> !known.contains(year))
                .findFirst()
                .orElse(version);
    }

    private static Instant afterwards(Instant due) {
        return due.plusNanos(1_000);
    }

    /**
     * By when the decision is promised, after the clock stood still for the applicant: the promised term from the
     * submission, longer by every pause.
     *
     * @param steps all steps of the case; pauses that are over count
     * @return null when the program promises nothing
     */
    Instant promise(Program program, Application application, List<Step> steps) {
        Term term = program.term(Manifest.PROMISE);
        if (term == null) {
            return null;
        }
        int paused = steps.stream().mapToInt(s -> s.clock().pausedDays()).sum();
        return promise(program, application.submittedAt(), paused, calendars.now());
    }

    /** @return null when the program promises nothing */
    static Instant promise(Program program, Instant submittedAt, int pausedDays, WorkCalendar calendar) {
        Term term = program.term(Manifest.PROMISE);
        return term == null ? null : calendar.due(submittedAt, term, pausedDays).at();
    }
}
