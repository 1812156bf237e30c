package org.lianfu.calendar;

import org.lianfu.calendar.store.CalendarYears;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills the calendar's tables at the start and keeps the calendar in memory from then on. */
@Configuration(proxyBeanMethods = false)
class CalendarStart {

    @Bean
    WorkCalendar workCalendar(CalendarYears store, PlatformTransactionManager transactions) {
        CalendarShelf shelf = new CalendarShelf(store);
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        try {
            transaction.executeWithoutResult(status -> shelf.bringUpTo(CalendarShelf.shipped()));
        } catch (DuplicateKeyException e) {
            // another node of the same release started in the same moment and was first; what it stored is checked here
            transaction.executeWithoutResult(status -> shelf.bringUpTo(CalendarShelf.shipped()));
        }
        return shelf.open();
    }
}
