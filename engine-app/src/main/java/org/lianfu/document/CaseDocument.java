package org.lianfu.document;

import org.lianfu.trail.Recorded;

/**
 * One document of a case.
 *
 * @param entry the entry of the trail that makes it
 */
public record CaseDocument(Kind kind, Recorded entry) {

    /** Unique in its case and the same for ever, for example {@code decision-14}. */
    public String id() {
        return kind.word() + "-" + entry.seq();
    }

    /** Under which the bundles have its title. */
    public String titleKey() {
        return kind.titleKey();
    }

    /** What it is called when it is saved. */
    public String fileName() {
        return entry.subject().id() + "-" + id() + ".pdf";
    }
}
