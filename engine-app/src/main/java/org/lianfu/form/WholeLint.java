package org.lianfu.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lianfu.flow.Decisions;

/** What can be said of a form only as a whole: its English, and conditions that read what was asked before. */
final class WholeLint {

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]\\w*");

    private final Form form;
    private final Decisions decisions;
    private final List<FormProblem> problems = new ArrayList<>();
    private final Set<String> before = new LinkedHashSet<>();
    private final Set<String> all;

    WholeLint(Form form, Decisions decisions) {
        this.form = form;
        this.decisions = decisions;
        this.all = words(String.join(" ", form.keys()));
    }

    List<FormProblem> problems() {
        walk(form.fields());
        return problems;
    }

    private void walk(List<Field> fields) {
        for (Field field : fields) {
            english(field);
            if (field.hide() != null) {
                condition(field);
            }
            walk(field.children());
            if (field.key() != null) {
                before.add(field.key());
            }
        }
    }

    private void english(Field field) {
        field.sentences().keySet().stream()
                .filter(key -> !form.hasEnglish(key))
                .forEach(key ->
                        problems.add(new FormProblem(field.englishKey(), "has no English under \"" + key + "\"")));
    }

    private void condition(Field field) {
        Set<String> read = words(QUOTED.matcher(field.hide()).replaceAll(""));
        read.retainAll(all);
        read.removeAll(before);
        read.forEach(key -> problems.add(
                new FormProblem(field.englishKey(), "its condition reads \"" + key + "\", which is asked later")));
        Map<String, Object> nothing = new HashMap<>();
        all.forEach(key -> nothing.put(key, null));
        try {
            decisions.holds(field.hide(), nothing);
        } catch (IllegalArgumentException e) {
            problems.add(new FormProblem(field.englishKey(), "its condition is not FEEL: " + e.getMessage()));
        }
    }

    static Set<String> words(String text) {
        Set<String> words = new LinkedHashSet<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }
}
