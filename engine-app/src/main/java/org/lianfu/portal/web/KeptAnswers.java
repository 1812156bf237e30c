package org.lianfu.portal.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lianfu.directory.KeptForms.Kept;
import org.lianfu.flow.Decisions;
import org.lianfu.form.Form;
import org.lianfu.form.FormView;
import org.lianfu.form.Posted;
import org.lianfu.form.Shown;
import org.lianfu.portal.AnswerGroup.Answer;
import org.lianfu.portal.Cases;
import org.lianfu.program.Manifest;
import org.lianfu.review.Tasks;
import org.lianfu.shared.Actor;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Refused;
import org.springframework.stereotype.Component;

/** What was kept when a session ended, in the words of the form it was typed into. */
@Component
class KeptAnswers {

    private static final Pattern CASE = Pattern.compile("/(?:applications|cases)/([^/]+)(?:/s/([^/]+)|/supplement)");
    private static final Pattern TASK = Pattern.compile("/tasks/([^/]+)/completion");
    /** What stands on pages beside a form. */
    private static final Map<String, String> LABELS = Map.of(
            "opinion", "portal.task.opinion",
            "reason", "portal.task.reason",
            "items", "portal.task.items");

    private final Cases cases;
    private final Tasks tasks;
    private final Decisions decisions;
    private final Phrases phrases;

    KeptAnswers(Cases cases, Tasks tasks, Decisions decisions, Phrases phrases) {
        this.cases = cases;
        this.tasks = tasks;
        this.decisions = decisions;
        this.phrases = phrases;
    }

    List<Answer> of(Actor actor, Kept kept, Locale locale) {
        List<Answer> answers = new ArrayList<>();
        kept.fields().getOrDefault("outcome", List.of()).stream()
                .filter(code -> !code.isBlank())
                .forEach(code -> answers.add(new Answer(
                        "outcome",
                        phrases.text("portal.task.outcome", locale),
                        List.of(phrases.outcome(code, locale)),
                        null)));
        try {
            answers.addAll(ofForm(actor, kept, locale));
        } catch (Refused gone) {
            // no longer this person's case or task: what was typed can still be copied, under the names of the controls
            kept.fields().forEach((name, values) -> answers.add(new Answer(name, name, values, null)));
        }
        kept.fields().forEach((name, values) -> {
            List<String> lines =
                    values.stream().filter(value -> !value.isBlank()).toList();
            if (!lines.isEmpty() && LABELS.containsKey(name)) {
                answers.add(new Answer(name, phrases.text(LABELS.get(name), locale), lines, null));
            }
        });
        return answers;
    }

    private List<Answer> ofForm(Actor actor, Kept kept, Locale locale) {
        Matcher ofCase = CASE.matcher(kept.action());
        Matcher ofTask = TASK.matcher(kept.action());
        Form form;
        Posted posted;
        if (ofCase.matches()) {
            form = cases.open(actor, new CaseNo(ofCase.group(1))).program().form(Manifest.APPLY);
            String section = "_".equals(ofCase.group(2)) ? "" : ofCase.group(2);
            posted = FormView.read(form, section, kept.fields());
        } else if (ofTask.matches()) {
            Tasks.View view = tasks.view(actor, ofTask.group(1));
            form = view.program()
                    .form(view.program().step(view.step().place().element()).form());
            posted = FormView.read(form, kept.fields());
        } else {
            return List.of();
        }
        Map<String, Object> typed = posted.typed();
        return FormView.review(form, typed, locale, decisions).stream()
                .filter(shown -> typed.containsKey(shown.pointer().split("/")[1]))
                .filter(shown -> !shown.lines().isEmpty())
                .map(KeptAnswers::answer)
                .toList();
    }

    private static Answer answer(Shown shown) {
        return new Answer(shown.id(), shown.label(), shown.lines(), null);
    }
}
