package org.lianfu.portal.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lianfu.application.Answers;
import org.lianfu.application.Application;
import org.lianfu.application.Attachment;
import org.lianfu.application.Attachments;
import org.lianfu.application.Decision;
import org.lianfu.calendar.Calendars;
import org.lianfu.http.Cursor;
import org.lianfu.http.Download;
import org.lianfu.http.Etags;
import org.lianfu.http.Limit;
import org.lianfu.http.Page;
import org.lianfu.http.Tagged;
import org.lianfu.portal.Cases;
import org.lianfu.portal.Narrator;
import org.lianfu.program.Program;
import org.lianfu.shared.Actor;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Money;
import org.lianfu.trail.Recorded;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST of one case, for everybody who may see it: the whole, its story, its picture, its trail, its files. */
@RestController
@RequestMapping("/api/v1/applications/{no}")
class CaseController {

    private final Cases cases;
    private final Narrator narrator;
    private final Answers answers;
    private final Attachments attachments;
    private final CaseLoans loans;
    private final Calendars calendars;

    CaseController(
            Cases cases,
            Narrator narrator,
            Answers answers,
            Attachments attachments,
            CaseLoans loans,
            Calendars calendars) {
        this.cases = cases;
        this.narrator = narrator;
        this.answers = answers;
        this.attachments = attachments;
        this.loans = loans;
        this.calendars = calendars;
    }

    record ProgramLine(String code, String version, String title) {}

    record Applicant(String kind, String name, String uscc) {}

    record Amounts(String requested, String approved, String paid) {}

    record Holder(String org, String role) {}

    /** @param dueMovedFrom until when it ran before the notice {@code dueMovedBy} moved it; null when none has */
    record Current(
            String taskId,
            String step,
            String name,
            Holder holder,
            Instant since,
            Instant dueAt,
            boolean dueProvisional,
            Instant dueMovedFrom,
            String dueMovedBy) {}

    record Clock(Instant promisedBy, int pausedDays, boolean paused) {}

    record Reason(String code, String message) {}

    record Decided(String outcome, String amount, List<Reason> reasons, Instant decidedAt) {}

    record FileLine(String id, String kind, String name, long size, String sha256, String mediaType) {

        static FileLine of(Attachment a) {
            return new FileLine(a.id(), a.kind(), a.name(), a.sizeBytes(), a.sha256(), a.mediaType());
        }
    }

    record Whole(
            String no,
            ProgramLine program,
            Applicant applicant,
            String status,
            Map<String, Object> answers,
            int answersVersion,
            Amounts amounts,
            List<Current> current,
            Clock clock,
            Decided decision,
            CaseLoans.LoanLine loan,
            List<FileLine> attachments,
            String receiptNo,
            Instant createdAt,
            Instant submittedAt) {}

    @GetMapping
    @Tagged
    ResponseEntity<Whole> whole(Actor actor, @PathVariable CaseNo no, Locale locale) {
        Cases.Opened opened = cases.open(actor, no);
        Application application = opened.application();
        Program program = opened.program();
        boolean draft = application.program() == null;
        int version = draft ? answers.draft(no).map(d -> d.version()).orElse(0) : application.version();
        Whole whole = new Whole(
                no.value(),
                new ProgramLine(
                        program.ref().code(),
                        program.ref().version(),
                        program.manifest().title().in(locale)),
                new Applicant(application.applicantKind(), application.applicantName(), application.applicantUscc()),
                application.status().name(),
                cases.answers(opened),
                application.answersVersion(),
                new Amounts(
                        opened.knowsTheMatter() ? yuan(application.requested()) : null,
                        opened.knowsTheMatter() ? yuan(application.approved()) : null,
                        opened.knowsTheMoney() ? yuan(application.paid()) : null),
                current(actor, opened, locale),
                clock(opened),
                opened.knowsTheMatter() ? decided(application, program, locale) : null,
                loans.of(opened),
                cases.files(opened).stream().map(FileLine::of).toList(),
                application.receiptNo(),
                application.createdAt(),
                application.submittedAt());
        return ResponseEntity.ok().eTag(Etags.of(version)).body(whole);
    }

