package org.lianfu.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianfu.testing.OnMariaDb;

@OnMariaDb(shared = "engine")
class EngineSchemaMariaDbTest extends EngineSchemaContract {

    /** The engine's own script makes them in utf8mb3, in which a rare character of a name is lost. */
    @Test
    void everyTextOfEveryTableIsInUtf8mb4() {
        List<String> texts = sql.queryForList(
                "select concat(table_name, '.', column_name, ' ', character_set_name) from information_schema.columns"
                        + " where table_schema = database() and character_set_name is not null",
                String.class);
        assertThat(texts)
                .hasSizeGreaterThan(150)
                .filteredOn(text -> text.startsWith("ACT_"))
                .hasSizeGreaterThan(60);
        assertThat(texts).allMatch(text -> text.endsWith(" utf8mb4"));
    }
}
