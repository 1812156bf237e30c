package org.lianfu.portal;

import java.util.List;

/**
 * One program: who it is for, what to bring, how it goes, and the law text (办事指南).
 *
 * @param canApply true when the reader may begin an application now
 * @param pictures the whole diagram first, then one of each part
 */
public record ProgramScreen(
        ProgramLine line,
        String responsibleUnits,
        Policy policy,
        List<Clause> clauses,
        List<Need> documents,
        List<Step> steps,
        Verdict verdict,
        boolean canApply,
        List<Picture> pictures) {

    /** The policy document: 文号, issuer, address of the text (null when none is public). */
    public record Policy(String docNo, String issuer, String href) {}

    /** One diagram: {@code id} is empty for the whole, else that of the part's call activity; {@code href} gives its XML. */
    public record Picture(String id, String name, String href) {}

    /** One numbered clause; the text stays Chinese, it is law. */
    public record Clause(String id, String text) {}

    /**
     * One document to bring.
     *
     * @param sometimes required only for some applications; {@code why} says for which
     */
    public record Need(String kind, String title, boolean required, boolean sometimes, String why, String clause) {}

    /** One step of the diagram in order; deadline in words, null when it has none. */
    public record Step(String element, String name, String role, String deadline) {}

    /**
     * Whether the firm fits and why.
     *
     * @param checked what was compared, in plain words: "登记信息（2026-11-20）"
     */
    public record Verdict(ProgramLine.Fit fit, List<Reason> reasons, String checked) {}

    /** One condition that is met or not, with the clause that demands it. */
    public record Reason(String code, boolean met, String clause, String clauseText, String sentence) {}
}
