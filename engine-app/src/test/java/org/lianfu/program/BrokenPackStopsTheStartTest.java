package org.lianfu.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lianfu.Lianfu;
import org.lianfu.shared.Ids;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** The whole house does not open its doors over a broken or a silently changed pack, and says why in words. */
@ExtendWith(OutputCaptureExtension.class)
class BrokenPackStopsTheStartTest {

    private static final String YAML = "processes/bicycle-shed/program.yaml";

    @TempDir
    private Path folder;

    @Test
    void the_start_says_file_element_and_reason(CapturedOutput output) throws Exception {
        FileSystemUtils.copyRecursively(Path.of("src/test/packs"), folder);
        change("chief: {org: ZZ_IIT", "chief: {org: ZZ_MOON");

        assertThatThrownBy(() -> start("broken")).hasRootCauseInstanceOf(BrokenPack.class);
        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains(YAML + " /roles/chief: the directory has no organisation ZZ_MOON [role-unknown]")
                .contains("改正以上各处后重新启动");
    }

    @Test
    void the_start_stops_at_a_version_that_changed_under_its_number(CapturedOutput output) throws Exception {
        FileSystemUtils.copyRecursively(Path.of("src/test/packs"), folder);
        String database = "changed" + Ids.next();
        try (ConfigurableApplicationContext house = start(database)) {
            assertThat(house.getBean(Programs.class).find("bicycle-shed")).isPresent();
        }
        change("visitShed: 5wd", "visitShed: 6wd");

        assertThatThrownBy(() -> start(database)).hasRootCauseInstanceOf(BrokenPack.class);
        assertThat(output).contains(YAML + ": differs from the stored version bicycle-shed@1");
    }

    private void change(String from, String to) throws Exception {
        Path yaml = folder.resolve(YAML);
        String before = Files.readString(yaml);
        assertThat(before).contains(from);
        Files.writeString(yaml, before.replace(from, to));
    }

    private ConfigurableApplicationContext start(String database) {
        return new SpringApplicationBuilder(Lianfu.class)
                .profiles("demo")
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=jdbc:h2:mem:%s;MODE=MySQL;DB_CLOSE_DELAY=-1".formatted(database),
                        "--lianfu.program.folders=" + folder);
    }
}
