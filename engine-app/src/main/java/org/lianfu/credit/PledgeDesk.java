package org.lianfu.credit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lianfu.application.Answers;
import org.lianfu.application.Applications;
import org.lianfu.application.CaseFile;
import org.lianfu.application.Filed;
import org.lianfu.outbox.Incidents;
import org.lianfu.outbox.Outbox;
import org.lianfu.review.ClockWatch;
import org.lianfu.review.ReviewDesk;
import org.lianfu.review.Step;
import org.lianfu.review.StepDecided;
import org.lianfu.review.Steps;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Audience;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Ids;
import org.lianfu.shared.Times;
import org.lianfu.trail.Entry;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The pledge counter 质押登记: sends requests to the registry and takes its answers, whenever and however often they come. The
 * first answer counts; the same again is noted; one that contradicts it becomes an incident.
 */
@Component
public class PledgeDesk {

    /** The registry said something else than before. */
    static final String CONTRADICTS = "registry-contradicts";

    /** The registry answered what no case waits for. */
    static final String UNASKED = "registry-unasked";

    private static final Set<Audience> BETWEEN_TWO = Set.of(Audience.APPLICANT, Audience.BANK);

    private final Applications applications;
    private final Answers answers;
    private final Steps steps;
    private final ReviewDesk review;
    private final ClockWatch watch;
    private final Loans loans;
    private final Pledges pledges;
    private final Outbox outbox;
    private final Incidents incidents;
    private final Clock clock;

    PledgeDesk(
            Applications applications,
            Answers answers,
            Steps steps,
            ReviewDesk review,
            ClockWatch watch,
            Loans loans,
            Pledges pledges,
            Outbox outbox,
            Incidents incidents,
            Clock clock) {
        this.applications = applications;
        this.answers = answers;
        this.steps = steps;
        this.review = review;
        this.watch = watch;
        this.loans = loans;
        this.pledges = pledges;
        this.outbox = outbox;
        this.incidents = incidents;
        this.clock = clock;
    }

    /** Asks the registry to register the pledge; after a refusal that was mended, asks again under a new number. */
    @Transactional
    public void requestPledgeRegistration(CaseNo no) {
        CaseFile file = applications.open(no);
        Filed filed = answers.filed(no, file.application().answersVersion()).orElseThrow();
        int attempt = pledges.newest(no).map(Pledge::attempt).orElse(0) + 1;
        Pledge pledge = Pledge.requested(
                Ids.next(), no, attempt, String.valueOf(filed.answers().get(Keys.PATENT_NO)));
        pledges.insert(pledge, clock.instant());
        send(RegistryCourier.REGISTER, pledge);
        file.record(about(pledge, "pledge.requested", Actor.SYSTEM).data("attempt", String.valueOf(attempt)));
    }

    /**
     * The registry answers the request {@code id}. Idempotent: what has been answered is not answered again.
     */
    @Transactional
    public void answered(String id, PledgeRegistry.Answer answer) {
        Optional<Pledge> asked = pledges.find(id);
        if (asked.isEmpty()) {
            incidents.open(UNASKED, null, id, said(answer));
            return;
        }
        CaseNo no = asked.get().no();
        CaseFile file = applications.open(no);
        Pledge pledge = pledges.find(id).orElseThrow();
        if (pledge.state() == Pledge.State.REQUESTED) {
            take(no, pledge, answer);
        } else if (pledge.agreesWith(answer)) {
            file.record(about(pledge, "pledge.answered-again", Actor.SYSTEM));
        } else {
            file.record(about(pledge, "pledge.answer-contradicts", Actor.SYSTEM));
            incidents.open(CONTRADICTS, no.value(), id, said(answer));
        }
    }

    private void take(CaseNo no, Pledge pledge, PledgeRegistry.Answer answer) {
        Optional<Step> waiting = steps.ofCase(no).stream()
                .filter(step -> step.isOpen() && step.place().isOutside())
                .findFirst();
        if (waiting.isEmpty()) {
            incidents.open(UNASKED, no.value(), pledge.id(), said(answer));
            return;
        }
        Map<String, Object> typed = new LinkedHashMap<>();
        if (answer.registered()) {
            typed.put(Keys.REGISTRATION_NO, answer.registrationNo());
            typed.put(Keys.REGISTERED_ON, answer.registeredOn().toString());
        } else {
            typed.put(Keys.REASONS, answer.reasons());
        }
        String element = waiting.get().place().element();
        review.answerOutside(no, element, answer.registered() ? "DONE" : "REJECT", typed);
    }

