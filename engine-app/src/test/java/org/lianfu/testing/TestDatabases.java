package org.lianfu.testing;

import java.util.concurrent.atomic.AtomicInteger;

/** Hands out empty databases: H2 in memory, or a schema on the one MariaDB (or MySQL) server of this JVM. */
public final class TestDatabases {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabases() {}

    /** The kinds of database that every statement of ours must run on. */
    public enum Kind {
        H2,
        MARIADB
    }

    /** Where an empty database is to be found. */
    public record Address(String url, String user, String password) {}

    /** A new empty database; {@code hint} only makes its name readable. */
    public static Address fresh(Kind kind, String hint) {
        String name =
                "t%d_%s".formatted(COUNT.incrementAndGet(), hint.toLowerCase().replaceAll("[^a-z0-9]", ""));
        name = name.substring(0, Math.min(40, name.length()));
        return kind == Kind.H2
                ? new Address(
                        "jdbc:h2:mem:" + name
                                + ";MODE=MySQL;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000",
                        "sa",
                        "")
                : TestMariaDb.running()
                        .schema(name + "_" + ProcessHandle.current().pid());
    }
}
