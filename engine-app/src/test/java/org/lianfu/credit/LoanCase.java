package org.lianfu.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lianfu.application.Application;
import org.lianfu.application.ApplicationDesk;
import org.lianfu.application.Applications;
import org.lianfu.application.Attachments;
import org.lianfu.application.DraftDesk;
import org.lianfu.application.Snapshot;
import org.lianfu.directory.Directory;
import org.lianfu.program.Manifest;
import org.lianfu.program.Programs;
import org.lianfu.review.ReviewDesk;
import org.lianfu.review.Seat;
import org.lianfu.review.Step;
import org.lianfu.review.Steps;
import org.lianfu.shared.Actor;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Times;

/** Walks a loan case through its desks as the demo's people; answers fit the loan's forms on the day of the test's clock. */
class LoanCase {

    static final String PROGRAM = "loan-ip-pledge";

    private final DraftDesk drafts;
    private final ApplicationDesk desk;
    private final ReviewDesk review;
    private final Attachments attachments;
    private final Applications applications;
    private final Programs programs;
    private final Steps steps;
    private final Directory directory;
    private final Clock clock;

    LoanCase(
            DraftDesk drafts,
            ApplicationDesk desk,
            ReviewDesk review,
            Attachments attachments,
            Applications applications,
            Programs programs,
            Steps steps,
            Directory directory,
            Clock clock) {
        this.drafts = drafts;
        this.desk = desk;
        this.review = review;
        this.attachments = attachments;
        this.applications = applications;
        this.programs = programs;
        this.steps = steps;
        this.directory = directory;
        this.clock = clock;
    }

    /** A submitted case of firm A for this patent, which names these banks. */
    CaseNo submitted(String patentNo, String... banks) {
        CaseNo no = drafted(patentNo, banks);
        submit(no);
        return no;
    }

    /** The same with bank A alone to be asked, when the park has said what it thinks: only the bank is awaited. */
    CaseNo offered(String patentNo) {
        CaseNo no = submitted(patentNo, "BANK_A");
        act(no, "park.clerk", "recommend", "DONE", example("recommend"));
        return no;
    }

    /** The same with some answers changed; one that is null is not given. */
    CaseNo submitted(Map<String, Object> changes, String patentNo, String... banks) {
        CaseNo no = drafted(changes, patentNo, banks);
        submit(no);
        return no;
    }

    CaseNo drafted(String patentNo, String... banks) {
        return drafted(Map.of(), patentNo, banks);
    }

    private CaseNo drafted(Map<String, Object> changes, String patentNo, String... banks) {
        Map<String, Object> answers =
                new HashMap<>(programs.newest(PROGRAM).example().get(Manifest.APPLY));
        answers.putAll(changes);
        answers.values().removeIf(java.util.Objects::isNull);
        answers.put("patentNo", patentNo);
        answers.keySet().removeIf(key -> key.matches("bank\\d"));
        for (int i = 0; i < banks.length; i++) {
            answers.put("bank" + (i + 1), banks[i]);
        }
        CaseNo no = drafts.begin(actor("firm.a"), PROGRAM, answers).no();
        for (Manifest.Document document : programs.newest(PROGRAM).manifest().documents()) {
            byte[] pdf = ("%PDF-1.4\n" + document.kind() + no).getBytes(StandardCharsets.UTF_8);
            drafts.attach(
                    actor("firm.a"),
                    no,
                    document.kind(),
                    attachments.receive(document.kind() + ".pdf", new ByteArrayInputStream(pdf)));
        }
        return no;
    }

    /** The operator saves the draft once more with these answers changed. */
    void retype(CaseNo no, Map<String, Object> changed) {
        Actor operator = actor("firm.a");
        Map<String, Object> typed =
                new HashMap<>(programs.newest(PROGRAM).example().get(Manifest.APPLY));
        typed.putAll(changed);
        drafts.save(operator, no, drafts.version(operator, no), typed);
    }

    void submit(CaseNo no) {
        Snapshot looked = desk.lookUp(actor("firm.a.signer"), no);
        desk.submit(actor("firm.a.signer"), no, looked);
    }

    /** Bank A claims, investigates, approves 3,000,000 for 12 months; the contract is signed; the registry is asked. */
    CaseNo contracted(String patentNo) {
        CaseNo no = submitted(patentNo, "BANK_A");
        approved(no);
        act(no, "bank.a.rm", "prepareContract", "DONE", contract(no));
        act(no, "firm.a.signer", "signContract", "DONE", Map.of("signerName", "陈示例", "agreed", true));
        return no;
    }

    /** The same for a patent of its own. */
    CaseNo contracted() {
        return contracted(freshPatent());
    }

    /** The number of a patent that no other case names. */
    String freshPatent() {
        return programs.newest(PROGRAM)
                .example()
                .get(Manifest.APPLY)
                .get("patentNo")
                .toString();
    }

