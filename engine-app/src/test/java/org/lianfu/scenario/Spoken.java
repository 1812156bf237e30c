package org.lianfu.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.lianfu.program.Program;

/** Turns what scenarios say into what programs say: outcomes, statuses, questions and answers by their Chinese labels. */
final class Spoken {

    static final Map<String, String> OUTCOMES = Map.of(
            "完成", "DONE",
            "同意", "APPROVE",
            "不同意", "REJECT",
            "退回", "RETURN",
            "弃权", "ABSTAIN",
            "承接", "ACCEPT",
            "不承接", "DECLINE",
            "接受", "ACCEPT",
            "不接受", "DECLINE");

    static final Map<String, String> STATUSES = Map.ofEntries(
            Map.entry("草稿", "DRAFT"),
            Map.entry("已提交", "SUBMITTED"),
            Map.entry("补充资料中", "SUPPLEMENT_REQUESTED"),
            Map.entry("审核中", "IN_REVIEW"),
            Map.entry("已批准", "APPROVED"),
            Map.entry("已签约", "CONTRACTED"),
            Map.entry("已放款", "DISBURSED"),
            Map.entry("不予受理", "NOT_ACCEPTED"),
            Map.entry("未通过", "DECLINED"),
            Map.entry("已撤回", "WITHDRAWN"),
            Map.entry("已过期", "EXPIRED"),
            Map.entry("办结", "CLOSED"),
            Map.entry("已结清", "SETTLED"));

    private Spoken() {}

    static String of(Map<String, String> words, String word) {
        String meant = words.get(word);
        if (meant == null) {
            throw new IllegalArgumentException("“" + word + "”不在短语手册里，可以用的是 " + words.keySet());
        }
        return meant;
    }

    /** Puts an answer under the key of the question with this label; an empty text takes the answer away. */
    static void answer(Program program, String form, String label, String said, Map<String, Object> answers) {
        JsonNode question = find(program.form(form).json().path("components"), label);
        if (question == null) {
            throw new IllegalArgumentException("表单 " + form + " 中没有“" + label + "”这一栏");
        }
        String key = question.path("key").asText();
        if (said == null || said.isBlank()) {
            answers.remove(key);
        } else {
            answers.put(key, value(question, said));
        }
    }

    private static Object value(JsonNode question, String said) {
        return switch (question.path("type").asText()) {
            case "checkbox" -> said.equals("是");
            case "checklist" ->
                Arrays.stream(said.split("、")).map(s -> choice(question, s)).toList();
            case "select", "radio" -> choice(question, said);
            default -> said;
        };
    }

    private static String choice(JsonNode question, String label) {
        for (JsonNode choice : question.path("values")) {
            if (choice.path("label").asText().equals(label)) {
                return choice.path("value").asText();
            }
        }
        throw new IllegalArgumentException("“" + question.path("label").asText() + "”没有“" + label + "”这一项");
    }

    private static JsonNode find(JsonNode components, String label) {
        for (JsonNode component : components) {
            if (component.hasNonNull("key") && component.path("label").asText().equals(label)) {
                return component;
            }
            JsonNode inside = find(component.path("components"), label);
            if (inside != null) {
                return inside;
            }
        }
        return null;
    }

    /** Names of facts by the labels that the program's decision tables give them. */
    static String fact(List<byte[]> tables, String label) {
        for (byte[] table : tables) {
            String text = new String(table, java.nio.charset.StandardCharsets.UTF_8);
            var input = java.util.regex.Pattern.compile("label=\"" + java.util.regex.Pattern.quote(label)
                            + "\">\\s*<inputExpression[^>]*><text>(\\w+)</text>")
                    .matcher(text);
            if (input.find()) {
                return input.group(1);
            }
        }
        throw new IllegalArgumentException("没有一张决策表有“" + label + "”这一列");
    }
}
