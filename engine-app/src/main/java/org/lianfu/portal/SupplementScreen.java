package org.lianfu.portal;

import java.util.List;
import org.lianfu.form.Row;

/**
 * The firm answers a request for more (补充资料). Everything that was asked stands in one list; only the named
 * sections are open.
 *
 * @param items what is missing or wrong, in the officer's words
 * @param rows the answers that may be changed, as rendering model; empty when only documents are asked
 */
public record SupplementScreen(
        String no,
        String programTitle,
        Holder askedBy,
        List<String> items,
        String reason,
        Deadline deadline,
        List<Row> rows,
        List<DocumentsScreen.Need> needs,
        String limits,
        List<FaultLine> faults) {}
