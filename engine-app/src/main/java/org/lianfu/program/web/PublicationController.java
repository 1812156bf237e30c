package org.lianfu.program.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.lianfu.http.AccessRule;
import org.lianfu.http.Idempotent;
import org.lianfu.http.OncePerKey;
import org.lianfu.program.PackDesk;
import org.lianfu.shared.Actor;
import org.lianfu.shared.ProgramRef;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Publishing of a version that waits as a draft, by somebody else than who laid it down. */
@RestController
class PublicationController {

    private static final String PUBLICATION = "/api/v1/programs/{code}/versions/{version}/publication";

    private final PackDesk desk;
    private final Idempotent idempotent;

    PublicationController(PackDesk desk, Idempotent idempotent) {
        this.desk = desk;
        this.idempotent = idempotent;
    }

    record Published(String code, String version, String state, String sha256) {}

    @PostMapping(PUBLICATION)
    @OncePerKey
    ResponseEntity<Published> publish(
            Actor actor, @PathVariable String code, @PathVariable String version, HttpServletRequest request) {
        return idempotent.answer(
                request,
                actor,
                Map.of(),
                () -> new Published(code, version, "PUBLISHED", desk.publish(actor, new ProgramRef(code, version))));
    }

    /** Who may publish. */
    @Configuration(proxyBeanMethods = false)
    static class Access {

        @Bean
        AccessRule.Rules publicationRules() {
            return AccessRule.Rules.of(AccessRule.roles(HttpMethod.POST, PUBLICATION, "POLICY_PUBLISHER"));
        }
    }
}
