package org.lianfu.review.web;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import org.lianfu.application.ApplicationDesk;
import org.lianfu.http.AccessRule;
import org.lianfu.review.NoticeDesk;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may reach the addresses of this module; whether a task is theirs is asked at the desk. */
@Configuration
class ReviewAccess {

    @Bean
    AccessRule.Rules reviewRules() {
        return AccessRule.Rules.of(
                AccessRule.signedIn(GET, "/api/v1/tasks/{id}"),
                AccessRule.signedIn(POST, "/api/v1/tasks/{id}/claim"),
                AccessRule.signedIn(DELETE, "/api/v1/tasks/{id}/claim"),
                AccessRule.signedIn(POST, "/api/v1/tasks/{id}/completion"),
                AccessRule.signedIn(POST, "/api/v1/tasks/{id}/supplement-request"),
                AccessRule.signedIn(POST, "/api/v1/tasks/{id}/attachments"),
                AccessRule.signedIn(POST, "/api/v1/tasks/{id}/recusal"),
                AccessRule.signedIn(POST, "/api/v1/tasks/{id}/further-seat"),
                AccessRule.signedIn(POST, "/api/v1/tasks/{id}/vote-end"),
                AccessRule.roles(GET, "/api/v1/calendar/years", NoticeDesk.ADMINISTRATOR),
                AccessRule.roles(POST, "/api/v1/calendar/notices/preview", NoticeDesk.ADMINISTRATOR),
                AccessRule.roles(POST, "/api/v1/calendar/notices", NoticeDesk.ADMINISTRATOR),
                AccessRule.roles(
                        POST,
                        "/api/v1/applications/{no}/supplement",
                        ApplicationDesk.OPERATOR,
                        ApplicationDesk.SIGNER));
    }
}
