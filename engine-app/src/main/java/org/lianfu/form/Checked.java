package org.lianfu.form;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lianfu.shared.Fault;

/**
 * Answers typed, and everything that is wrong with them.
 *
 * @param answers money as Long fen, numbers as Long or BigDecimal, dates as ISO text, a checkbox as Boolean, a checklist as
 *     list of texts, a dynamic list as list of maps; only what is shown and right
 * @param faults all of them in the form's order, warnings too
 * @param hidden ids of the rows that the conditions hide (see {@link Row#id})
 */
public record Checked(Map<String, Object> answers, List<Fault> faults, Set<String> hidden) {

    /** Faults that stop the act: all but the warnings. */
    public List<Fault> refusing() {
        return faults.stream().filter(fault -> !fault.warning()).toList();
    }

    public boolean ok() {
        return refusing().isEmpty();
    }

    /** Whether a key was given that the form does not have: the request is malformed, not wrong. */
    public List<Fault> unknown() {
        return faults.stream()
                .filter(fault -> fault.code().equals(Form.UNKNOWN))
                .toList();
    }
}
