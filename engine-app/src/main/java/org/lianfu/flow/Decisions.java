package org.lianfu.flow;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lianfu.shared.ProgramRef;

/** Evaluates the decision tables of a program, and the small conditions of its forms. */
public interface Decisions {

    /**
     * Evaluates one decision table of a program's pinned version.
     *
     * @param decision id of the decision, which is also the file's name without {@code .dmn}
     * @param facts inputs by name; a missing one is null to the table
     * @return the rows that matched, in table order; empty when none did
     * @throws IllegalStateException when the decision does not exist or exceeds its time limit
     */
    List<Row> evaluate(ProgramRef program, String decision, Map<String, Object> facts);

    /**
     * Names that a decision table speaks of in its inputs and cells: what its answer may depend on.
     *
     * @throws IllegalStateException when the decision does not exist
     */
    Set<String> names(ProgramRef program, String decision);

    /**
     * What stands written in a decision table, whatever the facts.
     *
     * @throws IllegalStateException when the decision does not exist
     */
    Written written(ProgramRef program, String decision);

    /**
     * Whether a FEEL condition (without the leading {@code =}) is true; anything but true is false.
     *
     * @throws IllegalArgumentException when the condition cannot be parsed
     */
    boolean holds(String condition, Map<String, Object> facts);

    /**
     * One row of a decision table that matched.
     *
     * @param rule id of the rule
     * @param outputs output values by name; amounts are long fen
     * @param clause the clause that the row cites, from its description ({@code §7 …}); empty when it cites none
     */
    record Row(String rule, Map<String, Object> outputs, String clause) {}

    /**
     * A table as it is written.
     *
     * @param outputs names of its output columns
     * @param rules its rows in their order
     */
    record Written(List<String> outputs, List<Rule> rules) {}

    /**
     * One row as it is written.
     *
     * @param clause the clause that it cites
     * @param code the reason code that it gives; empty when the table gives none, or none that is a literal
     */
    record Rule(String id, String clause, String code) {}
}
