package org.lianfu.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.lianfu.shared.BankAccount;
import org.lianfu.shared.PatentNo;

/**
 * Answers to any form, from its own definition: choices out of its options, numbers within its limits, codes that are valid
 * by their standard. An example, where there is one, is varied as boldly as wanted. Sums lean on what is already written in
 * the case, because rules compare them with it; and whoever was refused reads the sentence and types what it names instead.
 */
final class RandomAnswers {

    /** Among them one beyond the first plane, one quote and one that would open a tag: all legal in a text. */
    private static final String[] WORDS = {"示例", "轨道", "核对", "𠮷祥", "\"甲\"", "<乙>", "plan b", "¥5", "第2批"};

    private static final Pattern SUM = Pattern.compile("\\d+\\.\\d\\d");
    private static final Pattern SUM_OR_DATE = Pattern.compile("\\d[\\d,]*\\.\\d\\d\\b|\\d{4}-\\d\\d-\\d\\d");

    private final Random random;
    private final LocalDate today;
    private final double boldness;
    private final List<String> money = new ArrayList<>();
    private final Set<String> lines = new LinkedHashSet<>();
    private final Map<String, String> own;

    /**
     * @param boldness 0 keeps the example wherever it answers, 1 makes everything anew
     * @param written what earlier steps recorded: its sums are met again in what follows
     * @param own answers by the kind of their field, for what only the applicant can know (its own code, its own patent)
     */
    RandomAnswers(Random random, LocalDate today, double boldness, JsonNode written, Map<String, String> own) {
        this.random = random;
        this.today = today;
        this.boldness = boldness;
        this.own = own;
        TreeSet<String> sums = new TreeSet<>();
        collect(written, sums);
        money.addAll(sums);
    }

    private void collect(JsonNode written, TreeSet<String> sums) {
        if (written.isTextual() && SUM.matcher(written.asText()).matches()) {
            sums.add(written.asText());
        } else if (written.isTextual()) {
            written.asText().lines().filter(line -> line.length() > 1).forEach(lines::add);
        }
        written.forEach(each -> collect(each, sums));
    }

    Map<String, Object> to(JsonNode form, JsonNode example) {
        Map<String, Object> answers = new LinkedHashMap<>();
        fill(form.path("components"), example, answers);
        return answers;
    }

    /**
     * The answers with what the sentence complains of replaced by something else that it names: a sum, a date, or words that
     * were written in the case before.
     *
     * @return null when the sentence names nothing of the kind
     */
    Map<String, Object> mended(Map<String, Object> refused, String sentence) {
        Set<String> named = new LinkedHashSet<>();
        SUM_OR_DATE
                .matcher(sentence)
                .results()
                .forEach(found -> named.add(found.group().replace(",", "")));
        lines.stream().filter(sentence::contains).forEach(named::add);
        Map<String, Object> mended = new LinkedHashMap<>(refused);
        mended.replaceAll((key, value) -> {
            if (!(value instanceof String typed)
                    || !named.contains(typed) && (typed.length() < 2 || !sentence.contains(typed))) {
                return value;
            }
            List<String> others = named.stream()
                    .filter(other -> !other.equals(typed) && shape(other) == shape(typed))
                    .toList();
            return others.isEmpty() ? typed : others.get(random.nextInt(others.size()));
        });
        return mended.equals(refused) ? null : mended;
    }

    private static int shape(String text) {
        return SUM.matcher(text).matches() ? 1 : SUM_OR_DATE.matcher(text).matches() ? 2 : 3;
    }

    private void fill(JsonNode components, JsonNode example, Map<String, Object> answers) {
        for (JsonNode field : components) {
            String type = field.path("type").asText();
            String key = field.path("key").asText("");
            String path = field.path("path").asText("");
            if (type.equals("group") && path.isEmpty()) {
                fill(field.path("components"), example, answers);
            } else if (type.equals("group")) {
                Map<String, Object> inside = new LinkedHashMap<>();
                fill(field.path("components"), example.path(path), inside);
                answers.put(path, inside);
            } else if (type.equals("dynamiclist")) {
                answers.put(path, rows(field, example.path(path)));
            } else if (!key.isEmpty()) {
                Object answer = answer(field, type, example.path(key));
                if (answer != null) {
                    answers.put(key, answer);
                }
            }
        }
    }

