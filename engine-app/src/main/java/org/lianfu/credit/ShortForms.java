package org.lianfu.credit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lianfu.application.Application;
import org.lianfu.application.Applications;
import org.lianfu.program.Program;
import org.lianfu.program.Programs;
import org.lianfu.review.Readers;
import org.lianfu.review.ReviewDesk;
import org.lianfu.review.Seat;
import org.lianfu.review.Step;
import org.lianfu.review.Steps;
import org.lianfu.shared.Actor;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Short ways to acts that are tasks all the same: the step that waits for such answers is found by the keys its form asks
 * for and completed, with every check that the task itself has.
 */
@Component
public class ShortForms {

    private final Applications applications;
    private final Programs programs;
    private final Steps steps;
    private final Readers readers;
    private final ReviewDesk desk;

    ShortForms(Applications applications, Programs programs, Steps steps, Readers readers, ReviewDesk desk) {
        this.applications = applications;
        this.programs = programs;
        this.steps = steps;
        this.readers = readers;
        this.desk = desk;
    }

    /**
     * What a firm shows for a draw-down.
     *
     * @param contractNo purchase contract; null when none is named
     * @param invoiceCode null for a fully digital invoice
     * @param invoiceNo null when no invoice is named
     */
    public record Proof(List<String> evidence, String contractNo, String invoiceCode, String invoiceNo) {}

    /** Completes the step that waits for a draw-down request. @return id of its task */
    @Transactional
    public String requestDrawdown(
            Actor actor, CaseNo no, String amount, String name, String account, String bankNo, Proof proof) {
        Map<String, Object> typed = new LinkedHashMap<>();
        typed.put(Keys.DRAWDOWN_AMOUNT, amount);
        typed.put(Keys.PAYEE_NAME, name);
        typed.put(Keys.PAYEE_ACCOUNT, account);
        typed.put(Keys.PAYEE_BANK_NO, bankNo);
        typed.put(Keys.EVIDENCE, String.join("；", proof.evidence()));
        putIfSaid(typed, Keys.TRADE_CONTRACT_NO, proof.contractNo());
        putIfSaid(typed, Keys.INVOICE_CODE, proof.invoiceCode());
        putIfSaid(typed, Keys.INVOICE_NO, proof.invoiceNo());
        return complete(actor, no, Keys.DRAWDOWN_REQUEST, CreditRefusals.NOTHING_TO_DRAW, typed);
    }

    /** The form of an older version does not ask for it: what is not said is not sent. */
    private static void putIfSaid(Map<String, Object> typed, String key, String said) {
        if (said != null && !said.isBlank()) {
            typed.put(key, said);
        }
    }

    /** Completes the step that waits for a repayment to be recorded. @return id of its task */
    @Transactional
    public String recordRepayment(Actor actor, CaseNo no, String paidOn, String principal, String interest) {
        Map<String, Object> typed = new LinkedHashMap<>();
        typed.put(Keys.PAID_ON, paidOn);
        typed.put(Keys.PRINCIPAL, principal);
        typed.put(Keys.INTEREST, interest);
        return complete(actor, no, Keys.REPAYMENT, CreditRefusals.NOTHING_TO_REPAY, typed);
    }

    /** Asks the bank once to decide again 复议: completes the firm's answer to a refusal. @return id of its task */
    @Transactional
    public String appeal(Actor actor, CaseNo no, String reason) {
        Map<String, Object> typed = Map.of(Keys.APPEAL_GROUND, "OTHER");
        String words = reason == null ? "" : reason.strip();
        return complete(actor, no, Keys.APPEAL, CreditRefusals.NOTHING_TO_APPEAL, "DECLINE", words, typed);
    }

    private String complete(Actor actor, CaseNo no, Set<String> keys, Refusal nothingWaits, Map<String, Object> typed) {
        return complete(actor, no, keys, nothingWaits, "DONE", "", typed);
    }

    private String complete(
            Actor actor,
            CaseNo no,
            Set<String> keys,
            Refusal nothingWaits,
            String outcome,
            String opinion,
            Map<String, Object> typed) {
        Application application = applications
                .find(no)
                .filter(found -> !readers.of(actor, found).isEmpty())
                .orElseThrow(() -> CreditRefusals.MISSING.because(Map.of("no", no.value())));
        String task = taskAsking(application, keys).orElseThrow(() -> nothingWaits.because(Map.of("no", no.value())));
        desk.complete(actor, task, outcome, opinion, typed);
        return task;
    }

    private Optional<String> taskAsking(Application application, Set<String> keys) {
        if (application.program() == null) {
            return Optional.empty();
        }
        Program program = programs.version(application.program());
        return steps.ofCase(application.no()).stream()
                .filter(step -> step.isOpen() && asks(program, step, keys))
                .flatMap(step -> step.seats().stream())
                .filter(seat -> seat.state() == Seat.State.OPEN || seat.state() == Seat.State.CLAIMED)
                .map(Seat::id)
                .findFirst();
    }

    private static boolean asks(Program program, Step step, Set<String> keys) {
        return !step.place().isSupplement()
                && program.form(program.step(step.place().element()).form())
                        .keys()
                        .containsAll(keys);
    }
}
