package org.lianfu.review.store;

/** What was said on a seat: opinion and answers sealed, reasons as a comma list of codes. */
public record WordsRow(String id, String stepId, String opinion, String answers, String reasons) {}
