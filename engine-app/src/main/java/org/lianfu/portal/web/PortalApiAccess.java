package org.lianfu.portal.web;

import static org.springframework.http.HttpMethod.GET;

import org.lianfu.http.AccessRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may reach the joined reads over REST; whether a case is theirs is asked when it is opened. */
@Configuration
class PortalApiAccess {

    @Bean
    AccessRule.Rules portalApiRules() {
        return AccessRule.Rules.of(
                AccessRule.signedIn(GET, "/api/v1/applications"),
                AccessRule.signedIn(GET, "/api/v1/applications/{no}"),
                AccessRule.signedIn(GET, "/api/v1/applications/{no}/checklist"),
                AccessRule.signedIn(GET, "/api/v1/applications/{no}/timeline"),
                AccessRule.signedIn(GET, "/api/v1/applications/{no}/diagram"),
                AccessRule.signedIn(GET, "/api/v1/applications/{no}/trail"),
                AccessRule.signedIn(GET, "/api/v1/applications/{no}/attachments/{id}"),
                AccessRule.signedIn(GET, "/api/v1/tasks"),
                AccessRule.signedIn(GET, "/api/v1/tasks/count"));
    }
}