    void approved(CaseNo no) {
        act(no, "bank.a.rm", "bankClaim", "ACCEPT", Map.of());
        act(no, "bank.a.rm", "investigate", "DONE", example("investigate"));
        act(no, "bank.a.investigator", "investigate", "DONE", example("investigate"));
        valued(no);
        act(no, "bank.a.reviewer", "reviewCredit", "APPROVE", example("reviewCredit"));
        act(no, "bank.a.approver", "decideCredit", "APPROVE", example("decideCredit"));
    }

    /** Bank A commissions the appraiser, who values the patent at 8,000,000. */
    void valued(CaseNo no) {
        valued(no, Map.of());
    }

    /** The same with these answers in the valuation. */
    void valued(CaseNo no, Map<String, Object> said) {
        act(no, "bank.a.rm", "chooseAppraiser", "DONE", example("chooseAppraiser"));
        Map<String, Object> valuation = example("valuate");
        valuation.putAll(said);
        act(no, "appraiser", "valuate", "DONE", valuation);
    }

    Map<String, Object> contract(CaseNo no) {
        Map<String, Object> contract = new HashMap<>();
        contract.put("contractNo", "JK-" + no);
        contract.put("pledgeContractNo", "ZY-" + no);
        contract.put("contractAmount", "3000000.00");
        contract.put("annualRate", "3.6");
        contract.put("endsOn", today().plusMonths(12).toString());
        contract.put("payees", "示例钢材有限公司\n示例轴承有限公司");
        return contract;
    }

    Map<String, Object> request() {
        return Map.of(
                "drawdownAmount", "3000000.00",
                "payeeName", "示例钢材有限公司",
                "payeeAccount", "43050162710000000017",
                "payeeBankNo", "105552000011",
                "evidenceNote", "购销合同");
    }

    Map<String, Object> note(CaseNo no) {
        return Map.of("loanNoteNo", "JJ-" + no, "valueOn", today().toString(), "drawnAmount", "3000000.00");
    }

    Map<String, Object> repayment() {
        return Map.of("paidOn", today().toString(), "principal", "3000000.00", "interest", "108000.00");
    }

    /** From the registered pledge to the draw-down that two people have recorded. */
    void drawn(CaseNo no) {
        asked(no, request());
        act(no, "bank.a.payer", "recordDrawdown", "DONE", note(no));
        act(no, "bank.a.payer2", "confirmDrawdown", "APPROVE", Map.of());
    }

    /** The firm asks for a draw-down, and the bank's checker lets it pass. */
    void asked(CaseNo no, Map<String, Object> request) {
        act(no, "firm.a", "requestDrawdown", "DONE", request);
        act(no, "bank.a.disburser", "checkDrawdown", "APPROVE", example("checkDrawdown"));
    }

    void settled(CaseNo no) {
        act(no, "bank.a.postloan", "recordRepayment", "DONE", repayment());
        act(
                no,
                "bank.a.rm",
                "releasePledge",
                "DONE",
                Map.of("releaseNo", "ZX-" + no, "releasedOn", today().toString()));
    }

    Map<String, Object> example(String form) {
        Map<String, Object> example =
                new LinkedHashMap<>(programs.newest(PROGRAM).example().get(form));
        example.replaceAll((key, value) -> key.endsWith("On") ? today().toString() : value);
        return example;
    }

    /** Completes the first open seat of the step that this person may see. */
    Step act(CaseNo no, String login, String element, String outcome, Map<String, Object> answers) {
        return review.complete(actor(login), task(no, element), outcome, "同意办理", answers);
    }

    /** The task of the first seat that is open at the step. */
    String task(CaseNo no, String element) {
        List<Seat> open = new ArrayList<>();
        steps.ofCase(no).stream()
                .filter(step -> step.isOpen() && ownId(step).equals(element))
                .forEach(step -> step.seats().stream()
                        .filter(seat -> seat.state() == Seat.State.OPEN || seat.state() == Seat.State.CLAIMED)
                        .forEach(open::add));
        assertThat(open)
                .as("open seats of %s in %s, which waits at %s", element, no, waiting(no))
                .isNotEmpty();
        return open.get(0).id();
    }

    /** Elements where the case waits now. */
    List<String> waiting(CaseNo no) {
        return steps.ofCase(no).stream()
                .filter(Step::isOpen)
                .map(LoanCase::ownId)
                .toList();
    }

    /** The step's id as its diagram draws it, without that of the part around it. */
    private static String ownId(Step step) {
        String element = step.place().element();
        return element.substring(element.lastIndexOf('_') + 1);
    }

    Application application(CaseNo no) {
        return applications.find(no).orElseThrow();
    }

    Actor actor(String login) {
        return directory.actor(login);
    }

    LocalDate today() {
        return Times.date(clock.instant());
    }
}