    private List<Map<String, Object>> rows(JsonNode list, JsonNode example) {
        int least = Math.max(1, list.path("properties").path("minRows").asInt(0));
        int most = Math.max(
                least, Math.min(3, list.path("properties").path("maxRows").asInt(3)));
        int count =
                example.isArray() && !bold() ? Math.max(1, example.size()) : least + random.nextInt(most - least + 1);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, Object> row = new LinkedHashMap<>();
            fill(list.path("components"), example.path(example.isArray() ? i % Math.max(1, example.size()) : 0), row);
            rows.add(row);
        }
        return rows;
    }

    private boolean bold() {
        return random.nextDouble() < boldness;
    }

    /** @return null when the field is left out */
    private Object answer(JsonNode field, String type, JsonNode example) {
        String kind = field.path("properties").path("kind").asText("");
        if (own.containsKey(kind)) {
            return own.get(kind);
        }
        boolean shown = !example.isMissingNode() && !example.isNull();
        boolean required = field.path("validate").path("required").asBoolean(false);
        if (shown && !bold()) {
            return plain(example);
        }
        if (!shown && !required && !bold()) {
            return null;
        }
        return switch (type) {
            case "checkbox" -> required || (shown ? example.asBoolean() : random.nextBoolean());
            case "radio", "select" -> option(field);
            case "checklist" -> options(field);
            case "number" -> number(field, kind, shown ? example.asText() : null);
            case "datetime" -> date(shown ? example.asText() : null).toString();
            case "textfield", "textarea" -> text(field, kind, shown ? example.asText() : null);
            default -> null;
        };
    }

    private static Object plain(JsonNode example) {
        if (example.isArray()) {
            List<Object> all = new ArrayList<>();
            example.forEach(each -> all.add(plain(each)));
            return all;
        }
        return example.isBoolean() ? (Object) example.asBoolean() : example.asText();
    }

    private String option(JsonNode field) {
        JsonNode options = field.path("values");
        return options.get(random.nextInt(options.size())).path("value").asText();
    }

    private List<String> options(JsonNode field) {
        List<String> chosen = new ArrayList<>();
        field.path("values").forEach(each -> {
            if (random.nextInt(3) == 0) {
                chosen.add(each.path("value").asText());
            }
        });
        return chosen.isEmpty() ? List.of(option(field)) : chosen;
    }

    private String number(JsonNode field, String kind, String example) {
        JsonNode validate = field.path("validate");
        BigDecimal min = decimal(validate.path("min"), kind.isEmpty() ? BigDecimal.ONE : BigDecimal.ZERO);
        BigDecimal max = decimal(validate.path("max"), kind.equals("percent") ? new BigDecimal(100) : null);
        int decimals = kind.equals("money") ? 2 : field.path("decimalDigits").asInt(0);
        List<String> known = new ArrayList<>(kind.equals("money") ? money : List.of());
        if (example != null) {
            known.add(example);
        }
        BigDecimal base = known.isEmpty()
                ? (max == null ? new BigDecimal(100_000) : max)
                : new BigDecimal(known.get(random.nextInt(known.size())));
        // mostly exactly a sum that stands in the case; else a part of it
        double part = kind.equals("money") && random.nextInt(3) > 0 ? 1 : (1 + random.nextInt(100)) / 100.0;
        BigDecimal value = base.multiply(BigDecimal.valueOf(part)).setScale(decimals, RoundingMode.DOWN);
        value = value.max(min);
        return (max == null ? value : value.min(max))
                .setScale(decimals, RoundingMode.DOWN)
                .toPlainString();
    }

    private static BigDecimal decimal(JsonNode limit, BigDecimal otherwise) {
        return limit.isNumber() ? limit.decimalValue() : otherwise;
    }

    private LocalDate date(String example) {
        LocalDate shown = example == null ? today : LocalDate.parse(example);
        long between = ChronoUnit.DAYS.between(today, shown);
        return between == 0
                ? today.minusDays(random.nextInt(4) == 0 ? random.nextInt(10) : 0)
                : today.plusDays((long) (between * random.nextDouble()));
    }

    private String text(JsonNode field, String kind, String example) {
        if (!kind.isEmpty()) {
            return example != null ? example : code(kind);
        }
        JsonNode validate = field.path("validate");
        if (validate.has("pattern")) {
            return example; // nobody guesses a pattern
        }
        int least = validate.path("minLength").asInt(0);
        StringBuilder text = new StringBuilder();
        do {
            text.append(WORDS[random.nextInt(WORDS.length)]);
        } while (text.length() < least || random.nextInt(3) == 0);
        text.append(random.nextInt(100_000));
        return text.length() > validate.path("maxLength").asInt(50)
                ? String.valueOf(random.nextInt(9))
                : text.toString();
    }

    /** A code that its standard accepts; null for one that the walk does not know. */
    private String code(String kind) {
        return switch (kind) {
            case "patentNo" -> patentNo(random);
            case "phone" -> "138" + "%08d".formatted(random.nextInt(100_000_000));
            case "account" -> {
                String digits = "4305016271%08d".formatted(random.nextInt(100_000_000));
                yield BankAccount.check("", digits).isEmpty() ? digits : "43050162710000000017";
            }
            case "cnaps" -> "105552000011";
            default -> null;
        };
    }

    static String patentNo(Random random) {
        return PatentNo.of("20%02d1%07d".formatted(10 + random.nextInt(15), random.nextInt(10_000_000)))
                .value();
    }
}
