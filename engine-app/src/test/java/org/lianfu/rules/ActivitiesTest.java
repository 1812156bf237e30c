package org.lianfu.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One name in four places: a pack's service task, the bean, its class in the catalogue, and the verb of the desk that it calls. */
class ActivitiesTest {

    private static boolean callsItsDesk(String name, String source) {
        String bean = Character.toLowerCase(name.charAt(0)) + name.substring(1);
        return source.contains("@Component\n") && source.contains("." + bean + "(no");
    }

    @Test
    void everyActivityIsNamedLikeTheVerbOfItsDesk() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("src/main/java/org/lianfu/engine/activity"))) {
            List<Path> activities = files.filter(f -> !f.endsWith("Activity.java") && !f.endsWith("package-info.java"))
                    .toList();
            assertThat(activities).hasSizeGreaterThan(5).allSatisfy(file -> {
                String name = file.getFileName().toString().replace(".java", "");
                assertThat(callsItsDesk(name, Files.readString(file))).as(name).isTrue();
            });
        }
    }

    @Test
    void anotherNameIsSeen() {
        assertThat(callsItsDesk("BookArrival", "@Component\nclass BookArrival { payments.bookArrival(no); }"))
                .isTrue();
        assertThat(callsItsDesk("BookArrival", "@Component\nclass BookArrival { payments.arrive(no); }"))
                .isFalse();
        assertThat(callsItsDesk(
                        "BookArrival", "@Component(\"other\")\nclass BookArrival { payments.bookArrival(no); }"))
                .isFalse();
    }
}
