package org.lianfu.engine.gate;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** Holds a file against its vocabulary: elements, attributes, and that all text in it is only text. */
final class AllowList {

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\s*\\{");
    /** Marks that turn the direction of writing around, or cannot be seen: a name must read as it is. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}&&[^\\t\\r\\n]]");

    private static final int MAX_VALUE = 300;
    private static final int MAX_TEXT = 4000;

    private final Vocabulary vocabulary;
    private final Findings findings;
    private final Set<String> ids = new HashSet<>();

    AllowList(Vocabulary vocabulary, Findings findings) {
        this.vocabulary = vocabulary;
        this.findings = findings;
    }

    void check(Element root) {
        if (!vocabulary.isRoot(root)) {
            findings.add(
                    "element-not-allowed", root, "a file begins with definitions, not with " + vocabulary.name(root));
            return;
        }
        element(root);
    }

    private void element(Element element) {
        Nodes.attributes(element).forEach(attribute -> attribute(element, attribute));
        String text = Nodes.text(element);
        if (!text.isEmpty() && !vocabulary.mayHoldText(element)) {
            findings.add("text-not-allowed", element, vocabulary.name(element) + " holds no text");
        }
        plain(element, "the text of " + vocabulary.name(element), text, MAX_TEXT);
        for (Element child : Nodes.children(element)) {
            if (vocabulary.mayHold(element, child)) {
                element(child);
            } else {
                findings.add(
                        "element-not-allowed",
                        child,
                        vocabulary.name(child) + " may not stand in " + vocabulary.name(element) + "; remove it");
            }
        }
    }

    private void attribute(Element element, Attr attribute) {
        if (!vocabulary.mayHave(element, attribute)) {
            findings.add(
                    "attribute-not-allowed",
                    element,
                    attribute.getName() + " may not stand on " + vocabulary.name(element) + "; remove it");
            return;
        }
        String value = attribute.getValue();
        plain(element, attribute.getName(), value, MAX_VALUE);
        if ("id".equals(attribute.getName()) && !ids.add(value)) {
            findings.add("id-twice", element, "the id " + value + " stands here a second time");
        }
    }

    private void plain(Element element, String what, String text, int most) {
        if (text.length() > most) {
            findings.add("too-long", element, what + " has more than " + most + " characters");
        }
        if (INVISIBLE.matcher(text).find()) {
            findings.add("invisible-character", element, what + " holds a character that cannot be seen; type it anew");
        }
        if (EXPRESSION.matcher(text).find() && !expressionBelongs(element, what)) {
            findings.add("expression-in-text", element, what + " is plain text and may not hold ${ or #{");
        }
    }

    private static boolean expressionBelongs(Element element, String what) {
        return Nodes.is(element, "conditionExpression", "timeDate", "loopCardinality")
                || Nodes.is(element, "serviceTask") && what.equals("camunda:delegateExpression");
    }
}
