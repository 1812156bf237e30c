package org.lianfu.scenario;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Puts what cases write back to how it was when the house first opened, so that no scenario sees another's. */
final class FreshTables {

    private final JdbcTemplate sql;
    private List<String> tables;

    FreshTables(DataSource database) {
        this.sql = new JdbcTemplate(database);
    }

    void restore() {
        if (tables == null) {
            tables = sql.queryForList("""
                    select table_name from information_schema.tables
                    where table_schema = schema() and table_type = 'BASE TABLE'
                      and lower(table_name) not like 'flyway%' and lower(table_name) not like 'prg\\_%'
                      and lower(table_name) not like 'cal\\_%' and lower(table_name) not like 'dir\\_%'
                      and lower(table_name) not like 'act\\_re\\_%' and lower(table_name) not like 'act\\_ge\\_%'
                    """, String.class);
            tables.forEach(t -> sql.execute("create table \"first_%s\" as select * from \"%s\"".formatted(t, t)));
            return;
        }
        sql.execute("set referential_integrity false");
        for (String table : tables) {
            sql.execute("truncate table \"%s\"".formatted(table));
            sql.execute("insert into \"%s\" select * from \"first_%s\"".formatted(table, table));
        }
        sql.execute("set referential_integrity true");
    }
}
