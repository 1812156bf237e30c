package org.lianfu.application;

import java.util.Map;
import java.util.Set;

/**
 * Facts that are looked up, not asked: a register, a credit list, our own cases. Each module that can tell something of an
 * applicant declares one; a program names those it wants ({@code lookups}). An interface because the modules that know
 * stand above this one.
 */
public interface FactSource {

    /** The name by which a program asks for it, for example {@code patent}. */
    String name();

    /**
     * Looks up. Called outside any transaction; may take its time within its own limit.
     *
     * @param inquiry who applies for what, with what answers
     * @return the facts found and where they come from; facts that could not be had are absent
     */
    Looked look(Inquiry inquiry);

    /** Keys of the answers by which it looks up: with others the facts would be others. */
    default Set<String> asksBy() {
        return Set.of();
    }

    /** Who applies for what. */
    record Inquiry(String org, String program, String caseNo, Map<String, Object> answers) {}

    /**
     * What was found.
     *
     * @param source the register as people know it, for example 专利登记簿(模拟)
     * @param facts by name, scalar values
     */
    record Looked(String source, Map<String, Object> facts) {}
}
