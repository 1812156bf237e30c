package org.lianfu.engine.migration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * V005: the engine's own tables, from the script in the engine's own jar, so that nothing of it is copied. On MySQL and
 * MariaDB the script asks for three-byte characters, in which a rare character of a Chinese name cannot be stored: utf8mb4
 * takes their place.
 */
public final class EngineSchema implements JavaMigration {

    private static final String SCRIPT = "org/camunda/bpm/engine/db/create/activiti.%s.create.engine.sql";

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("005");
    }

    @Override
    public String getDescription() {
        return "engine";
    }

    @Override
    public Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException, IOException {
        Connection connection = context.getConnection();
        boolean h2 = "H2".equals(connection.getMetaData().getDatabaseProductName());
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements(script(h2 ? "h2" : "mysql"))) {
                statement.execute(sql);
            }
        }
    }

    private static String script(String vendor) throws IOException {
        String name = SCRIPT.formatted(vendor);
        try (InputStream in = EngineSchema.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the engine's jar has no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static List<String> statements(String script) {
        List<String> statements = new ArrayList<>();
        for (String part : script.replaceAll("(?m)^\\s*--.*$", "").split(";\\s*(\\n|$)")) {
            String sql = part.strip();
            if (!sql.isEmpty()) {
                statements.add(sql.replaceAll(
                        "(?i)CHARSET=utf8\\s+COLLATE\\s+utf8_bin", "CHARSET=utf8mb4 COLLATE utf8mb4_bin"));
            }
        }
        return statements;
    }
}
