package org.lianfu.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianfu.application.Application;
import org.lianfu.application.Status;
import org.lianfu.flow.Decisions;
import org.lianfu.program.Programs;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Refused;
import org.springframework.beans.factory.annotation.Autowired;

/** Proof of a draw-down and its payment to the payee, on one database. */
abstract class PaymentFlowContract extends LoanHouse {

    @Autowired
    Decisions decisions;

    @Autowired
    Programs programs;

    @Autowired
    Payments payments;

    /** §17, at each limit: ten million and half a million are still the firm's own, one fen more is not. */
    @ParameterizedTest
    @CsvSource({
        "true,  false,          1, TRUSTEE",
        "false, false, 1000000000, SELF",
        "false, false, 1000000001, TRUSTEE",
        "false, true,    50000000, SELF",
        "false, true,    50000001, TRUSTEE",
        "    ,      ,    50000001, SELF"
    })
    void the_way_of_payment(Boolean newOrdinary, Boolean compensated, long fen, String method) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("newOrdinary", newOrdinary);
        facts.put("compensated", compensated);
        facts.put("drawdownAmount", fen);
        assertThat(decisions
                        .evaluate(programs.newest(LoanCase.PROGRAM).ref(), "paymentMethod", facts)
                        .get(0)
                        .outputs())
                .containsEntry("paymentMethod", method);
    }

    @Test
    void a_payment_that_comes_back_is_made_again_and_both_stay_on_record() {
        CaseNo no = toBePaid();
        pay(no, loan.example("payTrustee"));
        assertThat(payments.newest(no).orElseThrow().state()).isEqualTo(Payment.State.SENT);

        Map<String, Object> back = Map.of("returnedOn", loan.today().toString());
        loan.act(no, "bank.a.payer", "recordArrival", "RETURN", back);
        assertThat(loan.waiting(no)).contains("payTrustee");
        Map<String, Object> corrected = new HashMap<>(loan.example("payTrustee"));
        corrected.put("paidToAccount", "43050162710000000099");
        corrected.put("payVoucherNo", "PZ-AGAIN");
        pay(no, corrected);
        loan.act(
                no,
                "bank.a.payer",
                "recordArrival",
                "DONE",
                Map.of("receiptNo", "HD-1", "arrivedOn", loan.today().toString()));

        List<Payment> both = payments.ofCase(no);
        assertThat(both).extracting(Payment::state).containsExactly(Payment.State.RETURNED, Payment.State.ARRIVED);
        assertThat(both).extracting(Payment::accountLast4).containsExactly("0017", "0099");
        assertThat(both).allSatisfy(p -> assertThat(p.maker()).isNotEqualTo(p.checker()));
        assertThat(types(no))
                .containsSubsequence("payment.sent", "payment.returned", "payment.sent", "payment.arrived");
        assertThat(trail.verify(Application.subject(no)).flaws()).isEmpty();
        assertThat(sql.queryForList(
                        "select payee_account from crd_payment where case_no = ?", String.class, no.value()))
                .noneMatch(kept -> kept.contains("4305016271"));
    }

    @Test
    void full_repayment_ends_what_runs_beside_it_and_the_system_says_so() {
        CaseNo no = toBePaid();
        pay(no, loan.example("payTrustee"));
        assertThat(loan.waiting(no))
                .containsExactlyInAnyOrder("recordArrival", "checkLoan", "fileLoan", "recordRepayment");

        loan.act(no, "bank.a.postloan", "recordRepayment", "DONE", loan.repayment());
        assertThat(loan.waiting(no)).containsExactly("releasePledge");
        assertThat(entries(no).stream().filter(e -> e.type().equals("step.closed")))
                .extracting(e -> e.data().get("element") + " " + e.login())
                .containsExactlyInAnyOrder(
                        "bankSearch_recommend system",
                        "servicing_trusteePayment_recordArrival system",
                        "servicing_checkLoan system",
                        "servicing_fileLoan system");
        loan.act(
                no,
                "bank.a.rm",
                "releasePledge",
                "DONE",
                Map.of("releaseNo", "ZX-" + no, "releasedOn", loan.today().toString()));
        assertThat(status(no)).isEqualTo(Status.SETTLED);
        assertThat(payments.newest(no).orElseThrow().state()).isEqualTo(Payment.State.UNREPORTED);
        assertThat(trail.verify(Application.subject(no)).flaws()).isEmpty();
    }

    @Test
    void a_payment_is_neither_dated_before_the_money_was_drawn_nor_after_today() {
        CaseNo no = toBePaid();
        for (int days : new int[] {-1, 1}) {
            Map<String, Object> wrong = new HashMap<>(loan.example("payTrustee"));
            wrong.put("paidAt", loan.today().plusDays(days).toString());
            refused(() -> loan.act(no, "bank.a.payer", "payTrustee", "DONE", wrong), CreditRefusals.PAYMENT_DATE);
        }
        assertThat(payments.ofCase(no)).isEmpty();
    }

    @Test
    void an_invoice_proves_one_draw_down_of_one_case() {
        CaseNo first = loan.contracted();
        CaseNo second = loan.contracted();
        registryWorks();
        loan.act(first, "firm.a", "requestDrawdown", "DONE", invoice("044001900111", "12345678"));
        Map<String, Object> figures = refused(
                () -> loan.act(second, "firm.a", "requestDrawdown", "DONE", invoice("044001900111", "1234 5678")),
                CreditRefusals.INVOICE_USED);
        assertThat(figures).containsEntry("invoice", "044001900111|12345678").doesNotContainValue(first.value());

        loan.act(first, "bank.a.disburser", "checkDrawdown", "RETURN", Map.of());
        loan.act(first, "firm.a", "requestDrawdown", "DONE", invoice(null, "26432000009990000001"));
        loan.act(second, "firm.a", "requestDrawdown", "DONE", invoice("044001900111", "12345678"));
        assertThat(loan.waiting(second)).containsExactly("checkDrawdown");
    }

    @Test
    void two_cases_that_show_one_invoice_at_the_same_moment_have_one_winner() throws Exception {
        CaseNo first = loan.contracted();
        CaseNo second = loan.contracted();
        registryWorks();
        CyclicBarrier both = new CyclicBarrier(2);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<String>> said = two.invokeAll(List.of(shows(first, both), shows(second, both)));
            assertThat(List.of(said.get(0).get(), said.get(1).get()))
                    .containsExactlyInAnyOrder("asked", CreditRefusals.INVOICE_USED.code());
        } finally {
            two.shutdownNow();
        }
        assertThat(sql.queryForObject(
                        "select count(*) from crd_invoice where invoice_key = '26432000009990000002'", Integer.class))
                .isEqualTo(1);
    }

    private Callable<String> shows(CaseNo no, CyclicBarrier both) {
        return () -> {
            both.await();
            try {
                loan.act(no, "firm.a", "requestDrawdown", "DONE", invoice(null, "26432000009990000002"));
                return "asked";
            } catch (Refused refused) {
                return refused.refusal().code();
            }
        };
    }

    private Map<String, Object> invoice(String code, String number) {
        Map<String, Object> request = new HashMap<>(loan.request());
        if (code != null) {
            request.put("invoiceCode", code);
        }
        request.put("invoiceNo", number);
        return request;
    }

    /** A draw-down that the bank has to pay out itself. */
    private CaseNo toBePaid() {
        CaseNo no = loan.submitted(
                programs.newest(LoanCase.PROGRAM)
                        .example()
                        .get("apply")
                        .get("patentNo")
                        .toString(),
                "BANK_A");
        loan.approved(no);
        Map<String, Object> contract = new HashMap<>(loan.contract(no));
        contract.put("compensated", true);
        loan.act(no, "bank.a.rm", "prepareContract", "DONE", contract);
        loan.act(no, "firm.a.signer", "signContract", "DONE", Map.of("signerName", "陈示例", "agreed", true));
        registryWorks();
        loan.drawn(no);
        assertThat(loan.waiting(no)).contains("payTrustee");
        return no;
    }

    private void pay(CaseNo no, Map<String, Object> payment) {
        Map<String, Object> today = new HashMap<>(payment);
        today.put("paidAt", loan.today().toString());
        loan.act(no, "bank.a.payer", "payTrustee", "DONE", today);
        loan.act(no, "bank.a.payer2", "confirmPayment", "APPROVE", Map.of());
    }
}
