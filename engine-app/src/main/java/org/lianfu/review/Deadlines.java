package org.lianfu.review;

import java.time.Instant;
import java.util.List;
import org.lianfu.application.Application;
import org.lianfu.calendar.Due;
import org.lianfu.calendar.Term;
import org.lianfu.calendar.WorkCalendar;
import org.lianfu.program.Manifest;
import org.lianfu.program.Program;
import org.springframework.stereotype.Component;

/** Sets the clocks of steps by the working-day calendar. */
@Component
class Deadlines {

    private final WorkCalendar calendar;

    Deadlines(WorkCalendar calendar) {
        this.calendar = calendar;
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
        Due due = calendar.due(now, term, 0);
        Instant act = watched ? due.at().plusNanos(1_000) : null;
        return new StepClock(now, term.toString(), due.at(), due.provisional(), due.version(), null, 0, act);
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
                anew.dueAt(),
                anew.provisional(),
                anew.calendarVersion(),
                null,
                0,
                anew.actAt());
    }

    /** A clock that stood still runs again: the days it stood still are added to its term. */
    StepClock resume(StepClock stopped, Instant now, boolean watched) {
        if (stopped.term() == null) {
            return StepClock.endless(stopped.openedAt());
        }
        Term term = Term.parse(stopped.term());
        int days = stopped.pausedDays() + calendar.daysBetween(stopped.pausedAt(), now, term.unit());
        Due due = calendar.due(stopped.openedAt(), term, days);
        Instant act = watched ? due.at().plusNanos(1_000) : null;
        return new StepClock(
                stopped.openedAt(), stopped.term(), due.at(), due.provisional(), due.version(), null, days, act);
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
        return calendar.due(application.submittedAt(), term, paused).at();
    }
}
