package org.lianfu.credit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.lianfu.application.Answers;
import org.lianfu.application.Application;
import org.lianfu.application.Applications;
import org.lianfu.application.CaseFile;
import org.lianfu.application.Filed;
import org.lianfu.credit.store.OfferRows.OfferRow;
import org.lianfu.review.StepDecided;
import org.lianfu.review.Steps;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Audience;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Times;
import org.lianfu.trail.Entry;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The credit counter 信贷柜台: asks the banks one after the other, and books what the steps of a case have recorded of
 * contract, draw-down and repayment. Each verb runs in the act that moved the case here.
 */
@Component
public class CreditDesk {

    /** A bank is being asked. */
    public static final String NEXT = "NEXT";

    /** No bank is left to ask. */
    public static final String NONE = "NONE";

    /** Most banks that a firm may name. */
    private static final int BANKS = 9;

    private static final Set<Audience> BETWEEN_TWO = Set.of(Audience.APPLICANT, Audience.BANK);
    private static final Set<Audience> MONEY = Set.of(Audience.APPLICANT, Audience.BANK, Audience.SCHEME);

    private final Applications applications;
    private final Answers answers;
    private final Steps steps;
    private final Offers offers;
    private final Loans loans;
    private final CreditChecks checks;
    private final Clock clock;

    CreditDesk(
            Applications applications,
            Answers answers,
            Steps steps,
            Offers offers,
            Loans loans,
            CreditChecks checks,
            Clock clock) {
        this.applications = applications;
        this.answers = answers;
        this.steps = steps;
        this.offers = offers;
        this.loans = loans;
        this.checks = checks;
        this.clock = clock;
    }

    /**
     * Asks the next bank that the firm named; one that has declined or let its time pass is not asked again.
     *
     * @return {@link #NEXT} or {@link #NONE}
     */
    @Transactional
    public String offerToNextBank(CaseNo no) {
        CaseFile file = applications.open(no);
        Application application = file.application();
        Set<String> asked = new HashSet<>();
        for (OfferRow offer : offers.ofCase(no)) {
            asked.add(offer.bank());
            if (offer.result() == null) {
                // a decision would have answered it before the case came here: so its time has passed
                answered(file, offer.bank(), Offers.SILENT);
            }
        }
        Filed filed = answers.filed(no, application.answersVersion()).orElseThrow();
        for (String bank : banks(filed.answers())) {
            if (!asked.contains(bank)) {
                int position = asked.size() + 1;
                offers.ask(no, bank, position, clock.instant());
                file.hold(bank);
                file.record(Entry.of("offer.made", Actor.SYSTEM)
                        .data("bank", bank)
                        .data("position", String.valueOf(position))
                        .audience(BETWEEN_TWO));
                return NEXT;
            }
        }
        return NONE;
    }

    /** A bank that is being asked has decided on its step. */
    @EventListener
    void onDecided(StepDecided event) {
        String result =
                switch (event.voice().outcome()) {
                    case "ACCEPT" -> Offers.ACCEPTED;
                    case "DECLINE" -> Offers.DECLINED;
                    default -> null;
                };
        if (result != null) {
            answered(event.file(), event.step().place().org(), result);
        }
    }

    private void answered(CaseFile file, String bank, String result) {
        if (offers.answered(file.application().no(), bank, result, clock.instant())) {
            file.record(Entry.of("offer." + result.toLowerCase(Locale.ROOT), Actor.SYSTEM)
                    .data("bank", bank)
                    .audience(BETWEEN_TWO));
        }
    }

    /** Both have signed: the loan begins to exist, with nothing drawn. */
    @Transactional
    public void recordContract(CaseNo no) {
        CaseFile file = applications.open(no);
        CaseRecord record = record(no);
        CaseRecord.Answered drawnUp =
                record.latest(Keys.CONTRACT_NO, Keys.ENDS_ON).orElseThrow().answers();
        Contract contract = checks.contract(file, record, drawnUp);
        Loan loan = Loan.contracted(no, file.application().holderBank(), contract);
        loans.contracted(loan, clock.instant());
        file.record(Entry.of("loan.contracted", Actor.SYSTEM)
                .about("loan", no.value())
                .amount(contract.amount())
                .data("endsOn", contract.endsOn().toString())
                .data("annualRate", contract.annualRate().toPlainString())
                .details(Map.of("contractNo", contract.no(), "pledgeContractNo", contract.pledgeNo()))
                .audience(BETWEEN_TWO));
    }

    /** Books the draw-down that one person of the bank has recorded and another has confirmed. */
    @Transactional
    public void bookDrawdown(CaseNo no) {
        CaseFile file = applications.open(no);
        CaseRecord record = record(no);
        Loan before = loans.get(no);
        CaseRecord.Noted recorded =
                record.latest(Keys.LOAN_NOTE_NO, Keys.DRAWN_AMOUNT).orElseThrow();
        CreditChecks.Payee payee = CreditChecks.Payee.asked(record);
        Drawdown drawdown = CreditChecks.drawdown(recorded.answers());
        Loan after = before.drawn(drawdown, today());
        Loans.Payout payout = new Loans.Payout(payee, recorded.seat().person(), record.lastPerson());
        loans.drawn(before, after, drawdown, payout, clock.instant());
        file.paid(after.drawn());
        file.record(Entry.of("loan.drawn", Actor.SYSTEM)
                .about("loan", no.value())
                .amount(drawdown.amount())
                .data("state", after.state().name())
                .data("valueOn", drawdown.valueOn().toString())
                .data("accountLast4", payee.last4())
                .details(Map.of(
                        "loanNoteNo", drawdown.noteNo(),
                        "payeeName", payee.name(),
                        "payeeAccount", payee.account(),
                        "payeeBankNo", payee.bankNo()))
                .audience(MONEY));
    }

    /** Books the repayment in full that the bank has recorded: the loan is settled. */
    @Transactional
    public void bookRepayment(CaseNo no) {
        CaseFile file = applications.open(no);
        Loan before = loans.get(no);
        CaseRecord.Noted recorded =
                record(no).latest(Keys.PAID_ON, Keys.PRINCIPAL, Keys.INTEREST).orElseThrow();
        Repayment repayment = CreditChecks.repayment(recorded.answers());
        Loan after = before.repaid(repayment, today());
        loans.repaid(before, after, repayment, recorded.seat().person(), clock.instant());
        file.record(Entry.of("loan.repaid", Actor.SYSTEM)
                .about("loan", no.value())
                .amount(repayment.principal())
                .data("state", after.state().name())
                .data("interest", repayment.interest().yuan())
                .data("paidOn", repayment.paidOn().toString())
                .audience(MONEY));
    }

    private CaseRecord record(CaseNo no) {
        return CaseRecord.of(steps.ofCase(no), steps.voices(no));
    }

    private LocalDate today() {
        return Times.date(clock.instant());
    }

    private static List<String> banks(Map<String, Object> answers) {
        List<String> banks = new ArrayList<>();
        for (int i = 1; i <= BANKS; i++) {
            if (answers.get(Keys.BANK + i) instanceof String bank && !bank.isBlank() && !banks.contains(bank)) {
                banks.add(bank);
            }
        }
        return banks;
    }
}
