package org.lianfu.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can only be seen in the text: the build file, the templates, the length of a file. */
class SourcesTest {

    private static final int LONGEST = 300;
    private static final Pattern ENGINE_DOORS = Pattern.compile(
            "<artifactId>(camunda-bpm-spring-boot-starter-(?:rest|webapp\\S*)|camunda-engine-rest\\S*|camunda-webapp\\S*)<");
    private static final Pattern UNSAFE_TEMPLATE = Pattern.compile(
            "th:utext|\\[\\(|__\\$\\{|<script(?![^>]*\\bsrc=)(?![^>]*th:src)|\\son(?:click|load|change|submit)=|\\sstyle=|hx-on|javascript:");

    @Test
    void theBuildHasNoDoorToTheEngine() throws IOException {
        for (Path pom : List.of(Path.of("..", "pom.xml"), Path.of("pom.xml"), Path.of("..", "benchmarks", "pom.xml"))) {
            assertThat(doors(Files.readString(pom))).as(pom.toString()).isEmpty();
        }
        assertThat(doors("<artifactId>camunda-bpm-spring-boot-starter-rest</artifactId>"))
                .hasSize(1);
        assertThat(doors("<artifactId>camunda-bpm-spring-boot-starter-webapp</artifactId>"))
                .hasSize(1);
        assertThat(doors("<artifactId>camunda-bpm-spring-boot-starter</artifactId>"))
                .isEmpty();
    }

    /** Every version stands in the parent's properties; a module names none. */
    @Test
    void everyVersionStandsInOnePlace() throws IOException {
        String parent = Files.readString(Path.of("..", "pom.xml"));
        String own =
                "<groupId>org.lianfu</groupId>\n  <artifactId>lianfu</artifactId>\n  <version>0.1.0-SNAPSHOT</version>";
        assertThat(parent).contains(own);
        assertThat(versions(parent.replace(own, "").replaceFirst("(?s)<parent>.*?</parent>", "")))
                .isNotEmpty()
                .allMatch(version -> version.matches("\\$\\{[\\w.-]+\\.version}"));
        for (String module : List.of("engine-app", "benchmarks")) {
            String pom = Files.readString(Path.of("..", module, "pom.xml"));
            assertThat(pom).contains("<artifactId>lianfu</artifactId>");
            assertThat(versions(pom.replaceFirst("(?s)<parent>.*?</parent>", "")))
                    .as(module)
                    .allMatch(version -> version.equals("${project.version}"));
        }
        assertThat(versions("<version>1.2.3</version>")).containsExactly("1.2.3");
    }

    private static List<String> versions(String pom) {
        return all(Pattern.compile("(?<=<version>)[^<]+"), pom);
    }

    @Test
    void noDoorToTheEngineComesInByAnotherWay() {
        ClassLoader classes = getClass().getClassLoader();
        assertThat(classes.getResource("org/camunda/bpm/engine/ProcessEngine.class"))
                .as("the engine itself")
                .isNotNull();
        for (String door : List.of(
                "org/camunda/bpm/engine/rest/impl/CamundaRestResources.class",
                "org/camunda/bpm/engine/rest/TaskRestService.class",
                "org/camunda/bpm/webapp/impl/WebappExceptionHandler.class",
                "org/camunda/bpm/admin/Admin.class",
                "org/camunda/bpm/cockpit/Cockpit.class",
                "org/camunda/bpm/spring/boot/starter/rest/CamundaBpmRestInitializer.class",
                "org/camunda/bpm/spring/boot/starter/webapp/CamundaBpmWebappAutoConfiguration.class")) {
            assertThat(classes.getResource(door)).as(door).isNull();
        }
    }

    @Test
    void aTemplatePrintsNothingRawAndCarriesNoScript() throws IOException {
        List<String> unsafe = new ArrayList<>();
        for (Path file : files(Path.of("src", "main", "resources", "templates"), ".html")) {
            unsafe(Files.readString(file)).forEach(found -> unsafe.add(file + ": " + found));
        }
        assertThat(unsafe).isEmpty();
        assertThat(unsafe("<p th:utext=\"${x}\">")).hasSize(1);
        assertThat(unsafe("<p>[(${x})]</p><script>go()</script><a style=\"x\">"))
                .hasSize(3);
        assertThat(unsafe("<script src=\"/js/app.js\"></script><p th:text=\"${x}\">"))
                .isEmpty();
    }

    @Test
    void noFileIsLongerThanAPersonReadsInOneGo() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : files(Path.of("src", "main", "java"), ".java")) {
            long lines = Files.lines(file).count();
            if (lines > LONGEST) {
                tooLong.add(file + " has " + lines + " lines");
            }
        }
        assertThat(tooLong).isEmpty();
    }

    private static List<String> doors(String pom) {
        return all(ENGINE_DOORS, pom);
    }

    private static List<String> unsafe(String template) {
        return all(UNSAFE_TEMPLATE, template.replaceAll("(?s)<!--.*?-->", ""));
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(java.util.regex.MatchResult::group)
                .toList();
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
