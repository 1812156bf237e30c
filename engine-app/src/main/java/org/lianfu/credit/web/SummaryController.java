package org.lianfu.credit.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.lianfu.credit.CreditSummary;
import org.lianfu.credit.SummaryDesk;
import org.lianfu.program.Program;
import org.lianfu.review.Seat;
import org.lianfu.review.Tasks;
import org.lianfu.shared.Actor;
import org.lianfu.shared.CaseNo;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST of the credit summary, for the bank that holds the case. */
@RestController
@RequestMapping("/api/v1/applications/{no}/credit-summary")
class SummaryController {

    private final SummaryDesk desk;

    SummaryController(SummaryDesk desk) {
        this.desk = desk;
    }

    record Holder(String org, String role, String login) {}

    /** What was said on a step, as far as this reader may know it yet. */
    record Opinion(
            String step,
            String name,
            Holder holder,
            String outcome,
            String opinion,
            List<String> reasons,
            Instant at) {}

    record Whole(
            String no,
            String program,
            String version,
            String applicantName,
            String requested,
            Instant drawnUpAt,
            List<CreditSummary.Section> sections,
            List<Opinion> opinions) {}

    @GetMapping
    Whole summary(Actor actor, @PathVariable CaseNo no, Locale locale) {
        SummaryDesk.Read read = desk.read(actor, no, locale);
        CreditSummary summary = read.summary();
        return new Whole(
                summary.no(),
                summary.program(),
                summary.version(),
                summary.applicant(),
                summary.requested() == null ? null : summary.requested().yuan(),
                summary.at(),
                summary.sections(),
                read.said().stream()
                        .filter(said -> said.seat().state() == Seat.State.DECIDED)
                        .filter(said -> !said.step().place().isSupplement())
                        .map(said -> opinion(read.program(), said, locale))
                        .toList());
    }

    private static Opinion opinion(Program program, Tasks.Said said, Locale locale) {
        String element = said.step().place().element();
        return new Opinion(
                element,
                program.step(element).name().in(locale),
                new Holder(said.step().place().org(), said.step().place().role(), said.person()),
                said.seat().outcome(),
                said.voice() == null ? "" : said.voice().opinion(),
                said.voice() == null ? List.of() : said.voice().reasons(),
                said.seat().decidedAt());
    }
}
