package org.lianfu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code ./lianfu} and {@code .ci/run} on machines that lack what they need. The machine is a folder that alone stands on
 * the path: the small tools of any system, an {@code apt-get} that notes what it is asked for and puts it there, and
 * nothing else.
 */
@EnabledOnOs(OS.LINUX)
class ScriptTest {

    private static final List<String> TOOLS = List.of(
            "awk",
            "bash",
            "cat",
            "cp",
            "dirname",
            "env",
            "find",
            "head",
            "ls",
            "mktemp",
            "readlink",
            "rm",
            "sed",
            "touch");

    @TempDir
    Path machine;

    private Path bin;
    private Path asked;

    private record Ran(int code, String said) {}

    @BeforeEach
    void anEmptyMachine() throws IOException {
        bin = Files.createDirectory(machine.resolve("bin"));
        asked = machine.resolve("asked");
        Files.createFile(asked);
        for (String tool : TOOLS) {
            for (String folder : List.of("/usr/bin", "/bin")) {
                Path real = Path.of(folder, tool);
                if (Files.exists(real) && !Files.exists(bin.resolve(tool))) {
                    Files.createSymbolicLink(bin.resolve(tool), real);
                }
            }
        }
    }

    private void program(String name, String script) throws IOException {
        Path file = bin.resolve(name);
        Files.writeString(file, "#!/bin/bash\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void user(int id) throws IOException {
        program("id", "echo " + id);
    }

    private static String java(String version) {
        return "echo 'openjdk version \"" + version + "\" 2022-01-01' >&2; echo java \"$@\" >> " + "\"$ASKED\"";
    }

    /** Notes what it is asked for; {@code install} puts programs of the packages' names on the path. */
    private void apt() throws IOException {
        program("apt-get", """
                echo "apt-get $*" >> "$ASKED"
                [ "$1" = install ] || exit 0
                for package in "$@"; do
                  case $package in
                    maven) program=mvn ;;
                    openjdk-*) program=java ;;
                    mariadb-server) program=mariadbd ;;
                    chromium) program=chromium ;;
                    *) continue ;;
                  esac
                  {
                    echo '#!/bin/bash'
                    [ $program = java ] && echo "echo 'openjdk version \\"17.0.9\\"' >&2"
                    echo "echo $program \\"\\$@\\" >> \\"\\$ASKED\\""
                  } > "$BIN/$program"
                  /bin/chmod +x "$BIN/$program"
                done""");
    }

    private Ran run(String script, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "/bin/bash", Path.of("..", script).toAbsolutePath().normalize().toString()));
        command.addAll(List.of(arguments));
        Path said = machine.resolve("said");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH", bin.toString(), "BIN", bin.toString(), "ASKED", asked.toString(), "LANG", "C.UTF-8"));
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ran(process.exitValue(), Files.readString(said));
    }

    private List<String> asked() throws IOException {
        return Files.readAllLines(asked);
    }

    @Test
    void rootOnAMachineWithoutJavaAndMavenGetsThem() throws Exception {
        user(0);
        apt();
        Ran ran = run("lianfu", "test", "OneTest", "TwoTest");
        assertThat(ran.code()).as(ran.said()).isZero();
        assertThat(asked())
                .containsSubsequence(
                        "apt-get install -y -qq --no-install-recommends openjdk-17-jdk-headless",
                        "apt-get install -y -qq --no-install-recommends maven",
                        "mvn -B -ntp test -Dtest=OneTest,TwoTest -Dsurefire.failIfNoSpecifiedTests=false");
    }

    @Test
    void anInstallationThatFailsIsToldWithWhatToDo() throws Exception {
        user(0);
        program("apt-get", "echo 'E: no network' >&2; exit 100");
        Ran ran = run("lianfu", "test");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.said()).contains("E: no network", "找不到 java", "no java: install JDK 17 or newer");
        program("java", java("17.0.9"));
        Ran withJava = run("lianfu", "test");
        assertThat(withJava.code()).isEqualTo(2);
        assertThat(withJava.said()).contains("找不到 mvn", "no mvn: install Maven 3.8 or newer");
    }

    @Test
    void whoMayNotInstallIsToldWhatIsMissing() throws Exception {
        user(1000);
        apt();
        Ran ran = run("lianfu", "run");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.said()).contains("找不到 java", "no java: install JDK 17 or newer", "JAVA_HOME");
        assertThat(asked()).isEmpty();
    }

    @Test
    void anOldJavaIsNamed() throws Exception {
        user(1000);
        program("java", java("11.0.2"));
        Ran ran = run("lianfu", "test");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.said()).contains("Java 11 版本过低", "is Java 11, 17 or newer is needed");
        program("java", java("1.8.0_392"));
        assertThat(run("lianfu", "test").said()).contains("17 or newer is needed");
    }

    @Test
    void whatIsTypedWrongIsAnsweredWithHowToTypeIt() throws Exception {
        assertThat(run("lianfu", "fly").said()).contains("未知的命令 unknown command: fly", "./lianfu <command>");
        assertThat(run("lianfu", "fly").code()).isEqualTo(2);
        assertThat(run("lianfu", "run", "--profile", "moon").said())
                .contains("unknown profile, use demo, mysql or prod");
        assertThat(run("lianfu", "run", "--profile", "prod").said()).contains("set LIANFU_DB_URL");
        assertThat(run("lianfu", "walkthrough").said()).contains("usage: ./lianfu walkthrough <program>");
        assertThat(run("lianfu", "bench").said()).contains("usage: ./lianfu bench case|pages");
        assertThat(run("lianfu", "trail").code()).isEqualTo(2);
        Ran help = run("lianfu", "help");
        assertThat(help.code()).isZero();
        assertThat(help.said())
                .contains("run [--profile demo|mysql|prod]", "admin create", "directory import", "trail verify");
    }

    @Test
    void ciInstallsWhatTheTestsNeedAndRunsTheTestsOfTheReadme() throws Exception {
        user(0);
        apt();
        Ran ran = run(".ci/run");
        assertThat(ran.code()).as(ran.said()).isZero();
        assertThat(asked())
                .filteredOn(line -> line.startsWith("apt-get install"))
                .first()
                .asString()
                .contains(" maven ", " openjdk-17-jdk-headless ", " chromium");
        assertThat(asked()).last().asString().isEqualTo("mvn -B -ntp verify");
    }

    @Test
    void ciGoesOnWithoutWhatCannotBeInstalledAndFailsWhereTheTestsFail() throws Exception {
        user(0);
        program("java", java("17.0.9"));
        program("mvn", "echo mvn \"$@\" >> \"$ASKED\"; exit 1");
        program("apt-get", "exit 100");
        Ran ran = run(".ci/run");
        assertThat(ran.said()).contains("could not install:", "chromium");
        assertThat(asked()).last().asString().isEqualTo("mvn -B -ntp verify");
        assertThat(ran.code()).isEqualTo(1);
    }
}
