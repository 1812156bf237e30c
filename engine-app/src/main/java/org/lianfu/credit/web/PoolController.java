package org.lianfu.credit.web;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import org.lianfu.credit.Batch;
import org.lianfu.credit.FilingDesk;
import org.lianfu.credit.Filings;
import org.lianfu.credit.Pool;
import org.lianfu.credit.PoolDesk;
import org.lianfu.credit.PoolFigures;
import org.lianfu.credit.PoolRequests;
import org.lianfu.http.AccessRule;
import org.lianfu.http.Cursor;
import org.lianfu.http.Idempotent;
import org.lianfu.http.Limit;
import org.lianfu.http.OncePerKey;
import org.lianfu.http.Page;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Money;
import org.lianfu.shared.Times;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The risk pool over REST: where it stands, its ledger, what banks report, and the monthly batches of filings. */
@RestController
@RequestMapping("/api/v1/risk-pools/{code}")
class PoolController {

    private static final String LIST = "risk-pools.lines";
    private static final int BATCHES = 50;

    private final PoolDesk pool;
    private final FilingDesk desk;
    private final Filings filings;
    private final PoolRequests requests;
    private final Idempotent idempotent;

    PoolController(PoolDesk pool, FilingDesk desk, Filings filings, PoolRequests requests, Idempotent idempotent) {
        this.pool = pool;
        this.desk = desk;
        this.filings = filings;
        this.requests = requests;
        this.idempotent = idempotent;
    }

    /** @param nplRate percent with four digits; @param state the strictest of all programs; @param status by program */
    record Standing(
            String code,
            String balance,
            String outstanding,
            String npl,
            String nplRate,
            String state,
            List<Gate> status,
            List<Report> reports) {}

    record Gate(String program, String status) {}

    record Report(String bank, String npl, LocalDate on) {}

    /** @param amount yuan, negative when money leaves the pool */
    record Movement(String amount, String note) {}

    record NplReport(String npl, String on) {}

    record NewBatch(String program, String month) {}

    record Refused(String applicationNo, String reason) {}

    record Counts(int total, int left, int filed, int refused, int lapsed, int revoked, String filedAmount) {}

    record Shown(
            String id,
            String program,
            YearMonth month,
            LocalDate due,
            String state,
            Counts counts,
            OffsetDateTime startedAt,
            OffsetDateTime finishedAt) {

        static Shown of(Batch b) {
            Batch.Counts c = b.counts();
            return new Shown(
                    b.id(),
                    b.program(),
                    b.month(),
                    b.due(),
                    b.state().name(),
                    new Counts(
                            c.total(),
                            c.left(),
                            c.filed(),
                            c.refused(),
                            c.lapsed(),
                            c.revoked(),
                            Money.ofFen(c.filedFen()).yuan()),
                    at(b.startedAt()),
                    at(b.finishedAt()));
        }
    }

    record Line(String applicationNo, String bank, String amount, String state, String filingNo, String reason) {}

    @GetMapping
    Standing standing(Actor actor, @PathVariable String code) {
        PoolRequests.mustBePool(code);
        PoolFigures figures = pool.figures();
        return new Standing(
                Pool.CODE,
                figures.balance().yuan(),
                figures.outstanding().yuan(),
                figures.npl().yuan(),
                figures.percent().toPlainString(),
                requests.strictest(),
                requests.gates().entrySet().stream()
                        .map(gate -> new Gate(gate.getKey(), gate.getValue()))
                        .toList(),
                requests.reports(actor).stream()
                        .map(r -> new Report(r.bank(), r.npl().yuan(), r.on()))
                        .toList());
    }

    @PostMapping("/movements")
    @OncePerKey
    ResponseEntity<Standing> move(
            Actor actor, @PathVariable String code, @RequestBody Movement body, HttpServletRequest request) {
        PoolRequests.mustBePool(code);
        return idempotent.answer(request, actor, body, () -> {
            pool.move(actor, PoolRequests.money(body.amount()).fen(), body.note());
            return standing(actor, code);
        });
    }

    @PostMapping("/npl-reports")
    @OncePerKey
    ResponseEntity<Standing> report(
            Actor actor, @PathVariable String code, @RequestBody NplReport body, HttpServletRequest request) {
        PoolRequests.mustBePool(code);
        return idempotent.answer(request, actor, body, () -> {
            pool.report(actor, PoolRequests.money(body.npl()), PoolRequests.day(body.on()));
            return standing(actor, code);
        });
    }

    @GetMapping("/batches")
    Page<Shown> batches(Actor actor, @PathVariable String code) {
        PoolRequests.mustBePool(code);
        return Page.whole(
                requests.batches(actor, BATCHES).stream().map(Shown::of).toList());
    }

    @GetMapping("/batches/{id}")
    Shown batch(Actor actor, @PathVariable String code, @PathVariable String id) {
        PoolRequests.mustBePool(code);
        return Shown.of(requests.batch(actor, id));
    }

