package org.lianfu.program;

/**
 * One thing wrong with a pack, in words its author can act on.
 *
 * @param rule stable name of the rule that was broken, for example {@code element-not-allowed}
 * @param file file inside the pack
 * @param element id of the element, or empty when the whole file is meant
 * @param message what is wrong and how to mend it
 */
public record Finding(String rule, String file, String element, String message) {}
