package org.lianfu.program;

import java.util.Locale;
import org.lianfu.http.Messages;

/** What a finding says to its author: where, in both languages what the rule wants and how to mend it, and what was found. */
final class FindingWords {

    private final Messages messages;

    FindingWords(Messages messages) {
        this.messages = messages;
    }

    /** Three lines: file, element, what was found, and its rule; what the rule wants, in Chinese and in English. */
    String told(Finding finding) {
        String element = finding.element().isEmpty() ? "" : " " + finding.element();
        String key = "finding." + finding.rule();
        return "%s%s: %s [%s]%n    %s%n    %s"
                .formatted(
                        finding.file(),
                        element,
                        finding.message(),
                        finding.rule(),
                        messages.text(key, Locale.SIMPLIFIED_CHINESE),
                        messages.text(key, Locale.ENGLISH));
    }
}
