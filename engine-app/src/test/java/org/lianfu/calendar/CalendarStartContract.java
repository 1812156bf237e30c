package org.lianfu.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lianfu.calendar.store.CalendarYears;
import org.lianfu.testing.ModuleTest;
import org.lianfu.trail.Chain;
import org.lianfu.trail.Recorded;
import org.lianfu.trail.Subject;
import org.lianfu.trail.Trail;
import org.lianfu.trail.Verdict;
import org.lianfu.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** The calendar as the product starts it, on one database. */
@ModuleTest
@Import({CalendarStart.class, CalendarChains.class, CalendarStartContract.Evidence.class})
abstract class CalendarStartContract {

    private static final Subject CHINA = new Subject("calendar", "CN");

    @Autowired
    Calendars calendars;

    @Autowired
    CalendarYears store;

    @Autowired
    CalendarChains chains;

    @Autowired
    Trail trail;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    PlatformTransactionManager transactions;

    /** The trail, with what it stands on. */
    @TestConfiguration(proxyBeanMethods = false)
    @ComponentScan(basePackageClasses = {Trail.class, Vault.class})
    static class Evidence {}

    @Test
    void the_tables_are_filled_before_the_first_question() {
        assertThat(calendars.now().years()).hasSize(10).allSatisfy(year -> assertThat(year.version())
                .isEqualTo(1));
        assertThat(calendars.now().addWorkingDays(LocalDate.of(2023, 9, 28), 1)).isEqualTo("2023-10-07");
        assertThat(calendars.now().addWorkingDays(LocalDate.of(2027, 2, 4), 1)).isEqualTo("2027-02-11");
    }

    @Test
    void every_year_that_came_to_hold_stands_in_the_calendars_chain_and_a_second_start_adds_nothing() {
        new CalendarStart().calendars(store, chains, transactions, event -> {});

        List<Recorded> entries = trail.page(CHINA, 0, 100);
        assertThat(entries).hasSize(10).allSatisfy(entry -> {
            assertThat(entry.type()).isEqualTo("calendar.year-stored");
            assertThat(entry.login()).isEqualTo("system");
        });
        assertThat(entries)
                .extracting(entry -> entry.data().get("year"))
                .containsExactlyElementsOf(IntStream.rangeClosed(2023, 2032)
                        .mapToObj(String::valueOf)
                        .toList());
        assertThat(entries)
                .extracting(entry -> entry.evidence().get(0).sha256())
                .containsExactlyElementsOf(calendars.now().years().stream()
                        .map(CalendarYear::checksum)
                        .toList());
        assertThat(trail.verify(CHINA).isSound()).isTrue();
    }

    @Test
    void an_entry_that_is_cut_off_is_found() {
        Chain end = chains.chain("CN").orElseThrow();
        sql.update("update cal_chain set trail_seq = trail_seq + 1 where id = 'CN'");
        assertThat(trail.verifyAll().stream().filter(v -> v.subject().equals(CHINA)))
                .singleElement()
                .satisfies(verdict -> assertThat(verdict.flaws())
                        .extracting(Verdict.Flaw::code)
                        .containsExactly(Verdict.Code.HEAD));
        sql.update("update cal_chain set trail_seq = ? where id = 'CN'", end.seq());
        assertThat(trail.verify(CHINA).isSound()).isTrue();
    }
}
