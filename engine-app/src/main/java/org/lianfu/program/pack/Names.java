package org.lianfu.program.pack;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what a diagram names before it is known to be well-formed, so that a broken pack still shows all its faults. */
final class Names {

    private Names() {}

    /** Every value of an attribute in a model, for example of {@code formKey}. */
    static Set<String> in(byte[] model, String attribute) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = Pattern.compile("\\b" + attribute + "\\s*=\\s*[\"']([^\"'<>]{1,200})[\"']")
                .matcher(new String(model, StandardCharsets.UTF_8));
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
