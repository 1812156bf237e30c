package org.lianfu.portal;

import java.util.List;

/**
 * Change one's password.
 *
 * @param least fewest characters allowed
 */
public record PasswordScreen(boolean changed, int least, List<FaultLine> faults) {}
