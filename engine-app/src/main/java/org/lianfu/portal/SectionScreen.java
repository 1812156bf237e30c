package org.lianfu.portal;

import java.time.Instant;
import java.util.List;
import org.lianfu.form.Row;

/**
 * One section of a draft: one topic a page, saved as it is typed.
 *
 * @param rows the form's rendering model, drawn by fragments/field
 * @param edition of the answers, sent back so that two tabs cannot overwrite one another
 * @param faults what is wrong, each with the field it is about; empty until the section was sent once
 */
public record SectionScreen(
        String no,
        String programTitle,
        String key,
        String name,
        int number,
        int of,
        List<Row> rows,
        String edition,
        Instant savedAt,
        List<FaultLine> faults,
        boolean readOnly) {}