    private List<Current> current(Actor actor, Cases.Opened opened, Locale locale) {
        return opened.steps().stream()
                .filter(step -> step.isOpen() && !step.isPaused())
                .map(step -> new Current(
                        Cases.seatFor(actor, step),
                        step.place().element(),
                        narrator.step(opened.program(), step.place().element(), locale),
                        new Holder(step.place().org(), step.place().role()),
                        step.clock().openedAt(),
                        step.clock().dueAt(),
                        step.clock().provisional(),
                        step.clock().moved() == null
                                ? null
                                : step.clock().moved().from(),
                        step.clock().moved() == null
                                ? null
                                : calendars.citation(step.clock().moved().notice())))
                .toList();
    }

    private static Clock clock(Cases.Opened opened) {
        int pausedDays =
                opened.steps().stream().mapToInt(s -> s.clock().pausedDays()).sum();
        boolean paused = opened.steps().stream().anyMatch(s -> s.isOpen() && s.isPaused());
        return new Clock(opened.application().promisedAt(), pausedDays, paused);
    }

    private static Decided decided(Application application, Program program, Locale locale) {
        Decision decision = application.decision();
        if (decision == null) {
            return null;
        }
        List<Reason> reasons = decision.reasons().stream()
                .map(code -> new Reason(code, program.label(code, locale)))
                .toList();
        return new Decided(decision.outcome(), yuan(decision.amount()), reasons, decision.decidedAt());
    }

    record Told(Instant at, String text, String step, Holder actor) {}

    @GetMapping("/timeline")
    Page<Told> timeline(
            Actor actor,
            @PathVariable CaseNo no,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor,
            Locale locale) {
        Cases.Opened opened = cases.open(actor, no);
        int wanted = Limit.of(limit);
        List<Recorded> page = page(actor, opened, "timeline", cursor, wanted);
        List<Told> told = page.stream()
                .limit(wanted)
                .filter(entry -> opened.isFor(entry))
                .map(entry -> new Told(
                        entry.at(),
                        narrator.tell(opened.program(), entry, locale),
                        entry.data().get("element"),
                        new Holder(entry.org(), entry.roles())))
                .toList();
        return new Page<>(told, next("timeline", page, wanted));
    }

    @GetMapping("/diagram")
    Diagram diagram(Actor actor, @PathVariable CaseNo no, Locale locale) {
        Cases.Opened opened = cases.open(actor, no);
        return Diagram.of(opened.program(), cases.progress(opened), locale);
    }

    record Who(String org, String role, String login) {}

    record TrailLine(
            long seq,
            String type,
            Instant at,
            Who actor,
            String from,
            String to,
            String amount,
            String hash,
            String prev) {}

    @GetMapping("/trail")
    Page<TrailLine> trail(
            Actor actor,
            @PathVariable CaseNo no,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        Cases.Opened opened = cases.open(actor, no);
        int wanted = Limit.of(limit);
        List<Recorded> page = page(actor, opened, "trail", cursor, wanted);
        List<TrailLine> lines = page.stream()
                .limit(wanted)
                .map(e -> new TrailLine(
                        e.seq(),
                        e.type(),
                        e.at(),
                        new Who(e.org(), e.roles(), blank(e.login())),
                        blank(e.from()),
                        blank(e.to()),
                        yuan(e.amount()),
                        e.hash(),
                        e.prev()))
                .toList();
        return new Page<>(lines, next("trail", page, wanted));
    }

    @GetMapping("/attachments/{id}")
    @Tagged
    ResponseEntity<byte[]> file(Actor actor, @PathVariable CaseNo no, @PathVariable String id) {
        Cases.Opened opened = cases.open(actor, no);
        Attachment file = cases.files(opened).stream()
                .filter(a -> a.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Attachments.missing(id));
        return download(file, attachments.bytes(file));
    }

    static ResponseEntity<byte[]> download(Attachment file, byte[] bytes) {
        return Download.of(file.name(), file.mediaType(), file.sha256(), bytes);
    }

    private List<Recorded> page(Actor actor, Cases.Opened opened, String list, String cursor, int wanted) {
        List<String> from = Cursor.read(list, cursor);
        long after = from.isEmpty() ? 0 : Long.parseLong(from.get(0));
        return cases.trail(actor, opened, after, wanted + 1);
    }

    private static String next(String list, List<Recorded> page, int wanted) {
        return page.size() > wanted ? Cursor.write(list, page.get(wanted - 1).seq()) : null;
    }

    private static String yuan(Money money) {
        return money == null ? null : money.yuan();
    }

    private static String blank(String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
