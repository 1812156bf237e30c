package org.lianfu.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lianfu.shared.Fault;

/** Builds the rows that a page draws. */
final class RowBuilder {

    private final Form form;
    private final List<Fault> faults;
    private final Locale locale;
    private final Set<String> hidden;
    private final Function<Fault, String> words;
    private final Set<String> read;

    RowBuilder(Form form, List<Fault> faults, Locale locale, Set<String> hidden, Function<Fault, String> words) {
        this.form = form;
        this.faults = faults;
        this.locale = locale;
        this.hidden = hidden;
        this.words = words;
        this.read = WholeLint.words(conditions(form.fields()));
    }

    private static String conditions(List<Field> fields) {
        return fields.stream()
                .map(field -> (field.hide() == null ? "" : field.hide()) + " " + conditions(field.children()))
                .collect(Collectors.joining(" "));
    }

    List<Row> rows(Map<String, Object> typed) {
        return form.fields().stream()
                .map(top -> row(top, typed, Place.ROOT, Form.sectionOf(top)))
                .toList();
    }

    private List<Row> rows(List<Field> fields, Map<?, ?> typed, Place place, String section) {
        return fields.stream().map(field -> row(field, typed, place, section)).toList();
    }

    private Row row(Field field, Map<?, ?> typed, Place place, String section) {
        Object raw = field.key() == null ? typed : typed.get(field.key());
        return switch (field.type()) {
            case GROUP -> {
                Map<?, ?> inside = raw instanceof Map<?, ?> map ? map : Map.of();
                yield box(field, place, section, null, rows(field.children(), inside, place.inside(field), section));
            }
            case DYNAMICLIST -> list(field, raw, place, section);
            case TEXT -> single(field, place, section, form.text(field, locale), false, List.of());
            default -> asked(field, raw, typed.containsKey(field.key()), place, section);
        };
    }

    private Row asked(Field field, Object raw, boolean typed, Place place, String section) {
        Object value = typed ? raw : field.preset();
        List<?> chosen = value instanceof List<?> list
                ? list
                : Stream.ofNullable(value).map(this::text).toList();
        String id = place.id(field);
        List<Row.Choice> options = new ArrayList<>();
        for (Field.Option option : field.options()) {
            options.add(new Row.Choice(
                    id + "-" + options.size(),
                    option.value(),
                    form.label(field, option, locale),
                    chosen.contains(option.value())));
        }
        boolean ticked = field.type() == Type.CHECKBOX && ("true".equals(text(value)) || "on".equals(text(value)));
        boolean single = value != null && !(value instanceof List<?>) && !(value instanceof Map<?, ?>);
        return single(field, place, section, single ? text(value) : "", ticked, options);
    }

    private String text(Object value) {
        return value instanceof BigDecimal exact && Math.abs(exact.scale()) < 20
                ? exact.toPlainString()
                : Objects.toString(value, "");
    }

    private Row list(Field field, Object raw, Place place, String section) {
        List<?> rows = raw instanceof List<?> list ? list : List.of();
        int shown = rows.isEmpty()
                ? Math.max(field.limits().rowsShown(), field.limits().minRows())
                : rows.size();
        List<Row> children = new ArrayList<>();
        String label = form.label(field, locale);
        for (int i = 0; i < shown; i++) {
            Map<?, ?> row = i < rows.size() && rows.get(i) instanceof Map<?, ?> map ? map : Map.of();
            Place at = place.row(field, i, field.label(), form.label(field, Locale.ENGLISH));
            String name = at.name().substring(0, at.name().length() - 1);
            String id = place.id(field) + "-" + i;
            String title = Formats.english(locale) ? label + ", no. " + (i + 1) : label + "第 " + (i + 1) + " 项";
            boolean removable = field.limits().addRemove() && shown > 1;
            List<Row> inside = rows(field.children(), row, at, section);
            children.add(new Row(
                    "row",
                    id,
                    name,
                    section,
                    title,
                    "",
                    false,
                    false,
                    "",
                    false,
                    List.of(),
                    error(at.pointer(), f -> !f.warning()),
                    null,
                    null,
                    first(inside, id),
                    null,
                    null,
                    null,
                    false,
                    null,
                    removable ? name : null,
                    inside));
        }
        boolean more = field.limits().addRemove() && shown < field.limits().maxRows();
        return box(field, place, section, more ? place.name(field.key()) : null, children);
    }

    private static String first(List<Row> rows, String otherwise) {
        return rows.stream()
                .filter(row -> !row.hidden() && row.focusId() != null)
                .map(Row::focusId)
                .findFirst()
                .orElse(otherwise);
    }

    private Row box(Field field, Place place, String section, String add, List<Row> children) {
        String id = place.id(field);
        String pointer = field.key() == null ? null : place.pointer(field.key());
        String error = error(pointer, fault -> !fault.warning());
        boolean required = field.limits().minRows() > 0;
        return new Row(
                field.type().word(),
                id,
                field.key() == null ? null : place.name(field.key()),
                section,
                form.label(field, locale),
                form.description(field, locale),
                required,
                hidden.contains(id),
                "",
                false,
                List.of(),
                error,
                null,
                describedBy(field, id, error, null),
                first(children, id),
                null,
                null,
                null,
                false,
                add,
                null,
                children);
    }

    private Row single(
            Field field, Place place, String section, String value, boolean checked, List<Row.Choice> options) {
        String id = place.id(field);
        boolean asks = field.type().asks();
        String pointer = asks ? place.pointer(field.key()) : null;
        String error = error(pointer, fault -> !fault.warning());
        String warning = error(pointer, Fault::warning);
        boolean several = field.type() == Type.RADIO || field.type() == Type.CHECKLIST;
        String focus = several ? options.get(0).id() : asks ? id + "-in" : null;
        return new Row(
                field.type().word(),
                id,
                asks ? place.name(field.key()) : null,
                section,
                form.label(field, locale),
                form.description(field, locale),
                field.limits().required(),
                hidden.contains(id),
                value,
                checked,
                options,
                error,
                warning,
                describedBy(field, id, error, warning),
                focus,
                inputType(field),
                inputMode(field),
                Formats.unit(form, field, locale),
                asks && read.contains(field.key()),
                null,
                null,
                List.of());
    }

    private String error(String pointer, Predicate<Fault> which) {
        String sentences = faults.stream()
                .filter(fault -> fault.pointer().equals(pointer))
                .filter(which)
                .map(words)
                .collect(Collectors.joining(" "));
        return sentences.isEmpty() ? null : sentences;
    }

    private static String describedBy(Field field, String id, String error, String warning) {
        String ids = Stream.of(
                        field.description().isEmpty() ? null : id + "-hint",
                        error == null ? null : id + "-error",
                        warning == null ? null : id + "-warning")
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return ids.isEmpty() ? null : ids;
    }

    private static String inputType(Field field) {
        return field.type() == Type.DATETIME ? "date" : field.kind() == Kind.PHONE ? "tel" : "text";
    }

    private static String inputMode(Field field) {
        return switch (field.kind()) {
            case ACCOUNT, CNAPS -> "numeric";
            case MONEY, PERCENT -> "decimal";
            default ->
                field.type() != Type.NUMBER
                        ? "text"
                        : Integer.valueOf(0).equals(field.limits().decimals()) ? "numeric" : "decimal";
        };
    }
}
