package org.lianfu.outbox.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.lianfu.http.AccessRule;
import org.lianfu.http.Cursor;
import org.lianfu.http.Limit;
import org.lianfu.http.Messages;
import org.lianfu.http.Page;
import org.lianfu.http.Problems;
import org.lianfu.outbox.Incident;
import org.lianfu.outbox.Incidents;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Fault;
import org.lianfu.shared.Refused;
import org.lianfu.shared.Times;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What failed or stays silent, for operators. */
@RestController
@RequestMapping("/api/v1/ops/incidents")
class IncidentController {

    private static final String LIST = "ops.incidents";
    private static final Set<String> STATES = Set.of("open", "all");

    private final Incidents incidents;
    private final Messages messages;

    IncidentController(Incidents incidents, Messages messages) {
        this.incidents = incidents;
        this.messages = messages;
    }

    /** @param state {@code open} (the default) or {@code all} */
    @GetMapping
    Page<Shown> list(
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor,
            Locale locale) {
        if (!STATES.contains(state)) {
            throw new Refused(Problems.MALFORMED, Map.of(), List.of(Fault.of("/state", "incident-state.unknown")));
        }
        int wanted = Limit.of(limit);
        List<String> after = Cursor.read(LIST, cursor);
        List<Incident> oneMore =
                incidents.list(!"all".equals(state), after.isEmpty() ? null : after.get(0), wanted + 1);
        return Page.of(
                oneMore.stream().map(incident -> shown(incident, locale)).toList(),
                wanted,
                incident -> Cursor.write(LIST, incident.id()));
    }

    @PostMapping("/{id}/retry")
    Shown retry(
            Actor actor, @PathVariable String id, @Valid @RequestBody(required = false) Retry request, Locale locale) {
        return shown(incidents.retry(id, actor, request == null ? "" : request.reason()), locale);
    }

    /** Closes as cleared up what needs no second try and holds up no case. */
    @PostMapping("/{id}/closure")
    Shown close(Actor actor, @PathVariable String id, @Valid @RequestBody Closure request, Locale locale) {
        return shown(incidents.clearUp(id, actor, request.reason()), locale);
    }

    /** @param reason what was found out, for the case's trail */
    record Closure(@Size(max = 500) String reason) {}

    /** @param reason why the operator acts, for the case's trail; may be left out */
    record Retry(@Size(max = 500) String reason) {}

    /**
     * @param title the kind in the reader's language
     * @param reason as the other side or the machine said it
     * @param mayClose whether it may be closed as cleared up
     */
    record Shown(
            String id,
            String kind,
            String title,
            String applicationNo,
            String ref,
            String reason,
            int attempts,
            OffsetDateTime openedAt,
            OffsetDateTime closedAt,
            String closedBy,
            boolean mayClose) {}

    private Shown shown(Incident incident, Locale locale) {
        return new Shown(
                incident.id(),
                incident.kind(),
                messages.text("incident." + incident.kind(), locale),
                incident.caseNo(),
                incident.ref(),
                incident.reason(),
                incident.attempts(),
                incident.openedAt().atZone(Times.ZONE).toOffsetDateTime(),
                incident.isOpen()
                        ? null
                        : incident.closedAt().atZone(Times.ZONE).toOffsetDateTime(),
                incident.closedBy(),
                incident.isOpen() && incidents.mayBeClearedUp(incident));
    }

    /** Who may reach these addresses. */
    @Configuration(proxyBeanMethods = false)
    static class Access {

        @Bean
        AccessRule.Rules outboxRules() {
            return AccessRule.Rules.of(
                    AccessRule.roles(HttpMethod.GET, "/api/v1/ops/incidents", "OPERATOR"),
                    AccessRule.roles(HttpMethod.POST, "/api/v1/ops/incidents/{id}/retry", "OPERATOR"),
                    AccessRule.roles(HttpMethod.POST, "/api/v1/ops/incidents/{id}/closure", "OPERATOR"));
        }
    }
}
