package org.lianfu.portal;

import java.util.List;

/**
 * The documents of a draft or of an open supplement.
 *
 * @param needs what the program asks for, each with the files given so far
 * @param limits what may be uploaded, in a sentence: types and sizes
 */
public record DocumentsScreen(
        String no, String programTitle, List<Need> needs, String limits, List<FaultLine> faults, boolean readOnly) {

    /**
     * One kind of document.
     *
     * @param required whether this application needs it, as it is answered now
     * @param why what it is needed for; null when the program does not say
     * @param clause clause of the policy that it serves; null when none is cited
     */
    public record Need(String kind, String title, boolean required, String why, String clause, List<FileLine> files) {}
}
