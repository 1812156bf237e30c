package org.lianfu.application;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lianfu.calendar.Calendars;
import org.lianfu.calendar.Term;
import org.lianfu.flow.Decisions;
import org.lianfu.flow.Flow;
import org.lianfu.form.Checked;
import org.lianfu.form.Form;
import org.lianfu.program.Manifest;
import org.lianfu.program.Program;
import org.lianfu.program.Programs;
import org.lianfu.shared.Actor;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Fault;
import org.lianfu.shared.Refused;
import org.lianfu.shared.Times;
import org.lianfu.trail.Entry;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The application counter 申报窗口: judge whether it fits, sign and submit, correct, take back. The operator 经办人 types, the
 * signer 签署人 signs; whoever typed may not sign.
 */
@Component
public class ApplicationDesk {

    /** Role of the person who types for an applicant 经办人. */
    public static final String OPERATOR = "APPLICANT_OPERATOR";

    /** Role of the person who signs for an applicant 签署人. */
    public static final String SIGNER = "APPLICANT_APPROVER";

    /** Most characters of the reason for a withdrawal. */
    private static final int REASON_LIMIT = 500;

    private final Applications applications;
    private final Answers answers;
    private final Attachments attachments;
    private final Eligibility eligibility;
    private final Programs programs;
    private final Papers papers;
    private final Moves moves;
    private final Calendars calendars;
    private final Decisions decisions;
    private final Flow flow;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ApplicationDesk(
            Applications applications,
            Answers answers,
            Attachments attachments,
            Eligibility eligibility,
            Programs programs,
            Papers papers,
            Moves moves,
            Calendars calendars,
            Decisions decisions,
            Flow flow,
            ApplicationEventPublisher events,
            Clock clock) {
        this.applications = applications;
        this.answers = answers;
        this.attachments = attachments;
        this.eligibility = eligibility;
        this.programs = programs;
        this.papers = papers;
        this.moves = moves;
        this.calendars = calendars;
        this.decisions = decisions;
        this.flow = flow;
        this.events = events;
        this.clock = clock;
    }

    /** What the program's decisions say to these answers; changes nothing. */
    public Eligibility.Verdict judge(Actor actor, String programCode, Map<String, Object> typed) {
        Program program = papers.open(programCode);
        Map<String, Object> checked =
                program.form(Manifest.APPLY).check(typed, decisions).answers();
        Snapshot snapshot =
                eligibility.lookUp(program, new FactSource.Inquiry(actor.org(), programCode, null, checked));
        return eligibility.judge(program, program.manifest().applicant(), checked, snapshot);
    }

    /**
     * The same for a client that sends answers and shows no form.
     *
     * @throws Refused for keys that the form does not have and for answers that cannot be read; what is missing is no fault
     */
    public Eligibility.Verdict judgeReadable(Actor actor, String programCode, Map<String, Object> typed) {
        Form form = papers.open(programCode).form(Manifest.APPLY);
        Papers.mustBeKnown(form, typed);
        List<Fault> faults = form.check(typed, decisions).faults().stream()
                .filter(fault -> !fault.warning() && !fault.code().startsWith("required"))
                .toList();
        if (!faults.isEmpty()) {
            throw ApplicationRefusals.UNREADABLE.with(faults);
        }
        return judge(actor, programCode, typed);
    }

    /** What the registers alone say of the applicant, before anything is typed; empty when they know nothing. */
    public Optional<Eligibility.Verdict> judgeBefore(Actor actor, String programCode) {
        Program program = papers.open(programCode);
        Snapshot snapshot =
                eligibility.lookUp(program, new FactSource.Inquiry(actor.org(), programCode, null, Map.of()));
        return eligibility.judgeBefore(program, program.manifest().applicant(), snapshot);
    }

    /** Looks up what the submission of a draft will need; outside any transaction, because registers may be slow. */
    public Snapshot lookUp(Actor actor, CaseNo no) {
        Application application = applications
                .find(no)
                .filter(a -> a.org().equals(actor.org()))
                .orElseThrow(() -> ApplicationRefusals.MISSING.because(Map.of("no", no.value())));
        Draft draft = answers.draft(no)
                .orElseThrow(() ->
                        ApplicationRefusals.notADraft(applications.find(no).orElseThrow()));
        Program program = programs.newest(application.programCode());
        Map<String, Object> checked =
                program.form(Manifest.APPLY).check(draft.typed(), decisions).answers();
        return eligibility.lookUp(
                program, new FactSource.Inquiry(application.org(), application.programCode(), no.value(), checked));
    }

