package org.lianfu.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianfu.calendar.store.CalendarYears;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

class CalendarShelfTest {

    private JdbcTemplate sql;
    private SqlSession session;
    private CalendarShelf shelf;

    @BeforeEach
    void fill() {
        DataSource database = new DriverManagerDataSource(
                "jdbc:h2:mem:" + java.util.UUID.randomUUID() + ";MODE=MySQL;DB_CLOSE_DELAY=-1");
        new ResourceDatabasePopulator(new ClassPathResource("sql/V030__calendar.sql")).execute(database);
        sql = new JdbcTemplate(database);
        Configuration configuration =
                new Configuration(new Environment("test", new JdbcTransactionFactory(), database));
        configuration.addMapper(CalendarYears.class);
        session = new SqlSessionFactoryBuilder().build(configuration).openSession(true);
        shelf = new CalendarShelf(session.getMapper(CalendarYears.class));
    }

    @AfterEach
    void close() {
        session.close();
        sql.execute("shutdown");
    }

    @Test
    void the_shipped_years_are_stored_once_and_read_back() {
        shelf.bringUpTo(CalendarShelf.shipped());
        shelf.bringUpTo(CalendarShelf.shipped());
        assertThat(count("cal_year")).isEqualTo(10);
        WorkCalendar calendar = shelf.open();
        assertThat(calendar.addWorkingDays(LocalDate.of(2026, 2, 13), 3)).isEqualTo("2026-02-25");
        assertThat(calendar.years())
                .extracting(CalendarYear::kind)
                .containsExactly(concat(4, CalendarYear.Kind.NOTICE, 6, CalendarYear.Kind.PROVISIONAL));
    }

    @Test
    void a_notice_for_a_provisional_year_becomes_its_next_version() {
        shelf.bringUpTo(CalendarShelf.shipped());
        shelf.bringUpTo(List.of(notice("https://example.invalid/2027", LocalDate.of(2027, 1, 1))));
        assertThat(shelf.open().yearOf(LocalDate.of(2027, 1, 1)))
                .satisfies(year -> assertThat(year.version()).isEqualTo(2))
                .satisfies(year -> assertThat(year.provisional()).isFalse());
        assertThat(sql.queryForObject("select count(*) from cal_year where year_no = 2027", Integer.class))
                .as("the provisional version stays, so that an old deadline can be explained")
                .isEqualTo(2);
    }

    @Test
    void a_release_that_does_not_know_the_notice_leaves_it_alone() {
        shelf.bringUpTo(List.of(notice("https://example.invalid/2027", LocalDate.of(2027, 1, 1))));
        shelf.bringUpTo(CalendarShelf.shipped());
        assertThat(shelf.open().yearOf(LocalDate.of(2027, 1, 1)).provisional()).isFalse();
    }

    @Test
    void other_days_under_the_same_notice_stop_the_start() {
        shelf.bringUpTo(List.of(notice("https://example.invalid/2027", LocalDate.of(2027, 1, 1))));
        CalendarYear changed = notice("https://example.invalid/2027", LocalDate.of(2027, 1, 4));
        assertThatThrownBy(() -> shelf.bringUpTo(List.of(changed)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("2027")
                .hasMessageContaining("https://example.invalid/2027")
                .hasMessageContaining("name the new notice");
    }

    @Test
    void a_second_notice_for_a_year_is_a_further_version() {
        shelf.bringUpTo(List.of(notice("https://example.invalid/2027", LocalDate.of(2027, 1, 1))));
        shelf.bringUpTo(List.of(notice("https://example.invalid/2027-b", LocalDate.of(2027, 1, 4))));
        assertThat(shelf.open().isWorkingDay(LocalDate.of(2027, 1, 4))).isFalse();
        shelf.bringUpTo(List.of(notice("https://example.invalid/2027", LocalDate.of(2027, 1, 1))));
        assertThat(count("cal_year")).as("the first one is known already").isEqualTo(2);
    }

    @Test
    void days_changed_behind_our_back_are_found() {
        shelf.bringUpTo(CalendarShelf.shipped());
        sql.update("delete from cal_day where on_date = DATE '2026-01-04'");
        assertThatThrownBy(() -> shelf.open()).hasMessageContaining("2026 version 1");
    }

    @Test
    void a_broken_file_names_its_row() {
        List<String[]> twice = List.of("2027-01-01,OFF,元旦,2027,u".split(","), "2027-01-01,OFF,元旦,2027,u".split(","));
        assertThatThrownBy(() -> Notices.read(twice)).hasMessageContaining("2027-01-01 twice");
        List<String[]> elsewhere = List.<String[]>of("2026-03-01,OFF,元旦,2027,u".split(","));
        assertThatThrownBy(() -> Notices.read(elsewhere)).hasMessageContaining("2026-03-01");
        List<String[]> incomplete = List.<String[]>of("2027,春节初一,2027-02-06".split(","));
        assertThatThrownBy(() -> HolidayLaw.read(incomplete)).hasMessageContaining("清明 of 2027");
        assertThatThrownBy(() -> Csv.rows("f.csv", "a,b", "# c\nb,a\n")).hasMessageContaining("a,b");
        assertThatThrownBy(() -> Csv.rows("f.csv", "a,b", "a,b\n1\n")).hasMessageContaining("2 columns: 1");
        assertThatThrownBy(() -> Csv.rows("/sql/data/none.csv", "a")).hasMessageContaining("none.csv is missing");
    }

    private static CalendarYear notice(String source, LocalDate off) {
        var days = new TreeMap<LocalDate, CalendarYear.Day>();
        days.put(off, new CalendarYear.Day(false, "元旦"));
        return new CalendarYear(2027, 0, CalendarYear.Kind.NOTICE, source, days);
    }

    private int count(String table) {
        return sql.queryForObject("select count(*) from " + table, Integer.class);
    }

    private static CalendarYear.Kind[] concat(int n, CalendarYear.Kind a, int m, CalendarYear.Kind b) {
        CalendarYear.Kind[] all = new CalendarYear.Kind[n + m];
        java.util.Arrays.fill(all, 0, n, a);
        java.util.Arrays.fill(all, n, n + m, b);
        return all;
    }
}
