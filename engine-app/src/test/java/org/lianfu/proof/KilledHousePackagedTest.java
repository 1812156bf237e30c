package org.lianfu.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lianfu.shared.Times;
import org.lianfu.testing.OnMariaDb;
import org.lianfu.testing.TestDatabases;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The packaged house on a server, under the load of the walk, killed with SIGKILL again and again: what it acknowledged is
 * there, engine and domain agree, what was due is done within a minute of the next start, and the trail verifies. Runs after
 * the package has been made: twice in the test command, five times with {@code ./lianfu prove kill}.
 */
@ExtendWith(OnMariaDb.Present.class)
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class KilledHousePackagedTest {

    private static final int THREADS = 6;
    private static final int CASES_EACH = 6;
    private static final long LOAD_MS = Long.getLong("kill.load", 4000);
    private static final long PATIENCE_MS = 60_000;
    private static final Pattern READY = Pattern.compile("Lianfu is ready: http://localhost:(\\d+)");

    @TempDir
    Path home;

    private final TestDatabases.Address database = TestDatabases.fresh(TestDatabases.Kind.MARIADB, "killed");
    private final JdbcTemplate sql = new JdbcTemplate(pool());
    private final int port = freePort();

    @Test
    void nothing_acknowledged_is_lost_and_the_clerks_resume() throws Exception {
        int kills = Integer.getInteger("kill.times", 2);
        long seed = Long.getLong("walk.seed", System.nanoTime() & 0xffffff);
        Checker checker = new Checker(sql);
        List<String> told = new ArrayList<>();
        Process house = start();
        Walk walk = new Walk(seed, 0, new Town(port), new WallNature());
        try (Walk.Storm storm = walk.storm(THREADS, CASES_EACH)) {
            for (int i = 1; i <= kills; i++) {
                Thread.sleep(LOAD_MS);
                int acknowledged = walk.journal.all().size();
                house.destroyForcibly().waitFor();
                theServerHasLetGo();
                List<Journal.Kept> kept = walk.journal.all();
                assertThat(checker.check())
                        .as("after kill %d, seed %d", i, seed)
                        .isEmpty();
                assertThat(checker.holds(walk.journal))
                        .as("after kill %d, seed %d", i, seed)
                        .isEmpty();
                assertThat(lostFiles(kept)).as("files after kill %d", i).isEmpty();
                int due = timePasses();
                long stopped = System.nanoTime();
                house = start();
                long up = millisSince(stopped);
                told.add("kill %d after %d acts, %d steps fall due, up after %d ms, all that is due done %d ms later"
                        .formatted(i, acknowledged, due, up, resumed()));
            }
            Thread.sleep(LOAD_MS);
        } finally {
            walk.tell(Path.of("target", "walks", getClass().getSimpleName() + "-" + seed + ".txt"));
            System.out.printf("killed, -Dwalk.seed=%d:%n  %s%n  %s%n", seed, String.join("\n  ", told), walk.counts());
        }
        resumed();
        house.destroy();
        house.waitFor();
        assertThat(walk.troubles()).isEmpty();
        assertThat(checker.check()).isEmpty();
        assertThat(checker.holds(walk.journal)).isEmpty();
        Process verify = launch("--command=trail-verify");
        assertThat(verify.waitFor()).as(printed()).isZero();
    }

    private HikariDataSource pool() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(THREADS + 2);
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return pool;
    }

    private Process start() throws Exception {
        Process process = launch("--server.port=" + port);
        for (long begun = System.nanoTime(); millisSince(begun) < 3 * PATIENCE_MS && process.isAlive(); ) {
            Matcher ready = READY.matcher(printed());
            if (ready.find()) {
                return process;
            }
            Thread.sleep(50);
        }
        process.destroyForcibly();
        throw new AssertionError("the house did not come up: " + printed());
    }

    private Process launch(String argument) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dfile.encoding=UTF-8",
                        "-Duser.timezone=Asia/Shanghai",
                        "-jar",
                        jar().toString(),
                        "--spring.profiles.active=demo,mysql",
                        "--lianfu.data=" + home.resolve("data"),
                        argument)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("printed.txt").toFile());
        builder.environment().put("LIANFU_DB_URL", database.url());
        builder.environment().put("LIANFU_DB_USER", database.user());
        builder.environment().put("LIANFU_DB_PASSWORD", database.password());
        return builder.start();
    }

    private String printed() throws IOException {
        Path file = home.resolve("printed.txt");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    /** The package that is to be proved, and not an older one. */
    private static Path jar() throws IOException {
        try (Stream<Path> target = Files.list(Path.of("target").toAbsolutePath());
                Stream<Path> classes = Files.walk(Path.of("target", "classes"))) {
            Path jar = target.filter(file -> file.toString().endsWith("-app.jar"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no package in engine-app/target: run ./lianfu build first"));
            FileTime made = Files.getLastModifiedTime(jar);
            boolean stale = classes.filter(file -> file.toString().endsWith(".class"))
                    .anyMatch(file -> {
                        try {
                            return Files.getLastModifiedTime(file).compareTo(made) > 0;
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    });
            assertThat(stale)
                    .as("the package is older than its classes: run ./lianfu build first")
                    .isFalse();
            return jar;
        }
    }

    /** The server rolls back what the dead house had under way as soon as it notices. */
    private void theServerHasLetGo() {
        for (int i = 0; i < 200; i++) {
            if (sql.queryForObject(
                            "select count(*) from information_schema.innodb_trx where trx_rows_modified + trx_rows_locked > 0",
                            Long.class)
                    == 0) {
                return;
            }
            // the server looks anew only when nobody has asked for a tenth of a second
            LockSupport.parkNanos(150_000_000);
        }
        throw new AssertionError("the server keeps transactions of the dead house");
    }

    /** While the house is down the time of a third of the running clocks runs out. @return how many */
    private int timePasses() {
        long now = Times.micros(Clock.systemUTC().instant());
        List<String> due = sql.queryForList(
                "select id from rev_step where state = 'OPEN' and clock_at > ? and paused_by is null",
                String.class,
                now);
        List<String> third = due.stream().filter(id -> id.hashCode() % 3 == 0).toList();
        for (String step : third) {
            sql.update("update rev_step set due_at = ?, clock_at = ? where id = ?", now, now, step);
            sql.update("update rev_inbox set due_at = ? where step_id = ?", now, step);
        }
        return third.size();
    }

    /** Waits until nothing that was due when it began is left undone. @return milliseconds that it took */
    private long resumed() {
        long begun = System.nanoTime();
        long due = Times.micros(Clock.systemUTC().instant());
        String left;
        do {
            LockSupport.parkNanos(100_000_000);
            left = "deadlines %s, parcels %s, answers of the registry %s"
                    .formatted(
                            count("rev_step where state = 'OPEN' and paused_by is null and clock_at <= " + due),
                            count("out_parcel where state = 'WAITING' and due_at <= " + due),
                            count("crd_sim_filing where answers_left > 0 and answer_at <= " + due));
            if (left.equals("deadlines 0, parcels 0, answers of the registry 0")) {
                return millisSince(begun);
            }
        } while (millisSince(begun) < PATIENCE_MS);
        throw new AssertionError("not resumed within 60 s: " + left);
    }

    private long count(String from) {
        return sql.queryForObject("select count(*) from " + from, Long.class);
    }

    /** Acknowledged files whose bytes are not on the disk as they were sent. */
    private List<String> lostFiles(List<Journal.Kept> kept) throws Exception {
        List<String> lost = new ArrayList<>();
        for (Journal.Kept file : kept) {
            if (file.act() == Journal.Act.ATTACHED && !isWhole(file.detail())) {
                lost.add(file.toString());
            }
        }
        return lost;
    }

    private boolean isWhole(String sha256) throws Exception {
        try (Stream<Path> files = Files.walk(home.resolve("data").resolve("files"))) {
            Path file = files.filter(f -> f.getFileName().toString().contains(sha256))
                    .findFirst()
                    .orElse(null);
            return file != null
                    && HexFormat.of()
                            .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                                    .digest(Files.readAllBytes(file)))
                            .equals(sha256);
        }
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }

    private static int freePort() {
        try (java.net.ServerSocket socket =
                new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The house has its own clerks and the clock on the wall. */
    private final class WallNature extends Nature {

        WallNature() {
            super(KilledHousePackagedTest.this.sql);
        }

        @Override
        LocalDate today() {
            return LocalDate.now(Times.ZONE);
        }

        @Override
        void pass(Random random) {
            // it passes by itself
        }
    }
}
