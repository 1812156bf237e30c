package org.lianfu.directory.web;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import org.lianfu.directory.Administrators;
import org.lianfu.directory.Limits;
import org.lianfu.directory.LimitsBook;
import org.lianfu.directory.LimitsDesk;
import org.lianfu.http.AccessRule;
import org.lianfu.http.Idempotent;
import org.lianfu.http.OncePerKey;
import org.lianfu.http.Page;
import org.lianfu.shared.Actor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A bank's limits of credit authority over REST: proposed by one security administrator, confirmed or refused by another. */
@RestController
@RequestMapping("/api/v1/directory/banks/{bank}/limits")
class LimitsController {

    private final LimitsDesk limits;
    private final LimitsBook book;
    private final Idempotent idempotent;

    LimitsController(LimitsDesk limits, LimitsBook book, Idempotent idempotent) {
        this.limits = limits;
        this.book = book;
        this.idempotent = idempotent;
    }

    /** Amounts in yuan; @param state {@code PROPOSED}, {@code IN_FORCE} or {@code REFUSED} */
    record Shown(
            String id,
            String bank,
            String program,
            String branch,
            String city,
            String committee,
            LocalDate from,
            String source,
            String state,
            String proposedBy,
            Instant proposedAt,
            String decidedBy,
            Instant decidedAt,
            String sha256) {

        static Shown of(Limits l) {
            return new Shown(
                    l.id(),
                    l.bank(),
                    l.program(),
                    l.branch().yuan(),
                    l.city().yuan(),
                    l.committee().yuan(),
                    l.from(),
                    l.source(),
                    l.state().name(),
                    l.proposedBy(),
                    l.proposedAt(),
                    l.decidedBy(),
                    l.decidedAt(),
                    l.sha256());
        }
    }

    @GetMapping
    Page<Shown> limits(Actor actor, @PathVariable String bank) {
        return Page.whole(book.ofBank(actor, bank).stream().map(Shown::of).toList());
    }

    record NewLimits(
            String program, String branch, String city, String committee, String from, String source, String reason) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @OncePerKey
    ResponseEntity<Shown> propose(
            Actor actor, @PathVariable String bank, @RequestBody NewLimits body, HttpServletRequest request) {
        LimitsDesk.NewLimits typed = new LimitsDesk.NewLimits(
                body.program(), body.branch(), body.city(), body.committee(), body.from(), body.source());
        return idempotent.answer(
                request,
                actor,
                body,
                HttpStatus.CREATED,
                () -> Shown.of(limits.propose(actor, bank, typed, body.reason())));
    }

    record Why(String reason) {}

    @PostMapping("/{id}/confirmation")
    @OncePerKey
    ResponseEntity<Shown> confirm(
            Actor actor,
            @PathVariable String bank,
            @PathVariable String id,
            @RequestBody Why body,
            HttpServletRequest request) {
        return idempotent.answer(request, actor, body, () -> Shown.of(limits.confirm(actor, bank, id, body.reason())));
    }

    @PostMapping("/{id}/refusal")
    @OncePerKey
    ResponseEntity<Shown> refuse(
            Actor actor,
            @PathVariable String bank,
            @PathVariable String id,
            @RequestBody Why body,
            HttpServletRequest request) {
        return idempotent.answer(request, actor, body, () -> Shown.of(limits.refuse(actor, bank, id, body.reason())));
    }

    /** Who may reach these addresses; whose bank it is, is asked at the desk. */
    @Configuration(proxyBeanMethods = false)
    static class Access {

        private static final String PATH = "/api/v1/directory/banks/{bank}/limits";

        @Bean
        AccessRule.Rules limitsRules() {
            return AccessRule.Rules.of(
                    AccessRule.roles(GET, PATH, Administrators.SYSTEM, Administrators.SECURITY, Administrators.AUDIT),
                    AccessRule.roles(POST, PATH, Administrators.SECURITY),
                    AccessRule.roles(POST, PATH + "/{id}/confirmation", Administrators.SECURITY),
                    AccessRule.roles(POST, PATH + "/{id}/refusal", Administrators.SECURITY));
        }
    }
}
