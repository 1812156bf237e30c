package org.lianfu.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;

/**
 * The real server of the tests, one per JVM: the one of {@code LIANFU_TEST_DB_URL} when set, else {@code mariadbd} started
 * on a private data directory and a free port, installed first where root and apt allow. Ended by its process at JVM exit.
 */
public final class TestMariaDb {

    /** What the house sets, in its address and in application-mysql.yml. */
    private static final String FLAGS = "?nullDatabaseMeansCurrent=true&sendFractionalSeconds=false&cachePrepStmts=true"
            + "&prepStmtCacheSize=512&prepStmtCacheSqlLimit=4096&useServerPrepStmts=true&useLocalSessionState=true";

    private static final String URL = System.getenv("LIANFU_TEST_DB_URL");

    private static TestMariaDb running;

    private final String server;
    private final String user;
    private final String password;
    private final List<String> schemas = new ArrayList<>();

    private TestMariaDb(String server, String user, String password) {
        this.server = server;
        this.user = user;
        this.password = password;
    }

    /** Whether a server is given, present, or can be installed here. */
    public static boolean available() {
        return URL != null || program("mariadbd") != null || install();
    }

    public static synchronized TestMariaDb running() {
        if (running == null) {
            running = URL != null ? given() : start();
        }
        return running;
    }

    /** Creates an empty schema, dropped at JVM exit. */
    public synchronized TestDatabases.Address schema(String name) {
        execute("create database `" + name + "` character set utf8mb4 collate utf8mb4_bin");
        schemas.add(name);
        return new TestDatabases.Address(server + name + FLAGS, user, password);
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(server + FLAGS, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql + " on " + server, e);
        }
    }

    private static TestMariaDb given() {
        String server = URL.replaceAll("(jdbc:mysql://[^/?]+).*", "$1/");
        TestMariaDb given = new TestMariaDb(
                server,
                System.getenv().getOrDefault("LIANFU_TEST_DB_USER", "root"),
                System.getenv().getOrDefault("LIANFU_TEST_DB_PASSWORD", ""));
        atExit(() -> given.schemas.forEach(schema -> given.execute("drop database `" + schema + "`")));
        return given;
    }

    private static TestMariaDb start() {
        try {
            if (!available()) {
                throw new IllegalStateException("no mariadbd on the path, and it cannot be installed here: install"
                        + " mariadb-server, or name a server in LIANFU_TEST_DB_URL, _USER, _PASSWORD");
            }
            Path home = Files.createTempDirectory("lianfu-mariadb");
            Path log = home.resolve("log");
            String me = "--user=" + System.getProperty("user.name");
            Process install = launch(
                    log,
                    List.of(
                            program("mariadb-install-db"),
                            "--no-defaults",
                            "--datadir=" + home.resolve("data"),
                            me,
                            "--auth-root-authentication-method=normal",
                            "--skip-test-db"));
            if (!install.waitFor(180, TimeUnit.SECONDS) || install.exitValue() != 0) {
                throw new IllegalStateException("mariadb-install-db failed: " + Files.readString(log));
            }
            int port = freePort();
            // what makes data durable only costs time here; everything else is as in production
            Process server = launch(
                    log,
                    List.of(
                            program("mariadbd"),
                            "--no-defaults",
                            "--datadir=" + home.resolve("data"),
                            me,
                            "--port=" + port,
                            "--bind-address=127.0.0.1",
                            "--socket=" + home.resolve("s"),
                            "--pid-file=" + home.resolve("pid"),
                            "--tmpdir=" + home,
                            "--skip-name-resolve",
                            "--skip-log-bin",
                            "--innodb-flush-log-at-trx-commit=0",
                            "--innodb-doublewrite=0",
                            "--innodb-flush-method=nosync",
                            "--innodb-buffer-pool-size=96M",
                            "--innodb-log-file-size=64M",
                            "--max-connections=400",
                            "--max-allowed-packet=64M",
                            "--transaction-isolation=READ-COMMITTED"));
            atExit(() -> end(server, home));
            TestMariaDb ready = new TestMariaDb("jdbc:mysql://127.0.0.1:" + port + "/", "root", "");
            ready.await(server, log);
            return ready;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void await(Process process, Path log) throws IOException, InterruptedException {
        for (int i = 0; i < 1200 && process.isAlive(); i++) {
            try (Connection ignored = DriverManager.getConnection(server + FLAGS, user, password)) {
                return;
            } catch (SQLException notYet) {
                Thread.sleep(100);
            }
        }
        throw new IllegalStateException("mariadbd did not come up: " + Files.readString(log));
    }

    private static Process launch(Path log, List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private static void end(Process server, Path home) {
        try {
            server.destroy();
            if (!server.waitFor(20, TimeUnit.SECONDS)) {
                server.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            }
            try (Stream<Path> files = Files.walk(home)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            server.destroyForcibly();
        }
    }

    private static void atExit(Runnable act) {
        // after the contexts are closed: the engine still asks for a connection when it stops
        SpringApplication.getShutdownHandlers().add(act);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String program(String name) {
        return Stream.of((System.getenv("PATH") + ":/usr/sbin:/usr/local/sbin").split(":"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElse(null);
    }

    private static boolean install() {
        if (!"root".equals(System.getProperty("user.name")) || program("apt-get") == null) {
            return false;
        }
        try {
            Process apt = new ProcessBuilder(
                            "sh",
                            "-c",
                            "apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq mariadb-server")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return apt.waitFor(600, TimeUnit.SECONDS) && apt.exitValue() == 0 && program("mariadbd") != null;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
