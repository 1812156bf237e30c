package org.lianfu.portal;

import java.util.List;

/**
 * Ask before withdrawing (撤回): what it means, and the reason.
 *
 * @param reason what was typed, kept
 */
public record WithdrawScreen(String no, String programTitle, Tag status, String reason, List<FaultLine> faults) {}
