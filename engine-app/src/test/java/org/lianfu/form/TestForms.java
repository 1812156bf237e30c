package org.lianfu.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.lianfu.flow.Decisions;
import org.lianfu.shared.ProgramRef;

/** Forms, answers and conditions for tests of this module. */
final class TestForms {

    private TestForms() {}

    /** Knows the one shape of condition that these tests use: {@code key != "value"}. */
    static final Decisions DECISIONS = new Decisions() {
        @Override
        public Written written(ProgramRef program, String decision) {
            throw new UnsupportedOperationException();
        }

        @Override
        public java.util.Set<String> names(ProgramRef program, String decision) {
            return java.util.Set.of();
        }

        @Override
        public List<Row> evaluate(ProgramRef program, String decision, Map<String, Object> facts) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean holds(String condition, Map<String, Object> facts) {
            String[] sides = condition.split(" != ");
            if (sides.length != 2) {
                throw new IllegalArgumentException("cannot parse " + condition);
            }
            if (!facts.containsKey(sides[0])) {
                throw new AssertionError("the context has no " + sides[0]);
            }
            return !Objects.equals(facts.get(sides[0]), sides[1].replace("\"", ""));
        }
    };

    static byte[] file(String name) {
        try (InputStream in = TestForms.class.getResourceAsStream("/form/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, String> english() {
        Properties properties = new Properties();
        try (InputStream in = TestForms.class.getResourceAsStream("/form/loan.en.properties")) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> map = new LinkedHashMap<>();
        properties.forEach((k, v) -> map.put(k.toString(), v.toString()));
        return map;
    }

    static Form loan() {
        return Form.parse("loan", file("loan.form"), english());
    }

    /** A form of a single component. */
    static Form of(String component) {
        return Form.parse("one", bytes(component), Map.of());
    }

    static byte[] bytes(String component) {
        return ("{\"type\":\"default\",\"id\":\"one\",\"components\":[" + component + "]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Complete and right. */
    static Map<String, Object> answers() {
        Map<String, Object> right = new LinkedHashMap<>();
        right.put("name", "株洲示例轨道部件有限公司");
        right.put("uscc", "91430200MA4TE5T13J");
        right.put("amount", "300000.00");
        right.put("months", "12");
        right.put("use", "BUY");
        right.put("agree", true);
        Map<String, Object> right1 = new LinkedHashMap<>(Map.of("type", "PATENT", "number", "ZL200310102344.5"));
        right.put("pledge", new LinkedHashMap<>(Map.of("rights", List.of(right1))));
        return right;
    }

    static Map<String, Object> answers(String key, Object value) {
        Map<String, Object> answers = answers();
        answers.put(key, value);
        return answers;
    }
}
