package org.lianfu.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lianfu.credit.Batch;
import org.lianfu.credit.FilingDesk;
import org.lianfu.credit.PoolDesk;
import org.lianfu.credit.PoolFigures;
import org.lianfu.credit.PoolRequests;
import org.lianfu.portal.FaultLine;
import org.lianfu.portal.PoolScreen;
import org.lianfu.portal.Tag;
import org.lianfu.program.Programs;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Money;
import org.lianfu.shared.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The risk pool: where it stands, its ledger, and the monthly batches of filings with their progress. */
@Controller
class PoolPages {

    private static final int LINES = 20;

    private final PoolDesk pool;
    private final FilingDesk desk;
    private final PoolRequests requests;
    private final Programs programs;
    private final Phrases phrases;

    PoolPages(PoolDesk pool, FilingDesk desk, PoolRequests requests, Programs programs, Phrases phrases) {
        this.pool = pool;
        this.desk = desk;
        this.requests = requests;
        this.programs = programs;
        this.phrases = phrases;
    }

    @GetMapping("/pool")
    ModelAndView pool(Actor actor, Locale locale) {
        return PageTools.show("pool", screen(actor, Map.of(), List.of(), locale));
    }

    @PostMapping("/pool/movements")
    ModelAndView move(
            Actor actor,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam(defaultValue = "IN") String way,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest request,
            RedirectAttributes flash,
            Locale locale) {
        return act(actor, request, flash, locale, () -> {
            long fen = PoolRequests.money(amount).fen();
            pool.move(actor, "OUT".equals(way) ? -fen : fen, note);
        });
    }

    @PostMapping("/pool/npl-reports")
    ModelAndView report(
            Actor actor,
            @RequestParam(defaultValue = "") String npl,
            @RequestParam(defaultValue = "") String on,
            HttpServletRequest request,
            RedirectAttributes flash,
            Locale locale) {
        return act(
                actor, request, flash, locale, () -> pool.report(actor, PoolRequests.money(npl), PoolRequests.day(on)));
    }

    @PostMapping("/pool/batches")
    ModelAndView open(
            Actor actor,
            @RequestParam(defaultValue = "") String program,
            @RequestParam(defaultValue = "") String month,
            HttpServletRequest request,
            RedirectAttributes flash,
            Locale locale) {
        return act(actor, request, flash, locale, () -> desk.open(actor, program, PoolRequests.month(month)));
    }

    @PostMapping("/pool/batches/{id}/refusals")
    ModelAndView refuse(
            Actor actor,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String no,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            RedirectAttributes flash,
            Locale locale) {
        return act(actor, request, flash, locale, () -> desk.refuse(actor, id, PoolRequests.caseNo(no), reason));
    }

    @PostMapping("/pool/batches/{id}/filing")
    ModelAndView file(
            Actor actor, @PathVariable String id, HttpServletRequest request, RedirectAttributes flash, Locale locale) {
        return act(actor, request, flash, locale, () -> desk.file(actor, id));
    }

    @PostMapping("/pool/batches/{id}/approval")
    ModelAndView approve(
            Actor actor, @PathVariable String id, HttpServletRequest request, RedirectAttributes flash, Locale locale) {
        return act(actor, request, flash, locale, () -> desk.approve(actor, id));
    }

    @PostMapping("/pool/revocations")
    ModelAndView revoke(
            Actor actor,
            @RequestParam(defaultValue = "") String no,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            RedirectAttributes flash,
            Locale locale) {
        return act(actor, request, flash, locale, () -> desk.revoke(actor, PoolRequests.caseNo(no), reason));
    }

    /** Done, and back to the page; or the page again with why not, and what was typed. */
    private ModelAndView act(
            Actor actor, HttpServletRequest request, RedirectAttributes flash, Locale locale, Runnable act) {
        try {
            act.run();
        } catch (Refused refused) {
            Map<String, String> typed = new LinkedHashMap<>();
            request.getParameterMap().forEach((name, values) -> typed.put(name, values[0]));
            FaultLine why = new FaultLine(place(request), phrases.sentence(refused, locale), false);
            int status = refused.refusal().kind().status();
            return PageTools.again("pool", screen(actor, typed, List.of(why), locale), status);
        }
        flash.addFlashAttribute("flash", phrases.text("portal.pool.done", locale));
        return PageTools.to("/pool");
    }

    /** Where on the page the refused form begins. */
    private static String place(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (path.endsWith("/movements")) {
            return "#move-amount";
        }
        if (path.endsWith("/npl-reports")) {
            return "#npl-amount";
        }
        if (path.endsWith("/revocations")) {
            return "#revoke-no";
        }
        return path.endsWith("/batches") ? "#batch-month" : "#batches";
    }

    private PoolScreen screen(Actor actor, Map<String, String> typed, List<FaultLine> faults, Locale locale) {
        PoolFigures figures = pool.figures();
        return new PoolScreen(
                figures.balance(),
                figures.outstanding(),
                figures.npl(),
                figures.percent().toPlainString(),
                requests.gates().entrySet().stream()
                        .map(gate -> new PoolScreen.Program(
                                gate.getKey(), title(gate.getKey(), locale), status(gate.getValue(), locale)))
                        .toList(),
                requests.reports(actor).stream()
                        .map(r -> new PoolScreen.Report(phrases.org(r.bank(), locale), r.npl(), r.on()))
                        .toList(),
                pool.moves(LINES).stream()
                        .map(m -> new PoolScreen.Move(Money.ofFen(Math.abs(m.fen())), m.fen() > 0, m.note(), m.at()))
                        .toList(),
                requests.batches(actor, LINES).stream()
                        .map(batch -> line(batch, locale))
                        .toList(),
                actor.has(FilingDesk.FILER),
                actor.has(FilingDesk.SECOND),
                actor.has("TREASURY_PAYER_MAKER"),
                actor.has("BANK_POSTLOAN"),
                typed,
                faults);
    }

    private String title(String program, Locale locale) {
        return programs.newest(program).manifest().title().in(locale);
    }

    private Tag status(String status, Locale locale) {
        Tag.Tone tone =
                switch (status) {
                    case PoolDesk.OPEN -> Tag.Tone.GOOD;
                    case PoolDesk.STOPPED -> Tag.Tone.BAD;
                    default -> Tag.Tone.RUNNING;
                };
        return new Tag(phrases.text("portal.pool.status." + status, locale), tone);
    }

    private PoolScreen.BatchLine line(Batch batch, Locale locale) {
        Batch.Counts counts = batch.counts();
        Tag.Tone tone = batch.state() == Batch.State.DONE ? Tag.Tone.GOOD : Tag.Tone.RUNNING;
        return new PoolScreen.BatchLine(
                batch.id(),
                title(batch.program(), locale),
                batch.month().toString(),
                batch.due(),
                new Tag(phrases.text("portal.pool.batch." + batch.state(), locale), tone),
                batch.state().name(),
                counts.total(),
                counts.total() - counts.left(),
                counts.filed(),
                counts.refused(),
                counts.lapsed(),
                counts.revoked(),
                Money.ofFen(counts.filedFen()));
    }
}
