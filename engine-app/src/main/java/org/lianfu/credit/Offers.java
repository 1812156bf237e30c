package org.lianfu.credit;

import java.time.Instant;
import java.util.List;
import org.lianfu.credit.store.OfferRows;
import org.lianfu.credit.store.OfferRows.OfferRow;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Times;
import org.springframework.stereotype.Component;

/** Which banks were asked to take a case, in which order, and what they said. */
@Component
class Offers {

    static final String ACCEPTED = "ACCEPTED";
    static final String DECLINED = "DECLINED";
    static final String SILENT = "SILENT";

    /** The applicant took the case back before the bank answered. */
    static final String WITHDRAWN = "WITHDRAWN";

    private final OfferRows rows;

    Offers(OfferRows rows) {
        this.rows = rows;
    }

    List<OfferRow> ofCase(CaseNo no) {
        return rows.ofCase(no.value());
    }

    void ask(CaseNo no, String bank, int position, Instant at) {
        rows.insert(no.value(), bank, position, Times.micros(at));
    }

    /** @return whether the bank was still being asked */
    boolean answered(CaseNo no, String bank, String result, Instant at) {
        return rows.answer(no.value(), bank, result, Times.micros(at)) == 1;
    }
}
