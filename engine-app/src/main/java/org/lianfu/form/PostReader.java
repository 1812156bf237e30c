package org.lianfu.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the controls of an HTML form back into answers as typed. */
final class PostReader {

    static final String ADD = "_add";
    static final String REMOVE = "_remove";
    private static final Pattern INDEX = Pattern.compile("\\[(\\d{1,3})].*", Pattern.DOTALL);

    private final Map<String, ? extends List<String>> posted;
    private String focus;

    PostReader(Map<String, ? extends List<String>> posted) {
        this.posted = posted;
    }

    Posted read(Form form, String section) {
        Map<String, Object> typed = new LinkedHashMap<>();
        for (Field top : form.fields()) {
            if (section == null || Form.sectionOf(top).equals(section)) {
                one(top, Place.ROOT, typed);
            }
        }
        return new Posted(typed, focus);
    }

    private void one(Field field, Place place, Map<String, Object> typed) {
        switch (field.type()) {
            case TEXT -> {}
            case GROUP -> {
                Map<String, Object> inside = field.key() == null ? typed : new LinkedHashMap<>();
                field.children().forEach(child -> one(child, place.inside(field), inside));
                if (field.key() != null) {
                    typed.put(field.key(), inside);
                }
            }
            case DYNAMICLIST -> typed.put(field.key(), rows(field, place));
            case CHECKLIST -> typed.put(field.key(), List.copyOf(values(place.name(field.key()))));
            case CHECKBOX ->
                typed.put(field.key(), values(place.name(field.key())).contains("true"));
            default -> values(place.name(field.key())).stream().findFirst().ifPresent(v -> typed.put(field.key(), v));
        }
    }

    private List<String> values(String name) {
        List<String> values = posted.get(name);
        return values == null ? List.of() : values;
    }

    private List<Map<String, Object>> rows(Field field, Place place) {
        String name = place.name(field.key());
        SortedSet<Integer> indexes = new TreeSet<>();
        for (String control : posted.keySet()) {
            Matcher index = control.startsWith(name) ? INDEX.matcher(control.substring(name.length())) : null;
            if (index != null && index.matches()) {
                indexes.add(Integer.parseInt(index.group(1)));
            }
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        boolean may = field.limits().addRemove();
        for (int index : indexes) {
            Place at = place.row(field, index, "", "");
            if (may && values(REMOVE).contains(name + "[" + index + "]")) {
                focus = place.id(field);
                continue;
            }
            Map<String, Object> row = new LinkedHashMap<>();
            field.children().forEach(child -> one(child, at, row));
            rows.add(row);
        }
        if (may && values(ADD).contains(name) && rows.size() < field.limits().maxRows()) {
            focus = place.id(field) + "-" + rows.size();
            rows.add(new LinkedHashMap<>());
        }
        return rows;
    }
}
