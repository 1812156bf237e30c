package org.lianfu.application.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lianfu.application.Application;
import org.lianfu.application.ApplicationDesk;
import org.lianfu.application.DraftDesk;
import org.lianfu.application.Eligibility;
import org.lianfu.application.Snapshot;
import org.lianfu.http.Etags;
import org.lianfu.http.Idempotent;
import org.lianfu.http.Messages;
import org.lianfu.http.OncePerKey;
import org.lianfu.http.Tagged;
import org.lianfu.program.Programs;
import org.lianfu.shared.Actor;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Fault;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** REST of the application counter: begin, type, submit, withdraw. */
@RestController
@RequestMapping("/api/v1")
class ApplicationController {

    private final DraftDesk drafts;
    private final ApplicationDesk applications;
    private final Programs programs;
    private final Idempotent idempotent;
    private final Messages messages;

    ApplicationController(
            DraftDesk drafts,
            ApplicationDesk applications,
            Programs programs,
            Idempotent idempotent,
            Messages messages) {
        this.drafts = drafts;
        this.applications = applications;
        this.programs = programs;
        this.idempotent = idempotent;
        this.messages = messages;
    }

    record Begin(@NotBlank String program, Map<String, Object> answers) {}

    record Begun(String no, String program, String status, Instant createdAt) {}

    @PostMapping("/applications")
    @ResponseStatus(HttpStatus.CREATED)
    @Tagged
    ResponseEntity<Begun> begin(Actor actor, @Valid @RequestBody Begin request) {
        Application begun = drafts.begin(actor, request.program(), orEmpty(request.answers()));
        return ResponseEntity.created(URI.create("/api/v1/applications/" + begun.no()))
                .eTag(Etags.of(1))
                .body(new Begun(
                        begun.no().value(), begun.programCode(), begun.status().name(), begun.createdAt()));
    }

    @DeleteMapping("/applications/{no}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> discard(Actor actor, @PathVariable CaseNo no) {
        drafts.discard(actor, no);
        return ResponseEntity.noContent().build();
    }

    record Said(String pointer, String code, String message, boolean warning) {}

    record Saved(List<Said> faults) {}

    @PutMapping("/applications/{no}/answers")
    @Tagged
    ResponseEntity<Saved> save(
            Actor actor,
            @PathVariable CaseNo no,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            @RequestBody Map<String, Object> typed,
            Locale locale) {
        int expected = drafts.version(actor, no);
        Etags.check(ifMatch, expected);
        DraftDesk.Saved saved = drafts.save(actor, no, expected, typed);
        List<Said> faults = saved.faults().stream().map(f -> said(f, locale)).toList();
        return ResponseEntity.ok().eTag(Etags.of(saved.version())).body(new Saved(faults));
    }

    record Submitted(String receiptNo, Instant submittedAt, Instant promisedBy) {}

    /** A submission says nothing beside its address; any field in it is refused. */
    record Submission() {}

    @PostMapping("/applications/{no}/submission")
    @OncePerKey
    ResponseEntity<Submitted> submit(
            Actor actor,
            @PathVariable CaseNo no,
            @RequestBody(required = false) Submission body,
            HttpServletRequest request) {
        return idempotent.answer(request, actor, Map.of(), () -> {
            Snapshot looked = applications.lookUp(actor, no);
            Application submitted = applications.submit(actor, no, looked);
            return new Submitted(submitted.receiptNo(), submitted.submittedAt(), submitted.promisedAt());
        });
    }

    record Withdrawal(String reason) {}

    record Withdrawn(String no, String status) {}

    @PostMapping("/applications/{no}/withdrawal")
    @OncePerKey
    ResponseEntity<Withdrawn> withdraw(
            Actor actor, @PathVariable CaseNo no, @RequestBody Withdrawal body, HttpServletRequest request) {
        return idempotent.answer(request, actor, body, () -> {
            Application withdrawn = applications.withdraw(actor, no, body.reason());
            return new Withdrawn(withdrawn.no().value(), withdrawn.status().name());
        });
    }

    record Question(Map<String, Object> answers) {}

    record Reason(String code, String clause, String message) {}

    record Verdict(boolean eligible, List<Reason> reasons) {}

    @PostMapping("/programs/{code}/eligibility")
    Verdict eligibility(Actor actor, @PathVariable String code, @RequestBody Question question, Locale locale) {
        Eligibility.Verdict verdict = applications.judgeReadable(actor, code, orEmpty(question.answers()));
        return new Verdict(
                verdict.eligible(),
                verdict.reasons().stream()
                        .map(r -> new Reason(
                                r.code(), r.clause(), programs.newest(code).label(r.code(), locale)))
                        .toList());
    }

    private Said said(Fault fault, Locale locale) {
        return new Said(
                fault.pointer(),
                fault.code(),
                messages.text("fault." + fault.code(), locale, fault.arguments()),
                fault.warning());
    }

    private static Map<String, Object> orEmpty(Map<String, Object> answers) {
        return answers == null ? Map.of() : answers;
    }
}
