package org.lianfu.program.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The comparisons of a way's condition, for example {@code ${outcome == 'REJECT'}}. Whether the condition may stand in a
 * model at all is the business of the gate.
 *
 * @param text between the braces
 */
record Condition(String text, List<Comparison> comparisons) {

    private static final Pattern COMPARISON = Pattern.compile("([A-Za-z]\\w*)\\s*(==|!=)\\s*('[^']*'|\"[^\"]*\")");
    private static final Pattern REST = Pattern.compile("[()\\s]|&&|\\|\\|");

    /** One comparison; the literal without its quotes. */
    record Comparison(String fact, String operator, String literal) {

        boolean holds(Map<String, String> facts) {
            return operator.equals("==") == literal.equals(facts.get(fact));
        }
    }

    static Condition of(String text) {
        String inner = text.replaceAll("^\\s*\\$\\{|}\\s*$", "");
        List<Comparison> found = new ArrayList<>();
        Matcher matcher = COMPARISON.matcher(inner);
        while (matcher.find()) {
            found.add(comparison(matcher));
        }
        return new Condition(inner, found);
    }

    private static Comparison comparison(Matcher found) {
        return new Comparison(found.group(1), found.group(2), found.group(3).replaceAll("^['\"]|['\"]$", ""));
    }

    /** Whether it is nothing but comparisons of a fact with a literal, so that it can be tried. */
    boolean isWhole() {
        return !comparisons.isEmpty()
                && REST.matcher(COMPARISON.matcher(text).replaceAll(" "))
                        .replaceAll("")
                        .isEmpty();
    }

    /** Whether it holds when the facts are these; asked of whole conditions only. */
    boolean holds(Map<String, String> facts) {
        Matcher matcher = COMPARISON.matcher(text);
        String tried = matcher.replaceAll(found -> comparison(matcher).holds(facts) ? "1" : "0");
        return either(tried.replaceAll("\\s", ""));
    }

    /** A formula of 0, 1, &&, || and brackets, the innermost bracket first. */
    private static boolean either(String formula) {
        String left = formula;
        for (Matcher inner = Pattern.compile("\\(([^()]*)\\)").matcher(left);
                inner.find();
                inner = inner.pattern().matcher(left)) {
            left = left.substring(0, inner.start())
                    + (either(inner.group(1)) ? "1" : "0")
                    + left.substring(inner.end());
        }
        for (String side : left.split("\\|\\|")) {
            if (!side.contains("0")) {
                return true;
            }
        }
        return false;
    }
}
