package org.lianfu.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our writer against another implementation of RFC 8785, byte for byte, and against the vectors of the standard. */
class CanonicalTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long EXACT = 1L << 53;

    @Test
    void aHundredThousandRandomTreesAreWrittenAsTheOtherImplementationWritesThem() throws IOException {
        Random random = new Random(8785);
        for (int i = 0; i < 100_000; i++) {
            Object tree = random.nextBoolean() ? object(random, 0) : list(random, 0);
            assertSame(tree);
        }
    }

    @Test
    void everyCharacterIsWrittenAsTheOtherImplementationWritesIt() throws IOException {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                continue;
            }
            // the first two planes whole; of the others, where no character is special, one in 61
            if (c < 0x20000 || c == 0x20BB7 || c % 61 == 0) {
                String text = "a" + Character.toString(c);
                assertSame(Map.of(text, text));
            }
        }
        assertThat(write(Map.of("name", "\uD842\uDFB7野家"))).isEqualTo("{\"name\":\"\uD842\uDFB7野家\"}");
    }

    @Test
    void wholeNumbersUpToTheEndsOfADoublesExactnessAreWrittenAlike() throws IOException {
        for (long n : new long[] {0, 1, -1, 10, Integer.MAX_VALUE, Integer.MIN_VALUE, EXACT - 1, EXACT, -EXACT}) {
            assertSame(Map.of("n", n));
        }
        assertSame(Map.of("n", 1));
    }

    @Test
    void whatHasNoCanonicalFormHereIsRefusedAndNeverWrittenAnotherWay() {
        List<Object> refused = List.of(
                EXACT + 1,
                -EXACT - 1,
                1.5,
                1.0,
                1f,
                new BigDecimal("1"),
                (short) 1,
                'c',
                Map.of(1, "x"),
                new int[] {1},
                StandardCharsets.UTF_8);
        for (Object value : refused) {
            assertThatThrownBy(() -> CanonicalWriter.bytes(Map.of("x", value)))
                    .as("%s", value)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        Object deep = "x";
        for (int i = 0; i < 1100; i++) {
            deep = List.of(deep);
        }
        Object tooDeep = deep;
        assertThatThrownBy(() -> CanonicalWriter.bytes(tooDeep)).isInstanceOf(IllegalArgumentException.class);
    }

    /** D800 and DC00 alone, at the end, before other text, doubled, the wrong way round; as value and as key. */
    @ParameterizedTest
    @ValueSource(
            strings = {"D800", "DC00", "D800 0041", "DC00 0041", "0041 D842", "D800 D800 DC00", "DFB7 D842", "DBFF DBFF"
            })
    void halfASurrogatePairIsRefused(String units) {
        StringBuilder text = new StringBuilder();
        for (String unit : units.split(" ")) {
            text.append((char) Integer.parseInt(unit, 16));
        }
        assertThatThrownBy(() -> CanonicalWriter.bytes(Map.of("x", text.toString())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalWriter.bytes(Map.of(text.toString(), "x")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** RFC 8785, 3.2.3: keys are sorted by their UTF-16 units, so the emoji stands before the Hebrew letter. */
    @Test
    void keysAreSortedAsInTheExampleOfTheStandard() throws IOException {
        assertVector(
                """
                {"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One",
                 "\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control",
                 "\\u00f6":"Latin Small Letter O With Diaeresis"}""",
                "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    /** RFC 8785, 3.2.2 without its numbers, which we refuse; the bytes are those of 3.2.4. */
    @Test
    void textAndLiteralsAreWrittenAsInTheExampleOfTheStandard() throws IOException {
        assertVector("""
                {"string":"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}""", "{\"literals\":[null,true,false],\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    /** The test data published beside the standard: arrays, french, structures, unicode, weird. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[56,{\"d\":true,\"10\":null,\"1\":[]}]|[56,{\"1\":[],\"10\":null,\"d\":true}]",
                "{\"sin\":\"ignore locale\",\"p\\u00eache\":\"b\",\"p\\u00e9ch\\u00e9\":\"a\",\"peach\":\"c\"}"
                        + "|{\"peach\":\"c\",\"p\u00e9ch\u00e9\":\"a\",\"p\u00eache\":\"b\",\"sin\":\"ignore locale\"}",
                "{\"1\":{\"f\":{\"f\":\"hi\",\"F\":5},\"\\n\":56},\"10\":{},\"\":\"empty\",\"a\":{},"
                        + "\"111\":[{\"e\":\"yes\",\"E\":\"no\"}],\"A\":{}}"
                        + "|{\"\":\"empty\",\"1\":{\"\\n\":56,\"f\":{\"F\":5,\"f\":\"hi\"}},\"10\":{},"
                        + "\"111\":[{\"E\":\"no\",\"e\":\"yes\"}],\"A\":{},\"a\":{}}",
                "{\"Unnormalized Unicode\":\"A\\u030a\"}|{\"Unnormalized Unicode\":\"A\u030a\"}",
                "{\"\\u0080\":\"Control\\u007f\",\"</script>\":\"Browser Challenge\",\"\\u000a\":\"Newline\"}"
                        + "|{\"\\n\":\"Newline\",\"</script>\":\"Browser Challenge\",\"\u0080\":\"Control\u007f\"}"
            })
    void thePublishedTestDataComesOutAsPublished(String input, String expected) throws IOException {
        assertVector(input, expected);
    }

    private static void assertVector(String input, String expected) throws IOException {
        Object tree = JSON.readValue(input, Object.class);
        assertThat(write(tree)).isEqualTo(expected);
        assertThat(new JsonCanonicalizer(input).getEncodedString()).isEqualTo(expected);
    }

    private static void assertSame(Object tree) throws IOException {
        byte[] ours = CanonicalWriter.bytes(tree);
        byte[] theirs = new JsonCanonicalizer(JSON.writeValueAsBytes(tree)).getEncodedUTF8();
        if (!java.util.Arrays.equals(ours, theirs)) {
            assertThat(new String(ours, StandardCharsets.UTF_8)).isEqualTo(new String(theirs, StandardCharsets.UTF_8));
            assertThat(ours).isEqualTo(theirs);
        }
    }

    private static String write(Object tree) {
        return new String(CanonicalWriter.bytes(tree), StandardCharsets.UTF_8);
    }

    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth < 4 ? 8 : 6)) {
            case 0, 1 -> text(random);
            case 2 -> random.nextBoolean();
            case 3 -> null;
            case 4 -> random.nextInt();
            case 5 -> random.nextLong() % (EXACT + 1);
            case 6 -> object(random, depth + 1);
            default -> list(random, depth + 1);
        };
    }

    private static Map<String, Object> object(Random random, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(7); i > 0; i--) {
            map.put(text(random), value(random, depth));
        }
        return map;
    }

    private static List<Object> list(Random random, int depth) {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            list.add(value(random, depth));
        }
        return Collections.unmodifiableList(list);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            switch (random.nextInt(6)) {
                case 0 -> text.append((char) random.nextInt(0x20));
                case 1 -> text.append((char) (0x20 + random.nextInt(0x60)));
                case 2 -> text.append("\"\\/<>&'\u007f\u0080\u2028\u2029\ufeff\uffff".charAt(random.nextInt(13)));
                case 3 -> text.append((char) (0xE000 + random.nextInt(0x2000)));
                case 4 -> text.appendCodePoint(random.nextBoolean() ? 0x20BB7 : 0x10000 + random.nextInt(0x100000));
                default -> text.append((char) random.nextInt(0xD800));
            }
        }
        return text.toString();
    }
}
