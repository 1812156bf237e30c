package org.lianfu.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Answers as people read them, in the form's order. */
final class FormDisplay {

    private final Form form;
    private final Locale locale;
    private final List<Shown> shown = new ArrayList<>();
    /** ids of hidden rows when drafts are shown with their gaps; null when typed answers are */
    private Set<String> hidden;

    FormDisplay(Form form, Locale locale) {
        this.form = form;
        this.locale = locale;
    }

    /** Typed answers; what was not answered is left out. */
    List<Shown> answers(Map<String, Object> answers) {
        form.fields().forEach(top -> one(top, answers, Place.ROOT, Form.sectionOf(top)));
        return shown;
    }

    /** What was typed so far, right or wrong; an unanswered field has no lines. */
    List<Shown> draft(Map<String, Object> typed, Set<String> hiddenRows) {
        hidden = hiddenRows;
        return answers(typed);
    }

    private void one(Field field, Map<?, ?> values, Place place, String section) {
        if (hidden != null && hidden.contains(place.id(field))) {
            return;
        }
        Object value = field.key() == null ? values : values.get(field.key());
        switch (field.type()) {
            case TEXT -> {}
            case GROUP -> {
                Map<?, ?> inside = value instanceof Map<?, ?> map ? map : Map.of();
                field.children().forEach(child -> one(child, inside, place.inside(field), section));
            }
            case DYNAMICLIST -> rows(field, value, place, section);
            default -> {
                List<String> lines = hidden == null ? typed(field, value) : drafted(field, value, place);
                if (hidden != null || !lines.isEmpty()) {
                    add(field, lines, place, section);
                }
            }
        }
    }

    private void rows(Field field, Object value, Place place, String section) {
        List<?> rows = value instanceof List<?> list ? list : List.of();
        boolean any = false;
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) instanceof Map<?, ?> row && !Blank.is(row)) {
                any = true;
                Place at = place.row(field, i, field.label(), form.label(field, Locale.ENGLISH));
                field.children().forEach(child -> one(child, row, at, section));
            }
        }
        if (!any && hidden != null) {
            add(field, List.of(), place, section);
        }
    }

    private void add(Field field, List<String> lines, Place place, String section) {
        Map<String, String> where = place.where(field.label(), form.label(field, Locale.ENGLISH));
        String label = where.get(Formats.english(locale) ? "labelEn" : "label");
        List<String> masked = lines.stream().map(line -> masked(field, line)).toList();
        shown.add(new Shown(section, place.pointer(field.key()), place.id(field), label, lines, masked));
    }

    private static String masked(Field field, String line) {
        try {
            return field.kind().masked(line);
        } catch (IllegalArgumentException e) {
            // a draft may hold a wrong number: it is hidden whole
            return "****";
        }
    }

    private List<String> typed(Field field, Object value) {
        return value == null ? List.of() : Formats.lines(form, field, value, locale);
    }

    /** A right answer formatted, a wrong one as it was typed. */
    private List<String> drafted(Field field, Object raw, Place place) {
        Object value = new Typing(field, place.pointer(field.key()), (code, arguments) -> {}, fault -> {}).type(raw);
        if (value != null) {
            return typed(field, value);
        }
        return Blank.is(raw) ? List.of() : String.valueOf(raw).lines().toList();
    }
}
