package org.lianfu.http;

import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;

/**
 * Who may reach an address. Each module declares a bean {@link Rules} next to its controllers; what no rule names is
 * refused. A rule opens the door of the building: whether this caller may act on this case is the desk's own question.
 *
 * @param method null for every method
 * @param pattern path pattern, for example {@code /api/v1/tasks/{id}/claim} or {@code /tasks/**}
 * @param who open to all, to everybody signed in, or to holders of one of {@code roles}
 */
public record AccessRule(HttpMethod method, String pattern, Who who, Set<String> roles) {

    /** The three degrees of openness. */
    public enum Who {
        ALL,
        SIGNED_IN,
        ROLES
    }

    /** All rules of one module; first match wins inside it, and no two modules name the same path. */
    public record Rules(List<AccessRule> list) {

        public static Rules of(AccessRule... rules) {
            return new Rules(List.of(rules));
        }
    }

    public static AccessRule open(String pattern) {
        return new AccessRule(null, pattern, Who.ALL, Set.of());
    }

    public static AccessRule open(HttpMethod method, String pattern) {
        return new AccessRule(method, pattern, Who.ALL, Set.of());
    }

    public static AccessRule signedIn(String pattern) {
        return new AccessRule(null, pattern, Who.SIGNED_IN, Set.of());
    }

    public static AccessRule signedIn(HttpMethod method, String pattern) {
        return new AccessRule(method, pattern, Who.SIGNED_IN, Set.of());
    }

    public static AccessRule roles(String pattern, String... roles) {
        return new AccessRule(null, pattern, Who.ROLES, Set.of(roles));
    }

    public static AccessRule roles(HttpMethod method, String pattern, String... roles) {
        return new AccessRule(method, pattern, Who.ROLES, Set.of(roles));
    }
}