    @GetMapping("/batches/{id}/lines")
    Page<Line> lines(
            Actor actor,
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        PoolRequests.mustBePool(code);
        int wanted = Limit.of(limit);
        List<String> after = Cursor.read(LIST, cursor);
        List<Line> oneMore =
                filings.lines(requests.batch(actor, id).id(), after.isEmpty() ? "" : after.get(0), wanted + 1).stream()
                        .map(f -> new Line(
                                f.no().value(),
                                f.bank(),
                                f.amount().yuan(),
                                f.state().name(),
                                f.number(),
                                f.reason()))
                        .toList();
        return Page.of(oneMore, wanted, line -> Cursor.write(LIST, line.applicationNo()));
    }

    @PostMapping("/batches")
    @OncePerKey
    ResponseEntity<Shown> open(
            Actor actor, @PathVariable String code, @RequestBody NewBatch body, HttpServletRequest request) {
        PoolRequests.mustBePool(code);
        return idempotent.answer(
                request,
                actor,
                body,
                () -> Shown.of(desk.open(actor, body.program(), PoolRequests.month(body.month()))));
    }

    @PostMapping("/batches/{id}/refusals")
    @OncePerKey
    ResponseEntity<Shown> refuse(
            Actor actor,
            @PathVariable String code,
            @PathVariable String id,
            @RequestBody Refused body,
            HttpServletRequest request) {
        PoolRequests.mustBePool(code);
        return idempotent.answer(request, actor, body, () -> {
            desk.refuse(actor, id, PoolRequests.caseNo(body.applicationNo()), body.reason());
            return Shown.of(requests.batch(actor, id));
        });
    }

    @PostMapping("/batches/{id}/filing")
    @OncePerKey
    ResponseEntity<Shown> file(
            Actor actor, @PathVariable String code, @PathVariable String id, HttpServletRequest request) {
        PoolRequests.mustBePool(code);
        return idempotent.answer(request, actor, id, () -> Shown.of(desk.file(actor, id)));
    }

    @PostMapping("/batches/{id}/approval")
    @OncePerKey
    ResponseEntity<Shown> approve(
            Actor actor, @PathVariable String code, @PathVariable String id, HttpServletRequest request) {
        PoolRequests.mustBePool(code);
        return idempotent.answer(request, actor, id, () -> Shown.of(desk.approve(actor, id)));
    }

    @PostMapping("/revocations")
    @OncePerKey
    ResponseEntity<Standing> revoke(
            Actor actor, @PathVariable String code, @RequestBody Refused body, HttpServletRequest request) {
        PoolRequests.mustBePool(code);
        return idempotent.answer(request, actor, body, () -> {
            desk.revoke(actor, PoolRequests.caseNo(body.applicationNo()), body.reason());
            return standing(actor, code);
        });
    }

    private static OffsetDateTime at(Instant instant) {
        return instant == null ? null : instant.atZone(Times.ZONE).toOffsetDateTime();
    }

    /** Who may reach these addresses. */
    @Configuration(proxyBeanMethods = false)
    static class Access {

        private static final String[] READERS = {
            FilingDesk.FILER, FilingDesk.SECOND, "FINANCE_AUDITOR", "TREASURY_PAYER_MAKER", "BANK_POSTLOAN"
        };

        @Bean
        AccessRule.Rules poolRules() {
            return AccessRule.Rules.of(
                    AccessRule.roles(GET, "/api/v1/risk-pools/{code}", READERS),
                    AccessRule.roles(POST, "/api/v1/risk-pools/{code}/movements", "TREASURY_PAYER_MAKER"),
                    AccessRule.roles(POST, "/api/v1/risk-pools/{code}/npl-reports", "BANK_POSTLOAN"),
                    AccessRule.roles(
                            GET,
                            "/api/v1/risk-pools/{code}/batches",
                            FilingDesk.FILER,
                            FilingDesk.SECOND,
                            "FINANCE_AUDITOR"),
                    AccessRule.roles(
                            GET,
                            "/api/v1/risk-pools/{code}/batches/{id}",
                            FilingDesk.FILER,
                            FilingDesk.SECOND,
                            "FINANCE_AUDITOR"),
                    AccessRule.roles(
                            GET,
                            "/api/v1/risk-pools/{code}/batches/{id}/lines",
                            FilingDesk.FILER,
                            FilingDesk.SECOND,
                            "FINANCE_AUDITOR"),
                    AccessRule.roles(POST, "/api/v1/risk-pools/{code}/batches", FilingDesk.FILER),
                    AccessRule.roles(POST, "/api/v1/risk-pools/{code}/batches/{id}/refusals", FilingDesk.FILER),
                    AccessRule.roles(POST, "/api/v1/risk-pools/{code}/batches/{id}/filing", FilingDesk.FILER),
                    AccessRule.roles(POST, "/api/v1/risk-pools/{code}/batches/{id}/approval", FilingDesk.SECOND),
                    AccessRule.roles(POST, "/api/v1/risk-pools/{code}/revocations", FilingDesk.FILER));
        }
    }
}
