package org.lianfu.credit.web;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import org.lianfu.http.AccessRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may reach the addresses of this module; whether the step is theirs is asked at the desk. */
@Configuration
class CreditAccess {

    @Bean
    AccessRule.Rules creditRules() {
        return AccessRule.Rules.of(
                AccessRule.signedIn(GET, "/api/v1/applications/{no}/credit-summary"),
                AccessRule.signedIn(POST, "/api/v1/applications/{no}/appeal"),
                AccessRule.signedIn(POST, "/api/v1/applications/{no}/drawdowns"),
                AccessRule.signedIn(POST, "/api/v1/applications/{no}/repayments"));
    }
}
