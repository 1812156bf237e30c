package org.lianfu.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.lianfu.flow.Decisions;
import org.lianfu.shared.Fault;

/** One walk through a form in document order: types what is shown, skips what is hidden, and collects every fault. */
final class FormCheck {

    private final Form form;
    private final Decisions decisions;
    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> hidden = new LinkedHashSet<>();

    private final Map<String, Object> facts;

    FormCheck(Form form, Decisions decisions, Map<String, Object> facts) {
        this.form = form;
        this.decisions = decisions;
        this.facts = facts;
    }

    Checked run(Map<String, Object> typed) {
        Map<String, Object> answers = new LinkedHashMap<>();
        faults.addAll(UnknownKeys.in(form.fields(), typed));
        walk(form.fields(), typed, answers, blank(form.fields(), facts), Place.ROOT);
        return new Checked(answers, List.copyOf(faults), hidden);
    }

    /** What a condition may read: every key, null until it is answered. */
    private static Map<String, Object> blank(List<Field> fields, Map<String, Object> outer) {
        Map<String, Object> context = new HashMap<>(outer);
        for (Field field : fields) {
            if (field.key() != null) {
                context.put(field.key(), null);
            } else {
                blank(field.children(), Map.of()).forEach(context::put);
            }
        }
        return context;
    }

    private void walk(
            List<Field> fields,
            Map<?, ?> typed,
            Map<String, Object> answers,
            Map<String, Object> context,
            Place place) {
        for (Field field : fields) {
            if (field.hide() != null && decisions.holds(field.hide(), context)) {
                hidden.add(place.id(field));
                continue;
            }
            switch (field.type()) {
                case TEXT -> {}
                case GROUP -> group(field, typed, answers, context, place);
                case DYNAMICLIST -> list(field, typed, answers, context, place);
                default -> put(field.key(), answer(field, typed.get(field.key()), place), answers, context);
            }
        }
    }

    private static void put(String key, Object value, Map<String, Object> answers, Map<String, Object> context) {
        if (value != null) {
            answers.put(key, value);
            context.put(key, value);
        }
    }

    private Object answer(Field field, Object raw, Place place) {
        String pointer = place.pointer(field.key());
        return new Typing(
                        field,
                        pointer,
                        (code, arguments) -> faults.add(fault(field, place, pointer, code, arguments)),
                        faults::add)
                .type(raw);
    }

    private Fault fault(Field field, Place place, String pointer, String code, Map<String, String> arguments) {
        Map<String, String> all = place.where(field.label(), form.label(field, Locale.ENGLISH));
        all.putAll(arguments);
        if (field.limits().patternMessage() != null) {
            all.put("hint", field.limits().patternMessage());
            all.put(
                    "hintEn",
                    form.english(field.englishKey() + ".pattern", field.limits().patternMessage()));
        }
        return Fault.of(pointer, code, all);
    }

    private void group(
            Field field, Map<?, ?> typed, Map<String, Object> answers, Map<String, Object> context, Place place) {
        if (field.key() == null) {
            walk(field.children(), typed, answers, context, place);
            return;
        }
        Object raw = typed.get(field.key());
        if (raw != null && !(raw instanceof Map<?, ?>)) {
            faults.add(fault(field, place, place.pointer(field.key()), "type.object", Map.of()));
            return;
        }
        Map<String, Object> own = new LinkedHashMap<>();
        Map<?, ?> inside = raw == null ? Map.of() : (Map<?, ?>) raw;
        walk(field.children(), inside, own, blank(field.children(), context), place.inside(field));
        if (!own.isEmpty()) {
            put(field.key(), own, answers, context);
        }
    }

    private void list(
            Field field, Map<?, ?> typed, Map<String, Object> answers, Map<String, Object> context, Place place) {
        Object raw = typed.get(field.key());
        String pointer = place.pointer(field.key());
        if (raw != null && !(raw instanceof List<?>)) {
            faults.add(fault(field, place, pointer, "type.rows", Map.of()));
            return;
        }
        List<?> rows = raw == null ? List.of() : (List<?>) raw;
        int most = field.limits().maxRows();
        if (rows.size() > most) {
            faults.add(fault(field, place, pointer, "rows.many", Map.of("max", String.valueOf(most))));
            return;
        }
        List<Map<String, Object>> typedRows = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            // an empty row of a page is no row; the others keep their number, so that a fault points to what was typed
            if (Blank.is(rows.get(i))) {
                continue;
            }
            if (!(rows.get(i) instanceof Map<?, ?> row)) {
                faults.add(fault(field, place, pointer + "/" + i, "type.object", Map.of()));
                continue;
            }
            Map<String, Object> own = new LinkedHashMap<>();
            Place at = place.row(field, i, field.label(), form.label(field, Locale.ENGLISH));
            walk(field.children(), row, own, blank(field.children(), context), at);
            typedRows.add(own);
        }
        if (typedRows.size() < field.limits().minRows()) {
            Map<String, String> arguments =
                    Map.of("min", String.valueOf(field.limits().minRows()));
            faults.add(fault(field, place, pointer, "rows.few", arguments));
        }
        if (!typedRows.isEmpty()) {
            put(field.key(), typedRows, answers, context);
        }
    }
}
