package org.lianfu.bench;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.lianfu.application.Application;
import org.lianfu.credit.SimulatedRegistry;
import org.lianfu.outbox.OutboxClerk;
import org.lianfu.review.Step;
import org.lianfu.review.Steps;
import org.lianfu.shared.CaseNo;
import org.lianfu.trail.Trail;
import org.springframework.context.ApplicationContext;

/**
 * Loans of firm A at bank A that have been drawn: each application is led through all its desks, its pledge registered by
 * the demo's registry, its draw-down recorded by two people. 3,000,000 yuan each, to be compensated by the pool.
 */
final class LoanBook {

    private static final String FIRM = "firm.a";
    private static final int MOST_ROUNDS = 1_000;
    private static final Map<String, Object> AMOUNT = Map.of("amount", "3000000.00");

    private final Desks desks;
    private final Steps steps;
    private final Trail trail;
    private final OutboxClerk outbox;
    private final SimulatedRegistry registry;

    LoanBook(ApplicationContext house) {
        this.desks = new Desks(house);
        this.steps = house.getBean(Steps.class);
        this.trail = house.getBean(Trail.class);
        this.outbox = house.getBean(OutboxClerk.class);
        this.registry = house.getBean(SimulatedRegistry.class);
    }

    /**
     * Draws so many loans.
     *
     * @param first number of the first one's patent; those before belong to other cases of the house
     */
    List<CaseNo> drawn(int first, int loans) throws Exception {
        Map<Integer, CaseNo> cases = new ConcurrentHashMap<>();
        Desks.each(loans, "contracts", n -> cases.put(n, contracted(first + n)));
        registered(cases);
        Desks.each(loans, "draw-downs", n -> drawDown(cases.get(n)));
        return cases.values().stream()
                .sorted(Comparator.comparing(CaseNo::value))
                .toList();
    }

    private CaseNo contracted(int n) {
        CaseNo no = desks.draft(n, FIRM, "a", AMOUNT);
        desks.submit(no, FIRM);
        desks.act(no, "bank.a.rm", "bankSearch_bankClaim", "ACCEPT", Map.of());
        desks.act(no, "bank.a.rm", "creditAppraisal_investigate", "DONE", Map.of());
        desks.act(no, "bank.a.investigator", "creditAppraisal_investigate", "DONE", Map.of());
        desks.act(no, "bank.a.rm", "creditAppraisal_pledgeValuation_chooseAppraiser", "DONE", Map.of());
        desks.act(no, "appraiser", "creditAppraisal_pledgeValuation_valuate", "DONE", Map.of());
        desks.act(no, "bank.a.reviewer", "creditAppraisal_reviewCredit", "APPROVE", Map.of());
        desks.act(no, "bank.a.approver", "creditAppraisal_decideCredit", "APPROVE", Map.of());
        desks.act(
                no,
                "bank.a.rm",
                "creditClosing_prepareContract",
                "DONE",
                Map.of("contractNo", "JK-" + no, "pledgeContractNo", "ZY-" + no, "compensated", true));
        desks.act(no, "firm.a.signer", "creditClosing_signContract", "DONE", Map.of());
        return no;
    }

    /** The registry gets every request and gives its answers; what the house's own clerks do meanwhile is welcome. */
    private void registered(Map<Integer, CaseNo> cases) {
        for (CaseNo no : cases.values()) {
            for (int round = 0; !waitsAt(no, "drawdown_requestDrawdown"); round++) {
                if (round > MOST_ROUNDS) {
                    throw new Untrustworthy("the pledge of " + no + " is not registered");
                }
                outbox.deliverDue();
                registry.answerDue();
            }
        }
    }

    private void drawDown(CaseNo no) {
        Map<String, Object> request = new HashMap<>();
        request.put("tradeContractNo", "XS-" + no);
        request.put("invoiceNo", null);
        desks.act(no, FIRM, "drawdown_requestDrawdown", "DONE", request);
        desks.act(no, "bank.a.disburser", "drawdown_checkDrawdown", "APPROVE", Map.of());
        desks.act(no, "bank.a.payer", "drawdown_recordDrawdown", "DONE", Map.of("loanNoteNo", "JJ-" + no));
        desks.act(no, "bank.a.payer2", "drawdown_confirmDrawdown", "APPROVE", Map.of());
    }

    /** The bank pays, and checks the loan again and again until its chain is at least so long. */
    void grow(CaseNo no, int entries) {
        desks.act(no, "bank.a.payer", "servicing_trusteePayment_payTrustee", "DONE", Map.of());
        desks.act(no, "bank.a.payer2", "servicing_trusteePayment_confirmPayment", "APPROVE", Map.of());
        desks.act(no, "bank.a.payer", "servicing_trusteePayment_recordArrival", "DONE", Map.of());
        desks.act(no, "bank.a.postloan", "servicing_checkLoan", "DONE", Map.of());
        while (entriesOf(no) < entries) {
            desks.act(no, "bank.a.postloan", "servicing_checkLoanQuarterly", "DONE", Map.of());
        }
    }

    /** How many entries its chain has. */
    int entriesOf(CaseNo no) {
        return trail.page(Application.subject(no), 0, 1_000).size();
    }

    /** How many entries of this type its chain has. */
    long entriesOf(CaseNo no, String type) {
        return trail.page(Application.subject(no), 0, 1_000).stream()
                .filter(entry -> entry.type().equals(type))
                .count();
    }

    /** Whether its chain, recomputed, is what was written. */
    boolean isSound(CaseNo no) {
        return trail.verify(Application.subject(no)).isSound();
    }

    boolean waitsAt(CaseNo no, String element) {
        return steps.ofCase(no).stream()
                .filter(Step::isOpen)
                .anyMatch(step -> step.place().element().equals(element));
    }
}
