package org.lianfu.portal;

/**
 * One fault in the summary at the top of a page.
 *
 * @param field id of the field to jump to; null when it is about no single field
 * @param sentence what is wrong and how to mend it
 * @param warning true when the act may go on all the same
 */
public record FaultLine(String field, String sentence, boolean warning) {}
