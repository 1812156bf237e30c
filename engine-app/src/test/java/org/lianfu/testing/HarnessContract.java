package org.lianfu.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** The harness itself, on one database. */
@ModuleTest
abstract class HarnessContract {

    @Autowired
    JdbcTemplate sql;

    @Autowired
    Clock clock;

    @Autowired
    TestClock testClock;

    @Test
    void theIsolationIsReadCommitted() {
        Integer isolation = sql.execute((ConnectionCallback<Integer>) Connection::getTransactionIsolation);
        assertThat(isolation).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
    }

    @Test
    void theClockIsTheTestsClockAndMovesOnlyWhenTold() {
        assertThat(clock.instant()).isEqualTo(TestClock.START);
        testClock.advance(Duration.ofDays(1));
        assertThat(clock.instant()).isEqualTo(TestClock.START.plus(Duration.ofDays(1)));
    }

    @Test
    void namesAreComparedByCaseAndKeepRareCharacters() {
        sql.execute("create table harness_probe (name varchar(20) not null primary key)"
                + " ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin");
        sql.update("insert into harness_probe (name) values (?), (?), (?)", "a", "A", "𠮷");
        assertThat(sql.queryForList("select name from harness_probe order by name", String.class))
                .containsExactly("A", "a", "𠮷");
        sql.execute("drop table harness_probe");
    }
}
