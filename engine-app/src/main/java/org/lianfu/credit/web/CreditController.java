package org.lianfu.credit.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.lianfu.credit.ShortForms;
import org.lianfu.http.Idempotent;
import org.lianfu.http.OncePerKey;
import org.lianfu.shared.Actor;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Fault;
import org.lianfu.shared.Refused;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST of the credit counter: the firm asks to decide again or for a draw-down, the bank records a repayment. */
@RestController
@RequestMapping("/api/v1/applications/{no}")
class CreditController {

    /** Where a fault of the step's form stands in the request. */
    private static final Map<String, String> POINTERS = Map.of(
            "/drawdownAmount", "/amount",
            "/payeeName", "/payee/name",
            "/payeeAccount", "/payee/account",
            "/payeeBankNo", "/payee/bankNo",
            "/evidenceNote", "/evidence",
            "/tradeContractNo", "/contractNo");

    private final ShortForms forms;
    private final Idempotent idempotent;

    CreditController(ShortForms forms, Idempotent idempotent) {
        this.forms = forms;
        this.idempotent = idempotent;
    }

    record Payee(String name, String account, String bankNo) {}

    record DrawdownRequest(
            String amount,
            Payee payee,
            List<String> evidence,
            String contractNo,
            String invoiceCode,
            String invoiceNo) {}

    record RepaymentRecord(String paidOn, String principal, String interest) {}

    record Done(String applicationNo, String taskId) {}

    @PostMapping("/drawdowns")
    @OncePerKey
    ResponseEntity<Done> requestDrawdown(
            Actor actor, @PathVariable CaseNo no, @RequestBody DrawdownRequest body, HttpServletRequest request) {
        Payee payee = body.payee() == null ? new Payee(null, null, null) : body.payee();
        ShortForms.Proof proof = new ShortForms.Proof(
                body.evidence() == null ? List.of() : body.evidence(),
                body.contractNo(),
                body.invoiceCode(),
                body.invoiceNo());
        return idempotent.answer(
                request,
                actor,
                body,
                () -> done(
                        no,
                        () -> forms.requestDrawdown(
                                actor, no, body.amount(), payee.name(), payee.account(), payee.bankNo(), proof)));
    }

    @PostMapping("/repayments")
    @OncePerKey
    ResponseEntity<Done> recordRepayment(
            Actor actor, @PathVariable CaseNo no, @RequestBody RepaymentRecord body, HttpServletRequest request) {
        return idempotent.answer(
                request,
                actor,
                body,
                () -> done(
                        no, () -> forms.recordRepayment(actor, no, body.paidOn(), body.principal(), body.interest())));
    }

    record Appeal(String reason) {}

    @PostMapping("/appeal")
    @OncePerKey
    ResponseEntity<Done> appeal(
            Actor actor, @PathVariable CaseNo no, @RequestBody Appeal body, HttpServletRequest request) {
        return idempotent.answer(request, actor, body, () -> done(no, () -> forms.appeal(actor, no, body.reason())));
    }

    private static Done done(CaseNo no, Supplier<String> act) {
        try {
            return new Done(no.value(), act.get());
        } catch (Refused refused) {
            if (refused.faults().isEmpty()) {
                throw refused;
            }
            List<Fault> moved = refused.faults().stream()
                    .map(f -> new Fault(
                            POINTERS.getOrDefault(f.pointer(), f.pointer()), f.code(), f.arguments(), f.warning()))
                    .toList();
            throw new Refused(refused.refusal(), refused.arguments(), moved);
        }
    }
}
