package org.lianfu.portal.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lianfu.application.Status;
import org.lianfu.portal.CaseLine;
import org.lianfu.portal.CaseLists;
import org.lianfu.portal.Narrator;
import org.lianfu.portal.ProgramLine;
import org.lianfu.portal.TaskLine;
import org.lianfu.portal.store.CaseQueries;
import org.lianfu.program.Program;
import org.lianfu.program.Programs;
import org.lianfu.program.RoleDef;
import org.lianfu.review.OpenSeat;
import org.lianfu.review.Readers;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Money;
import org.lianfu.shared.ProgramRef;
import org.lianfu.shared.Times;
import org.springframework.stereotype.Component;

/** Rows of queries as lines of the lists that people read. */
@Component
class ListLines {

    private final CaseLists lists;
    private final Programs programs;
    private final Narrator narrator;
    private final Phrases phrases;

    ListLines(CaseLists lists, Programs programs, Narrator narrator, Phrases phrases) {
        this.lists = lists;
        this.programs = programs;
        this.narrator = narrator;
        this.phrases = phrases;
    }

    private Program program(String code, String version) {
        return version == null ? programs.newest(code) : programs.version(new ProgramRef(code, version));
    }

    List<CaseLine> cases(Actor actor, List<CaseQueries.CaseRow> rows, Locale locale) {
        Map<String, List<CaseQueries.WaitingRow>> waiting =
                lists.waiting(rows).stream().collect(Collectors.groupingBy(CaseQueries.WaitingRow::caseNo));
        return rows.stream()
                .map(row -> line(actor, row, waiting.getOrDefault(row.no(), List.of()), locale))
                .toList();
    }

    private CaseLine line(Actor actor, CaseQueries.CaseRow row, List<CaseQueries.WaitingRow> waiting, Locale locale) {
        Program program = program(row.program(), row.programVersion());
        boolean draft = Status.DRAFT.name().equals(row.status());
        CaseQueries.WaitingRow first = waiting.isEmpty() ? null : waiting.get(0);
        String waitsFor = first == null
                ? (draft ? phrases.text("portal.waits.draft", locale) : null)
                : narrator.step(program, first.element(), locale) + " · " + phrases.org(first.org(), locale);
        return new CaseLine(
                row.no(),
                (draft ? "/applications/" : "/cases/") + row.no(),
                program.manifest().title().in(locale),
                row.applicantName(),
                row.requested() == null || !Readers.knowsTheMatter(actor, program)
                        ? null
                        : Money.ofFen(row.requested()),
                phrases.status(row.status(), locale),
                waitsFor,
                first == null ? null : phrases.deadline(first.dueAt(), first.dueProvisional()),
                Times.instant(row.createdAt()));
    }

    TaskLine todo(Actor actor, OpenSeat seat, Locale locale) {
        Program program = program(seat.program(), seat.programVersion());
        return new TaskLine(
                seat.seatId(),
                seat.caseNo(),
                narrator.step(program, seat.element(), locale),
                program.manifest().title().in(locale),
                seat.applicant(),
                seat.amount() == null || !knows(actor, program, seat.post()) ? null : Money.ofFen(seat.amount()),
                Times.instant(seat.arrivedAt()),
                phrases.deadline(seat.dueAt(), false),
                phrases.person(seat.claimedBy(), locale),
                actor.login().equals(seat.claimedBy()),
                null);
    }

    /** Who answers for the outside needs to know what it is about. */
    private static boolean knows(Actor actor, Program program, String post) {
        return post.startsWith(RoleDef.SYSTEM + "/") || Readers.knowsTheMatter(actor, program);
    }

    TaskLine done(Actor actor, CaseQueries.WorkRow row, Locale locale) {
        Program program = program(row.program(), row.programVersion());
        return new TaskLine(
                row.id(),
                row.caseNo(),
                narrator.step(program, row.element(), locale),
                program.manifest().title().in(locale),
                row.applicantName(),
                row.amount() == null || !Readers.knowsTheMatter(actor, program) ? null : Money.ofFen(row.amount()),
                Times.instant(row.at()),
                null,
                null,
                false,
                phrases.outcome(row.outcome(), locale));
    }

    CaseLine started(CaseQueries.WorkRow row, Locale locale) {
        boolean draft = Status.DRAFT.name().equals(row.status());
        return new CaseLine(
                row.caseNo(),
                (draft ? "/applications/" : "/cases/") + row.caseNo(),
                program(row.program(), row.programVersion()).manifest().title().in(locale),
                row.applicantName(),
                row.amount() == null ? null : Money.ofFen(row.amount()),
                phrases.status(row.status(), locale),
                draft ? phrases.text("portal.waits.draft", locale) : null,
                null,
                Times.instant(row.at()));
    }

    ProgramLine program(Program program, ProgramLine.Fit fit, Locale locale) {
        var manifest = program.manifest();
        return new ProgramLine(
                manifest.code(),
                program.ref().version(),
                manifest.title().in(locale),
                phrases.text("portal.family." + manifest.family(), locale),
                phrases.org(manifest.leadUnit(), locale),
                null,
                manifest.window().opensOn(),
                manifest.window().closesOn(),
                programs.isOpen(program),
                fit);
    }

    static boolean isApplicant(Actor actor) {
        return actor != null
                && Set.of("APPLICANT_OPERATOR", "APPLICANT_APPROVER").stream().anyMatch(actor::has);
    }
}
