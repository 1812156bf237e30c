package org.lianfu.portal.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lianfu.application.Answers;
import org.lianfu.application.Application;
import org.lianfu.application.Attachment;
import org.lianfu.application.Attachments;
import org.lianfu.application.Draft;
import org.lianfu.application.Status;
import org.lianfu.flow.Decisions;
import org.lianfu.form.Form;
import org.lianfu.form.FormView;
import org.lianfu.form.Row;
import org.lianfu.form.Shown;
import org.lianfu.portal.AnswerGroup;
import org.lianfu.portal.Cases;
import org.lianfu.portal.DocumentsScreen;
import org.lianfu.portal.FaultLine;
import org.lianfu.portal.FileLine;
import org.lianfu.program.Manifest;
import org.lianfu.program.Program;
import org.lianfu.shared.Actor;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Fault;
import org.springframework.stereotype.Component;

/** A draft as its pages see it: what was typed, what is wrong, section by section, and the documents. */
@Component
class DraftScreens {

    private final Cases cases;
    private final Answers answers;
    private final Attachments attachments;
    private final Decisions decisions;
    private final Phrases phrases;

    DraftScreens(Cases cases, Answers answers, Attachments attachments, Decisions decisions, Phrases phrases) {
        this.cases = cases;
        this.answers = answers;
        this.attachments = attachments;
        this.decisions = decisions;
        this.phrases = phrases;
    }

    /** A draft that this person may see; null when the case has been filed. */
    record Sheet(Application application, Program program, Form form, Draft draft) {

        CaseNo no() {
            return application.no();
        }

        String title(Locale locale) {
            return program.manifest().title().in(locale);
        }
    }

    Sheet open(Actor actor, CaseNo no) {
        Cases.Opened opened = cases.open(actor, no);
        if (opened.application().status() != Status.DRAFT) {
            return null;
        }
        Form form = opened.program().form(Manifest.APPLY);
        return new Sheet(
                opened.application(), opened.program(), form, answers.draft(no).orElseThrow());
    }

    List<Fault> faults(Sheet sheet) {
        return sheet.form().check(sheet.draft().typed(), decisions).faults();
    }

    List<Row> rows(Sheet sheet, Map<String, Object> typed, List<Fault> faults, Locale locale) {
        return FormView.rows(sheet.form(), typed, faults, locale, decisions, f -> phrases.sentence(f, locale));
    }

    /** The rows of one section; when it is one group, what is inside: the page has its title already. */
    static List<Row> section(List<Row> rows, String key) {
        List<Row> section = FormView.section(rows, key);
        boolean group = section.size() == 1 && "group".equals(section.get(0).type());
        return group ? section.get(0).children() : section;
    }

    /** What was typed, section by section, with what is wrong beside it. */
    List<AnswerGroup> review(Sheet sheet, List<Fault> faults, Locale locale) {
        Map<String, String> wrong = new LinkedHashMap<>();
        faults.forEach(f -> wrong.merge(f.pointer(), phrases.sentence(f, locale), (a, b) -> a + " " + b));
        List<Shown> shown = FormView.review(sheet.form(), sheet.draft().typed(), locale, decisions);
        List<AnswerGroup> groups = new ArrayList<>();
        for (Form.Section section : sheet.form().sections()) {
            List<AnswerGroup.Answer> lines = shown.stream()
                    .filter(answer -> answer.section().equals(section.key()))
                    .map(answer -> new AnswerGroup.Answer(
                            answer.id(), answer.label(), answer.lines(), wrong.get(answer.pointer())))
                    .toList();
            groups.add(new AnswerGroup(title(section, locale), address(sheet.no(), section.key()), null, lines));
        }
        return groups;
    }

    String title(Form.Section section, Locale locale) {
        return section.key().isEmpty()
                ? phrases.text("portal.section.general", locale)
                : section.title().in(locale);
    }

    static String address(CaseNo no, String section) {
        return "/applications/" + no.value() + "/s/" + (section.isEmpty() ? "_" : section);
    }

    /** Every fault with a link to the page that mends it. */
    List<FaultLine> links(Sheet sheet, List<Fault> faults, Locale locale) {
        List<Row> rows = rows(sheet, sheet.draft().typed(), faults, locale);
        return faults.stream()
                .map(fault -> new FaultLine(link(sheet, rows, fault), phrases.sentence(fault, locale), fault.warning()))
                .toList();
    }

    private static String link(Sheet sheet, List<Row> rows, Fault fault) {
        if (fault.pointer().startsWith("/attachments/")) {
            return "/applications/" + sheet.no().value() + "/documents#kind-"
                    + fault.pointer().substring("/attachments/".length());
        }
        for (Form.Section section : sheet.form().sections()) {
            String focus = FormView.focusId(FormView.section(rows, section.key()), fault.pointer());
            if (focus != null) {
                return address(sheet.no(), section.key()) + "#" + focus;
            }
        }
        return null;
    }

    /** What a draft is asked to attach, as it is answered now. */
    List<DocumentsScreen.Need> needs(Actor actor, Sheet sheet, String base, Locale locale) {
        Map<String, Object> typed =
                sheet.form().check(sheet.draft().typed(), decisions).answers();
        return needs(actor, sheet.application(), sheet.program(), typed, base, locale);
    }

    /** @param typed typed answers: some documents are required because of them */
    List<DocumentsScreen.Need> needs(
            Actor actor,
            Application application,
            Program program,
            Map<String, Object> typed,
            String base,
            Locale locale) {
        List<Attachment> files = attachments.ofCase(application.no());
        return program.manifest().documents().stream()
                .map(document -> new DocumentsScreen.Need(
                        document.kind(),
                        document.title().in(locale),
                        document.isRequired(typed),
                        document.why() == null ? null : document.why().in(locale),
                        document.clause(),
                        files.stream()
                                .filter(file -> file.kind().equals(document.kind()))
                                .map(file -> file(program, file, base, actor, locale))
                                .toList()))
                .toList();
    }

    /** @param base where files are deleted; null when none may be */
    static FileLine file(Program program, Attachment file, String base, Actor actor, Locale locale) {
        String kind = program.manifest()
                .documentTitle(file.kind())
                .map(title -> title.in(locale))
                .orElse(file.kind());
        boolean may = base != null && !file.filed() && actor.org().equals(file.org());
        return new FileLine(
                kind,
                file.name(),
                file.sizeBytes(),
                file.sha256(),
                file.addedAt(),
                "/cases/" + file.caseNo() + "/files/" + file.id(),
                may ? base + "/" + file.id() + "/deletion" : null);
    }

    List<FileLine> files(Actor actor, Sheet sheet, Locale locale) {
        return attachments.ofCase(sheet.no()).stream()
                .map(file -> file(sheet.program(), file, null, actor, locale))
                .toList();
    }
}
