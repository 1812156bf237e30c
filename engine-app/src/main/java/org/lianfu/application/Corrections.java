package org.lianfu.application;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lianfu.flow.Decisions;
import org.lianfu.form.Checked;
import org.lianfu.form.Form;
import org.lianfu.program.Manifest;
import org.lianfu.program.Program;
import org.lianfu.shared.Actor;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Fault;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Corrected answers of a case 补正: what an applicant files when more was asked for. */
@Component
public class Corrections {

    private final Answers answers;
    private final Attachments attachments;
    private final Eligibility eligibility;
    private final Papers papers;
    private final Decisions decisions;
    private final Clock clock;

    Corrections(
            Answers answers,
            Attachments attachments,
            Eligibility eligibility,
            Papers papers,
            Decisions decisions,
            Clock clock) {
        this.answers = answers;
        this.attachments = attachments;
        this.eligibility = eligibility;
        this.papers = papers;
        this.decisions = decisions;
        this.clock = clock;
    }

    /**
     * Files corrected answers as the next version, inside the act that answers a request for supplement.
     *
     * @param typed corrected answers as typed; null or empty when only files were asked for
     * @return hash of the answers that hold now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String file(CaseFile file, Actor actor, Map<String, Object> typed) {
        Application application = file.application();
        CaseNo no = application.no();
        attachments.fileAll(no);
        Filed before = answers.filed(no, application.answersVersion()).orElseThrow();
        if (typed == null || typed.isEmpty()) {
            return before.sha256();
        }
        Program program = papers.program(application);
        Form form = program.form(Manifest.APPLY);
        Papers.mustBeKnown(form, typed);
        Map<String, Object> merged = new LinkedHashMap<>(before.typed());
        merged.putAll(typed);
        Checked checked = form.check(merged, decisions);
        List<Fault> faults = papers.faults(program, attachments.ofCase(no), checked);
        if (faults.stream().anyMatch(f -> !f.warning())) {
            throw ApplicationRefusals.FAULTY.with(faults);
        }
        mustStandAsAccepted(program, before, checked.answers());
        int version = application.answersVersion() + 1;
        Snapshot same = new Snapshot(Map.of(), before.sources(), Map.of());
        String hash = answers.file(no, version, checked.answers(), merged, same, actor.login(), clock.instant());
        file.answered(version, hash);
        return hash;
    }

    /** What was judged at the submission stays: another patent, amount or purpose is another application. */
    private void mustStandAsAccepted(Program program, Filed before, Map<String, Object> now) {
        List<Fault> changed = eligibility.restsOn(program).stream()
                .filter(key -> !Objects.equals(before.answers().get(key), now.get(key)))
                .sorted()
                .map(key -> Fault.of(
                        "/" + key,
                        "accepted-upon",
                        Map.of("before", String.valueOf(before.typed().getOrDefault(key, "")))))
                .toList();
        if (!changed.isEmpty()) {
            throw ApplicationRefusals.ACCEPTED_UPON.with(changed);
        }
    }
}
