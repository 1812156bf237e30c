package org.lianfu.portal;

import java.time.Instant;
import java.util.List;

/**
 * Submitted (提交成功): the number, the hash of what was filed, what happens next and when.
 *
 * @param answersSha256 hash of the answers that were filed
 * @param pdfHref where the receipt is kept as a PDF
 * @param next what happens next, in order, in plain words
 */
public record ReceiptScreen(
        String no,
        String receiptNo,
        String programTitle,
        Instant submittedAt,
        String submittedBy,
        Deadline promisedBy,
        String answersSha256,
        List<FileLine> files,
        String pdfHref,
        List<String> next) {}
