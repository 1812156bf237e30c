package org.lianfu.credit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.lianfu.application.CaseFile;
import org.lianfu.directory.Directory;
import org.lianfu.review.Step;
import org.lianfu.review.StepCheck;
import org.lianfu.review.Steps;
import org.lianfu.review.Voice;
import org.lianfu.shared.Money;
import org.lianfu.shared.Times;
import org.springframework.stereotype.Component;

/**
 * Valuation of the pledged right 质物评估: who may be commissioned, what dates a report may bear, and what it is worth today.
 * An appraiser that is the bank or the firm itself, or has declared a relation to one of them, does not value for them.
 */
@Component
class Valuations implements StepCheck {

    private static final String APPRAISER = "APPRAISER";

    /** Coded reason of an appraiser who is related to the firm or to the bank. */
    private static final String RELATED = "A01";

    private final Steps steps;
    private final Directory directory;
    private final Clock clock;

    Valuations(Steps steps, Directory directory, Clock clock) {
        this.steps = steps;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public void check(CaseFile file, Step step, Voice voice) {
        CaseRecord.Answered said = new CaseRecord.Answered(voice.answers());
        if (said.has(Keys.APPRAISER_ORG)) {
            mayValue(file, said.text(Keys.APPRAISER_ORG));
        } else if (said.has(Keys.APPRAISED_ON, Keys.VALUATION_UNTIL)) {
            dated(said.date(Keys.APPRAISED_ON), said.date(Keys.VALUATION_UNTIL));
        }
    }

    private void mayValue(CaseFile file, String org) {
        Map<String, Object> who = Map.of(
                "appraiser",
                directory.nameOf(org).zh(),
                "appraiserEn",
                directory.nameOf(org).en());
        if (org.equals(file.application().org())
                || org.equals(file.application().holderBank())
                || hasDeclaredARelation(file, org)) {
            throw CreditRefusals.APPRAISER_RELATED.because(who);
        }
        if (directory.holders(org, APPRAISER).isEmpty()) {
            throw CreditRefusals.APPRAISER_VACANT.because(who);
        }
    }

    private boolean hasDeclaredARelation(CaseFile file, String org) {
        Map<String, Voice> voices = steps.voices(file.application().no());
        return steps.ofCase(file.application().no()).stream()
                .filter(step ->
                        step.place().org().equals(org) && step.place().role().equals(APPRAISER))
                .flatMap(step -> step.seats().stream())
                .map(seat -> voices.get(seat.id()))
                .anyMatch(voice -> voice != null && voice.reasons().contains(RELATED));
    }

    private void dated(LocalDate on, LocalDate until) {
        LocalDate today = Times.date(clock.instant());
        if (on.isAfter(today) || until.isBefore(today) || until.isBefore(on)) {
            throw CreditRefusals.VALUATION_DATES.because(Map.of("appraisedOn", on, "until", until, "today", today));
        }
    }

    /**
     * What the pledged right is worth by a valuation that holds today.
     *
     * @throws org.lianfu.shared.Refused when there is none, or its time is over: that of the program or, when shorter, that
     *     of the report
     */
    Money valueToday(CaseFile file) {
        Map<String, Object> facts = file.facts();
        if (facts.get(Keys.APPRAISED_VALUE) instanceof Long value
                && facts.get(Keys.APPRAISED_ON) instanceof String on
                && facts.get(Keys.VALUATION_MONTHS) instanceof Long months) {
            LocalDate appraisedOn = LocalDate.parse(on);
            LocalDate last = last(appraisedOn.plusMonths(months), facts.get(Keys.VALUATION_UNTIL));
            LocalDate today = Times.date(clock.instant());
            if (appraisedOn.isAfter(today) || today.isAfter(last)) {
                throw CreditRefusals.VALUATION_EXPIRED.because(Map.of("appraisedOn", appraisedOn, "last", last));
            }
            return Money.ofFen(value);
        }
        throw CreditRefusals.VALUATION_MISSING.because();
    }

    private static LocalDate last(LocalDate byProgram, Object byReport) {
        LocalDate until = byReport instanceof String text ? LocalDate.parse(text) : byProgram;
        return until.isBefore(byProgram) ? until : byProgram;
    }
}
