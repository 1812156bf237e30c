package org.lianfu.review;

import java.util.Set;
import org.lianfu.application.Application;
import org.lianfu.program.RoleDef;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Audience;
import org.lianfu.shared.CaseNo;

/**
 * What a step is and where it stands.
 *
 * @param element id of the user task, or {@link #SUPPLEMENT}
 * @param token where the engine waits; null for a step that no diagram draws
 * @param org organisation whose post works here
 * @param role role of that post 岗位
 * @param phase status the case has while this step is open
 * @param audience who may read what is recorded here
 * @param askedFor for a supplement: the step that waits for the answer; else null
 */
public record Place(
        String id,
        CaseNo caseNo,
        String element,
        String token,
        String org,
        String role,
        String phase,
        Set<Audience> audience,
        String askedFor) {

    /** A request to the applicant for more material 补充资料: a step that every program has and no diagram draws. */
    public static final String SUPPLEMENT = "supplement";

    /** Role of the people who keep the house running. */
    static final String OPERATOR = "OPERATOR";

    public boolean isSupplement() {
        return askedFor != null;
    }

    /** The post whose holders may act, as the inbox names it. */
    public String post() {
        return post(org, role);
    }

    public static String post(String org, String role) {
        return org + "/" + role;
    }

    boolean isOf(Actor actor) {
        return isOutside()
                ? actor.isSystem() || actor.has(OPERATOR)
                : actor.org().equals(org) && actor.has(role);
    }

    /** An answer from outside is awaited here; an operator records it by hand when it does not come. */
    public boolean isOutside() {
        return RoleDef.SYSTEM.equals(org);
    }

    /** Whether this person may work on seats of a post, as {@link #post()} names it. */
    static boolean mayWork(Actor actor, String post) {
        return post.startsWith(RoleDef.SYSTEM + "/")
                ? actor.has(OPERATOR)
                : actor.roles().stream().anyMatch(role -> post.equals(post(actor.org(), role)));
    }

    /** Whether officers work here: neither the applicant's own people nor the outside. */
    public boolean isOfficersIn(Application application) {
        return !isOutside() && !org.equals(application.org());
    }

    /** Whether the step exists for this person at all; for other organisations it does not. */
    boolean isVisibleTo(Actor actor) {
        return isOutside()
                ? actor.isSystem() || actor.has(OPERATOR)
                : actor.org().equals(org);
    }

    Place renamed(String to) {
        return new Place(id, caseNo, to, token, org, role, phase, audience, askedFor);
    }
}
