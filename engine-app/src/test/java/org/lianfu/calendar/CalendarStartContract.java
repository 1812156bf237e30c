package org.lianfu.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.lianfu.testing.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The calendar as the product starts it, on one database. */
@ModuleTest
@Import(CalendarStart.class)
abstract class CalendarStartContract {

    @Autowired
    WorkCalendar calendar;

    @Test
    void the_tables_are_filled_before_the_first_question() {
        assertThat(calendar.years()).hasSize(10).allSatisfy(year -> assertThat(year.version())
                .isEqualTo(1));
        assertThat(calendar.addWorkingDays(LocalDate.of(2023, 9, 28), 1)).isEqualTo("2023-10-07");
        assertThat(calendar.addWorkingDays(LocalDate.of(2027, 2, 4), 1)).isEqualTo("2027-02-11");
    }
}
