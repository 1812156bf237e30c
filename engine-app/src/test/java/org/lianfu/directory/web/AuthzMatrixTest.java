package org.lianfu.directory.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianfu.directory.Directory;
import org.lianfu.directory.Persona;
import org.lianfu.http.AccessRule;
import org.lianfu.testing.Caller;
import org.lianfu.testing.Caller.Answer;
import org.lianfu.testing.OnH2;
import org.lianfu.testing.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.server.PathContainer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may reach what: {@code authz-matrix.yml} lists who may, each role asks for each endpoint by a real request, and
 * whoever is not listed is refused. Endpoints are those the running house has, so none can be forgotten.
 */
@WholeHouse
@OnH2(shared = "house")
class AuthzMatrixTest {

    private static final String ANONYMOUS = "ANONYMOUS";
    /** After these the caller is nobody any more. */
    private static final Set<String> ENDS_THE_CALLER = Set.of("DELETE /api/v1/tokens/current", "POST /logout");

    @LocalServerPort
    int port;

    @Autowired
    Map<String, RequestMappingInfoHandlerMapping> mappings;

    @Autowired
    List<AccessRule.Rules> rules;

    @Autowired
    Directory directory;

    @Autowired
    JdbcTemplate sql;

    private final Map<String, Set<String>> matrix = readMatrix();
    private final Map<String, Caller> callers = new TreeMap<>();
    private final Map<Caller, String> csrf = new HashMap<>();
    private Map<String, String> personaOf;

