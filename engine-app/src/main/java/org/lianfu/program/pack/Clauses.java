package org.lianfu.program.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lianfu.program.Clause;

/** Reads POLICY.md: a clause begins at a line {@code §1 …} (or {@code ## §1 …}) and ends before the next or a heading. */
final class Clauses {

    private static final Pattern BEGIN = Pattern.compile("(?:#+\\s*|[*-]\\s*|\\*\\*)?(§\\d+)(?:\\*\\*)?[ 　](.*)");
    private static final Pattern CITED = Pattern.compile("§\\d+");

    private Clauses() {}

    static List<Clause> read(String policy) {
        List<Clause> clauses = new ArrayList<>();
        String id = null;
        StringBuilder text = new StringBuilder();
        for (String line : policy.split("\\R")) {
            Matcher begin = BEGIN.matcher(line.strip());
            boolean begins = begin.matches();
            if ((begins || line.startsWith("#")) && id != null) {
                clauses.add(clause(id, text));
                id = null;
            }
            if (begins) {
                id = begin.group(1);
                text = new StringBuilder(begin.group(2));
            } else if (id != null) {
                text.append('\n').append(line.strip());
            }
        }
        if (id != null) {
            clauses.add(clause(id, text));
        }
        return clauses;
    }

    /** Evidence tags stand as code in the file; on a page the marks of Markdown would be noise. */
    private static Clause clause(String id, StringBuilder text) {
        return new Clause(id, text.toString().replace("`", "").strip());
    }

    /** Every clause that a text cites, in the order of the text. */
    static List<String> citedIn(String text) {
        return CITED.matcher(text).results().map(r -> r.group()).distinct().toList();
    }
}
