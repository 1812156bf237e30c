package org.lianfu.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The one database of a run: the server of {@code LIANFU_BENCH_DB_URL} (on this machine, because its processor time is
 * read from {@code /proc}), else a MariaDB of our own on a private data directory and a free port, which writes every
 * commit to disk. Ended by its process when the run ends.
 */
final class BenchDatabase {

    private static final String FLAGS = "?nullDatabaseMeansCurrent=true&sendFractionalSeconds=false";

    private final String server;
    private final String user;
    private final String password;
    private final long pid;

    private BenchDatabase(String server, String user, String password, long pid) {
        this.server = server;
        this.user = user;
        this.password = password;
        this.pid = pid;
    }

    static BenchDatabase running() throws Exception {
        String url = System.getenv("LIANFU_BENCH_DB_URL");
        return url == null || url.isBlank() ? started() : given(url);
    }

    String url(String schema) {
        return server + schema + FLAGS;
    }

    String user() {
        return user;
    }

    String password() {
        return password;
    }

    /** Process id of the server. */
    long pid() {
        return pid;
    }

    /** An empty schema of that name; one that was there is dropped. */
    void create(String schema) {
        execute("drop database if exists `" + schema + "`");
        execute("create database `" + schema + "` character set utf8mb4 collate utf8mb4_bin");
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url(""), user, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql + " on " + server, e);
        }
    }

    private static BenchDatabase given(String url) throws Exception {
        String server = url.replaceAll("(jdbc:mysql://[^/?]+).*", "$1/");
        String user = System.getenv().getOrDefault("LIANFU_BENCH_DB_USER", "root");
        String password = System.getenv().getOrDefault("LIANFU_BENCH_DB_PASSWORD", "");
        try (Connection connection = DriverManager.getConnection(server + FLAGS, user, password);
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select @@pid_file, @@datadir, @@innodb_flush_log_at_trx_commit")) {
            row.next();
            Path pidFile = Path.of(row.getString(2)).resolve(row.getString(1));
            if (!Files.isReadable(pidFile)) {
                throw new Untrustworthy(
                        "the server of LIANFU_BENCH_DB_URL keeps its process id in " + pidFile
                                + ", which cannot be read here: its processor time cannot be measured. Name a server of this machine.");
            }
            if (row.getInt(3) != 1) {
                throw new Untrustworthy("the server of LIANFU_BENCH_DB_URL does not write every commit to disk: set"
                        + " innodb_flush_log_at_trx_commit=1");
            }
            return new BenchDatabase(
                    server,
                    user,
                    password,
                    Long.parseLong(Files.readString(pidFile).strip()));
        }
    }

    private static BenchDatabase started() throws Exception {
        if (program("mariadbd") == null) {
            throw new Untrustworthy(
                    "no mariadbd on the path: install mariadb-server, or name a server of this machine in"
                            + " LIANFU_BENCH_DB_URL, _USER, _PASSWORD");
        }
        Path home = Files.createTempDirectory("lianfu-bench");
        Path log = home.resolve("log");
        String me = "--user=" + System.getProperty("user.name");
        String data = "--datadir=" + home.resolve("data");
        Process install = launch(
                log,
                List.of(
                        program("mariadb-install-db"),
                        "--no-defaults",
                        data,
                        me,
                        "--auth-root-authentication-method=normal",
                        "--skip-test-db"));
        if (!install.waitFor(180, TimeUnit.SECONDS) || install.exitValue() != 0) {
            install.destroyForcibly();
            throw new IllegalStateException("mariadb-install-db failed: " + Files.readString(log));
        }
        int port = freePort();
        Process process = launch(
                log,
                List.of(
                        program("mariadbd"),
                        "--no-defaults",
                        data,
                        me,
                        "--port=" + port,
                        "--bind-address=127.0.0.1",
                        "--socket=" + home.resolve("s"),
                        "--pid-file=" + home.resolve("pid"),
                        "--skip-name-resolve",
                        "--skip-log-bin",
                        "--innodb-flush-log-at-trx-commit=1",
                        "--innodb-buffer-pool-size=256M",
                        "--innodb-log-file-size=256M",
                        "--transaction-isolation=READ-COMMITTED"));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process, home), "bench-database-end"));
        BenchDatabase database = new BenchDatabase("jdbc:mysql://127.0.0.1:" + port + "/", "root", "", process.pid());
        for (int i = 0; i < 600 && process.isAlive(); i++) {
            try (Connection ignored = DriverManager.getConnection(database.url(""), "root", "")) {
                return database;
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

    private static void end(Process process, Path home) {
        try {
            process.destroy();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            }
            try (Stream<Path> files = Files.walk(home)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        } catch (IOException e) {
            System.err.println("bench: could not remove " + home + ": " + e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
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
}
