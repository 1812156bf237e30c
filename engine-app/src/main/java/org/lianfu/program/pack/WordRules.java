package org.lianfu.program.pack;

import java.util.List;
import java.util.Map;
import org.lianfu.program.pack.Rule.Report;

/** That every label has its Chinese and its English, and that no English is left over. */
final class WordRules {

    static final List<Rule> ALL =
            List.of(new Rule("name-missing", WordRules::names), new Rule("english-missing", WordRules::english));

    private static final List<String> NAMED = List.of(
            "userTask", "serviceTask", "businessRuleTask", "callActivity", "endEvent", "startEvent", "boundaryEvent");

    private static void names(PackReading pack, Report report) {
        if (pack.model() != null) {
            pack.model().elements().values().stream()
                    .filter(e -> NAMED.contains(e.type()) && e.name().isBlank())
                    .forEach(e -> report.at(pack, e.id(), "has no name that people could read"));
        }
    }

    private static void english(PackReading pack, Report report) {
        pack.chinese().forEach((key, chinese) -> {
            if (pack.labels().getOrDefault(key, "").isBlank()) {
                say(pack, report, key, "lacks the English of “%s”".formatted(chinese));
            }
        });
        leftOver(pack, report);
    }

    private static void leftOver(PackReading pack, Report report) {
        Map<String, String> chinese = pack.chinese();
        if (pack.model() != null) {
            pack.labels().keySet().stream()
                    .filter(key -> !chinese.containsKey(key))
                    .forEach(key -> say(pack, report, key, "names nothing in the diagram or the decisions"));
        }
    }

    private static void say(PackReading pack, Report report, String key, String message) {
        String prefix = pack.prefixOf(key);
        report.add(pack.english(prefix), key.substring(prefix.length()), message);
    }
}
