package org.lianfu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lianfu.shared.Ids;
import org.lianfu.testing.TestDatabases;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What a site reads when the house cannot start: what, where, how to mend it, in both languages; no stack trace. */
@ExtendWith(OutputCaptureExtension.class)
class StartReportTest {

    @TempDir
    Path home;

    private void refused(CapturedOutput output, String url, List<String> settings, String... words) {
        List<String> all = new ArrayList<>(List.of(
                "--spring.profiles.active=demo" + (url.startsWith("jdbc:mysql:") ? ",mysql" : ""),
                "--spring.datasource.url=" + url,
                "--spring.datasource.hikari.connection-timeout=2000",
                "--lianfu.data=" + home,
                "--lianfu.keys.dir=" + home.resolve("keys"),
                "--lianfu.background=false",
                settings.stream().anyMatch(s -> s.startsWith("--server.port"))
                        ? "--server.tomcat.threads.max=10"
                        : "--server.port=0"));
        all.addAll(settings);
        assertThatThrownBy(() -> SpringApplication.run(Lianfu.class, all.toArray(String[]::new)))
                .isNotNull();
        assertThat(output.getAll()).contains(words).doesNotContain("\tat org.", "Caused by:");
    }

    private static String memory() {
        return "jdbc:h2:mem:start" + Ids.next() + ";MODE=MySQL";
    }

    @Test
    void withoutADataKey(CapturedOutput output) {
        refused(
                output,
                memory(),
                List.of("--lianfu.keys.create=false"),
                "没有数据密钥",
                home.resolve("keys/data-1.key").toString(),
                "openssl rand -hex 32",
                "LIANFU_KEYS_DIR");
    }

    @Test
    void withAShortDataKey(CapturedOutput output) throws IOException {
        Files.writeString(Files.createDirectories(home.resolve("keys")).resolve("data-1.key"), "0123");
        refused(output, memory(), List.of(), "数据密钥不完整", "64 hex digits", "data-1.key");
    }

    @Test
    void withADatabaseThatIsAway(CapturedOutput output) {
        refused(output, "jdbc:mysql://127.0.0.1:1/lianfu", List.of(), "连接不上数据库", "LIANFU_DB_URL");
    }

    @Test
    void withAWrongPasswordOfTheDatabase(CapturedOutput output) {
        TestDatabases.Address database = TestDatabases.fresh(TestDatabases.Kind.MARIADB, "start");
        refused(
                output,
                database.url(),
                List.of("--spring.datasource.username=nobody", "--spring.datasource.password=wrong"),
                "数据库拒绝了用户名或密码",
                "LIANFU_DB_PASSWORD");
    }

    @Test
    void withAPortThatIsTaken(CapturedOutput output) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            refused(
                    output,
                    memory(),
                    List.of("--server.port=" + taken.getLocalPort()),
                    "端口 " + taken.getLocalPort() + " 已被占用",
                    "SERVER_PORT");
        }
    }
}
