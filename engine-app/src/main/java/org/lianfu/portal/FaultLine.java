package org.lianfu.portal;

/**
 * One fault in the summary at the top of a page.
 *
 * @param href the field to jump to, {@code #f-amount} or with a page before it; null when it is about no single field
 * @param sentence what is wrong and how to mend it
 * @param warning true when the act may go on all the same
 */
public record FaultLine(String href, String sentence, boolean warning) {}
