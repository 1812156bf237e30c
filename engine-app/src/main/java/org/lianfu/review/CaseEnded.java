package org.lianfu.review;

import org.lianfu.application.CaseFile;
import org.lianfu.application.Status;

/** A case comes to an end of its diagram; told inside the act, so that whoever keeps something open in it closes that too. */
public record CaseEnded(CaseFile file, Status end) {}
