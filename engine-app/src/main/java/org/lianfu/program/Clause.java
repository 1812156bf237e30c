package org.lianfu.program;

/**
 * One numbered clause 条款 of a program's POLICY.md. Clauses stay Chinese: they are the rule itself.
 *
 * @param id the number as rows and steps cite it, for example {@code §7}
 * @param text the words of the clause
 */
public record Clause(String id, String text) {}
