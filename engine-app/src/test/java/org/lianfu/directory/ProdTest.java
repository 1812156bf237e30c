package org.lianfu.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lianfu.Lianfu;
import org.lianfu.shared.Command;
import org.lianfu.testing.Caller;
import org.lianfu.testing.OnMariaDb;
import org.lianfu.testing.TestDatabases;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Profile prod on an empty MariaDB: keys demanded, no personas, a first administrator, a directory from a file. */
@ExtendWith(OnMariaDb.Present.class)
class ProdTest {

    private static final String FILE = """
            orgs:
              - {code: BANK_X, type: BANK, name: {zh: 示例银行丙, en: Example Bank C}}
            firms:
              - uscc: 91430200MA4TE5T13J
                name: {zh: 株洲示例轨道部件有限公司, en: Zhuzhou Example Rail Parts Co.}
                legalRep: 陈示例
                region: 430204
                regStatus: 存续
                established: 2016-05-18
                sizeClass: 小
                taxGrade: A
                dishonest: false
                inChain: true
                source: 市场监管登记
            people:
              - login: x.rm
                org: BANK_X
                name: {zh: 赵示例, en: Zhao Shili}
                roles: [BANK_RM]
                password: eleven-Owls-fly
              - login: parts.clerk
                org: FIRM_91430200MA4TE5T13J
                name: {zh: 孙示例, en: Sun Shili}
                roles: [APPLICANT_OPERATOR]
            services:
              - {program: loan-ip-pledge, banks: [BANK_X]}
            """;

    private final TestDatabases.Address database = TestDatabases.fresh(TestDatabases.Kind.MARIADB, "prod");

    @TempDir
    Path home;

    private ConfigurableApplicationContext start() {
        List<String> settings = new ArrayList<>(List.of(
                "--spring.profiles.active=prod",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--spring.datasource.hikari.maximum-pool-size=4",
                "--lianfu.data=" + home,
                "--lianfu.keys.dir=" + home.resolve("keys"),
                "--lianfu.passwords.strength=4",
                "--lianfu.background=false",
                "--server.address=127.0.0.1",
                "--server.port=0"));
        return SpringApplication.run(Lianfu.class, settings.toArray(String[]::new));
    }

    @Test
    void startsWithoutPersonasAndTakesItsPeopleFromAFile() throws IOException {
        assertThatThrownBy(this::start).hasStackTraceContaining("No data key");
        Path keys = Files.createDirectories(home.resolve("keys"));
        Files.writeString(keys.resolve("data-1.key"), "0123456789abcdef".repeat(4));
        try (ConfigurableApplicationContext house = start()) {
            theFirstAdministratorIsMadeOnce(house);
            aFileIsLoadedOnceAndItsFaultsAreTold(house);
            int port =
                    ((ServletWebServerApplicationContext) house).getWebServer().getPort();
            aPersonaIsRefusedAndTheImportedPersonIsNot(house, port);
            theSessionBelongsToThisHostAlone(port);
            house.getBean(JdbcTemplate.class).update("update dir_person set persona = true where login = 'x.rm'");
        }
        assertThatThrownBy(this::start).hasStackTraceContaining("demo people whose passwords are public");
    }

    private void theFirstAdministratorIsMadeOnce(ConfigurableApplicationContext house) {
        assertThat(run(house, "admin-create", "short\n", "--login", "root.zz")).startsWith("1");
        assertThat(run(house, "admin-create", "twelve-Owls-fly\n", "--login", "Root"))
                .startsWith("2");
        assertThat(run(house, "admin-create", "twelve-Owls-fly\n", "--login", "138-0000-0001"))
                .startsWith("2")
                .contains("像手机号或身份证号", "zz.zhangwei");
        assertThat(run(house, "admin-create", "twelve-Owls-fly\n", "--login", "root.zz"))
                .startsWith("0");
        assertThat(run(house, "admin-create", "twelve-Owls-fly\n", "--login=other"))
                .startsWith("1")
                .contains("首位管理员只能建立一次");
        assertThat(house.getBean(Directory.class).actor("root.zz").roles()).containsExactly("SYS_ADMIN");
    }