    /**
     * Signs and submits: the answers become version 1, the case is pinned to the program's newest version and starts on
     * its way. Refused with every fault at once while any remains, and with code and clause when it does not fit.
     */
    @Transactional
    public Application submit(Actor actor, CaseNo no, Snapshot looked) {
        CaseFile file = papers.draftOf(actor, no);
        Application application = file.application();
        if (!actor.has(SIGNER)) {
            throw ApplicationRefusals.SIGNER_ONLY.because();
        }
        Draft draft = answers.draft(no).orElseThrow();
        if (draft.writers().contains(actor.login())) {
            throw ApplicationRefusals.FILLER_CANNOT_SIGN.because(Map.of("who", actor.login()));
        }
        Program program = papers.open(application.programCode());
        Form form = program.form(Manifest.APPLY);
        Checked checked = form.check(draft.typed(), decisions);
        Map<String, Object> typed = checked.answers();
        if (!eligibility.isOf(looked, program, typed)) {
            // somebody saved between the look-up and the lock: what the registers said is not about these answers
            throw ApplicationRefusals.ANSWERS_MOVED.because(Map.of("no", no.value()));
        }
        List<Attachment> attached = attachments.ofCase(no);
        List<Fault> faults = new ArrayList<>(papers.faults(program, attached, checked));
        faults.addAll(Eligibility.contradicted(typed, looked));
        if (faults.stream().anyMatch(f -> !f.warning())) {
            throw ApplicationRefusals.FAULTY.with(faults);
        }
        Eligibility.Verdict verdict = eligibility.judge(program, application.applicantKind(), typed, looked);
        if (!verdict.eligible()) {
            throw Eligibility.refused(program, verdict);
        }
        Instant now = clock.instant();
        String hash = answers.file(no, 1, typed, draft.typed(), looked, actor.login(), now);
        answers.dropDraft(no);
        if (!attached.isEmpty()) {
            attachments.fileAll(no);
        }
        form.consents(typed).forEach((key, words) -> answers.consent(no, key, words, actor.login(), now));
        file.file(
                program.ref(),
                Eligibility.amount(typed),
                "R-" + no.value(),
                actor.login(),
                now,
                promised(program, now));
        file.answered(1, hash);
        file.learn(facts(application, form, typed, looked));
        Entry entry = Entry.of("application.submitted", actor)
                .model(program.ref(), program.sha256())
                .evidence("answers", hash)
                .audience(program.filedAudience());
        if (application.requested() != null) {
            entry = entry.amount(application.requested());
        }
        if (application.promisedAt() != null) {
            entry = entry.data(
                    "promisedOn", Times.date(application.promisedAt()).toString());
        }
        for (Attachment attachment : attached) {
            entry = entry.evidence("file", attachment.sha256());
        }
        file.record(entry, Status.SUBMITTED);
        flow.start(no, program.ref());
        return application;
    }

    /** Takes the case back 撤回, until a contract is signed. */
    @Transactional
    public Application withdraw(Actor actor, CaseNo no, String reason) {
        CaseFile file = applications.open(no);
        Papers.mustBeApplicant(file, actor);
        Application application = file.application();
        Status status = application.status();
        if (status == Status.DRAFT) {
            throw ApplicationRefusals.STILL_A_DRAFT.because(Map.of("no", no.value()));
        }
        if (status.isEnd()) {
            throw ApplicationRefusals.ENDED.because(moves.told(application, actor));
        }
        if (!status.isWithdrawable()) {
            throw ApplicationRefusals.TOO_LATE_TO_WITHDRAW.because(moves.told(application, actor));
        }
        if (reason == null || reason.isBlank() || reason.length() > REASON_LIMIT) {
            throw ApplicationRefusals.REASON_NEEDED.because(Map.of("limit", REASON_LIMIT));
        }
        leave(
                file,
                Entry.of("application.withdrawn", actor)
                        .details(Map.of("reason", reason.strip()))
                        .audience(papers.program(application).filedAudience()));
        return application;
    }

    /** The applicant stayed silent until the deadline of a request for supplement: taken as withdrawn 视为撤回. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void endBySilence(CaseFile file) {
        leave(
                file,
                Entry.of("application.withdrawn", Actor.SYSTEM)
                        .data("reason", "silence")
                        .audience(papers.program(file.application()).filedAudience()));
    }

    private void leave(CaseFile file, Entry entry) {
        CaseNo no = file.application().no();
        events.publishEvent(new ApplicationEnded(no));
        flow.cancel(no);
        file.end(entry, Status.WITHDRAWN, clock.instant());
    }

    private Instant promised(Program program, Instant from) {
        Term term = program.term(Manifest.PROMISE);
        return term == null ? null : calendars.now().due(from, term, 0).at();
    }

    private static Map<String, Object> facts(
            Application application, Form form, Map<String, Object> typed, Snapshot looked) {
        Map<String, Object> facts = new LinkedHashMap<>(looked.facts());
        facts.putAll(form.facts(typed));
        facts.put("applicantKind", application.applicantKind());
        if (application.requested() != null) {
            facts.put("amountFen", application.requested().fen());
        }
        return facts;
    }

    /** Somebody else's case does not exist for this person; only an applicant's people act for it. */
    public static void mustBeApplicant(CaseFile file, Actor actor) {
        Papers.mustBeApplicant(file, actor);
    }

    /** What is said of a case that is not there. */
    public static Refused missing(String no) {
        return ApplicationRefusals.MISSING.because(Map.of("no", no));
    }
}
