package org.lianfu.review;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lianfu.application.Application;
import org.lianfu.application.Applications;
import org.lianfu.application.Applications.Promised;
import org.lianfu.application.CaseFile;
import org.lianfu.calendar.CalendarChanged;
import org.lianfu.calendar.Calendars;
import org.lianfu.calendar.WorkCalendar;
import org.lianfu.program.Program;
import org.lianfu.program.Programs;
import org.lianfu.review.Moves.Move;
import org.lianfu.shared.Actor;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Times;
import org.lianfu.trail.Entry;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps open deadlines and promised dates as the calendar that holds counts them (docs/adr/0025-holiday-notices.md). Goes
 * through the cases a page at a time; each case is written and put away before the next, so that memory stays bounded.
 */
@Component
public class DeadlineKeeper {

    private static final int PAGE = 200;

    /** Acts that had begun when the calendar changed have ended by then. */
    private static final Duration SETTLED = Duration.ofMinutes(1);

    private final Applications applications;
    private final Programs programs;
    private final Steps steps;
    private final RecentSteps recent;
    private final Inbox inbox;
    private final Calendars calendars;
    private final Clock clock;
    private final TransactionTemplate transaction;

    /** Since when there may be a clock that another calendar has set; null when there is none. */
    private volatile Instant unsureSince;

    DeadlineKeeper(
            Applications applications,
            Programs programs,
            Steps steps,
            RecentSteps recent,
            Inbox inbox,
            Calendars calendars,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.applications = applications;
        this.programs = programs;
        this.steps = steps;
        this.recent = recent;
        this.inbox = inbox;
        this.calendars = calendars;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.unsureSince = Instant.MIN; // a release may have brought a notice with it
    }

    /** What this calendar would move; changes nothing and locks nothing. @param show how many are listed */
    Moves preview(WorkCalendar calendar, int show) {
        Tally tally = new Tally(show);
        each(calendar, tally::add);
        return tally.moves();
    }

    /** Moves every open deadline to where this calendar has it, in the running transaction, as this person's act. */
    Moves move(WorkCalendar calendar, Actor actor) {
        Tally tally = new Tally(0);
        each(calendar, plan -> {
            tally.add(apply(new CaseNo(plan.no()), calendar, actor));
            applications.putAway(new CaseNo(plan.no()));
        });
        return tally.moves();
    }

    @EventListener
    void onChanged(CalendarChanged event) {
        unsureSince = clock.instant();
    }

    @Scheduled(fixedDelayString = "${lianfu.calendar.every:30s}", initialDelayString = "${lianfu.calendar.every:30s}")
    void watch() {
        catchUp();
    }

    /**
     * What began under an earlier calendar and was written after the notice, or what a notice of a new release moves:
     * follows a minute after the calendar has changed, one case a transaction.
     *
     * @return how many cases were changed
     */
    public int catchUp() {
        Instant since = unsureSince;
        if (since == null || since.isAfter(clock.instant().minus(SETTLED))) {
            return 0;
        }
        WorkCalendar calendar = calendars.now();
        int[] changed = {0};
        each(calendar, plan -> {
            transaction.executeWithoutResult(tx -> apply(new CaseNo(plan.no()), calendar, Actor.SYSTEM));
            changed[0]++;
        });
        if (since.equals(unsureSince)) {
            unsureSince = null;
        }
        return changed[0];
    }

    /** The step of the locked case with its clock as the present calendar counts it. */
    Step recount(CaseFile file, Step step) {
        Step after = step.recounted(Deadlines.recount(step.clock(), calendars.now(), clock.instant()));
        if (after != step) {
            file.drawer(CaseSteps.class, () -> recent.of(file)).put(after);
            write(file, step, after, Actor.SYSTEM);
        }
        return after;
    }

    /** What changes in one case. {@code moves} is empty when only the version and the provisional mark do. */
    private record Plan(String no, List<Move> moves) {}

    private void each(WorkCalendar calendar, Consumer<Plan> act) {
        Instant now = clock.instant();
        List<String> page = steps.casesRunning("", PAGE);
        while (!page.isEmpty()) {
            plans(page, calendar, now).forEach(act);
            page = steps.casesRunning(page.get(page.size() - 1), PAGE);
        }
    }