    private void aFileIsLoadedOnceAndItsFaultsAreTold(ConfigurableApplicationContext house) throws IOException {
        Path bad = Files.writeString(home.resolve("bad.yaml"), FILE.replace("BANK_RM", "BANK_BOSS"));
        assertThat(run(house, "directory-import", "", bad.toString()))
                .startsWith("1")
                .contains("bad.yaml:16 /posts")
                .contains("没有岗位“BANK_BOSS”");
        Path phone = Files.writeString(home.resolve("phone.yaml"), FILE.replace("parts.clerk", "p.13800000001"));
        assertThat(run(house, "directory-import", "", phone.toString()))
                .startsWith("1")
                .contains("phone.yaml:", "/login", "像手机号或身份证号");
        Path good = Files.writeString(home.resolve("good.yaml"), FILE);
        assertThat(run(house, "directory-import", "", good.toString()))
                .startsWith("0")
                .contains("people 2");
        assertThat(run(house, "directory-import", "", good.toString()))
                .startsWith("0")
                .contains("people 0");
        assertThat(run(house, "directory-import", "", home.resolve("none.yaml").toString()))
                .startsWith("2");
        Directory directory = house.getBean(Directory.class);
        assertThat(directory.org("BANK_X").name().zh()).isEqualTo("示例银行丙");
        assertThat(directory.firm("91430200MA4TE5T13J")).isPresent();
        assertThat(directory.banks("loan-ip-pledge")).extracting(Org::code).containsExactly("BANK_X");
        assertThat(directory.personas()).isEmpty();
        assertThat(run(house, "trail-verify", "")).startsWith("0");
    }

    private void aPersonaIsRefusedAndTheImportedPersonIsNot(ConfigurableApplicationContext house, int port) {
        Caller nobody = new Caller(port);
        assertThat(token(nobody, "firm.a", "demo-firm.a")).isEqualTo(401);
        assertThat(token(nobody, "parts.clerk", "")).isEqualTo(401);
        assertThat(token(nobody, "x.rm", "eleven-Owls-fly")).isEqualTo(403);
        house.getBean(SignInDesk.class)
                .changePassword("x.rm", "eleven-Owls-fly", "nine-Owls-fly-by", "nine-Owls-fly-by", "127.0.0.1");
        assertThat(token(nobody, "x.rm", "nine-Owls-fly-by")).isEqualTo(201);
        assertThat(nobody.get("/api/v1/demo/personas").status()).isEqualTo(404);
    }

    private static void theSessionBelongsToThisHostAlone(int port) {
        Caller.Answer page = new Caller(port).get("/login", "Accept", "text/html", "X-Forwarded-Proto", "https");
        assertThat(page.header("Set-Cookie"))
                .startsWith("__Host-lianfu=")
                .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax")
                .doesNotContain("Domain");
        assertThat(page.header("Strict-Transport-Security")).startsWith("max-age=31536000");
    }

    private static int token(Caller caller, String login, String password) {
        return caller.send("POST", "/api/v1/tokens", null, "Authorization", Caller.basic(login, password))
                .status();
    }

    /** Runs a command as the command line does; answers its exit code and what it printed. */
    private static String run(ConfigurableApplicationContext house, String name, String input, String... arguments) {
        Command command = house.getBeanProvider(Command.class).stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow();
        PrintStream out = System.out;
        PrintStream err = System.err;
        InputStream in = System.in;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(both);
            System.setErr(both);
            System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
            int code = command.run(List.of(arguments));
            return code + "\n" + printed.toString(StandardCharsets.UTF_8);
        } finally {
            System.setOut(out);
            System.setErr(err);
            System.setIn(in);
        }
    }
}
