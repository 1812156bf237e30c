package org.lianfu.application;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lianfu.form.Checked;
import org.lianfu.form.Form;
import org.lianfu.program.Program;
import org.lianfu.program.Programs;
import org.lianfu.shared.Actor;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Fault;
import org.lianfu.shared.Json;
import org.lianfu.shared.Times;
import org.springframework.stereotype.Component;

/** What holds for a draft and for a submission alike: whose it is, which program version asks, what is wrong with it. */
@Component
class Papers {

    /** Answers of an application as typed, in characters of JSON. */
    static final int ANSWERS_LIMIT = 256 * 1024;

    private final Applications applications;
    private final Programs programs;
    private final Clock clock;

    Papers(Applications applications, Programs programs, Clock clock) {
        this.applications = applications;
        this.programs = programs;
        this.clock = clock;
    }

    /** The locked draft of this applicant. */
    CaseFile draftOf(Actor actor, CaseNo no) {
        CaseFile file = applications.open(no);
        mustBeApplicant(file, actor);
        if (file.application().status() != Status.DRAFT) {
            throw ApplicationRefusals.notADraft(file.application());
        }
        return file;
    }

    /** The locked case of this applicant, to which files may be added: a draft, or one with an open supplement. */
    CaseFile attachable(Actor actor, CaseNo no) {
        CaseFile file = applications.open(no);
        mustBeApplicant(file, actor);
        Status status = file.application().status();
        if (status != Status.DRAFT && status != Status.SUPPLEMENT_REQUESTED) {
            throw ApplicationRefusals.notADraft(file.application());
        }
        return file;
    }

    /** Somebody else's case does not exist for this person. */
    static void mustBeApplicant(CaseFile file, Actor actor) {
        if (!file.application().org().equals(actor.org())) {
            throw ApplicationRefusals.MISSING.because(
                    Map.of("no", file.application().no().value()));
        }
        if (!actor.has(ApplicationDesk.OPERATOR) && !actor.has(ApplicationDesk.SIGNER)) {
            throw ApplicationRefusals.NOT_AN_APPLICANT.because(Map.of("role", String.join(" ", actor.roles())));
        }
    }

    /** A program that may be applied for today. */
    Program open(String code) {
        Program program = programs.find(code)
                .orElseThrow(() -> ApplicationRefusals.PROGRAM_UNKNOWN.because(Map.of("program", code)));
        LocalDate today = Times.date(clock.instant());
        if (!program.manifest().window().isOpen(today)) {
            throw ApplicationRefusals.PROGRAM_CLOSED.because(Map.of("program", code, "today", today));
        }
        return program;
    }

    /** The program as this case sees it: its pinned version, or the newest while it is a draft. */
    Program program(Application application) {
        return application.program() == null
                ? programs.newest(application.programCode())
                : programs.version(application.program());
    }

    /** Everything wrong with the answers and the documents, at once. */
    List<Fault> faults(Program program, List<Attachment> attached, Checked checked) {
        List<Fault> faults = new ArrayList<>(checked.faults());
        Set<String> present = attached.stream().map(Attachment::kind).collect(Collectors.toSet());
        program.manifest().documents().stream()
                .filter(document -> document.isRequired(checked.answers()) && !present.contains(document.kind()))
                .forEach(document -> faults.add(Fault.of(
                        "/attachments/" + document.kind(),
                        "document.required",
                        Map.of(
                                "kind",
                                document.kind(),
                                "title",
                                document.title().zh(),
                                "titleEn",
                                document.title().en()))));
        return faults;
    }

    static void mustBeKnown(Form form, Map<String, Object> typed) {
        if (Json.write(typed).length() > ANSWERS_LIMIT) {
            throw ApplicationRefusals.ANSWERS_TOO_LARGE.because(Map.of("limitKb", ANSWERS_LIMIT / 1024));
        }
        List<Fault> unknown = form.unknown(typed);
        if (!unknown.isEmpty()) {
            throw ApplicationRefusals.UNKNOWN_KEYS.with(unknown);
        }
    }
}
