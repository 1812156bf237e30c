package org.lianfu.flow;

import java.util.List;
import java.util.Map;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.ProgramRef;

/**
 * Moves the tokens of a case. Every method runs inside the caller's transaction, reads facts from {@link CaseRoom} and
 * reports every arrival, departure and end to it before returning. The caller has locked the case row first.
 */
public interface Flow {

    /** Puts the case at the start of its program and lets it run to the first places where it waits. */
    void start(CaseNo no, ProgramRef program);

    /**
     * Lets the token leave its place.
     *
     * @throws IllegalStateException when the token is not waiting any more
     */
    void complete(CaseNo no, String tokenId);

    /** Fires the boundary timer {@code timer} of the place where the token waits; an interrupting one closes the place. */
    void timeout(CaseNo no, String tokenId, String timer);

    /**
     * Moves the whole case back to a place that it has passed; every other open place is closed.
     *
     * @throws org.lianfu.shared.Refused when the target cannot be returned to safely
     */
    void sendBack(CaseNo no, String element);

    /** Takes the case out of the engine; every open place is closed. Silent when the case is not in the engine. */
    void cancel(CaseNo no);

    /**
     * Moves a running case to another version of its program.
     *
     * @param renamed element of the old version to element of the new one, only for those whose id changed
     * @throws org.lianfu.shared.Refused when the two models do not allow it
     */
    void migrate(CaseNo no, ProgramRef to, Map<String, String> renamed);

    /** The places where the case waits, as the engine has them. */
    List<Token> waiting(CaseNo no);
}