    /** A step that waited for the registry is decided, by its answer or by an operator's hand; or a pledge is released. */
    @EventListener
    void onDecided(StepDecided event) {
        CaseRecord.Answered said = new CaseRecord.Answered(event.voice().answers());
        CaseNo no = event.file().application().no();
        if (event.step().place().isOutside()) {
            pledges.newest(no)
                    .filter(pledge -> pledge.state() == Pledge.State.REQUESTED)
                    .ifPresent(pledge -> decided(event, pledge, said));
        } else if (said.has(Keys.RELEASE_NO, Keys.RELEASED_ON)) {
            release(event, pledges.newest(no).orElseThrow(), said);
        }
    }

    private void decided(StepDecided event, Pledge pledge, CaseRecord.Answered said) {
        PledgeRegistry.Answer answer = said.has(Keys.REGISTRATION_NO)
                ? PledgeRegistry.Answer.registered(said.text(Keys.REGISTRATION_NO), said.date(Keys.REGISTERED_ON))
                : PledgeRegistry.Answer.refused(said.codes(Keys.REASONS));
        Pledge after = pledge.answered(answer);
        if (!event.actor().isSystem()) {
            outbox.recall(RegistryCourier.TOPIC, pledge.no().value());
        }
        pledges.save(pledge, after, event.actor().login(), clock.instant());
        incidents.resolve(event.step().id());
        if (answer.registered()) {
            Loan loan = loans.get(pledge.no());
            loans.save(loan, loan.pledged(answer.registeredOn()));
            event.file()
                    .record(about(after, "pledge.registered", event.actor())
                            .as(event.step().place().role())
                            .data("registeredOn", answer.registeredOn().toString())
                            .details(Map.of("registrationNo", answer.registrationNo())));
        } else {
            event.file()
                    .record(about(after, "pledge.refused", event.actor())
                            .as(event.step().place().role())
                            .data("reasons", String.join(",", answer.reasons())));
        }
    }

    private void release(StepDecided event, Pledge pledge, CaseRecord.Answered said) {
        LocalDate on = said.date(Keys.RELEASED_ON);
        Instant now = clock.instant();
        Pledge after = pledge.released(said.text(Keys.RELEASE_NO), on, Times.date(now));
        pledges.save(pledge, after, event.actor().login(), now);
        send(RegistryCourier.RELEASE, after);
        event.file()
                .record(about(after, "pledge.released", event.actor())
                        .as(event.step().place().role())
                        .data("releasedOn", on.toString())
                        .details(Map.of("releaseNo", after.releaseNo())));
    }

    /** The outside stayed silent: its time to answer runs anew, and a registry that was asked is sent the request again. */
    @Transactional
    public void askAgain(CaseNo no, String stepId, Actor by) {
        CaseFile file = applications.open(no);
        watch.waitAgain(no, stepId);
        pledges.newest(no)
                .filter(pledge -> pledge.state() == Pledge.State.REQUESTED)
                .ifPresent(pledge -> {
                    send(RegistryCourier.REGISTER, pledge);
                    file.record(about(pledge, "pledge.asked-again", by).as("OPERATOR"));
                });
    }

    /**
     * The registry said what does not fit: the same request goes out again under its number, and the answer is held
     * against the one that counts. When they agree it is noted; when not, there is an incident again. A request that this
     * house does not know cannot be asked about: then the operator has cleared it up with the registry.
     */
    @Transactional
    public void confirm(String id, Actor by) {
        pledges.find(id).ifPresent(asked -> {
            CaseFile file = applications.open(asked.no());
            send(RegistryCourier.REGISTER, asked);
            file.record(about(asked, "pledge.confirmation-asked", by).as("OPERATOR"));
        });
    }

    private void send(String act, Pledge pledge) {
        outbox.put(RegistryCourier.TOPIC, pledge.no().value(), Map.of("act", act, "pledge", pledge.id()));
    }

    private static Entry about(Pledge pledge, String type, Actor actor) {
        return Entry.of(type, actor).about("pledge", pledge.id()).audience(BETWEEN_TWO);
    }

    private static String said(PledgeRegistry.Answer answer) {
        return answer.registered()
                ? "registered as " + answer.registrationNo()
                : "refused: " + String.join(" ", answer.reasons());
    }
}
