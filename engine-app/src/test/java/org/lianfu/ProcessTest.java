package org.lianfu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/**
 * The house as a process of its own, started as {@code ./lianfu} starts it: what it prints, whom it lets in, with which
 * exit code it ends. Without the classes and the settings of the tests.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ProcessTest {

    private static final long PATIENCE_SECONDS = 120;
    private static final Pattern READY = Pattern.compile("Lianfu is ready: http://localhost:(\\d+)");

    @TempDir
    Path home;

    @Test
    void theDemoTellsWhereItIsAndAsWhomOneMayComeInAndListensOnThisMachineOnly() throws Exception {
        House house = new House(Map.of("SERVER_PORT", "0"), "--spring.profiles.active=demo");
        int port = house.ready();
        assertThat(house.printed())
                .contains("演示人员，密码为 demo- 加登录名")
                .contains("firm.a firm.a.signer")
                .contains("示例银行甲: bank.a.rm");
        try (Socket here = new Socket()) {
            here.connect(new InetSocketAddress("127.0.0.1", port), 2000);
        }
        // every address of 127.0.0.0/8 is this machine: a house that listened on all would answer here too
        assertThatThrownBy(() -> {
                    try (Socket elsewhere = new Socket()) {
                        elsewhere.connect(new InetSocketAddress("127.0.0.2", port), 2000);
                    }
                })
                .isInstanceOf(ConnectException.class);
        assertThat(home.resolve("keys/data-1.key")).exists();

        house.stop();
        assertThat(house.exitCode()).as("ended by a signal, in good order").isEqualTo(128 + 15);

        House sound = command("trail-verify");
        assertThat(sound.exitCode()).as(sound.printed()).isZero();
        assertThat(sound.printed()).contains("PASS").doesNotContain("BROKEN");
        tamper();
        House broken = command("trail-verify");
        assertThat(broken.exitCode()).as(broken.printed()).isEqualTo(1);
        assertThat(broken.printed()).contains("ZZ_FIN_OFFICE");
    }

    @Test
    void whatCannotBeVerifiedIsNotCalledBroken() throws Exception {
        House away = new House(
                Map.of("LIANFU_DB_URL", "jdbc:mysql://127.0.0.1:1/lianfu"),
                "--command=trail-verify",
                "--spring.profiles.active=demo,mysql",
                "--spring.datasource.hikari.connection-timeout=1000");
        assertThat(away.exitCode()).as(away.printed()).isEqualTo(2);
        refusedInBothLanguages(away, "连接不上数据库", "The database cannot be reached");
    }

    @Test
    void aBrokenPackEndsTheProcess() throws Exception {
        Path packs = home.resolve("packs");
        FileSystemUtils.copyRecursively(Path.of("src/test/packs"), packs);
        Path yaml = packs.resolve("processes/bicycle-shed/program.yaml");
        Files.writeString(yaml, Files.readString(yaml).replace("chief: {org: ZZ_IIT", "chief: {org: ZZ_MOON"));
        House house = new House(
                Map.of("SERVER_PORT", "0"), "--spring.profiles.active=demo", "--lianfu.program.folders=" + packs);
        assertThat(house.exitCode()).as(house.printed()).isEqualTo(1);
        refusedInBothLanguages(
                house,
                "项目包未通过检查",
                "a program pack was refused",
                "processes/bicycle-shed/program.yaml /roles/chief: the directory has no organisation ZZ_MOON",
                "改正以上各处后重新启动",
                "Mend each of these");
    }

    @Test
    void missingKeysEndTheProcess() throws Exception {
        House house = new House(
                Map.of(
                        "SERVER_PORT",
                        "0",
                        "LIANFU_KEYS_DIR",
                        home.resolve("none").toString()),
                "--spring.profiles.active=demo",
                "--lianfu.keys.create=false");
        assertThat(house.exitCode()).as(house.printed()).isEqualTo(1);
        refusedInBothLanguages(
                house, "没有数据密钥", "No data key", home.resolve("none/data-1.key").toString());
    }

    @Test
    void anAddressOfTheDatabaseThatTheEngineCannotWorkWithEndsTheProcess() throws Exception {
        House house = new House(
                Map.of("LIANFU_DB_URL", "jdbc:mysql://127.0.0.1:1/lianfu?sendFractionalSeconds=true"),
                "--spring.profiles.active=demo,mysql");
        assertThat(house.exitCode()).as(house.printed()).isEqualTo(1);
        refusedInBothLanguages(house, "与流程引擎的要求相反", "which the engine cannot work with", "去掉该参数", "Leave it out");
    }

    @Test
    void aCommandThatIsNotThereIsNamed() throws Exception {
        House unknown = new House(Map.of(), "--command=fly", "--spring.profiles.active=demo");
        assertThat(unknown.exitCode()).as(unknown.printed()).isEqualTo(2);
        assertThat(unknown.printed()).contains("未知的命令", "unknown command: fly");
    }

    private static void refusedInBothLanguages(House house, String... words) throws IOException {
        assertThat(house.printed()).contains(words).doesNotContain("\tat ", "Caused by:", "Lianfu is ready");
    }

    private House command(String name) throws IOException {
        return new House(Map.of(), "--command=" + name, "--spring.profiles.active=demo");
    }

    /** Somebody with the database's password changes one byte of one entry. */
    private void tamper() throws Exception {
        try (Connection database = DriverManager.getConnection(
                        "jdbc:h2:file:" + home.resolve("lianfu") + ";MODE=MySQL", "sa", "");
                var rows = database.createStatement()
                        .executeQuery("select id, body from trl_entry where subject_id = 'ZZ_FIN_OFFICE' and seq = 1");
                var change = database.prepareStatement("update trl_entry set body = ? where id = ?")) {
            assertThat(rows.next()).isTrue();
            byte[] body = rows.getBytes("body");
            body[body.length / 2] ^= 1;
            change.setBytes(1, body);
            change.setString(2, rows.getString("id"));
            assertThat(change.executeUpdate()).isEqualTo(1);
        }
    }

    /** One process of the house and what it has printed. */
    private final class House {

        private final Process process;
        private final Path output = Files.createTempFile(home, "printed", ".txt");

        House(Map<String, String> environment, String... arguments) throws IOException {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Dfile.encoding=UTF-8",
                    "-Dstdout.encoding=UTF-8",
                    "-Dstderr.encoding=UTF-8",
                    "-Duser.timezone=Asia/Shanghai",
                    "-cp",
                    classPath(),
                    "org.lianfu.Lianfu"));
            command.addAll(List.of(arguments));
            command.add("--lianfu.data=" + home);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("LIANFU_") || name.startsWith("SERVER_"));
            builder.environment().putAll(environment);
            process = builder.start();
        }

        /** Waits for the ready message and answers the port that it names. */
        int ready() throws Exception {
            for (int i = 0; i < PATIENCE_SECONDS * 10 && process.isAlive(); i++) {
                Matcher told = READY.matcher(printed());
                if (told.find()) {
                    return Integer.parseInt(told.group(1));
                }
                Thread.sleep(100);
            }
            process.destroyForcibly();
            throw new AssertionError("did not come up: " + printed());
        }

        void stop() {
            process.destroy();
        }

        int exitCode() throws Exception {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError("did not end: " + printed());
            }
            return process.exitValue();
        }

        String printed() throws IOException {
            return Files.readString(output);
        }

        private String classPath() {
            String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
            return Arrays.stream(all.split(File.pathSeparator))
                    .filter(entry -> !entry.contains("test-classes"))
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }
}
