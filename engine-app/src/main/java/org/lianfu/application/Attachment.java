package org.lianfu.application;

import java.time.Instant;
import java.util.Set;
import org.lianfu.shared.Audience;

/**
 * A file of a case 附件.
 *
 * @param kind document kind of the program, for example {@code LICENCE}
 * @param sizeBytes size in bytes
 * @param org organisation that added it
 * @param filed true once a submission or a supplement has named it; then it stays
 * @param stepId step of the officer that added it; null for the applicant's own
 */
public record Attachment(
        String id,
        String caseNo,
        String kind,
        String name,
        long sizeBytes,
        String sha256,
        String mediaType,
        Set<Audience> audience,
        String org,
        String addedBy,
        Instant addedAt,
        boolean filed,
        String stepId) {}
