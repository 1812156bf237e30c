package org.lianfu.portal;

import java.util.List;

/**
 * Check the answers before signing (核对信息).
 *
 * @param groups every answer, section by section
 * @param verdict what the eligibility decision says to these answers
 * @param promise the text that is signed (承诺)
 * @param maySign true for the signer
 */
public record CheckScreen(
        String no,
        String programTitle,
        List<AnswerGroup> groups,
        List<FileLine> files,
        List<FaultLine> faults,
        ProgramScreen.Verdict verdict,
        String promise,
        boolean maySign) {}
