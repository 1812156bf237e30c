package org.lianfu.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianfu.shared.Fault;

/** Every fault that this module can find has a sentence in both languages, and every placeholder of it is filled. */
class FormWordsTest {

    private static final Pattern CODE =
            Pattern.compile("(?:no|fault|Fault\\.of|Fault\\.warning|warning|limit)\\(([^;]*?);");
    private static final Pattern LITERAL = Pattern.compile("\"([a-zA-Z]+(?:[.-][a-z-]+)*)\"");
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private static Properties bundle(String name) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = FormWordsTest.class.getResourceAsStream("/messages/" + name)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }

    @ParameterizedTest
    @ValueSource(strings = {"form", "shared", "calendar"})
    void both_languages_have_the_same_keys_and_english_has_no_chinese(String name) throws IOException {
        Properties zh = bundle(name + ".properties");
        Properties en = bundle(name + "_en.properties");
        assertThat(en.stringPropertyNames()).isEqualTo(zh.stringPropertyNames());
        assertThat(en.values()).noneMatch(text -> text.toString().codePoints().anyMatch(Character::isIdeographic));
    }

    @Test
    void every_fault_found_in_a_bad_form_is_worded_with_all_its_places_filled() throws IOException {
        Form form = TestForms.loan();
        List<Map<String, Object>> bad = List.of(
                Map.of(),
                Map.of(
                        "name", "a\u0000", "uscc", "1", "legalId", "1", "phone", "1", "amount", "x", "months", "x",
                        "from", "x", "use", "X"),
                Map.of(
                        "name",
                        "a",
                        "uscc",
                        "I",
                        "legalId",
                        "430202199003071011",
                        "amount",
                        "1",
                        "months",
                        "1.5",
                        "share",
                        "1.234"),
                Map.of(
                        "name",
                        "a".repeat(99),
                        "uscc",
                        "91430200MA4TE5T13K",
                        "legalId",
                        "430202199902301011",
                        "months",
                        "99"),
                Map.of(
                        "name",
                        1,
                        "amount",
                        "99999999",
                        "months",
                        "-1",
                        "security",
                        "x",
                        "agree",
                        "x",
                        "pledge",
                        "x",
                        "z",
                        "x"),
                Map.of("pledge", Map.of("rights", "x")),
                Map.of("pledge", Map.of("rights", List.of("x", Map.of("type", "PATENT", "number", "1", "code", "1")))),
                Map.of("pledge", Map.of("rights", List.of(Map.of("type", "PATENT", "number", "ZL200310102344.6")))),
                Map.of("pledge", Map.of("rights", List.of("x", "x", "x", "x"))));
        TreeSet<String> seen = new TreeSet<>();
        for (Map<String, Object> typed : bad) {
            for (Fault fault : form.check(typed, TestForms.DECISIONS).faults()) {
                seen.add("fault." + fault.code());
                for (String suffix : List.of(".properties", "_en.properties")) {
                    String sentence = bundle("form" + suffix)
                            .getProperty(
                                    "fault." + fault.code(),
                                    bundle("shared" + suffix).getProperty("fault." + fault.code()));
                    assertThat(sentence).as("%s of %s", fault.code(), suffix).isNotBlank();
                    Matcher places = PLACE.matcher(sentence);
                    while (places.find()) {
                        assertThat(fault.arguments()).as(fault.code()).containsKey(places.group(1));
                    }
                }
            }
        }
        assertThat(seen).as("the bad forms reach most sentences").hasSizeGreaterThan(28);
    }

    @Test
    void every_code_in_the_source_has_a_sentence() throws IOException {
        TreeSet<String> keys = new TreeSet<>(bundle("form.properties").stringPropertyNames());
        keys.addAll(bundle("shared.properties").stringPropertyNames());
        TreeSet<String> codes = new TreeSet<>();
        for (String module : List.of(
                "form/Typing.java",
                "form/FormCheck.java",
                "shared/Uscc.java",
                "shared/PersonId.java",
                "shared/PatentNo.java",
                "shared/BankAccount.java",
                "shared/Cnaps.java",
                "shared/Mobile.java")) {
            Matcher calls = CODE.matcher(Files.readString(Path.of("src/main/java/org/lianfu", module)));
            while (calls.find()) {
                LITERAL.matcher(calls.group(1))
                        .results()
                        .map(m -> "fault." + m.group(1))
                        .forEach(codes::add);
            }
        }
        Stream.of(
                        "label",
                        "labelEn",
                        "hint",
                        "hintEn",
                        "min",
                        "max",
                        "length",
                        "place",
                        "digits",
                        "character",
                        "expected")
                .forEach(argument -> codes.remove("fault." + argument));
        assertThat(codes).hasSizeGreaterThan(30).isSubsetOf(keys);
    }
}
