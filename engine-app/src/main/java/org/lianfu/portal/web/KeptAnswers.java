package org.lianfu.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lianfu.directory.SignedIn;
import org.lianfu.flow.Decisions;
import org.lianfu.form.Form;
import org.lianfu.form.FormView;
import org.lianfu.form.Posted;
import org.lianfu.form.Shown;
import org.lianfu.http.PageWords;
import org.lianfu.http.Problems;
import org.lianfu.portal.AnswerGroup.Answer;
import org.lianfu.portal.Cases;
import org.lianfu.program.Manifest;
import org.lianfu.program.Programs;
import org.lianfu.review.Tasks;
import org.lianfu.shared.Actor;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Refused;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** What was typed and could not be taken, in the words of the form it was typed into. */
@Component
class KeptAnswers implements PageWords {

    private static final Pattern CASE =
            Pattern.compile("/(?:applications|cases)/([^/]+)(?:/s/([^/]+?)(?:/autosave)?|/supplement)");
    private static final Pattern TASK = Pattern.compile("/tasks/([^/]+)/(?:completion|preview)");
    /** What is typed there is nobody's to read again. */
    private static final Set<String> SECRET = Set.of("/login", "/logout", "/settings/password");
    /** What stands on pages beside a form. */
    private static final Map<String, String> LABELS = Map.of(
            "opinion", "portal.task.opinion",
            "reason", "portal.task.reason",
            "items", "portal.task.items");

    private final Cases cases;
    private final Tasks tasks;
    private final Programs programs;
    private final Decisions decisions;
    private final Phrases phrases;

    KeptAnswers(Cases cases, Tasks tasks, Programs programs, Decisions decisions, Phrases phrases) {
        this.cases = cases;
        this.tasks = tasks;
        this.programs = programs;
        this.decisions = decisions;
        this.phrases = phrases;
    }

    @Override
    public List<Typed> typed(HttpServletRequest request, Locale locale) {
        String action = Problems.path(request);
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn person)
                || SECRET.contains(action)) {
            return List.of();
        }
        return of(person.getPrincipal(), action, PageTools.posted(request), locale).stream()
                .map(answer -> new Typed(answer.label(), answer.lines()))
                .toList();
    }

    @Override
    public Map<String, Object> worded(Map<String, ?> arguments, Locale locale) {
        return phrases.worded(arguments, null, locale);
    }

    /**
     * What was typed.
     *
     * @param action where the form was going
     * @param fields values by name of the control
     */
    List<Answer> of(Actor actor, String action, Map<String, List<String>> fields, Locale locale) {
        List<Answer> answers = new ArrayList<>();
        fields.getOrDefault("outcome", List.of()).stream()
                .filter(code -> !code.isBlank())
                .forEach(code -> answers.add(new Answer(
                        "outcome",
                        phrases.text("portal.task.outcome", locale),
                        List.of(phrases.choice(code, locale)),
                        null)));
        boolean inForm = CASE.matcher(action).matches() || TASK.matcher(action).matches();
        answers.addAll(ofForm(actor, action, fields, locale));
        fields.forEach((name, values) -> {
            List<String> lines =
                    values.stream().filter(value -> !value.isBlank()).toList();
            boolean beside = !inForm || name.equals("opinion"); // in a form any name may be the form's own
            if (!lines.isEmpty() && LABELS.containsKey(name) && beside) {
                answers.add(new Answer(name, phrases.text(label(name, action), locale), lines, null));
            }
        });
        return answers;
    }

    private static String label(String name, String action) {
        return action.startsWith("/ops/")
                ? "portal.incidents.note"
                : action.endsWith("/recusal") ? "portal.task.recuse-reason" : LABELS.get(name);
    }

    private List<Answer> ofForm(Actor actor, String action, Map<String, List<String>> fields, Locale locale) {
        Matcher ofCase = CASE.matcher(action);
        Matcher ofTask = TASK.matcher(action);
        boolean inCase = ofCase.matches();
        if (!inCase && !ofTask.matches()) {
            return List.of();
        }
        Form form;
        try {
            form = inCase
                    ? cases.open(actor, new CaseNo(ofCase.group(1))).program().form(Manifest.APPLY)
                    : formOf(tasks.view(actor, ofTask.group(1)));
        } catch (Refused | DataAccessException | IllegalArgumentException gone) {
            // no longer this person's: the words stand in every newest version all the same
            form = likeliest(fields.keySet());
        }
        return form == null ? List.of() : read(form, inCase ? ofCase.group(2) : FormView.ALL, fields, locale);
    }

    private static Form formOf(Tasks.View view) {
        return view.program()
                .form(view.program().step(view.step().place().element()).form());
    }

    private Form likeliest(Set<String> names) {
        return programs.newest().stream()
                .flatMap(program -> program.forms().values().stream())
                .max(Comparator.comparingLong(
                        form -> names.stream().filter(form.keys()::contains).count()))
                .orElse(null);
    }

    private List<Answer> read(Form form, String section, Map<String, List<String>> fields, Locale locale) {
        boolean known = form.sections().stream().anyMatch(part -> part.key().equals(section));
        Posted posted = FormView.read(form, known ? section : FormView.ALL, fields);
        String outcome = fields.getOrDefault("outcome", List.of("")).get(0);
        return FormView.typed(form, posted.typed(), Map.of("outcome", outcome), locale, decisions).stream()
                .map(KeptAnswers::answer)
                .toList();
    }

    private static Answer answer(Shown shown) {
        return new Answer(shown.id(), shown.label(), shown.lines(), null);
    }
}
