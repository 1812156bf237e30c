package org.lianfu.portal;

import java.util.List;
import org.lianfu.application.ApplicationDesk;
import org.lianfu.portal.store.CaseQueries;
import org.lianfu.portal.store.CaseQueries.CaseFilter;
import org.lianfu.portal.store.CaseQueries.CaseRow;
import org.lianfu.review.Readers;
import org.lianfu.shared.Actor;
import org.springframework.stereotype.Component;

/** Lists of cases and of work: for everybody just the rows that they could open. */
@Component
public class CaseLists {

    private final CaseQueries queries;

    CaseLists(CaseQueries queries) {
        this.queries = queries;
    }

    /** Cases, newest first, behind the row ({@code before}, {@code beforeNo}). */
    public List<CaseRow> cases(Actor actor, String status, String program, Long before, String beforeNo, int limit) {
        boolean scheme = Readers.watchesSchemes(actor);
        boolean applicant = actor.has(ApplicationDesk.OPERATOR) || actor.has(ApplicationDesk.SIGNER);
        boolean bank = Readers.isBank(actor);
        boolean appraiser = Readers.isAppraiser(actor);
        return queries.cases(new CaseFilter(
                applicant ? actor.org() : null,
                bank ? actor.org() : null,
                applicant || bank || scheme || appraiser ? null : actor.org(),
                appraiser ? actor.org() : null,
                scheme,
                status,
                program,
                before,
                beforeNo,
                limit));
    }

    /** The steps that these cases wait at. */
    public List<CaseQueries.WaitingRow> waiting(List<CaseRow> rows) {
        return rows.isEmpty()
                ? List.of()
                : queries.waiting(rows.stream().map(CaseRow::no).toList());
    }

    /** Seats that this person has decided 已办, newest first. */
    public List<CaseQueries.WorkRow> done(Actor actor, String program, Long before, String beforeId, int limit) {
        return queries.done(actor.login(), program, before, beforeId, limit);
    }

    /** Cases that this person has begun or signed 我发起的, newest first. */
    public List<CaseQueries.WorkRow> started(Actor actor, String program, Long before, String beforeId, int limit) {
        return queries.started(actor.login(), actor.org(), program, before, beforeId, limit);
    }
}
