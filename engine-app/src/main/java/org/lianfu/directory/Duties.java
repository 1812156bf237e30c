package org.lianfu.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lianfu.shared.Words;
import org.springframework.stereotype.Component;

/**
 * The roles (岗位) and which of them one person must not have acted in together in one case (不相容岗位). Data, in
 * {@code sql/data/duties.yaml}, each pair with the rule it rests on; a pair holds both ways.
 */
@Component
public class Duties {

    private static final String ANY = "*";

    private final Map<String, Words> roles = new LinkedHashMap<>();
    private final List<Exclusion> exclusions;

    /**
     * @param standing whether nobody may hold both posts at the same time, whatever the case
     * @param source the rule it rests on
     */
    record Exclusion(String role, Set<String> excludes, boolean standing, String source) {

        boolean forbids(String one, String other) {
            return !one.equals(other) && (names(one, other) || names(other, one));
        }

        private boolean names(String one, String other) {
            return role.equals(one) && (excludes.contains(other) || excludes.contains(ANY));
        }
    }

    public Duties() {
        JsonNode file = read();
        file.path("roles")
                .forEach(role -> roles.put(
                        role.path("code").asText(),
                        new Words(role.path("zh").asText(), role.path("en").asText())));
        YAMLMapper yaml = new YAMLMapper();
        List<Exclusion> list = new java.util.ArrayList<>();
        file.path("exclusions").forEach(line -> {
            Set<String> excludes = Set.of(yaml.convertValue(line.path("excludes"), String[].class));
            list.add(new Exclusion(
                    line.path("role").asText(),
                    excludes,
                    line.path("standing").asBoolean(),
                    line.path("source").asText()));
        });
        exclusions = List.copyOf(list);
        check();
    }

    private static JsonNode read() {
        try (InputStream file = Duties.class.getResourceAsStream("/sql/data/duties.yaml")) {
            return new YAMLMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void check() {
        for (Exclusion exclusion : exclusions) {
            for (String role : exclusion.excludes()) {
                if (!roles.containsKey(exclusion.role()) || !ANY.equals(role) && !roles.containsKey(role)) {
                    throw new IllegalStateException("duties.yaml: unknown role in " + exclusion);
                }
            }
        }
    }

    /** The role among {@code others} that the same person must not combine with {@code role} in one case, if any. */
    public Optional<String> conflict(String role, Collection<String> others) {
        return others.stream()
                .filter(other -> exclusions.stream().anyMatch(exclusion -> exclusion.forbids(role, other)))
                .findFirst();
    }

    /** Whether nobody may hold both posts on the same day 三员分立. */
    public boolean areHeldApart(String role, String other) {
        return exclusions.stream().anyMatch(exclusion -> exclusion.standing() && exclusion.forbids(role, other));
    }

    /** The rule that keeps the two roles apart; empty when none does. */
    public String source(String role, String other) {
        return exclusions.stream()
                .filter(exclusion -> exclusion.forbids(role, other))
                .findFirst()
                .map(Exclusion::source)
                .orElse("");
    }

    public boolean isRole(String code) {
        return roles.containsKey(code);
    }

    /** What people call the role; its code where the catalogue does not have it. */
    public Words title(String role) {
        return roles.getOrDefault(role, new Words(role, role));
    }

    public Set<String> roles() {
        return roles.keySet();
    }
}
