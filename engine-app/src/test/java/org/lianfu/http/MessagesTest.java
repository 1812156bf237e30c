package org.lianfu.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.context.NoSuchMessageException;

class MessagesTest {

    private static final Locale ZH = Languages.CHINESE;
    private static final Locale EN = Locale.ENGLISH;

    private final Messages messages = new Messages();

    @Test
    void bothLanguagesHaveTheSameKeysAndPlaceholders() {
        assertThat(messages.keys(EN)).isEqualTo(messages.keys(ZH));
        for (String key : messages.keys(ZH)) {
            assertThat(places(key, EN)).as(key).isEqualTo(places(key, ZH));
        }
    }

    private TreeSet<String> places(String key, Locale locale) {
        TreeSet<String> places = new TreeSet<>();
        Pattern.compile("\\{\\w+}")
                .matcher(messages.text(key, locale))
                .results()
                .map(MatchResult::group)
                .map(place -> place.replaceAll("En}$", "}")) // a name in the reader's own language
                .forEach(places::add);
        return places;
    }

    @Test
    void everyKindOfIncidentSaysWhatToDo() {
        List<String> kinds = messages.keys(ZH).stream()
                .filter(key -> key.matches("incident\\.[a-z-]+"))
                .toList();
        assertThat(kinds).hasSizeGreaterThan(4).allMatch(key -> messages.has(key + ".mend"));
    }

    @Test
    void noEnglishSentenceIsChinese() {
        Pattern han = Pattern.compile("\\p{IsHan}");
        List<String> chinese = messages.keys(EN).stream()
                .filter(key -> han.matcher(messages.text(key, EN)).find())
                .toList();
        // names of languages stand in their own language
        assertThat(chinese).allMatch(key -> key.contains("lang"));
    }

    @Test
    void namedPlaceholdersAreFilledAndTextIsNotReadAgain() {
        String text =
                messages.text("refusal.http.idempotency-twin-running", EN, Map.of("retryAfter", "{retryAfter}$1"));
        assertThat(text).endsWith("in {retryAfter}$1 s.");
    }

    @Test
    void aMissingKeyIsSeen() {
        assertThat(messages.text("no.such.key", ZH)).isEqualTo("no.such.key");
        assertThat(messages.getMessage("no.such.key", null, "else", ZH)).isEqualTo("else");
        assertThatThrownBy(() -> messages.getMessage("no.such.key", null, ZH))
                .isInstanceOf(NoSuchMessageException.class);
    }
}
