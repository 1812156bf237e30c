package org.lianfu.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads SQL text roughly: which tables it names, and what only one of the two databases understands. */
final class Sql {

    /** Module to the prefix of its tables. */
    static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("trail", "trl_"),
            Map.entry("outbox", "out_"),
            Map.entry("calendar", "cal_"),
            Map.entry("directory", "dir_"),
            Map.entry("program", "prg_"),
            Map.entry("application", "app_"),
            Map.entry("review", "rev_"),
            Map.entry("credit", "crd_"),
            Map.entry("http", "htp_"),
            Map.entry("engine", "ACT_"));

    /** Modules whose screens and findings join what belongs to others. */
    static final Set<String> JOINING = Set.of("portal", "audit");

    private static final Pattern TABLE = Pattern.compile(
            "\\b(?:from|join|into|update|table(?:\\s+if\\s+(?:not\\s+)?exists)?|references|index\\s+\\w+\\s+on)\\s+[`\"]?([a-z]\\w*)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_TABLE =
            Pattern.compile("(?i)\\bfor\\s+update\\b|\\bon\\s+duplicate\\s+key\\s+update\\b");
    private static final Set<String> WORDS = Set.of("select", "set", "values", "skip", "nowait", "if", "not");

    private static final List<String> ONE_SIDED = List.of(
            "(?i)\\bdate_format\\s*\\(",
            "(?i)\\bdate_add\\s*\\(",
            "(?i)\\butc_timestamp\\b",
            "(?i)\\bjson_extract\\s*\\(",
            "(?i)\\bget_lock\\s*\\(",
            "(?i)(?<!\\w)if\\s*\\(",
            "(?i)\\bdiv\\b",
            "(?i)\\block\\s+in\\s+share\\s+mode\\b",
            "\\|\\|",
            "(?i)\\bstraight_join\\b",
            "(?i)\\bmerge\\s+into\\b",
            "(?i)\\b(ifnull|nvl)\\s*\\(");

    private Sql() {}

    private static final Pattern CREATE =
            Pattern.compile("(?is)create\\s+table\\s+(?:if\\s+not\\s+exists\\s+)?(\\w+)\\s*\\((.*?);");
    private static final Pattern KEY_IN_TABLE =
            Pattern.compile("(?i)(?:primary\\s+key|unique(?:\\s+key\\s+\\w+)?|\\bkey\\s+\\w+)\\s*\\(\\s*(\\w+)");
    private static final Pattern INDEX =
            Pattern.compile("(?i)create\\s+(?:unique\\s+)?index\\s+\\w+\\s+on\\s+(\\w+)\\s*\\(\\s*(\\w+)");
    private static final Pattern CHANGE = Pattern.compile("(?is)^\\W*(?:delete\\s+from|update)\\s+(\\w+)\\b(.*)");

    /** For each table of a schema file the columns with which one of its keys begins. */
    static Map<String, Set<String>> firstKeyColumns(String schema) {
        String text = withoutTextAndComments(schema);
        Map<String, Set<String>> keys = new HashMap<>();
        CREATE.matcher(text)
                .results()
                .forEach(table -> KEY_IN_TABLE.matcher(table.group(2)).results().forEach(key -> keys.computeIfAbsent(
                                table.group(1), t -> new TreeSet<>())
                        .add(key.group(1))));
        INDEX.matcher(text).results().forEach(key -> keys.computeIfAbsent(key.group(1), t -> new TreeSet<>())
                .add(key.group(2)));
        return keys;
    }

    /** Whether an update or delete compares such a column; anything else is fine. */
    static boolean findsByKey(String sql, Map<String, Set<String>> keys) {
        Matcher change = CHANGE.matcher(sql.replaceAll("<[a-z/][^>]*>", " "));
        if (!change.matches()) {
            return true;
        }
        String[] parts = change.group(2).split("(?i)\\bwhere\\b", 2);
        return parts.length == 2
                && keys.getOrDefault(change.group(1), Set.of()).stream()
                        .anyMatch(column -> Pattern.compile("(?i)\\b" + column + "\\s*(=|<|>|&lt;|in\\b)")
                                .matcher(parts[1])
                                .find());
    }

    static Set<String> tables(String sql) {
        Set<String> tables = new TreeSet<>();
        Matcher named =
                TABLE.matcher(NO_TABLE.matcher(withoutTextAndComments(sql)).replaceAll(" "));
        while (named.find()) {
            if (!WORDS.contains(named.group(1).toLowerCase())) {
                tables.add(named.group(1));
            }
        }
        return tables;
    }

    /** What one of the two databases would refuse or read otherwise. */
    static List<String> oneSided(String sql) {
        List<String> found = new ArrayList<>();
        String text = withoutTextAndComments(sql);
        for (String pattern : ONE_SIDED) {
            Matcher matcher = Pattern.compile(pattern).matcher(text);
            if (matcher.find()) {
                found.add(matcher.group());
            }
        }
        return found;
    }

    static String withoutTextAndComments(String sql) {
        return sql.replaceAll("--[^\\n]*", " ")
                .replaceAll("(?s)/\\*.*?\\*/", " ")
                .replaceAll("'([^']|'')*'", "''")
                .replaceAll("<(/?)(script|foreach|if|where|set|choose|when|otherwise|trim|bind)\\b[^>]*>", " ");
    }
}
