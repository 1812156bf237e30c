package org.lianfu.form;

import java.util.List;

/**
 * One answer to read.
 *
 * @param section key of the section it belongs to, see {@link Form#sections}
 * @param pointer JSON pointer into the answers, as in a fault
 * @param id of the row that asks for it, see {@link Row#id}
 * @param label of the field, with list and number of the row where it stands in one
 * @param lines the answer as people read it; none when nothing was answered
 * @param masked the same with the middle of identity, account and telephone numbers hidden
 */
public record Shown(String section, String pointer, String id, String label, List<String> lines, List<String> masked) {}
