package org.lianfu.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lianfu.http.Messages;

/** Every rule that can find something is told in both languages and stands in the guide for authors, and no other. */
class FindingWordsTest {

    private static final Pattern CODE = Pattern.compile(
            "(?:findings\\.add|wrong\\.add|new Finding|new Rule|new Unreadable)\\(\\s*(?:new Finding\\(\\s*)?\"([a-z][a-z-]+)\"");

    private final Messages messages = new Messages();

    private static Set<String> codes() throws IOException {
        Set<String> codes = new TreeSet<>();
        for (String folder : new String[] {"program", "engine/gate"}) {
            try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/lianfu", folder))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    CODE.matcher(Files.readString(file)).results().forEach(found -> codes.add(found.group(1)));
                }
            }
        }
        return codes;
    }

    private Set<String> told() {
        Set<String> told = new TreeSet<>();
        messages.keys(Locale.ENGLISH).stream()
                .filter(key -> key.startsWith("finding."))
                .forEach(key -> told.add(key.substring("finding.".length())));
        return told;
    }

    @Test
    void everyRuleIsTold() throws IOException {
        assertThat(codes()).hasSizeGreaterThan(80).isEqualTo(told());
    }

    @Test
    void theGuideForAuthorsSaysHowToMendEachFinding() throws IOException {
        StringBuilder table = new StringBuilder();
        told().forEach(code -> table.append("| `")
                .append(code)
                .append("` | ")
                .append(messages.text("finding." + code, Locale.ENGLISH).replace("|", "\\|"))
                .append(" |\n"));
        Path drawn = Path.of("target", "findings.md");
        Files.writeString(drawn, table);
        assertThat(Files.readString(Path.of("../docs/authoring.md")))
                .as("docs/authoring.md holds the table of %s", drawn)
                .contains(table);
    }

    @Test
    void aFindingSaysWhereWhatAndHow() {
        Finding finding = new Finding("step-role", "processes/x/x.bpmn", "decide", "property role is 'baron'");
        assertThat(new FindingWords(messages).told(finding))
                .contains("processes/x/x.bpmn decide: property role is 'baron' [step-role]")
                .contains("role 须是 program.yaml 中 roles 的一个键")
                .contains("role is a key under roles")
                .contains("property role is 'baron'");
    }
}
