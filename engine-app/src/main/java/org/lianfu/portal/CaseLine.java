package org.lianfu.portal;

import java.time.Instant;
import org.lianfu.shared.Money;

/**
 * One case in a list.
 *
 * @param waitsFor the step it waits for and with whom, in plain words; null when it has ended or is a draft
 * @param amount asked for; null when not yet given
 */
public record CaseLine(
        String no,
        String href,
        String programTitle,
        String applicantName,
        Money amount,
        Tag status,
        String waitsFor,
        Deadline deadline,
        Instant at) {}
