package org.lianfu.flow;

import java.util.Map;
import java.util.Set;
import org.lianfu.shared.CaseNo;

/**
 * What a moving token tells the house, in the same transaction. An interface so that the engine module can be tested,
 * measured and replaced without the house above it (docs/adr/0005-engine-as-token-mover.md).
 */
public interface CaseRoom {

    /** Everything a gateway or a decision may read of the case at this moment, by fact name. */
    Map<String, Object> facts(CaseNo no);

    /**
     * What the house knows beside the case and a decision table speaks of, such as the limits of the bank that holds it.
     *
     * @param names that the table's inputs and cells speak of
     */
    default Map<String, Object> standing(CaseNo no, Set<String> names) {
        return Map.of();
    }

    /** A decision of the program has spoken: its outputs become facts of the case. */
    void learned(CaseNo no, Map<String, Object> facts);

    /**
     * One row of a table that decides alone has spoken; told before its outputs are learned.
     *
     * @param names as for {@link #standing}
     */
    default void decided(CaseNo no, String decision, Set<String> names, String rule, Map<String, Object> outputs) {}

    /** A token has arrived at a user task and waits there. */
    void opened(CaseNo no, Token token);

    /** A waiting token has been closed by a timer, a return, a cancellation: nobody completed it. */
    void closed(CaseNo no, Token token);

    /** A waiting token stands under another element name after a migration. */
    void renamed(CaseNo no, Token token);

    /** The last token has reached the end event {@code element}. */
    void ended(CaseNo no, String element);
}
