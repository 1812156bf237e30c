package org.lianfu.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.zh_cn.假如;
import io.cucumber.java.zh_cn.当;
import io.cucumber.java.zh_cn.那么;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lianfu.program.pack.ScenarioRules;

/** The phrase-book that the verifier reads, the one that plays and the one that is printed are the same, and short. */
class PhraseBookTest {

    private static List<String> played() {
        return Stream.of(PhraseBook.class.getMethods())
                .flatMap(method -> Stream.of(method.getAnnotations()))
                .map(note -> note instanceof 假如 given
                        ? given.value()
                        : note instanceof 当 when ? when.value() : note instanceof 那么 then ? then.value() : "")
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    @Test
    void whatIsVerifiedIsWhatIsPlayed() {
        assertThat(played())
                .containsExactlyInAnyOrderElementsOf(ScenarioRules.sentences())
                .hasSizeLessThanOrEqualTo(ScenarioRules.MOST);
    }

    @Test
    void everySentenceIsPrinted() throws Exception {
        String page = Files.readString(Path.of("../docs/phrase-book.md")).replaceAll("“[^”]*”", "“”");
        assertThat(ScenarioRules.sentences()).allSatisfy(sentence -> assertThat(page)
                .contains(sentence.replace("{词}", "“”").replace("，填写：", "")));
    }
}
