package org.lianfu.portal;

import java.util.List;
import org.lianfu.credit.CreditSummary;

/**
 * The credit summary of a case as a page to read in a minute and to print.
 *
 * @param opinions what was said so far, as far as this reader may know it yet
 * @param files the materials, to be opened beside it
 * @param taskHref where this reader decides; null when no task of the case is theirs
 */
public record SummaryScreen(
        CreditSummary summary,
        String programTitle,
        Tag status,
        List<TaskScreen.Opinion> opinions,
        List<FileLine> files,
        String taskHref) {}
