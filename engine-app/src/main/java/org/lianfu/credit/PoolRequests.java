package org.lianfu.credit;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lianfu.program.Program;
import org.lianfu.program.Programs;
import org.lianfu.shared.Actor;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Money;
import org.springframework.stereotype.Component;

/** What people type about the pool, read or refused with its place; the same for pages and REST. */
@Component
public class PoolRequests {

    private final Programs programs;
    private final PoolDesk pool;
    private final Filings filings;

    PoolRequests(Programs programs, PoolDesk pool, Filings filings) {
        this.programs = programs;
        this.pool = pool;
        this.filings = filings;
    }

    /** Whether filings may go in, by code of each program that files. */
    public SortedMap<String, String> gates() {
        SortedMap<String, String> gates = new TreeMap<>();
        for (Program program : programs.newest()) {
            if (program.manifest().poolGate() != null) {
                gates.put(program.ref().code(), pool.gate(program));
            }
        }
        return gates;
    }

    /** The strictest of what the programs say: nothing is stopped for one that is open for all. */
    public String strictest() {
        return gates().values().contains(PoolDesk.STOPPED)
                ? PoolDesk.STOPPED
                : gates().values().contains(PoolDesk.WARNING) ? PoolDesk.WARNING : PoolDesk.OPEN;
    }

    /** @throws org.lianfu.shared.Refused POOL_MISSING for any other code */
    public static void mustBePool(String code) {
        if (!Pool.CODE.equals(code)) {
            throw CreditRefusals.POOL_MISSING.because(Map.of("pool", code));
        }
    }

    /** @throws org.lianfu.shared.Refused BATCH_MISSING when there is none for this reader */
    public Batch batch(Actor actor, String id) {
        return filings.batch(id)
                .filter(batch -> mayRead(actor, batch))
                .orElseThrow(() -> CreditRefusals.BATCH_MISSING.because(Map.of("batch", id)));
    }

    /** The newest batches that this reader may see, newest first. */
    public List<Batch> batches(Actor actor, int limit) {
        return filings.newest(limit).stream()
                .filter(batch -> mayRead(actor, batch))
                .toList();
    }

    /** What the banks have reported: a bank reads its own. */
    public List<PoolDesk.Reported> reports(Actor actor) {
        return pool.reports().stream()
                .filter(r -> !actor.has("BANK_POSTLOAN") || r.bank().equals(actor.org()))
                .toList();
    }

    /** A batch is read in the office that leads its program, and by whoever audits. */
    private boolean mayRead(Actor actor, Batch batch) {
        return actor.has("FINANCE_AUDITOR")
                || programs.newest(batch.program()).manifest().leadUnit().equals(actor.org());
    }

    public static Money money(String yuan) {
        try {
            return Money.ofYuan(yuan == null ? null : yuan.strip().replace(",", ""));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw CreditRefusals.POOL_TYPED.because(Map.of("typed", String.valueOf(yuan), "form", "1234.56"));
        }
    }

    public static LocalDate day(String day) {
        try {
            return LocalDate.parse(day == null ? "" : day.strip());
        } catch (DateTimeParseException e) {
            throw CreditRefusals.POOL_TYPED.because(Map.of("typed", String.valueOf(day), "form", "2026-11-24"));
        }
    }

    public static YearMonth month(String month) {
        try {
            return YearMonth.parse(month == null ? "" : month.strip());
        } catch (DateTimeParseException e) {
            throw CreditRefusals.POOL_TYPED.because(Map.of("typed", String.valueOf(month), "form", "2026-11"));
        }
    }

    public static CaseNo caseNo(String no) {
        String typed = no == null ? "" : no.strip();
        if (!CaseNo.isValid(typed)) {
            throw CreditRefusals.FILING_STATE.because(Map.of("no", typed));
        }
        return new CaseNo(typed);
    }
}