    private static Map<String, Set<String>> readMatrix() {
        try (InputStream file = AuthzMatrixTest.class.getResourceAsStream("/authz-matrix.yml")) {
            Map<String, Set<String>> rows = new LinkedHashMap<>();
            JsonNode tree = new YAMLMapper().readTree(file);
            tree.fields().forEachRemaining(row -> {
                Set<String> may = new LinkedHashSet<>();
                row.getValue().forEach(role -> may.add(role.asText()));
                rows.put(row.getKey(), may);
            });
            return rows;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The classes that share this house come in from the same address. */
    @AfterEach
    void nobodyWaits() {
        sql.update("delete from dir_attempt");
    }

    @BeforeEach
    void onePersonaForEachRole() {
        sql.update("delete from dir_attempt");
        personaOf = new LinkedHashMap<>();
        personaOf.put(ANONYMOUS, "");
        for (Persona persona : directory.personas()) {
            if (persona.roles().size() == 1) {
                personaOf.putIfAbsent(persona.roles().get(0), persona.login());
            }
        }
        directory.personas().forEach(persona -> persona.roles()
                .forEach(role -> personaOf.putIfAbsent(role, persona.login())));
    }

    private Set<String> endpoints() {
        Set<String> endpoints = new TreeSet<>();
        for (RequestMappingInfoHandlerMapping mapping : mappings.values()) {
            for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
                Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
                for (PathPattern pattern : info.getPathPatternsCondition().getPatterns()) {
                    if (methods.isEmpty()) {
                        endpoints.add("GET " + pattern);
                        endpoints.add("POST " + pattern);
                    }
                    methods.forEach(method -> endpoints.add(method + " " + pattern));
                }
            }
        }
        endpoints.add("POST /login");
        endpoints.add("POST /logout");
        return endpoints;
    }

    @Test
    void everyEndpointHasARowAndEveryRowAnEndpoint() {
        Set<String> noRow = endpoints();
        noRow.removeAll(matrix.keySet());
        assertThat(noRow)
                .as("endpoints without a row in authz-matrix.yml: add a line that lists who may")
                .isEmpty();
        Set<String> noEndpoint = new TreeSet<>(matrix.keySet());
        noEndpoint.removeAll(endpoints());
        assertThat(noEndpoint)
                .as("rows of authz-matrix.yml without an endpoint")
                .isEmpty();
    }

    @Test
    void everyRoleOfTheMatrixIsHeldBySomebody() {
        Set<String> known = new TreeSet<>(personaOf.keySet());
        known.add("ALL");
        known.add("SIGNED_IN");
        matrix.forEach((row, may) -> assertThat(known).as(row).containsAll(may));
    }

    @Test
    void everyCellIsAskedAndWhoIsNotListedIsRefused() {
        List<String> wrong = new ArrayList<>();
        for (String endpoint : endpoints()) {
            Set<String> may = matrix.getOrDefault(endpoint, Set.of());
            for (String role : personaOf.keySet()) {
                boolean allowed = may.contains("ALL")
                        || may.contains("SIGNED_IN") && !role.equals(ANONYMOUS)
                        || may.contains(role)
                        || !role.equals(ANONYMOUS) && holdsOneOf(role, may);
                String fault = fault(endpoint, role, allowed);
                if (!fault.isEmpty()) {
                    wrong.add(endpoint + " as " + role + ": " + fault);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private boolean holdsOneOf(String role, Set<String> may) {
        return directory.actor(personaOf.get(role)).roles().stream().anyMatch(may::contains);
    }

    /** What is wrong with the answer; empty when it is as it should be. */
    private String fault(String endpoint, String role, boolean allowed) {
        String method = endpoint.substring(0, endpoint.indexOf(' '));
        String path = sample(endpoint.substring(endpoint.indexOf(' ') + 1));
        boolean api = path.startsWith("/api/") || path.startsWith("/actuator");
        Caller caller = callers.computeIfAbsent((api ? "api " : "page ") + role, key -> caller(role, api));
        Answer answer = api ? api(caller, method, path) : page(caller, method, path);
        if (ENDS_THE_CALLER.contains(endpoint)) {
            callers.remove((api ? "api " : "page ") + role);
        }
        boolean turnedAway = answer.status() == 302 && answer.header("Location").contains("/login");
        if (endpoint.equals("POST /login") || endpoint.equals("POST /logout")) {
            return answer.status() == 302 ? "" : "answered " + answer.status();
        }
        if (answer.status() >= 500) {
            return "failed with " + answer.status();
        }
        if (allowed) {
            // an object that is not there is 404 for those who may, too
            boolean refused = answer.status() == 401 || answer.status() == 403 || turnedAway;
            return refused && !endpoint.equals("POST /api/v1/tokens") ? "may, but got " + answer.status() : "";
        }
        return answer.status() == refusal(endpoint, role, api) ? "" : "may not, but got " + answer.status();
    }

    /**
     * How somebody who is not listed is turned away: before anything is looked up, so not by the 404 of an object that is
     * not there. An address that nobody may use is not there.
     */
    private int refusal(String endpoint, String role, boolean api) {
        if (matrix.getOrDefault(endpoint, Set.of()).isEmpty()) {
            return 404;
        }
        return role.equals(ANONYMOUS) ? api ? 401 : 302 : 403;
    }

    /** A listed role must find an open door: the 404 of an address that no rule names looks like that of a missing case. */
    @Test
    void everyRowThatListsSomebodyHasARule() {
        PathPatternParser parser = new PathPatternParser();
        Set<String> closed = new TreeSet<>();
        matrix.forEach((endpoint, may) -> {
            String method = endpoint.substring(0, endpoint.indexOf(' '));
            PathContainer path = PathContainer.parsePath(sample(endpoint.substring(endpoint.indexOf(' ') + 1)));
            boolean named = rules.stream()
                    .flatMap(module -> module.list().stream())
                    .anyMatch(rule ->
                            (rule.method() == null || rule.method().name().equals(method))
                                    && parser.parse(rule.pattern()).matches(path));
            if (!named && !may.isEmpty() && !endpoint.equals("POST /logout")) {
                closed.add(endpoint);
            }
        });
        assertThat(closed).isEmpty();
    }

    private Caller caller(String role, boolean api) {
        if (role.equals(ANONYMOUS)) {
            return new Caller(port);
        }
        return api ? Caller.api(port, personaOf.get(role)) : Caller.browser(port, personaOf.get(role));
    }

    private static Answer api(Caller caller, String method, String path) {
        return method.equals("GET") || method.equals("DELETE")
                ? caller.send(method, path, null, "Accept", "application/json")
                : caller.send(method, path, "{}", "Content-Type", "application/json");
    }

    private Answer page(Caller caller, String method, String path) {
        return method.equals("GET")
                ? caller.get(path, "Accept", "text/html")
                : caller.form(
                        path, csrf.computeIfAbsent(caller, one -> one.csrf("/login")), Map.of(), "Accept", "text/html");
    }

    private static String sample(String pattern) {
        return pattern.replace("{no}", "IPP-2026-430204-999999")
                .replace("{code}", "loan-ip-pledge")
                .replaceAll("\\{\\*?\\w+}", "0190a000-0000-7000-8000-000000000000")
                .replace("/**", "/x");
    }

    @Test
    void everyRuleOpensSomethingThatIsThere() {
        Set<String> paths = new TreeSet<>();
        endpoints().forEach(endpoint -> paths.add(endpoint.substring(endpoint.indexOf(' ') + 1)));
        for (AccessRule.Rules module : rules) {
            for (AccessRule rule : module.list()) {
                boolean asset = rule.pattern().endsWith("/**") || rule.pattern().endsWith("favicon.ico");
                boolean health = rule.pattern().startsWith("/actuator/health");
                assertThat(asset || health || paths.contains(rule.pattern()))
                        .as("rule for " + rule.method() + " " + rule.pattern() + ", which is not there")
                        .isTrue();
            }
        }
    }
}
