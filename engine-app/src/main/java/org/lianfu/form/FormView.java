package org.lianfu.form;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.lianfu.flow.Decisions;
import org.lianfu.shared.Fault;

/** A form as a page: what to draw, and what came back. */
public final class FormView {

    /** Every section. */
    public static final String ALL = null;

    private FormView() {}

    /**
     * The rows of a form with what was typed and what is wrong.
     *
     * @param typed as typed; wrong values are shown again
     * @param words the sentence of a fault in the reader's language
     */
    public static List<Row> rows(
            Form form,
            Map<String, Object> typed,
            List<Fault> faults,
            Locale locale,
            Decisions decisions,
            Function<Fault, String> words) {
        return rows(form, typed, faults, locale, decisions, Map.of(), words);
    }

    /** The same, with facts from outside the form that its conditions read, such as the outcome that was chosen. */
    public static List<Row> rows(
            Form form,
            Map<String, Object> typed,
            List<Fault> faults,
            Locale locale,
            Decisions decisions,
            Map<String, Object> facts,
            Function<Fault, String> words) {
        Set<String> hidden = form.check(typed, decisions, facts).hidden();
        return new RowBuilder(form, faults, locale, hidden, words).rows(typed);
    }

    /** The rows of one section only, see {@link Form#sections}. */
    public static List<Row> section(List<Row> rows, String section) {
        return rows.stream().filter(row -> row.section().equals(section)).toList();
    }

    /**
     * What an HTML form sent, unknown names ignored.
     *
     * @param section only the fields of this section were on the page; {@link #ALL} when all were
     * @param posted values by name of the control
     */
    public static Posted read(Form form, String section, Map<String, ? extends List<String>> posted) {
        return new PostReader(posted).read(form, section);
    }

    public static Posted read(Form form, Map<String, ? extends List<String>> posted) {
        return read(form, ALL, posted);
    }

    /** A draft to check before it is sent: every field that is shown, wrong values as typed, gaps without lines. */
    public static List<Shown> review(Form form, Map<String, Object> typed, Locale locale, Decisions decisions) {
        return new FormDisplay(form, locale)
                .draft(typed, form.check(typed, decisions).hidden());
    }

    /** Only what was typed of it, as the conditions show it now; they may read facts from outside the form. */
    public static List<Shown> typed(
            Form form, Map<String, Object> typed, Map<String, Object> facts, Locale locale, Decisions decisions) {
        return new FormDisplay(form, locale)
                .draft(typed, form.check(typed, decisions, facts).hidden()).stream()
                        .filter(shown -> !shown.lines().isEmpty())
                        .filter(shown -> typed.containsKey(shown.pointer().split("/")[1]))
                        .toList();
    }

    /** Where a link to a fault goes on the page that shows {@code rows}; null when the fault is about none of them. */
    public static String focusId(List<Row> rows, String pointer) {
        String id = "f" + pointer.replace('/', '-');
        for (Row row : rows) {
            String found = row.id().equals(id) ? row.focusId() : focusId(row.children(), pointer);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
