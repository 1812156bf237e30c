package org.lianfu.form;

import java.util.List;

/**
 * One component as a page draws it: the template decides nothing.
 *
 * @param type as in the file ({@code textfield}, {@code radio}, {@code group} …), or {@code row} for one row of a list
 * @param id of the element that holds the whole component; the control of a single field is {@link #focusId}
 * @param name of the control; of a row: sent as a hidden empty field, so that an empty row is not lost
 * @param section key of the section it belongs to
 * @param hidden whether the conditions hide it now
 * @param value of a single control; of a {@code text}: what it says
 * @param checked whether a checkbox is ticked
 * @param options of radio, select and checklist
 * @param error what is wrong and how to mend it; null when nothing is
 * @param warning what may be wrong; null when nothing is
 * @param describedBy ids of hint, error and warning, for {@code aria-describedby}; null when there is none
 * @param focusId where a link from the error summary goes
 * @param inputType {@code text}, {@code date} or {@code tel}
 * @param inputMode {@code numeric}, {@code decimal} or {@code text}
 * @param unit what stands behind the control; null when nothing does
 * @param trigger whether a condition reads it: only such a field asks the server what is hidden when it changes
 * @param add value of a submit button named {@code _add}; null when no row can be added
 * @param remove value of a submit button named {@code _remove}; null when the row cannot be removed
 * @param children of a group, list or row
 */
public record Row(
        String type,
        String id,
        String name,
        String section,
        String label,
        String description,
        boolean required,
        boolean hidden,
        String value,
        boolean checked,
        List<Choice> options,
        String error,
        String warning,
        String describedBy,
        String focusId,
        String inputType,
        String inputMode,
        String unit,
        boolean trigger,
        String add,
        String remove,
        List<Row> children) {

    /** One choice of a radio, select or checklist. */
    public record Choice(String id, String value, String label, boolean chosen) {}

    public String hintId() {
        return id + "-hint";
    }

    public String errorId() {
        return id + "-error";
    }

    public String warningId() {
        return id + "-warning";
    }

    public String labelId() {
        return id + "-label";
    }

    /** Whether anything was answered here, the children apart. */
    public boolean isAnswered() {
        boolean text = value != null && !value.isEmpty() && !"text".equals(type);
        return !hidden && (text || checked || options.stream().anyMatch(Choice::chosen));
    }

    /** Ids of the rows that the conditions hide now, the inner ones of a shown group included. */
    public static List<String> hiddenIn(List<Row> rows) {
        return rows.stream()
                .flatMap(row -> row.hidden() ? java.util.stream.Stream.of(row.id()) : hiddenIn(row.children()).stream())
                .toList();
    }
}
