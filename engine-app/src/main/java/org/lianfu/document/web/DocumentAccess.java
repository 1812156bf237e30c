package org.lianfu.document.web;

import static org.springframework.http.HttpMethod.GET;

import org.lianfu.http.AccessRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may reach the documents; whether a case and a document are theirs is asked when they are opened. */
@Configuration(proxyBeanMethods = false)
class DocumentAccess {

    @Bean
    AccessRule.Rules documentRules() {
        return AccessRule.Rules.of(
                AccessRule.signedIn(GET, "/api/v1/applications/{no}/documents"),
                AccessRule.signedIn(GET, "/api/v1/applications/{no}/documents/{id}"));
    }
}
