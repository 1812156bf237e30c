package org.lianfu.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.lianfu.shared.Money;

/**
 * A bank's limits of credit authority.
 *
 * @param proposes whether this reader proposes and decides
 * @param programs that the bank serves
 */
public record LimitsScreen(
        String bank,
        String name,
        List<Line> sets,
        boolean proposes,
        List<DirectoryScreen.Choice> programs,
        ChangeHistory history,
        TypedForm typed,
        List<FaultLine> faults) {

    /**
     * One set.
     *
     * @param decidedBy null while nobody has
     * @param open whether it still waits for its second person
     * @param mayConfirm whether this reader may be that person
     */
    public record Line(
            String id,
            String program,
            LocalDate from,
            Money branch,
            Money city,
            Money committee,
            String source,
            Tag state,
            String proposedBy,
            Instant proposedAt,
            String decidedBy,
            Instant decidedAt,
            boolean open,
            boolean mayConfirm) {}
}
