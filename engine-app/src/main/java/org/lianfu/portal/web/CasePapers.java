package org.lianfu.portal.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.lianfu.application.Answers;
import org.lianfu.application.Application;
import org.lianfu.document.Documents;
import org.lianfu.form.Form;
import org.lianfu.form.Shown;
import org.lianfu.portal.AnswerGroup;
import org.lianfu.portal.CaseScreen;
import org.lianfu.portal.Cases;
import org.lianfu.portal.Cases.Opened;
import org.lianfu.portal.FileLine;
import org.lianfu.program.Manifest;
import org.lianfu.program.Program;
import org.lianfu.program.StepDef;
import org.lianfu.review.Tasks;
import org.lianfu.shared.Actor;
import org.lianfu.trail.Recorded;
import org.springframework.stereotype.Component;

/** The papers of a filed case as one reader may read them: answers, what steps recorded, files. Numbers of people masked. */
@Component
class CasePapers {

    private final Cases cases;
    private final Tasks tasks;
    private final Answers answers;
    private final Phrases phrases;

    CasePapers(Cases cases, Tasks tasks, Answers answers, Phrases phrases) {
        this.cases = cases;
        this.tasks = tasks;
        this.answers = answers;
        this.phrases = phrases;
    }

    /** What was filed, and what each step recorded, as far as this reader belongs to the audience. */
    List<AnswerGroup> all(Actor actor, Opened opened, Locale locale) {
        List<AnswerGroup> groups = new ArrayList<>(filed(opened, locale));
        groups.addAll(recorded(actor, opened, locale));
        return groups;
    }

    List<AnswerGroup> filed(Opened opened, Locale locale) {
        Application application = opened.application();
        if (!opened.knowsTheMatter()) {
            return List.of();
        }
        Form form = opened.program().form(Manifest.APPLY);
        List<Shown> shown = answers.filed(application.no(), application.answersVersion())
                .map(filed -> form.display(filed.answers(), locale))
                .orElse(List.of());
        List<AnswerGroup> groups = new ArrayList<>();
        for (Form.Section section : form.sections()) {
            String title = section.key().isEmpty()
                    ? phrases.text("portal.section.general", locale)
                    : section.title().in(locale);
            List<Shown> own = shown.stream()
                    .filter(answer -> answer.section().equals(section.key()))
                    .toList();
            if (!own.isEmpty()) {
                groups.add(new AnswerGroup(title, null, null, lines(own)));
            }
        }
        return groups;
    }

    List<AnswerGroup> recorded(Actor actor, Opened opened, Locale locale) {
        Program program = opened.program();
        List<AnswerGroup> groups = new ArrayList<>();
        for (Tasks.Said said : tasks.said(actor, opened.application(), opened.steps())) {
            if (said.step().place().isSupplement()
                    || said.voice() == null
                    || said.voice().answers().isEmpty()) {
                continue;
            }
            StepDef def = program.step(said.step().place().element());
            var holder = phrases.holder(
                    program, said.step().place().org(), said.step().place().role(), said.person(), locale);
            String by = String.join(
                    " ",
                    holder.org(),
                    Objects.toString(holder.person(), holder.role()),
                    Show.face(locale).at(said.seat().decidedAt()));
            groups.add(new AnswerGroup(
                    def.name().in(locale),
                    null,
                    by,
                    lines(program.form(def.form()).display(said.voice().answers(), locale))));
        }
        return groups;
    }

    private static List<AnswerGroup.Answer> lines(List<Shown> shown) {
        return shown.stream()
                .map(answer -> new AnswerGroup.Answer(answer.id(), answer.label(), answer.masked(), null))
                .toList();
    }

    List<FileLine> files(Actor actor, Opened opened, Locale locale) {
        return cases.files(opened).stream()
                .map(file -> DraftScreens.file(opened.program(), file, null, actor, locale))
                .toList();
    }

    /** What the system makes from the entries that this reader may read. */
    List<CaseScreen.DocumentLine> documents(List<Recorded> told, Locale locale) {
        return Documents.among(told).stream()
                .map(made -> new CaseScreen.DocumentLine(
                        phrases.text(made.titleKey(), locale),
                        made.entry().at(),
                        "/cases/" + made.entry().subject().id() + "/documents/" + made.id()))
                .toList();
    }
}
