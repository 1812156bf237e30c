package org.lianfu.credit;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.lianfu.application.Answers;
import org.lianfu.application.Application;
import org.lianfu.application.Applications;
import org.lianfu.credit.CreditSummary.Line;
import org.lianfu.credit.CreditSummary.Section;
import org.lianfu.flow.Decisions;
import org.lianfu.http.Messages;
import org.lianfu.program.Program;
import org.lianfu.program.Programs;
import org.lianfu.review.Readers;
import org.lianfu.review.Steps;
import org.lianfu.review.Tasks;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Audience;
import org.lianfu.shared.CaseNo;
import org.springframework.stereotype.Component;

/**
 * Draws up the credit summary 授信摘要 of a case for the people of the bank that holds it, from what the case itself holds:
 * answers as filed, registers as looked up then, what the steps recorded as far as the reader may read it. Reads only.
 */
@Component
public class SummaryDesk {

    private final Applications applications;
    private final Answers answers;
    private final Programs programs;
    private final Steps steps;
    private final Tasks tasks;
    private final Readers readers;
    private final Pledges pledges;
    private final SummaryHits hits;
    private final SummaryRules rules;
    private final Decisions decisions;
    private final Messages messages;
    private final Clock clock;

    SummaryDesk(
            Applications applications,
            Answers answers,
            Programs programs,
            Steps steps,
            Tasks tasks,
            Readers readers,
            Pledges pledges,
            SummaryHits hits,
            SummaryRules rules,
            Decisions decisions,
            Messages messages,
            Clock clock) {
        this.applications = applications;
        this.answers = answers;
        this.programs = programs;
        this.steps = steps;
        this.tasks = tasks;
        this.readers = readers;
        this.pledges = pledges;
        this.hits = hits;
        this.rules = rules;
        this.decisions = decisions;
        this.messages = messages;
        this.clock = clock;
    }

    /** A summary, with the program that words it and what was said in the case to this reader. */
    public record Read(CreditSummary summary, Program program, List<Tasks.Said> said) {}

    /** Whether cases of this program have such a page for readers of these audiences. */
    public static boolean isFor(Program program, Set<Audience> reader) {
        return reader.contains(Audience.BANK) && program.filedAudience().contains(Audience.BANK);
    }

    /**
     * The summary as this person of the bank may read it.
     *
     * @throws org.lianfu.shared.Refused MISSING when the case does not exist for this person; BANK_ONLY when it does and the
     *     page is not theirs
     */
    public Read read(Actor actor, CaseNo no, Locale locale) {
        Application application = applications.find(no).orElseThrow(() -> missing(no));
        Set<Audience> reader = readers.of(actor, application);
        if (reader.isEmpty()) {
            throw missing(no);
        }
        Program program = application.program() == null ? null : programs.version(application.program());
        if (program == null || !isFor(program, reader)) {
            throw CreditRefusals.BANK_ONLY.because(Map.of("no", no.value()));
        }
        List<Tasks.Said> said = tasks.said(actor, application, steps.ofCase(no));
        SummaryLines lines = new SummaryLines(
                application,
                program,
                answers.filed(no, application.answersVersion()).orElseThrow(),
                CaseRecord.of(said),
                decisions,
                messages,
                locale);
        List<Application> beside = hits.beside(application);
        List<Section> sections = Stream.of(
                        section(lines, "FIRM", SummarySections.firm(lines)),
                        section(lines, "FINANCE", SummarySections.finance(lines)),
                        section(lines, "NEED", SummarySections.need(lines)),
                        section(lines, "RIGHT", SummarySections.right(lines, pledges.newest(no), clock.instant())),
                        section(lines, "LOANS", SummarySections.loans(lines, hits.owedHere(lines))),
                        section(lines, "HITS", hits.lines(lines, beside)),
                        section(lines, "RULES", rules.lines(lines)))
                .filter(section -> !section.lines().isEmpty())
                .toList();
        CreditSummary summary = new CreditSummary(
                no.value(),
                program.ref().code(),
                program.ref().version(),
                application.applicantName(),
                application.requested(),
                clock.instant(),
                sections);
        return new Read(summary, program, said);
    }

    private static RuntimeException missing(CaseNo no) {
        return CreditRefusals.MISSING.because(Map.of("no", no.value()));
    }

    private static Section section(SummaryLines lines, String part, List<Line> all) {
        return new Section(part, lines.text("credit.part." + part, Map.of()), all);
    }
}
