package org.lianfu.shared;

import java.util.Set;

/**
 * Who acts: a person in an organisation with the roles held at this moment, or the system itself.
 *
 * @param login the person's login; {@code system} for automatic and timed-out acts
 * @param org code of the organisation the person acts for
 * @param roles role codes held now, for example {@code BANK_APPROVER}
 * @param auth how the person proved to be it: {@code pwd}, {@code token}, {@code system}
 */
public record Actor(String login, String org, Set<String> roles, String auth) {

    public static final Actor SYSTEM = new Actor("system", "SYSTEM", Set.of("SYSTEM"), "system");

    public Actor {
        roles = Set.copyOf(roles);
    }

    public boolean has(String role) {
        return roles.contains(role);
    }

    public boolean isSystem() {
        return "system".equals(login);
    }
}
