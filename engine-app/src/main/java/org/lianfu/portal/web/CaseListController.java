package org.lianfu.portal.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.lianfu.application.Status;
import org.lianfu.http.Cursor;
import org.lianfu.http.Limit;
import org.lianfu.http.Page;
import org.lianfu.http.Problems;
import org.lianfu.portal.CaseLists;
import org.lianfu.portal.Narrator;
import org.lianfu.portal.store.CaseQueries;
import org.lianfu.program.Program;
import org.lianfu.program.Programs;
import org.lianfu.review.Readers;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Fault;
import org.lianfu.shared.Money;
import org.lianfu.shared.ProgramRef;
import org.lianfu.shared.Refused;
import org.lianfu.shared.Times;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST list of cases: only those that the caller could open, newest first. */
@RestController
class CaseListController {

    private static final String LIST = "applications";

    private final CaseLists lists;
    private final Programs programs;
    private final Narrator narrator;

    CaseListController(CaseLists lists, Programs programs, Narrator narrator) {
        this.lists = lists;
        this.programs = programs;
        this.narrator = narrator;
    }

    record ProgramLine(String code, String version, String title) {}

    record Applicant(String name) {}

    record Amounts(String requested, String approved, String paid) {}

    record Holder(String org, String role) {}

    record Waiting(String step, String name, Holder holder, Instant since, Instant dueAt, boolean dueProvisional) {}

    record Line(
            String no,
            ProgramLine program,
            Applicant applicant,
            String status,
            Amounts amounts,
            List<Waiting> current,
            String receiptNo,
            Instant createdAt,
            Instant submittedAt) {}

    @GetMapping("/api/v1/applications")
    Page<Line> list(
            Actor actor,
            @RequestParam(required = false) String status,
            @RequestParam(required = false) String program,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor,
            Locale locale) {
        if (status != null && !isStatus(status)) {
            throw new Refused(Problems.MALFORMED, Map.of(), List.of(Fault.of("/status", "status.unknown")));
        }
        int wanted = Limit.of(limit);
        List<String> from = Cursor.read(LIST, cursor);
        List<CaseQueries.CaseRow> rows = lists.cases(
                actor,
                status,
                program,
                from.isEmpty() ? null : Long.valueOf(from.get(0)),
                from.isEmpty() ? null : from.get(1),
                wanted + 1);
        Page<CaseQueries.CaseRow> page = Page.of(rows, wanted, row -> Cursor.write(LIST, row.createdAt(), row.no()));
        Map<String, List<CaseQueries.WaitingRow>> waiting =
                lists.waiting(page.items()).stream().collect(Collectors.groupingBy(CaseQueries.WaitingRow::caseNo));
        return new Page<>(
                page.items().stream()
                        .map(row -> line(actor, row, waiting.getOrDefault(row.no(), List.of()), locale))
                        .toList(),
                page.next());
    }

    private Line line(Actor actor, CaseQueries.CaseRow row, List<CaseQueries.WaitingRow> waiting, Locale locale) {
        Program program = row.programVersion() == null
                ? programs.newest(row.program())
                : programs.version(new ProgramRef(row.program(), row.programVersion()));
        boolean knows = Readers.knowsTheMatter(actor, program);
        return new Line(
                row.no(),
                new ProgramLine(
                        row.program(),
                        program.ref().version(),
                        program.manifest().title().in(locale)),
                new Applicant(row.applicantName()),
                row.status(),
                new Amounts(
                        knows ? yuan(row.requested()) : null,
                        knows ? yuan(row.approved()) : null,
                        knows || Readers.watchesSchemes(actor) ? yuan(row.paid()) : null),
                waiting.stream()
                        .map(w -> new Waiting(
                                w.element(),
                                narrator.step(program, w.element(), locale),
                                new Holder(w.org(), w.role()),
                                Times.instant(w.openedAt()),
                                w.dueAt() == null ? null : Times.instant(w.dueAt()),
                                w.dueProvisional()))
                        .toList(),
                row.receiptNo(),
                Times.instant(row.createdAt()),
                row.submittedAt() == null ? null : Times.instant(row.submittedAt()));
    }

    private static boolean isStatus(String text) {
        return java.util.Arrays.stream(Status.values()).anyMatch(s -> s.name().equals(text));
    }

    private static String yuan(Long fen) {
        return fen == null ? null : Money.ofFen(fen).yuan();
    }
}
