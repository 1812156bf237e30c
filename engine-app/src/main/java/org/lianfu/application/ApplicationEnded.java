package org.lianfu.application;

import org.lianfu.shared.CaseNo;

/** A case has been ended at this counter (withdrawn, or by silence), not by its diagram; told inside the transaction. */
public record ApplicationEnded(CaseNo no) {}
