package org.lianfu.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.lianfu.directory.SignedIn;
import org.lianfu.http.AccessRule;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Decides who may reach an address, by the rules that the modules declare beside their controllers. The most specific
 * pattern wins; what no rule names does not exist, whoever asks.
 */
@Component
class Doors implements AuthorizationManager<RequestAuthorizationContext> {

    private static final String DECISION = Doors.class.getName() + ".decision";

    private final List<Door> doors = new ArrayList<>();

    private record Door(AccessRule rule, PathPattern pattern) {

        boolean opensFor(String method) {
            return rule.method() == null
                    || rule.method().name().equals(method)
                    || rule.method() == HttpMethod.GET && "HEAD".equals(method);
        }
    }

    /** What was decided. */
    enum Ruling {
        GRANTED,
        NOT_SIGNED_IN,
        FORBIDDEN,
        NO_SUCH_ADDRESS,
        WRONG_METHOD
    }

    /** The decision with its reason; {@code allowed} lists the methods of an address asked with another one. */
    static final class Decision extends AuthorizationDecision {

        private static final long serialVersionUID = 1L;

        final Ruling ruling;
        final String allowed;

        Decision(Ruling ruling, String allowed) {
            super(ruling == Ruling.GRANTED);
            this.ruling = ruling;
            this.allowed = allowed;
        }
    }

    Doors(List<AccessRule.Rules> modules) {
        PathPatternParser parser = new PathPatternParser();
        for (AccessRule.Rules rules : modules) {
            rules.list().forEach(rule -> doors.add(new Door(rule, parser.parse(rule.pattern()))));
        }
        doors.sort(Comparator.comparing(Door::pattern));
    }

    @Override
    public AuthorizationDecision check(Supplier<Authentication> who, RequestAuthorizationContext context) {
        Decision decision = decide(who, context.getRequest());
        context.getRequest().setAttribute(DECISION, decision); // the entry points are not told it otherwise
        return decision;
    }

    /** What was decided about this request; {@code otherwise} when it was not the doors who refused. */
    static Decision decided(HttpServletRequest request, Ruling otherwise) {
        return request.getAttribute(DECISION) instanceof Decision decision && decision.ruling != Ruling.GRANTED
                ? decision
                : new Decision(otherwise, "");
    }

    /** Whether any rule names this address, for whatever method. */
    boolean isThere(HttpServletRequest request) {
        return !here(request).isEmpty();
    }

    private List<Door> here(HttpServletRequest request) {
        PathContainer path = ServletRequestPathUtils.parseAndCache(request).pathWithinApplication();
        return doors.stream().filter(door -> door.pattern().matches(path)).toList();
    }

    private Decision decide(Supplier<Authentication> who, HttpServletRequest request) {
        List<Door> here = here(request);
        if (here.isEmpty()) {
            return new Decision(Ruling.NO_SUCH_ADDRESS, "");
        }
        return here.stream()
                .filter(door -> door.opensFor(request.getMethod()))
                .findFirst()
                .map(door -> new Decision(ruling(door.rule(), who), ""))
                .orElseGet(() -> new Decision(Ruling.WRONG_METHOD, methods(here)));
    }

    private static Ruling ruling(AccessRule rule, Supplier<Authentication> who) {
        if (rule.who() == AccessRule.Who.ALL) {
            return Ruling.GRANTED;
        }
        Authentication caller = who.get();
        if (!(caller instanceof SignedIn person)) {
            return Ruling.NOT_SIGNED_IN;
        }
        boolean may = rule.who() == AccessRule.Who.SIGNED_IN
                || rule.roles().stream().anyMatch(role -> person.getPrincipal().has(role));
        return may ? Ruling.GRANTED : Ruling.FORBIDDEN;
    }

    private static String methods(List<Door> here) {
        TreeSet<String> names = new TreeSet<>();
        here.forEach(door -> names.add(door.rule().method().name()));
        return String.join(", ", names);
    }
}
