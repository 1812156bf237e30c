package org.lianfu.portal.web;

import static org.lianfu.http.AccessRule.open;
import static org.lianfu.http.AccessRule.roles;
import static org.lianfu.http.AccessRule.signedIn;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import org.lianfu.application.ApplicationDesk;
import org.lianfu.directory.Administrators;
import org.lianfu.http.AccessRule;
import org.lianfu.review.NoticeDesk;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may reach the pages; whether a case or a task is theirs is asked when it is opened. */
@Configuration(proxyBeanMethods = false)
class PortalPagesAccess {

    private static final String[] APPLICANT = {ApplicationDesk.OPERATOR, ApplicationDesk.SIGNER};

    static final String[] POOL = {
        "INITIAL_REVIEWER", "APPROVER", "FINANCE_AUDITOR", "TREASURY_PAYER_MAKER", "BANK_POSTLOAN"
    };

    static final String[] ADMINISTRATORS = {Administrators.SYSTEM, Administrators.SECURITY, Administrators.AUDIT};

    @Bean
    AccessRule.Rules portalPageRules() {
        return AccessRule.Rules.of(
                open(GET, "/"),
                open(GET, "/login"),
                open(POST, "/login"),
                open(POST, "/logout"),
                open(GET, "/programs"),
                open(GET, "/programs/{code}"),
                open(GET, "/programs/{code}/diagram.bpmn"),
                open(GET, "/verify/{no}/{seq}/{hash}"),
                signedIn(GET, "/kept"),
                signedIn(GET, "/settings/password"),
                signedIn(POST, "/settings/password"),
                roles(POST, "/applications", APPLICANT),
                roles(GET, "/applications/{no}", APPLICANT),
                roles(GET, "/applications/{no}/s/{section}", APPLICANT),
                roles(POST, "/applications/{no}/s/{section}", APPLICANT),
                roles(POST, "/applications/{no}/s/{section}/autosave", APPLICANT),
                roles(GET, "/applications/{no}/documents", APPLICANT),
                roles(POST, "/applications/{no}/documents", APPLICANT),
                roles(POST, "/applications/{no}/documents/{id}/deletion", APPLICANT),
                roles(GET, "/applications/{no}/check", APPLICANT),
                roles(POST, "/applications/{no}/check", APPLICANT),
                roles(GET, "/applications/{no}/receipt", APPLICANT),
                roles(POST, "/applications/{no}/deletion", APPLICANT),
                signedIn(GET, "/cases"),
                signedIn(GET, "/cases/{no}"),
                signedIn(GET, "/cases/{no}/diagram.bpmn"),
                signedIn(GET, "/cases/{no}/credit-summary"),
                signedIn(GET, "/cases/{no}/files/{id}"),
                signedIn(GET, "/cases/{no}/documents/{id}"),
                roles(GET, "/cases/{no}/withdrawal", APPLICANT),
                roles(POST, "/cases/{no}/withdrawal", APPLICANT),
                roles(GET, "/cases/{no}/supplement", APPLICANT),
                roles(POST, "/cases/{no}/supplement", APPLICANT),
                roles(POST, "/cases/{no}/supplement/files", APPLICANT),
                roles(POST, "/cases/{no}/supplement/files/{id}/deletion", APPLICANT),
                signedIn(GET, "/tasks"),
                signedIn(GET, "/tasks/{id}"),
                signedIn(POST, "/tasks/{id}/claim"),
                signedIn(POST, "/tasks/{id}/release"),
                signedIn(POST, "/tasks/{id}/preview"),
                signedIn(POST, "/tasks/{id}/completion"),
                signedIn(POST, "/tasks/{id}/supplement-request"),
                signedIn(POST, "/tasks/{id}/files"),
                signedIn(POST, "/tasks/{id}/recusal"),
                signedIn(POST, "/tasks/{id}/further-seat"),
                signedIn(POST, "/tasks/{id}/vote-end"),
                roles(GET, "/admin/calendar", NoticeDesk.ADMINISTRATOR),
                roles(POST, "/admin/calendar/preview", NoticeDesk.ADMINISTRATOR),
                roles(POST, "/admin/calendar/notices", NoticeDesk.ADMINISTRATOR),
                roles(GET, "/admin/directory", ADMINISTRATORS),
                roles(POST, "/admin/directory/people", Administrators.SYSTEM),
                roles(GET, "/admin/directory/people/{login}", ADMINISTRATORS),
                roles(POST, "/admin/directory/people/{login}/correction", Administrators.SYSTEM),
                roles(POST, "/admin/directory/people/{login}/posts", Administrators.SECURITY),
                roles(POST, "/admin/directory/people/{login}/posts/{role}/end", Administrators.SECURITY),
                roles(POST, "/admin/directory/people/{login}/sign-in", Administrators.SECURITY),
                roles(GET, "/admin/directory/limits/{bank}", ADMINISTRATORS),
                roles(POST, "/admin/directory/limits/{bank}/proposals", Administrators.SECURITY),
                roles(POST, "/admin/directory/limits/{bank}/{id}/confirmation", Administrators.SECURITY),
                roles(POST, "/admin/directory/limits/{bank}/{id}/refusal", Administrators.SECURITY),
                roles(GET, "/pool", POOL),
                roles(POST, "/pool/movements", "TREASURY_PAYER_MAKER"),
                roles(POST, "/pool/npl-reports", "BANK_POSTLOAN"),
                roles(POST, "/pool/batches", "INITIAL_REVIEWER"),
                roles(POST, "/pool/batches/{id}/refusals", "INITIAL_REVIEWER"),
                roles(POST, "/pool/batches/{id}/filing", "INITIAL_REVIEWER"),
                roles(POST, "/pool/batches/{id}/approval", "APPROVER"),
                roles(POST, "/pool/revocations", "INITIAL_REVIEWER"),
                roles(GET, "/ops/incidents", "OPERATOR"),
                roles(POST, "/ops/incidents/{id}/retry", "OPERATOR"),
                roles(POST, "/ops/incidents/{id}/closure", "OPERATOR"));
    }
}
