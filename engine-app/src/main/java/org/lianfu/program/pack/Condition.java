package org.lianfu.program.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The comparisons of a way's condition, for example {@code ${outcome == 'REJECT'}}. Whether the condition is one at all is
 * the business of the gate.
 */
record Condition(List<Comparison> comparisons) {

    private static final Pattern COMPARISON =
            Pattern.compile("([A-Za-z]\\w*)\\s*(==|!=|<=|>=|<|>)\\s*('[^']*'|\"[^\"]*\"|-?\\d+|true|false)");

    /** One comparison; the literal without its quotes. */
    record Comparison(String fact, String operator, String literal) {}

    static Condition of(String text) {
        List<Comparison> found = new ArrayList<>();
        Matcher matcher = COMPARISON.matcher(text);
        while (matcher.find()) {
            found.add(new Comparison(
                    matcher.group(1), matcher.group(2), matcher.group(3).replaceAll("^['\"]|['\"]$", "")));
        }
        return new Condition(found);
    }

    boolean names(String fact) {
        return comparisons.stream().anyMatch(c -> c.fact().equals(fact));
    }
}
