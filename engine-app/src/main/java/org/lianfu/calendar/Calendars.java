package org.lianfu.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lianfu.shared.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The calendar that holds now, in memory; a notice replaces it at its commit, on this node at once and on every other
 * within half a minute. Stores what an administrator loads.
 */
public class Calendars {

    private final CalendarShelf shelf;
    private final CalendarChains chains;
    private final ApplicationEventPublisher events;
    private volatile Edition present;

    /** @param end number of the last entry of the calendar's chain when this was read */
    private record Edition(long end, WorkCalendar calendar, Map<String, CalendarYear> versions) {}

    Calendars(CalendarShelf shelf, CalendarChains chains, ApplicationEventPublisher events) {
        this.shelf = shelf;
        this.chains = chains;
        this.events = events;
        this.present = read();
    }

    public WorkCalendar now() {
        return present.calendar();
    }

    /** One version of a year by its name, {@code 2027.2}, also one that holds no more. */
    public Optional<CalendarYear> version(String name) {
        return Optional.ofNullable(present.versions().get(name));
    }

    /** What people call the notice behind {@code 2027.2}; the name itself where it is not known. */
    public String citation(String name) {
        return version(name).map(CalendarYear::citation).orElse(name);
    }

    /** Reads the calendar again when another node has stored a year. */
    @Scheduled(fixedDelayString = "${lianfu.calendar.every:30s}", initialDelayString = "${lianfu.calendar.every:30s}")
    void lookAgain() {
        if (chains.end() != present.end()) {
            replace();
        }
    }

    /** The days of the year, and of the December before, that this notice would make other days than they are now. */
    public List<DayChange> changes(Notice notice) {
        WorkCalendar before = now();
        WorkCalendar after = with(notice);
        List<DayChange> changes = new ArrayList<>();
        LocalDate end = LocalDate.of(notice.year(), 12, 31);
        for (LocalDate day = LocalDate.of(notice.year() - 1, 12, 1); !day.isAfter(end); day = day.plusDays(1)) {
            if (before.works(day) != after.works(day)) {
                CalendarYear.Day listed = notice.days().get(day);
                changes.add(new DayChange(day, after.works(day), listed == null ? "" : listed.name()));
            }
        }
        return changes;
    }

    /** The calendar as it would be with this notice. */
    public WorkCalendar with(Notice notice) {
        return now().with(notice.asYear(nextVersion(notice.year()), null));
    }

    /** The calendar as it will be with this notice, when everybody who stores years has been shut out by {@link #lock}. */
    public CalendarYear store(Notice notice, CalendarYear.Loading loading) {
        CalendarYear year = notice.asYear(nextVersion(notice.year()), loading);
        shelf.add(year);
        return year;
    }

    /** Nobody else stores years until the running transaction ends; what others have stored until now is known. */
    public void lock() {
        chains.lock();
        if (chains.end() != present.end()) {
            replace();
        }
    }

    /** Writes the act into the calendar's chain; with its commit the calendar is replaced. */
    public void record(CalendarYear loaded, Actor by, int cases, int deadlines) {
        chains.append(loaded, by, cases, deadlines);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                add(loaded);
            }
        });
    }

    private int nextVersion(int year) {
        return now().year(year).map(CalendarYear::version).orElse(0) + 1;
    }

    private void replace() {
        synchronized (this) {
            present = read();
        }
        events.publishEvent(new CalendarChanged());
    }

    /**
     * After a commit nothing may be read with its connection any more: the new year is added to what is known. Somebody who
     * waited for the lock may have read it already.
     */
    private void add(CalendarYear loaded) {
        synchronized (this) {
            if (!present.versions().containsKey(loaded.name())) {
                List<CalendarYear> all = new ArrayList<>(present.versions().values());
                all.add(loaded);
                present = edition(present.end() + 1, all);
            }
        }
        events.publishEvent(new CalendarChanged());
    }

    private Edition read() {
        // the end first: what is stored between the two is read again at the next look, and never overlooked
        long end = chains.end();
        return edition(end, shelf.versions());
    }

    private static Edition edition(long end, List<CalendarYear> versions) {
        return new Edition(
                end,
                new WorkCalendar(versions),
                versions.stream().collect(Collectors.toMap(CalendarYear::name, Function.identity())));
    }
}
