package org.lianfu.credit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.lianfu.application.CaseFile;
import org.lianfu.application.Decision;
import org.lianfu.review.Step;
import org.lianfu.review.StepCheck;
import org.lianfu.review.StepDecided;
import org.lianfu.review.Steps;
import org.lianfu.review.Voice;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Money;
import org.lianfu.shared.Times;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Credit appraisal 授信评审: a reviewer recommends within what is asked for and needed; an approver signs, lowers or rejects,
 * and neither raises nor passes what the committee rejected; the pledge secures the amount by a valuation that holds; an
 * approval holds for its time, and its conditions are fulfilled one by one before anything is drawn.
 */
@Component
class Appraisal implements StepCheck {

    private static final String APPROVED = "APPROVED";
    private static final String YES = "YES";

    private final Steps steps;
    private final Valuations valuations;
    private final Clock clock;

    Appraisal(Steps steps, Valuations valuations, Clock clock) {
        this.steps = steps;
        this.valuations = valuations;
        this.clock = clock;
    }

    @Override
    public void check(CaseFile file, Step step, Voice voice) {
        CaseRecord.Answered said = new CaseRecord.Answered(voice.answers());
        if ("APPROVE".equals(voice.outcome()) && said.has(Keys.RECOMMENDED_AMOUNT, Keys.RECOMMENDED_MONTHS)) {
            recommended(file, said);
        } else if ("APPROVE".equals(voice.outcome()) && said.has(Keys.APPROVED_AMOUNT, Keys.APPROVED_MONTHS)) {
            approved(file, step, said);
        } else if (said.has(Keys.CONDITIONS_MET)) {
            fulfilled(file.application().no(), said);
        } else if (APPROVED.equals(step.place().phase())) {
            holds(file);
        }
    }

    private void recommended(CaseFile file, CaseRecord.Answered said) {
        Money amount = said.money(Keys.RECOMMENDED_AMOUNT);
        within(asked(file), amount, said.number(Keys.RECOMMENDED_MONTHS));
        if (file.facts().get(Keys.CREDIT_NEED) instanceof Long need && amount.fen() > need) {
            throw CreditRefusals.ABOVE_NEED.because(
                    Map.of("amount", amount.yuan(), "need", Money.ofFen(need).yuan()));
        }
        secured(file, amount);
    }

    /** The pledge secures the amount by a valuation that holds today. */
    private void secured(CaseFile file, Money amount) {
        if (file.facts().get(Keys.PLEDGE_RATE) instanceof Long rate) {
            Money most = Money.ofFen(valuations.valueToday(file).fen() / 100 * rate);
            if (amount.compareTo(most) > 0) {
                throw CreditRefusals.ABOVE_PLEDGE.because(Map.of(
                        "amount", amount.yuan(),
                        "value", valuations.valueToday(file).yuan(),
                        "rate", rate,
                        "most", most.yuan()));
            }
        }
    }

    /** Every condition of the approval has been fulfilled and it is said how: nothing is drawn before. */
    private void fulfilled(CaseNo no, CaseRecord.Answered said) {
        List<String> conditions = CaseRecord.of(steps.ofCase(no), steps.voices(no))
                .latest(Keys.APPROVED_AMOUNT)
                .map(approval -> lines(approval.answers(), Keys.CONDITIONS))
                .orElse(List.of());
        int told = lines(said, Keys.FULFILMENTS).size();
        if (told < conditions.size()) {
            throw CreditRefusals.CONDITION_OPEN.because(Map.of(
                    "told", told,
                    "conditions", conditions.size(),
                    "open", String.join("；", conditions.subList(told, conditions.size()))));
        }
    }

    private static List<String> lines(CaseRecord.Answered answers, String key) {
        return answers.has(key)
                ? answers.text(key)
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList()
                : List.of();
    }

    private void approved(CaseFile file, Step step, CaseRecord.Answered said) {
        CaseNo no = file.application().no();
        List<Step> before = steps.ofCase(no).stream()
                .filter(s -> s.state() == Step.State.DECIDED && !s.place().isSupplement() && !s.id().equals(step.id()))
                .toList();
        Step last = before.get(before.size() - 1);
        if (last.rule().isVote() && "REJECT".equals(last.outcome())) {
            throw CreditRefusals.COMMITTEE_REJECTED.because(Map.of(
                    "consents",
                    last.tally().consents(),
                    "refusals",
                    last.tally().refusals()));
        }
        Contract.Limit limit = CaseRecord.of(before, steps.voices(no))
                .latest(Keys.RISK_OPINION)
                .map(CaseRecord.Noted::answers)
                .filter(review -> review.has(Keys.RECOMMENDED_AMOUNT, Keys.RECOMMENDED_MONTHS))
                .map(review -> new Contract.Limit(
                        review.money(Keys.RECOMMENDED_AMOUNT), review.number(Keys.RECOMMENDED_MONTHS)))
                .orElseGet(() -> asked(file));
        within(limit, said.money(Keys.APPROVED_AMOUNT), said.number(Keys.APPROVED_MONTHS));
        secured(file, said.money(Keys.APPROVED_AMOUNT));
    }

    /** What the firm has asked for; nobody raises it. */
    private static Contract.Limit asked(CaseFile file) {
        Object months = file.facts().get(Keys.TERM_MONTHS);
        return new Contract.Limit(
                file.application().requested(), months instanceof Long n ? Math.toIntExact(n) : Integer.MAX_VALUE);
    }

    private static void within(Contract.Limit limit, Money amount, int months) {
        if (amount.compareTo(limit.amount()) > 0) {
            throw CreditRefusals.RAISED.because(
                    Map.of("amount", amount.yuan(), "limit", limit.amount().yuan()));
        }
        if (months > limit.months()) {
            throw CreditRefusals.PROLONGED.because(Map.of("months", months, "limit", limit.months()));
        }
    }

    private void holds(CaseFile file) {
        Decision decision = file.application().decision();
        if (decision != null && file.facts().get(Keys.DECISION_MONTHS) instanceof Long months) {
            LocalDate decidedOn = Times.date(decision.decidedAt());
            LocalDate last = decidedOn.plusMonths(months);
            if (Times.date(clock.instant()).isAfter(last)) {
                throw CreditRefusals.DECISION_EXPIRED.because(
                        Map.of("decidedOn", decidedOn, "months", months, "last", last));
            }
        }
    }

    /** The firm is a related party when one of those who investigated says so, whatever the others say 孰严. */
    @EventListener
    void onDecided(StepDecided event) {
        if (event.voice().answers().containsKey(Keys.RELATED_PARTY)) {
            Map<String, Voice> voices = steps.voices(event.file().application().no());
            boolean related = event.step().seats().stream()
                    .map(seat -> seat.voice() != null ? seat.voice() : voices.get(seat.id()))
                    .anyMatch(
                            voice -> voice != null && YES.equals(voice.answers().get(Keys.RELATED_PARTY)));
            if (related) {
                event.file().learn(Map.of(Keys.RELATED_PARTY, YES));
            }
        }
    }
}
