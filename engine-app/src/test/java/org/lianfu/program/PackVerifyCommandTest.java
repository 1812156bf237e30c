package org.lianfu.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianfu.engine.Gate;
import org.lianfu.http.Messages;
import org.lianfu.program.pack.Offices;
import org.lianfu.program.pack.PackVerifier;

/** An author's folder is held against the rules without being stored; the pack that the guide follows keeps them all. */
class PackVerifyCommandTest {

    private static final Path GUIDE = Path.of("src/test/packs");

    @TempDir
    Path folder;

    private String printed = "";

    private int verify(String... arguments) {
        PackVerifyCommand command =
                new PackVerifyCommand(new PackVerifier(Gate.with(), Gate.decisions(), Offices.ANY), new Messages());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream console = System.out;
        PrintStream errors = System.err;
        try (PrintStream caught = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            System.setOut(caught);
            System.setErr(caught);
            return command.run(List.of(arguments));
        } finally {
            System.setOut(console);
            System.setErr(errors);
            printed = out.toString(StandardCharsets.UTF_8);
        }
    }

    private void copyOfGuide() throws Exception {
        try (Stream<Path> files = Files.walk(GUIDE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = folder.resolve(GUIDE.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
    }

    @Test
    void thePackOfTheGuideKeepsEveryRule() {
        assertThat(verify(GUIDE.toString(), "bicycle-shed")).isZero();
        assertThat(printed).contains("项目包“bicycle-shed”（版本 1）通过检查").contains("keeps every rule");
    }

    @Test
    void aBrokenOneIsToldInBothLanguages() throws Exception {
        copyOfGuide();
        Path yaml = folder.resolve("processes/bicycle-shed/program.yaml");
        Files.writeString(yaml, Files.readString(yaml).replace("  visitShed: 5wd\n", ""));
        assertThat(verify(folder.toString())).isEqualTo(1);
        assertThat(printed)
                .contains("processes/bicycle-shed/program.yaml visitShed: deadlines lacks this step")
                .contains("在 program.yaml 的 deadlines 中写上")
                .contains("write 5wd, 30d or none under deadlines");
    }

    @Test
    void withoutAPackThereIsNothingToSay() throws Exception {
        assertThat(verify(folder.toString())).isEqualTo(2);
        assertThat(printed).contains("There is no pack with a program.yaml");
        assertThat(verify(folder.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(verify()).isEqualTo(2);
        assertThat(verify(GUIDE.toString(), "lottery")).isEqualTo(2);
        assertThat(printed).contains("holds no program “lottery”; it holds bicycle-shed");
    }
}
