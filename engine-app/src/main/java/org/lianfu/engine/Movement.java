package org.lianfu.engine;

import java.util.HashMap;
import java.util.Map;
import org.lianfu.flow.CaseRoom;
import org.lianfu.shared.CaseNo;

/**
 * One act of the engine on one case, from the call to its return: what gateways read meanwhile. Facts never become
 * engine variables, so nothing of a case is stored twice and two branches share no row.
 */
public final class Movement implements AutoCloseable {

    private static final ThreadLocal<Movement> CURRENT = new ThreadLocal<>();

    private final CaseNo no;
    private final CaseRoom room;
    private final Movement outer;
    private final Map<String, Object> said = new HashMap<>();
    private Map<String, Object> facts;
    private String end = "";

    private Movement(CaseNo no, CaseRoom room) {
        this.no = no;
        this.room = room;
        this.outer = CURRENT.get();
    }

    static Movement of(CaseNo no, CaseRoom room) {
        Movement movement = new Movement(no, room);
        CURRENT.set(movement);
        return movement;
    }

    /**
     * The act under way on this thread.
     *
     * @throws IllegalStateException when the engine moves a token that no act of ours has asked for
     */
    public static Movement current() {
        Movement movement = CURRENT.get();
        if (movement == null) {
            throw new IllegalStateException("the engine moves a token outside of any act");
        }
        return movement;
    }

    static boolean underWay() {
        return CURRENT.get() != null;
    }

    /** What may be read of the case now; the outcomes and decisions of this act stand over what the house knows. */
    Map<String, Object> facts() {
        if (facts == null) {
            facts = new HashMap<>(room.facts(no));
            facts.putAll(said);
        }
        return facts;
    }

    /** A catalogue activity has worked; facts are read anew, because it may have changed the case. */
    public void worked(String outcome) {
        if (outcome != null) {
            said.put("outcome", outcome);
        }
        facts = null;
    }

    void learned(Map<String, Object> outputs) {
        said.putAll(outputs);
        facts = null;
    }

    void reached(String endEvent) {
        end = endEvent;
    }

    String end() {
        return end;
    }

    @Override
    public void close() {
        if (outer == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(outer);
        }
    }
}
