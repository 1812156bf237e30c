package org.lianfu.calendar;

import java.util.List;
import org.lianfu.calendar.store.CalendarYears;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills the calendar's tables at the start and keeps the calendar in memory from then on. */
@Configuration(proxyBeanMethods = false)
class CalendarStart {

    @Bean
    Calendars calendars(
            CalendarYears store,
            CalendarChains chains,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events) {
        CalendarShelf shelf = new CalendarShelf(store);
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        transaction.executeWithoutResult(status -> {
            // a node of the same release that starts in the same moment waits here, and then finds everything stored
            chains.lock();
            List<CalendarYear> stored = shelf.bringUpTo(CalendarShelf.shipped());
            if (!stored.isEmpty()) {
                chains.append(stored);
            }
        });
        return new Calendars(shelf, chains, events);
    }
}