    private List<Plan> plans(List<String> page, WorkCalendar calendar, Instant now) {
        Map<String, List<Steps.Running>> clocks = steps.clocksOf(page);
        Map<String, Integer> paused = steps.pausedOf(page);
        Map<String, Promised> promised =
                applications.promisedAmong(page).stream().collect(Collectors.toMap(Promised::no, Function.identity()));
        List<Plan> plans = new ArrayList<>();
        for (String no : page) {
            List<Move> moves = new ArrayList<>();
            boolean changes = false;
            for (Steps.Running step : clocks.getOrDefault(no, List.of())) {
                StepClock after = Deadlines.recount(step.clock(), calendar, now);
                changes |= after != step.clock();
                if (!after.dueAt().equals(step.clock().dueAt())) {
                    moves.add(new Move(
                            new CaseNo(no), step.element(), step.clock().dueAt(), after.dueAt()));
                }
            }
            Promised waiting = promised.get(no);
            if (waiting != null) {
                Instant from = Times.instant(waiting.promisedAt());
                Instant to = Deadlines.recountPromise(
                        programs.version(waiting.ref()),
                        Times.instant(waiting.submittedAt()),
                        from,
                        paused.getOrDefault(no, 0),
                        calendar,
                        now);
                if (!to.equals(from)) {
                    moves.add(new Move(new CaseNo(no), null, from, to));
                }
            }
            if (changes || !moves.isEmpty()) {
                plans.add(new Plan(no, moves));
            }
        }
        return plans;
    }

    /** Counts the locked case anew and writes it; another act may have changed it since it was planned. */
    private Plan apply(CaseNo no, WorkCalendar calendar, Actor actor) {
        Instant now = clock.instant();
        CaseFile file = applications.open(no);
        List<Move> moves = new ArrayList<>();
        int paused = 0;
        for (Step step : steps.ofCase(no)) {
            paused += step.clock().pausedDays();
            Step after = step.isOpen() ? step.recounted(Deadlines.recount(step.clock(), calendar, now)) : step;
            if (after != step) {
                write(file, step, after, actor);
            }
            if (after.clock().moved() != step.clock().moved()) {
                moves.add(new Move(
                        no,
                        step.place().element(),
                        step.clock().dueAt(),
                        after.clock().dueAt()));
            }
        }
        Application application = file.application();
        Instant from = application.promisedAt();
        if (from != null
                && application.decision() == null
                && !application.status().isEnd()) {
            Program program = programs.version(application.program());
            Instant to = Deadlines.recountPromise(program, application.submittedAt(), from, paused, calendar, now);
            if (!to.equals(from)) {
                file.promise(to);
                file.record(entry("promise.moved", actor, from, to).audience(program.openAudience()));
                moves.add(new Move(no, null, from, to));
            }
        }
        return new Plan(no.value(), moves);
    }

    private void write(CaseFile file, Step before, Step after, Actor actor) {
        file.touched();
        steps.update(after);
        if (after.clock().moved() == before.clock().moved()) {
            return; // the same day, counted by a calendar that is certain now: nobody need be told
        }
        inbox.restate(after);
        file.record(entry(
                        "deadline.moved",
                        actor,
                        before.clock().dueAt(),
                        after.clock().dueAt())
                .about("step", after.id())
                .data("element", after.place().element())
                .data("calendar", after.clock().calendarVersion())
                .data("notice", after.clock().moved().notice())
                .audience(programs.version(file.application().program()).openAudience()));
    }

    private static Entry entry(String type, Actor actor, Instant from, Instant to) {
        return Entry.of(type, actor)
                .data("dueFrom", Times.date(from).toString())
                .data("dueTo", Times.date(to).toString());
    }

    /** Adds up; keeps the first few. */
    private static final class Tally {

        private final int show;
        private final List<Move> first = new ArrayList<>();
        private int cases;
        private int deadlines;
        private int promises;

        Tally(int show) {
            this.show = show;
        }

        void add(Plan plan) {
            cases += plan.moves().isEmpty() ? 0 : 1;
            for (Move move : plan.moves()) {
                deadlines += move.element() == null ? 0 : 1;
                promises += move.element() == null ? 1 : 0;
                if (first.size() < show) {
                    first.add(move);
                }
            }
        }

        Moves moves() {
            return new Moves(cases, deadlines, promises, List.copyOf(first));
        }
    }
}
