package org.lianfu.portal;

import java.time.LocalDate;

/**
 * One program in a list.
 *
 * @param fit whether the reader's firm fits; UNKNOWN to anybody who is no firm
 */
public record ProgramLine(
        String code,
        String version,
        String title,
        String family,
        String leadUnit,
        String summary,
        LocalDate opensOn,
        LocalDate closesOn,
        boolean open,
        Fit fit) {

    /** Whether the firm fits, as far as is known without asking. */
    public enum Fit {
        FITS,
        NOT_YET,
        UNKNOWN
    }
}
