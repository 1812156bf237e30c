package org.lianfu.application.web;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import org.lianfu.application.ApplicationDesk;
import org.lianfu.http.AccessRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may reach the addresses of this module. */
@Configuration
class ApplicationAccess {

    private static final String[] APPLICANTS = {ApplicationDesk.OPERATOR, ApplicationDesk.SIGNER};

    @Bean
    AccessRule.Rules applicationRules() {
        return AccessRule.Rules.of(
                AccessRule.roles(POST, "/api/v1/applications", APPLICANTS),
                AccessRule.roles(DELETE, "/api/v1/applications/{no}", APPLICANTS),
                AccessRule.roles(PUT, "/api/v1/applications/{no}/answers", APPLICANTS),
                AccessRule.roles(POST, "/api/v1/applications/{no}/attachments", APPLICANTS),
                AccessRule.roles(DELETE, "/api/v1/applications/{no}/attachments/{id}", APPLICANTS),
                AccessRule.roles(POST, "/api/v1/applications/{no}/submission", APPLICANTS),
                AccessRule.roles(POST, "/api/v1/applications/{no}/withdrawal", APPLICANTS),
                AccessRule.roles(POST, "/api/v1/programs/{code}/eligibility", APPLICANTS));
    }
}
