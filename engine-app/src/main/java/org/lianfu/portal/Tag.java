package org.lianfu.portal;

/**
 * A short state in a bordered label. The tone adds colour and an icon; the text alone must say it too.
 *
 * @param text in the reader's language
 */
public record Tag(String text, Tone tone) {

    /** How a state feels to the reader. */
    public enum Tone {
        /** nothing to do, nothing running */
        QUIET,
        /** somebody works on it */
        RUNNING,
        /** the reader has to act */
        YOURS,
        /** ended well */
        GOOD,
        /** ended otherwise, or late */
        BAD;

        /** Name of the style class. */
        public String css() {
            return "lf-tag-" + name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
