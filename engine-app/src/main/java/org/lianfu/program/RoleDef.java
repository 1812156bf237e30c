package org.lianfu.program;

import org.lianfu.shared.Words;

/**
 * What a role key of a diagram means: which organisation's which role 岗位 works there.
 *
 * @param org {@code APPLICANT} (the firm or person of the case), {@code BANK} (the bank that holds the case),
 *     {@code SYSTEM} (an outside answer) or the code of an organisation, for example {@code ZZ_FIN_OFFICE}
 * @param role role code held by the people who may act, for example {@code BANK_APPROVER}
 * @param title what people call it
 */
public record RoleDef(String org, String role, Words title) {

    public static final String APPLICANT = "APPLICANT";
    public static final String BANK = "BANK";
    public static final String SYSTEM = "SYSTEM";

    /** Whether the organisation is known only from the case. */
    public boolean dependsOnCase() {
        return APPLICANT.equals(org) || BANK.equals(org);
    }

    public boolean isSystem() {
        return SYSTEM.equals(org);
    }
}
