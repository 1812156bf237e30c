package org.lianfu.directory;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lianfu.shared.Fault;

/** What an administrator typed, looked at field by field: every fault is told at once. */
final class Typed {

    /** The longest reason, in characters. */
    static final int REASON = 200;

    private final List<Fault> faults = new ArrayList<>();

    /** A text that must be there and no longer than {@code most} characters. */
    String text(String field, String value, int most) {
        String text = value == null ? "" : value.strip();
        if (text.isEmpty()) {
            fault(field, "directory.required", Map.of());
        } else if (text.codePointCount(0, text.length()) > most) {
            fault(field, "directory.long", Map.of("most", String.valueOf(most)));
        }
        return text;
    }

    String reason(String value) {
        return text("reason", value, REASON);
    }

    /** @param otherwise what an empty field means */
    LocalDate day(String field, String value, LocalDate otherwise) {
        String text = value == null ? "" : value.strip();
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (!day.isBefore(Roster.ALWAYS) && !day.isAfter(Roster.FOR_EVER)) {
                return day;
            }
        } catch (DateTimeException e) {
            // said below
        }
        fault(field, "directory.date", Map.of("value", text));
        return otherwise;
    }

    /** What was done under a post or an account before today stays done: no date before {@code earliest} is set. */
    void notBefore(String field, LocalDate day, LocalDate earliest) {
        if (day.isBefore(earliest)) {
            fault(field, "directory.past", Map.of("value", day.toString(), "earliest", earliest.toString()));
        }
    }

    void inOrder(String field, LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            fault(field, "directory.reversed", Map.of("from", from.toString(), "to", to.toString()));
        }
    }

    void fault(String field, String code, Map<String, String> arguments) {
        faults.add(Fault.of("/" + field, code, arguments));
    }

    void faults(List<Fault> found) {
        faults.addAll(found);
    }

    /** @throws org.lianfu.shared.Refused when anything was wrong */
    void mustBeRight() {
        if (!faults.isEmpty()) {
            throw PersonnelRefusals.FAULTY.with(faults);
        }
    }
}
