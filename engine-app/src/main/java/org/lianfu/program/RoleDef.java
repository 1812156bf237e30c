package org.lianfu.program;

import org.lianfu.shared.Words;

/**
 * What a role key of a diagram means: which organisation's which role 岗位 works there.
 *
 * @param org {@code APPLICANT} (the firm or person of the case), {@code BANK} (the bank that holds the case),
 *     {@code CASE} (an organisation that the case itself names), {@code SYSTEM} (an outside answer) or the code of an
 *     organisation, for example {@code ZZ_FIN_OFFICE}
 * @param role role code held by the people who may act, for example {@code BANK_APPROVER}
 * @param title what people call it
 * @param by the fact under which the case names the organisation; null unless {@code org} is {@code CASE}
 */
public record RoleDef(String org, String role, Words title, String by) {

    public static final String APPLICANT = "APPLICANT";
    public static final String BANK = "BANK";
    public static final String CASE = "CASE";
    public static final String SYSTEM = "SYSTEM";

    /** Whether the organisation is known only from the case. */
    public boolean dependsOnCase() {
        return isOfCase(org);
    }

    /** Whether this stands for an organisation that only the case knows. */
    static boolean isOfCase(String org) {
        return APPLICANT.equals(org) || BANK.equals(org) || CASE.equals(org);
    }

    /** Whether a decision or somebody's answer names the organisation, case by case. */
    public boolean isNamedByCase() {
        return CASE.equals(org);
    }

    public boolean isSystem() {
        return SYSTEM.equals(org);
    }
}
