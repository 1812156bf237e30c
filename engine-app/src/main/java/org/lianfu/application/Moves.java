package org.lianfu.application;

import java.util.List;
import java.util.Map;
import org.lianfu.shared.Actor;
import org.lianfu.trail.Chain;
import org.lianfu.trail.Recorded;
import org.lianfu.trail.Trail;
import org.springframework.stereotype.Component;

/** Who brought a case to where it stands, and when: what somebody is told whose act came too late. Read from its trail. */
@Component
public class Moves {

    /** Entries that are looked through; a case that waits writes few. */
    private static final int LOOK_BACK = 200;

    private final Trail trail;

    Moves(Trail trail) {
        this.trail = trail;
    }

    /**
     * Arguments of a refusal: {@code no}, {@code status}, {@code who} and {@code when}.
     *
     * @param reader people of other organisations are told to this person as their organisation
     */
    public Map<String, String> told(Application application, Actor reader) {
        Chain chain = application.chain();
        List<Recorded> last = trail.page(chain.subject(), Math.max(0, chain.seq() - LOOK_BACK), LOOK_BACK);
        String status = application.status().name();
        int move = last.size() - 1;
        while (move > 0 && !last.get(move).to().equals(status)) {
            move--;
        }
        Recorded moved = last.get(move);
        // the system moves a case in the same act as the person who decided: then it was that person
        int by = move;
        while (by > 0 && isSystem(last.get(by)) && last.get(by - 1).at().equals(moved.at())) {
            by--;
        }
        Recorded actor = last.get(by);
        String who = isSystem(actor) || actor.org().equals(reader.org()) ? actor.login() : actor.org();
        return Map.of(
                "no",
                application.no().value(),
                "status",
                status,
                "who",
                who,
                "when",
                moved.at().toString());
    }

    private static boolean isSystem(Recorded entry) {
        return entry.login().equals(Actor.SYSTEM.login());
    }
}
