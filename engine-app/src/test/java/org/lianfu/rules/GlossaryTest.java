package org.lianfu.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lianfu.application.Status;
import org.lianfu.credit.Loan;
import org.lianfu.http.Languages;
import org.lianfu.http.Messages;

/** What the written pages say is what the product has: the words of each status, classes, modules, files, lengths. */
class GlossaryTest {

    private static final Path DOCS = Path.of("..", "docs");

    /** Two screens of a page that is read at a desk. */
    private static final int TWO_SCREENS = 100;

    private static final int ONE_PAGE = 70;

    private final Messages messages = new Messages();

    /** One table (api.md): status = 中文 = English = who waits. */
    @Test
    void everyStatusStandsInTheTableAsItStandsOnTheScreens() throws IOException {
        List<MatchResult> rows = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|$")
                .matcher(Files.readString(DOCS.resolve("glossary.md")))
                .results()
                .toList();
        assertThat(rows)
                .extracting(row -> row.group(1))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Status.values()).map(Status::name).toList());
        assertThat(rows).allSatisfy(row -> {
            String key = "status." + row.group(1);
            assertThat(row.group(2)).isEqualTo(messages.text(key, Languages.CHINESE));
            assertThat(row.group(3)).isEqualToIgnoringCase(messages.text(key, Locale.ENGLISH));
            assertThat(row.group(4)).isNotBlank();
        });
    }

    @Test
    void everyStateOfALoanIsNamed() throws IOException {
        String glossary = Files.readString(DOCS.resolve("glossary.md"));
        String line = glossary.lines()
                .filter(each -> each.startsWith("State of a loan"))
                .findFirst()
                .orElseThrow();
        for (Loan.State state : Loan.State.values()) {
            assertThat(line).contains("`" + state + "` " + messages.text("portal.loan." + state, Languages.CHINESE));
        }
    }

    @Test
    void everyClassThatIsNamedIsThere() throws IOException {
        List<String> gone = new ArrayList<>();
        for (String page : List.of("glossary.md", "architecture.md")) {
            Pattern.compile("`([a-z]+)\\.([A-Z]\\w+)(\\.\\w+)?`")
                    .matcher(Files.readString(DOCS.resolve(page)))
                    .results()
                    .filter(named -> !Files.exists(
                            Path.of("src/main/java/org/lianfu", named.group(1), named.group(2) + ".java")))
                    .forEach(named -> gone.add(page + ": " + named.group()));
        }
        assertThat(gone).isEmpty();
    }

    @Test
    void everyModuleHasItsLineAndEveryLineItsModule() throws IOException {
        List<String> told = Pattern.compile("(?m)^\\| `([a-z]+)` \\|")
                .matcher(Files.readString(DOCS.resolve("architecture.md")))
                .results()
                .map(row -> row.group(1))
                .toList();
        try (Stream<Path> folders = Files.list(Path.of("src/main/java/org/lianfu"))) {
            // the walkthrough is a client of the house and no room of it
            assertThat(told)
                    .containsExactlyInAnyOrderElementsOf(folders.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString())
                            .filter(name -> !name.equals("walkthrough"))
                            .toList());
        }
    }

    @Test
    void everyFileThatIsLinkedIsThereAndThePagesKeepTheirLength() throws IOException {
        for (Path page : List.of(
                Path.of("..", "README.md"),
                Path.of("..", "README.zh-CN.md"),
                DOCS.resolve("architecture.md"),
                DOCS.resolve("adr/README.md"))) {
            Pattern.compile("\\]\\(([^)#:]+)\\)")
                    .matcher(Files.readString(page))
                    .results()
                    .forEach(link -> assertThat(page.resolveSibling(link.group(1)))
                            .as(page.toString())
                            .exists());
        }
        assertThat(Files.readAllLines(DOCS.resolve("architecture.md"))).hasSizeLessThan(TWO_SCREENS);
        assertThat(Files.readAllLines(Path.of("..", "README.md"))).hasSizeLessThan(ONE_PAGE);
        assertThat(Files.readAllLines(Path.of("..", "README.zh-CN.md"))).hasSizeLessThan(ONE_PAGE);
        try (Stream<Path> decisions = Files.list(DOCS.resolve("adr"))) {
            String list = Files.readString(DOCS.resolve("adr/README.md"));
            assertThat(decisions.map(file -> file.getFileName().toString()).filter(name -> !name.equals("README.md")))
                    .allMatch(name -> list.contains("(" + name + ")"));
        }
    }

    /** Both languages of the first page know the same commands, and the script knows them too. */
    @Test
    void everyCommandStandsOnBothFirstPagesAndInTheScript() throws IOException {
        String script = Files.readString(Path.of("..", "lianfu"));
        List<String> english = commands("README.md");
        assertThat(english).hasSizeGreaterThan(6).isEqualTo(commands("README.zh-CN.md"));
        assertThat(english).allMatch(command -> script.contains("\n  " + command));
    }

    private static List<String> commands(String page) throws IOException {
        return Pattern.compile("(?m)^\\| `\\./lianfu ([a-z]+(?: [a-z]+)?)[ `]")
                .matcher(Files.readString(Path.of("..", page)))
                .results()
                .map(row -> row.group(1).replace("walkthrough loan", "walkthrough"))
                .toList();
    }
}
