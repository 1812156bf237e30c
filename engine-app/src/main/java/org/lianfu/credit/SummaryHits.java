package org.lianfu.credit;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lianfu.application.Application;
import org.lianfu.application.Applications;
import org.lianfu.credit.CreditSummary.Line;
import org.lianfu.credit.SummaryLines.Kind;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Money;
import org.springframework.stereotype.Component;

/**
 * What this house itself knows against a case: the same right or invoice in another case, the firm's other cases and loans,
 * related parties. Of a case that another bank holds it says that there is one, never which.
 */
@Component
class SummaryHits {

    private static final int MOST = 50;
    private static final String NONE = "NONE";
    private static final String YES = "YES";

    private final Applications applications;
    private final Loans loans;
    private final Pledges pledges;
    private final Payments payments;
    private final Clock clock;

    SummaryHits(Applications applications, Loans loans, Pledges pledges, Payments payments, Clock clock) {
        this.applications = applications;
        this.loans = loans;
        this.pledges = pledges;
        this.payments = payments;
        this.clock = clock;
    }

    /** Other cases of the same applicant that run now. */
    List<Application> beside(Application application) {
        return applications.runningBeside(application, MOST);
    }

    /** What the firm owes the bank of this case through this house, in its other cases. */
    Line owedHere(SummaryLines lines) {
        Application application = lines.application();
        Money owed = loans.outstanding(applications.runningAt(application, application.holderBank()));
        return lines.known("owedHere", Kind.MONEY, owed, now()).alerting(owed.fen() > 0);
    }

    List<Line> lines(SummaryLines lines, List<Application> beside) {
        List<Line> hits = new ArrayList<>();
        Object right = lines.filed().answers().get(Keys.PATENT_NO);
        if (right instanceof String patentNo) {
            List<Application> same = beside.stream()
                    .filter(other -> patentNo.equals(other.facts().get(Keys.PATENT_NO)))
                    .toList();
            hits.add(cases(lines, "sameRight", same));
            hits.add(cases(
                    lines,
                    "pledgedElsewhere",
                    pledges.others(patentNo, lines.application().no()).stream()
                            .flatMap(no -> applications.find(no).stream())
                            .toList()));
        }
        invoice(lines).ifPresent(hits::add);
        hits.add(cases(lines, "otherCases", beside));
        lines.looked("productActiveCount", Kind.COUNT)
                .map(line -> line.alerting(!"0".equals(line.value())))
                .ifPresent(hits::add);
        hits.addAll(related(lines));
        return hits;
    }

    /** These cases by their numbers, those of other banks only counted. */
    private Line cases(SummaryLines lines, String key, List<Application> found) {
        if (found.isEmpty()) {
            return lines.known(key, Kind.CODE, NONE, now());
        }
        String own = found.stream()
                .filter(other -> isOfSameBank(lines.application(), other))
                .map(other -> other.no().value())
                .collect(Collectors.joining(" "));
        long elsewhere = found.stream()
                .filter(other -> !isOfSameBank(lines.application(), other))
                .count();
        List<String> said = new ArrayList<>();
        if (!own.isEmpty()) {
            said.add(own);
        }
        if (elsewhere > 0) {
            said.add(lines.text("credit.hit.elsewhere", Map.of("count", elsewhere)));
        }
        return lines.known(key, Kind.TEXT, String.join(" + ", said), now()).alerting(true);
    }

    private static boolean isOfSameBank(Application application, Application other) {
        return application.holderBank() != null && application.holderBank().equals(other.holderBank());
    }

    /** The invoice by which a draw-down is asked for; no line while none is named. */
    private Optional<Line> invoice(SummaryLines lines) {
        return lines.record().latest(Keys.INVOICE_NO).map(noted -> {
            CaseRecord.Answered asked = noted.answers();
            CaseNo no = lines.application().no();
            Optional<InvoiceKey> key = InvoiceKey.of(
                    asked.has(Keys.INVOICE_CODE) ? asked.text(Keys.INVOICE_CODE) : null, asked.text(Keys.INVOICE_NO));
            boolean used =
                    key.flatMap(invoice -> payments.usedByOthers(no, invoice)).isPresent();
            return lines.known("sameInvoice", Kind.CODE, used ? "USED" : NONE, now())
                    .alerting(used);
        });
    }

    /** What each of those who investigated found, and a payee that is the firm itself. */
    private static List<Line> related(SummaryLines lines) {
        List<Line> found = new ArrayList<>();
        for (CaseRecord.Noted noted : lines.record().newest(Keys.RELATED_PARTY)) {
            Line line = lines.noted(noted, Keys.RELATED_PARTY);
            found.add(line.alerting(YES.equals(line.value())));
        }
        if (found.isEmpty()) {
            lines.noted(Keys.RELATED_PARTY).ifPresent(found::add);
        }
        lines.record().latest(Keys.PAYEE_NAME).ifPresent(noted -> {
            boolean itself = noted.answers()
                    .text(Keys.PAYEE_NAME)
                    .strip()
                    .equals(lines.application().applicantName());
            found.add(lines.computed(
                            "payeeIsApplicant",
                            Kind.CODE,
                            Optional.of(itself),
                            noted.seat().decidedAt())
                    .alerting(itself));
        });
        return found;
    }

    private Instant now() {
        return clock.instant();
    }
}
