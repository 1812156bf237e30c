package org.lianfu.directory;

import java.time.Instant;
import java.time.LocalDate;
import org.lianfu.directory.store.LimitRows.LimitsRow;
import org.lianfu.shared.Digest;
import org.lianfu.shared.Money;
import org.lianfu.shared.Times;

/**
 * Up to what total exposure (this application and what the firm owes the bank already) each level of a bank approves in a
 * program 授信审批权限; what goes beyond the committee goes to the upper bank.
 *
 * @param branch 支行审批人; zero when the branch approves nothing
 * @param city 市分行专职审批人
 * @param committee 市分行贷审会
 * @param source the bank's document that says so
 * @param decidedBy null while it is proposed
 */
public record Limits(
        String id,
        String bank,
        String program,
        LocalDate from,
        Money branch,
        Money city,
        Money committee,
        String source,
        State state,
        String proposedBy,
        Instant proposedAt,
        String decidedBy,
        Instant decidedAt) {

    /** Proposed by one administrator; confirmed or refused by another. */
    public enum State {
        PROPOSED,
        IN_FORCE,
        REFUSED
    }

    static Limits of(LimitsRow row) {
        return new Limits(
                row.id(),
                row.bank(),
                row.program(),
                row.validFrom(),
                Money.ofFen(row.branchFen()),
                Money.ofFen(row.cityFen()),
                Money.ofFen(row.committeeFen()),
                row.source(),
                State.valueOf(row.state()),
                row.proposedBy(),
                Times.instant(row.proposedAt()),
                row.decidedBy(),
                row.decidedAt() == null ? null : Times.instant(row.decidedAt()));
    }

    /** The levels as a code of the trail: {@code BRANCH:4000000.00,CITY:10000000.00,COMMITTEE:20000000.00}, in yuan. */
    public String levels() {
        return "BRANCH:" + branch.yuan() + ",CITY:" + city.yuan() + ",COMMITTEE:" + committee.yuan();
    }

    /** SHA-256 of what was proposed and confirmed, source included. */
    public String sha256() {
        return Digest.hex(String.join("\n", id, bank, program, from.toString(), levels(), source)
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
