package org.lianfu.directory;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lianfu.shared.Fault;
import org.lianfu.shared.Words;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One mapping of a directory file, read field by field; what is wrong goes on the list, and reading goes on. */
final class YamlEntry {

    private final Map<String, Node> fields = new LinkedHashMap<>();
    private final String pointer;
    private final int line;
    private final List<Fault> faults;

    private YamlEntry(String pointer, int line, List<Fault> faults) {
        this.pointer = pointer;
        this.line = line;
        this.faults = faults;
    }

    static YamlEntry of(Node node, String pointer, List<Fault> faults) {
        YamlEntry entry = new YamlEntry(pointer, node.getStartMark().getLine() + 1, faults);
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key) {
                    if (entry.fields.put(key.getValue(), tuple.getValueNode()) != null) {
                        entry.fault(key.getValue(), "import.twice", Map.of());
                    }
                }
            }
        } else {
            faults.add(Fault.of(pointer, "import.mapping", Map.of("line", String.valueOf(entry.line))));
        }
        return entry;
    }

    int line() {
        return line;
    }

    boolean has(String field) {
        return fields.containsKey(field);
    }

    String pointer(String field) {
        return pointer + "/" + field;
    }

    void only(String... known) {
        List<String> names = Arrays.asList(known);
        fields.keySet().stream()
                .filter(field -> !names.contains(field))
                .forEach(field -> fault(field, "import.unknown", Map.of("known", String.join(", ", names))));
    }

    List<YamlEntry> list(String field) {
        List<YamlEntry> entries = new ArrayList<>();
        if (fields.get(field) instanceof SequenceNode sequence) {
            for (Node item : sequence.getValue()) {
                entries.add(of(item, pointer(field) + "/" + entries.size(), faults));
            }
        } else if (has(field)) {
            fault(field, "import.list", Map.of());
        }
        return entries;
    }

    List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        if (fields.get(field) instanceof SequenceNode sequence) {
            sequence.getValue().forEach(item -> texts.add(item instanceof ScalarNode text ? text.getValue() : ""));
        } else if (has(field)) {
            fault(field, "import.list", Map.of());
        }
        return texts;
    }

    /** A text that must be there. */
    String text(String field) {
        String value = text(field, null);
        if (value == null || value.isBlank()) {
            fault(field, "import.missing", Map.of());
            return "";
        }
        return value;
    }

    String text(String field, String otherwise) {
        return fields.get(field) instanceof ScalarNode scalar
                ? scalar.getValue().strip()
                : otherwise;
    }

    Words words(String field) {
        if (!(fields.get(field) instanceof MappingNode mapping)) {
            fault(field, "import.words", Map.of());
            return new Words("", "");
        }
        YamlEntry words = of(mapping, pointer(field), faults);
        words.only("zh", "en");
        return new Words(words.text("zh"), words.text("en"));
    }

    String code(String field) {
        return matching(field, "[A-Z][A-Z0-9_]{1,62}");
    }

    String matching(String field, String pattern) {
        return matching(field, pattern, "");
    }

    /** @param otherwise what holds when the field is not there; empty when it must be */
    String matching(String field, String pattern, String otherwise) {
        String value = otherwise.isEmpty() || has(field) ? text(field) : otherwise;
        if (!value.isEmpty() && !value.matches(pattern)) {
            fault(field, "import.value", Map.of("value", value, "allowed", pattern));
            return otherwise;
        }
        return value.isEmpty() ? otherwise : value;
    }

    <E extends Enum<E>> E oneOf(String field, Class<E> type) {
        String value = text(field);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(value)) {
                return constant;
            }
        }
        if (!value.isEmpty()) {
            String allowed = String.join(
                    ", ", Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
            fault(field, "import.value", Map.of("value", value, "allowed", allowed));
        }
        return null;
    }

    /** @param otherwise null when the date must be there */
    LocalDate date(String field, LocalDate otherwise) {
        if (!has(field) && otherwise != null) {
            return otherwise;
        }
        String value = text(field);
        try {
            return value.isEmpty() ? Roster.ALWAYS : LocalDate.parse(value);
        } catch (DateTimeException e) {
            fault(field, "import.value", Map.of("value", value, "allowed", "YYYY-MM-DD"));
            return Roster.ALWAYS;
        }
    }

    Instant instant(String field, Instant otherwise) {
        String value = text(field);
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            fault(field, "import.value", Map.of("value", value, "allowed", "2026-11-24T09:00:00+08:00"));
            return otherwise;
        }
    }

    boolean flag(String field) {
        String value = matching(field, "true|false");
        return value.equals("true");
    }

    void fault(String field, Fault found) {
        fault(field, found.code(), found.arguments(), found.warning());
    }

    void fault(String field, String code, Map<String, String> arguments) {
        fault(field, code, arguments, false);
    }

    private void fault(String field, String code, Map<String, String> arguments, boolean warning) {
        Node node = fields.get(field);
        Map<String, String> all = new HashMap<>(arguments);
        all.put("line", String.valueOf(node == null ? line : node.getStartMark().getLine() + 1));
        all.put("field", field);
        faults.add(new Fault(pointer(field), code, all, warning));
    }
}
