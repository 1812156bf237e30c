package org.lianfu.engine.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a gateway may ask: <code>${fact == 'LITERAL' &amp;&amp; (other &gt; 5 || third)}</code>. Comparisons of facts and
 * literals, joined by {@code &&} and {@code ||}; no call, no property, no index.
 */
final class Condition {

    private static final Pattern WHOLE = Pattern.compile("\\$\\{([^{}]*)}");
    private static final Pattern TOKEN = Pattern.compile("\\s*(?:(&&|\\|\\||==|!=|<=|>=|<|>|\\(|\\))"
            + "|('[\\p{L}\\p{N}_. -]*')|(\\d{1,15}(?:\\.\\d{1,6})?)|([A-Za-z][A-Za-z0-9]*))");
    private static final Set<String> COMPARE = Set.of("==", "!=", "<", ">", "<=", ">=");
    private static final Set<String> RESERVED =
            Set.of("and", "or", "not", "eq", "ne", "lt", "gt", "le", "ge", "null", "instanceof", "empty", "div", "mod");

    private final List<String> tokens;
    private int at;

    private Condition(List<String> tokens) {
        this.tokens = tokens;
    }

    /** What is wrong with the condition, in words; empty when nothing is. */
    static Optional<String> problem(String text) {
        Matcher whole = WHOLE.matcher(text);
        if (!whole.matches()) {
            return Optional.of("write one expression in ${ }, without braces in it");
        }
        List<String> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(whole.group(1).strip());
        int end = 0;
        while (end < token.regionEnd()) {
            if (!token.find() || token.start() != end) {
                return Optional.of("only facts, literals, comparisons, && and || may stand in it");
            }
            tokens.add(token.group().strip());
            end = token.end();
        }
        Condition condition = new Condition(tokens);
        return condition.either() && condition.at == tokens.size()
                ? Optional.empty()
                : Optional.of("only comparisons such as outcome == 'ACCEPT', joined by && and ||, may stand in it");
    }

    private boolean either() {
        boolean good = both();
        while (good && next("||")) {
            good = both();
        }
        return good;
    }

    private boolean both() {
        boolean good = one();
        while (good && next("&&")) {
            good = one();
        }
        return good;
    }

    private boolean one() {
        if (next("(")) {
            return at < 60 && either() && next(")");
        }
        boolean fact = isFact();
        if (!operand()) {
            return false;
        }
        if (at < tokens.size() && COMPARE.contains(tokens.get(at))) {
            at++;
            return (isFact() || fact) && operand();
        }
        return fact;
    }

    private boolean operand() {
        boolean good = at < tokens.size() && (isFact() || tokens.get(at).matches("'.*'|\\d.*|true|false"));
        at++;
        return good;
    }

    private boolean isFact() {
        return at < tokens.size()
                && tokens.get(at).matches("[A-Za-z].*")
                && !tokens.get(at).matches("true|false")
                && !RESERVED.contains(tokens.get(at));
    }

    private boolean next(String token) {
        if (at < tokens.size() && tokens.get(at).equals(token)) {
            at++;
            return true;
        }
        return false;
    }
}
