package org.lianfu.directory;

import java.util.List;
import org.lianfu.shared.Actor;

/**
 * The three administrators 三员: who looks after organisations and people, who grants posts and limits and opens sign-in,
 * and who watches both. They exclude one another ({@code duties.yaml}, standing). The city's sit at the platform and see
 * every organisation; a bank or bureau may have a security administrator of its own, who sees that one
 * (docs/adr/0027-three-administrators.md).
 */
public final class Administrators {

    /** 系统管理员: enters, corrects and ends people. */
    public static final String SYSTEM = "SYS_ADMIN";

    /** 安全保密管理员: gives and ends posts, opens and closes sign-in, sets limits of authority. */
    public static final String SECURITY = "SEC_ADMIN";

    /** 安全审计员: reads every change and its chain, and changes nothing. */
    public static final String AUDIT = "AUDIT_ADMIN";

    /** The organisation that runs the house for the city. */
    public static final String PLATFORM = "PLATFORM";

    static final List<String> ALL = List.of(SYSTEM, SECURITY, AUDIT);

    private Administrators() {}

    /** Whether this administrator may look at people and changes of the organisation. */
    static boolean sees(Actor actor, String org) {
        return isOfCity(actor) && ALL.stream().anyMatch(actor::has)
                || actor.has(SECURITY) && actor.org().equals(org);
    }

    /** Whether this administrator sees every organisation. */
    static boolean isOfCity(Actor actor) {
        return actor.org().equals(PLATFORM);
    }

    /** Whether the role is one that only the platform gives: an organisation of its own has only the security one. */
    static boolean isOfCityOnly(String role) {
        return SYSTEM.equals(role) || AUDIT.equals(role);
    }
}
