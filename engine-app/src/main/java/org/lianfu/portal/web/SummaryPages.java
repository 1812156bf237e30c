package org.lianfu.portal.web;

import java.util.Locale;
import java.util.Objects;
import org.lianfu.credit.SummaryDesk;
import org.lianfu.portal.Cases;
import org.lianfu.portal.SummaryScreen;
import org.lianfu.shared.Actor;
import org.lianfu.shared.CaseNo;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The credit summary of a case, for the people of the bank that holds it. */
@Controller
class SummaryPages {

    private final SummaryDesk desk;
    private final Cases cases;
    private final CasePapers papers;
    private final StepWords words;
    private final Phrases phrases;

    SummaryPages(SummaryDesk desk, Cases cases, CasePapers papers, StepWords words, Phrases phrases) {
        this.desk = desk;
        this.cases = cases;
        this.papers = papers;
        this.words = words;
        this.phrases = phrases;
    }

    @GetMapping("/cases/{no}/credit-summary")
    ModelAndView summary(Actor actor, @PathVariable CaseNo no, Locale locale) {
        SummaryDesk.Read read = desk.read(actor, no, locale);
        Cases.Opened opened = cases.open(actor, no);
        String task = opened.steps().stream()
                .map(step -> Cases.seatFor(actor, step))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return PageTools.show(
                "credit-summary",
                new SummaryScreen(
                        read.summary(),
                        read.program().manifest().title().in(locale),
                        phrases.status(opened.application().status().name(), locale),
                        words.opinions(read.program(), read.said(), locale),
                        papers.files(actor, opened, locale),
                        task == null ? null : "/tasks/" + task));
    }
}
