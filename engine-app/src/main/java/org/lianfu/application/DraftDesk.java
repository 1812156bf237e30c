package org.lianfu.application;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.lianfu.directory.Directory;
import org.lianfu.directory.Firm;
import org.lianfu.flow.Decisions;
import org.lianfu.form.Form;
import org.lianfu.program.Manifest;
import org.lianfu.program.Program;
import org.lianfu.shared.Actor;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Fault;
import org.lianfu.shared.Times;
import org.lianfu.trail.Entry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The writing table 填报台: begin a draft, keep what is typed, attach files, throw it away. Nothing here is final. */
@Component
public class DraftDesk {

    private final Applications applications;
    private final Answers answers;
    private final Attachments attachments;
    private final Papers papers;
    private final Directory directory;
    private final Decisions decisions;
    private final Clock clock;

    DraftDesk(
            Applications applications,
            Answers answers,
            Attachments attachments,
            Papers papers,
            Directory directory,
            Decisions decisions,
            Clock clock) {
        this.applications = applications;
        this.answers = answers;
        this.attachments = attachments;
        this.papers = papers;
        this.directory = directory;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** Begins a draft, with what is already known of the answers. */
    @Transactional
    public Application begin(Actor actor, String programCode, Map<String, Object> typed) {
        if (!actor.has(ApplicationDesk.OPERATOR) && !actor.has(ApplicationDesk.SIGNER)) {
            throw ApplicationRefusals.NOT_AN_APPLICANT.because(Map.of("role", String.join(" ", actor.roles())));
        }
        Program program = papers.open(programCode);
        Firm firm = directory
                .firmOf(actor.org())
                .orElseThrow(() ->
                        ApplicationRefusals.NOT_AN_APPLICANT.because(Map.of("role", String.join(" ", actor.roles()))));
        Papers.mustBeKnown(program.form(Manifest.APPLY), typed);
        Instant now = clock.instant();
        Application fresh = new Application();
        fresh.no = applications
                .nextNo(program.manifest().casePrefix(), Times.date(now).getYear(), firm.region())
                .value();
        fresh.program = programCode;
        fresh.org = actor.org();
        fresh.applicantKind = program.manifest().applicant();
        fresh.applicantName = firm.name();
        fresh.applicantUscc = firm.uscc();
        fresh.status = Status.DRAFT.name();
        fresh.facts = "{}";
        fresh.createdBy = actor.login();
        fresh.createdAt = Times.micros(now);
        CaseFile file = applications.begin(fresh);
        answers.beginDraft(fresh.no(), typed, actor.login(), now);
        file.record(Entry.of("application.created", actor).audience(program.filedAudience()));
        return fresh;
    }

    /**
     * Keeps what was typed, wrong or missing.
     *
     * @param expected version that the typist saw
     * @return every fault there is now, and the version to save next
     */
    @Transactional
    public Saved save(Actor actor, CaseNo no, int expected, Map<String, Object> typed) {
        CaseFile file = papers.draftOf(actor, no);
        Program program = papers.program(file.application());
        Form form = program.form(Manifest.APPLY);
        Papers.mustBeKnown(form, typed);
        Draft before = answers.draft(no).orElseThrow();
        if (before.version() != expected) {
            throw ApplicationRefusals.DRAFT_CHANGED.because(Map.of("no", no.value()));
        }
        answers.saveDraft(no, before, typed, actor.login(), clock.instant());
        return new Saved(expected + 1, papers.faults(program, attachments.ofCase(no), form.check(typed, decisions)));
    }

    /** What a save came to. */
    public record Saved(int version, List<Fault> faults) {}

    /** Throws a draft away; what was filed can only be withdrawn. */
    @Transactional
    public void discard(Actor actor, CaseNo no) {
        papers.draftOf(actor, no);
        answers.dropDraft(no);
        applications.discard(no, actor, clock.instant());
    }

    /** Attaches a file to a draft, or to an open request for supplement. */
    @Transactional
    public Attachment attach(Actor actor, CaseNo no, String kind, Attachments.Arrived arrived) {
        Program program = papers.program(papers.attachable(actor, no).application());
        if (program.manifest().document(kind).isEmpty()) {
            throw Attachments.unknownKind(
                    kind,
                    program.manifest().documents().stream()
                            .map(Manifest.Document::kind)
                            .toList());
        }
        return attachments.add(no, kind, arrived, program.filedAudience(), actor, null, clock.instant());
    }

    /** Takes a file away that has not been filed yet. */
    @Transactional
    public void detach(Actor actor, CaseNo no, String attachmentId) {
        CaseFile file = applications.open(no);
        Papers.mustBeApplicant(file, actor);
        Attachment attachment = attachments
                .find(no, attachmentId)
                .filter(a -> a.org().equals(actor.org()))
                .orElseThrow(() -> ApplicationRefusals.ATTACHMENT_MISSING.because(Map.of("id", attachmentId)));
        attachments.remove(attachment, clock.instant());
    }

    /** Version of a draft for If-Match. */
    @Transactional
    public int version(Actor actor, CaseNo no) {
        papers.draftOf(actor, no);
        return answers.draft(no).orElseThrow().version();
    }

    /** Refuses before the bytes of a file are read, when nothing may be attached here. */
    @Transactional
    public void mayAttach(Actor actor, CaseNo no) {
        papers.attachable(actor, no);
    }
}
