package org.lianfu.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianfu.shared.Refused;
import org.lianfu.shared.Times;

class WorkCalendarTest {

    private final WorkCalendar calendar = new WorkCalendar(
            CalendarShelf.shipped().stream().map(year -> year.as(1)).toList());

    @ParameterizedTest
    @CsvSource({
        "2023-04-21, 5, 2023-04-27",
        "2023-09-28, 1, 2023-10-07",
        "2023-09-28, 5, 2023-10-11",
        "2024-02-08, 1, 2024-02-09",
        "2024-02-08, 5, 2024-02-21",
        "2024-04-30, 20, 2024-05-30",
        "2024-09-13, 5, 2024-09-23",
        "2025-01-24, 5, 2025-02-07",
        "2025-09-26, 7, 2025-10-13",
        "2026-02-13, 3, 2026-02-25",
        "2026-09-18, 5, 2026-09-24",
        "2026-09-30, 20, 2026-11-03",
        "2023-12-29, 5, 2024-01-08",
        "2027-02-04, 1, 2027-02-11",
        "2027-04-30, 1, 2027-05-05",
        "2027-09-30, 1, 2027-10-06"
    })
    void the_start_day_is_excluded(LocalDate start, int days, LocalDate end) {
        assertThat(calendar.addWorkingDays(start, days)).isEqualTo(end);
        assertThat(calendar.workingDaysBetween(start, end)).isEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource({
        "2023, 249", "2024, 251", "2025, 248", "2026, 248", "2027, 248",
        // by the law 13 days of rest fall on Mondays to Fridays: weekdays of the year less 13
        "2028, 247", "2029, 248", "2030, 248", "2031, 248", "2032, 249"
    })
    void working_days_of_a_year(int year, int days) {
        long counted = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(calendar::isWorkingDay)
                .count();
        assertThat(counted).isEqualTo(days);
    }

    @Test
    void make_up_days_work_and_bridged_days_rest() {
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 1, 4)))
                .as("a Sunday made up")
                .isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 1, 2)))
                .as("a Friday bridged")
                .isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2024, 2, 9)))
                .as("除夕 of 2024")
                .isTrue();
    }

    @Test
    void two_holidays_on_one_day_are_both_given() {
        // 2031: 中秋 is 1 October; the 13th day is made up on the first working day after 国庆
        assertThat(calendar.isWorkingDay(LocalDate.of(2031, 10, 6))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2031, 10, 7))).isTrue();
    }

    @Test
    void a_term_ends_with_its_last_day_and_names_the_versions() {
        Due due = calendar.due(at("2026-09-18T09:30:00"), Term.parse("5wd"), 0);
        assertThat(due.at()).isEqualTo(at("2026-09-24T23:59:59.999999"));
        assertThat(due.provisional()).isFalse();
        assertThat(due.version()).isEqualTo("2026.1");
        assertThat(Times.instant(Times.micros(due.at()))).as("survives storing").isEqualTo(due.at());
    }

    @Test
    void the_start_counts_as_its_day_in_Shanghai() {
        // 16:30 UTC on the 17th is the 18th in Shanghai
        assertThat(calendar.due(Instant.parse("2026-09-17T16:30:00Z"), Term.parse("5wd"), 0)
                        .at())
                .isEqualTo(at("2026-09-24T23:59:59.999999"));
    }

    @Test
    void paused_days_are_added() {
        assertThat(calendar.due(at("2026-09-18T09:30:00"), Term.parse("3wd"), 2).at())
                .isEqualTo(at("2026-09-24T23:59:59.999999"));
        assertThat(calendar.due(at("2026-03-02T09:30:00"), Term.parse("30d"), 2).at())
                .isEqualTo(at("2026-04-03T23:59:59.999999"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-01, 30, 2026-10-08", // last day 1 October: after 国庆
        "2026-01-05, 27, 2026-02-02", // last day Sunday 1 February: weekly rest
        "2026-01-05, 40, 2026-02-14", // last day a Saturday that is made up: works
        "2026-03-02, 30, 2026-04-01"
    })
    void a_term_of_natural_days_ends_after_the_rest(String start, int days, String end) {
        assertThat(calendar.due(at(start + "T10:00:00"), Term.naturalDays(days), 0)
                        .at())
                .isEqualTo(at(end + "T23:59:59.999999"));
    }

    @Test
    void a_deadline_in_a_provisional_year_says_so() {
        Due due = calendar.due(at("2026-12-30T10:00:00"), Term.parse("5wd"), 0);
        assertThat(due.provisional()).isTrue();
        assertThat(due.version()).isEqualTo("2026.1+2027.1");
        assertThat(calendar.yearOf(LocalDate.of(2027, 1, 1)).provisional()).isTrue();
        assertThat(calendar.yearOf(LocalDate.of(2026, 1, 1)).source()).contains("content_7047091");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2022-12-30", "2033-01-01"})
    void a_year_outside_the_table_is_refused_by_name(LocalDate day) {
        assertThatThrownBy(() -> calendar.isWorkingDay(day)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.refusal()).isEqualTo(WorkCalendar.YEAR_UNKNOWN);
            assertThat(refused.arguments().get("year")).isEqualTo(String.valueOf(day.getYear()));
            assertThat(refused.arguments().get("first")).isEqualTo("2023");
            assertThat(refused.arguments().get("last")).isEqualTo("2032");
        });
        assertThatThrownBy(() -> calendar.due(at("2032-12-30T10:00:00"), Term.parse("9wd"), 0))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> calendar.due(at("2032-12-30T10:00:00"), Term.parse("9d"), 0))
                .isInstanceOf(Refused.class);
    }

    @Test
    void a_pause_is_counted_in_the_unit_of_its_term() {
        Instant from = at("2026-09-30T15:00:00");
        Instant to = at("2026-10-09T09:00:00");
        assertThat(calendar.workingDaysBetween(from, to)).isEqualTo(2);
        assertThat(calendar.daysBetween(from, to, Term.Unit.WORKING_DAYS)).isEqualTo(2);
        assertThat(calendar.daysBetween(from, to, Term.Unit.NATURAL_DAYS)).isEqualTo(9);
        assertThat(calendar.workingDaysBetween(from, from.plusSeconds(60))).isZero();
        assertThat(calendar.daysBetween(to, from, Term.Unit.NATURAL_DAYS)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "wd", "0wd", "-1d", "5 wd", "5WD", "12345d", "5h"})
    void a_term_is_written_in_one_way(String text) {
        assertThatThrownBy(() -> Term.parse(text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Term.parse(null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_term_prints_as_it_is_written() {
        assertThat(Term.parse("5wd")).isEqualTo(Term.workingDays(5)).hasToString("5wd");
        assertThat(Term.parse("30d")).isEqualTo(Term.naturalDays(30)).hasToString("30d");
    }

    private static Instant at(String local) {
        return java.time.LocalDateTime.parse(local).atZone(Times.ZONE).toInstant();
    }
}
