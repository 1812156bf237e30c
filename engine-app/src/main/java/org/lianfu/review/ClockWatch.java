package org.lianfu.review;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.lianfu.application.ApplicationDesk;
import org.lianfu.application.Applications;
import org.lianfu.application.CaseFile;
import org.lianfu.flow.Flow;
import org.lianfu.outbox.Incidents;
import org.lianfu.program.Programs;
import org.lianfu.program.StepDef;
import org.lianfu.shared.Actor;
import org.lianfu.shared.CaseNo;
import org.lianfu.trail.Entry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The only clock of the house: finds steps whose time is up and does what their program says, one case a transaction,
 * under the case's lock, after looking at the step's own clock again. The engine never acts by itself.
 */
@Component
public class ClockWatch {

    /** An outside answer has not come in time. */
    public static final String SILENT = "outside-silent";

    /** The act that a deadline demands failed. */
    public static final String FAILED = "deadline-failed";

    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);
    private static final int AT_ONCE = 50;

    private final Applications applications;
    private final ApplicationDesk applicationDesk;
    private final Programs programs;
    private final Steps steps;
    private final CaseClerk clerk;
    private final Inbox inbox;
    private final Deadlines deadlines;
    private final DeadlineKeeper keeper;
    private final Incidents incidents;
    private final Flow flow;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ClockWatch(
            Applications applications,
            ApplicationDesk applicationDesk,
            Programs programs,
            Steps steps,
            CaseClerk clerk,
            Inbox inbox,
            Deadlines deadlines,
            DeadlineKeeper keeper,
            Incidents incidents,
            Flow flow,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.applications = applications;
        this.applicationDesk = applicationDesk;
        this.programs = programs;
        this.steps = steps;
        this.clerk = clerk;
        this.inbox = inbox;
        this.deadlines = deadlines;
        this.keeper = keeper;
        this.incidents = incidents;
        this.flow = flow;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelayString = "${lianfu.clock.every:5s}", initialDelayString = "${lianfu.clock.every:5s}")
    void watch() {
        actOnDue();
    }

    /** Acts on every step whose time is up now. @return how many cases were looked at */
    public int actOnDue() {
        Instant now = clock.instant();
        List<CaseNo> due = steps.due(now, AT_ONCE);
        for (CaseNo no : due) {
            try {
                transaction.executeWithoutResult(tx -> act(no, now));
            } catch (RuntimeException e) {
                LOG.error("deadline of {} could not be acted on", no, e);
                transaction.executeWithoutResult(tx -> giveUp(no, now, e));
            }
        }
        return due.size();
    }

    /** An answer from outside that did not come has been asked for again: the time to give it runs anew from now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void waitAgain(CaseNo no, String stepId) {
        CaseFile file = applications.open(no);
        clerk.stepsOf(file).byId(stepId).filter(Step::isOpen).ifPresent(step -> {
            Step again = step.resume(deadlines.again(step.clock(), clock.instant()));
            clerk.stepsOf(file).put(again);
            steps.update(again);
            inbox.restate(again);
        });
    }

    /** What a deadline demanded and what failed is tried again at the next look. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void actAgain(CaseNo no, String stepId) {
        CaseFile file = applications.open(no);
        clerk.stepsOf(file).byId(stepId).filter(Step::isOpen).ifPresent(step -> {
            Step again = step.resume(step.clock().dueToAct(clock.instant()));
            clerk.stepsOf(file).put(again);
            steps.update(again);
        });
    }

    private void act(CaseNo no, Instant now) {
        CaseFile file = applications.open(no);
        for (Step step : clerk.stepsOf(file).open()) {
            Step present =
                    clerk.stepsOf(file).byId(step.id()).filter(Step::isOpen).orElse(null);
            // the clock may have been set by a calendar that holds no more
            Step fresh = present != null && isDue(present, now) ? keeper.recount(file, present) : present;
            if (fresh != null && isDue(fresh, now)) {
                act(file, fresh);
            }
        }
    }

    private static boolean isDue(Step step, Instant now) {
        return step.clock().actAt() != null
                && !step.isPaused()
                && !step.clock().actAt().isAfter(now);
    }

    private void act(CaseFile file, Step step) {
        CaseNo no = file.application().no();
        if (step.place().isSupplement()) {
            applicationDesk.endBySilence(file);
            return;
        }
        StepDef def =
                programs.version(file.application().program()).step(step.place().element());
        file.record(Entry.of("step.timed-out", Actor.SYSTEM)
                .about("step", step.id())
                .data("element", step.place().element())
                .audience(programs.version(file.application().program()).openAudience()));
        quiet(file, step);
        if (def.timer() != null) {
            flow.timeout(no, step.place().token(), def.timer());
        } else {
            incidents.open(SILENT, no.value(), step.id(), step.place().element());
        }
    }

    private void giveUp(CaseNo no, Instant now, RuntimeException cause) {
        CaseFile file = applications.open(no);
        clerk.stepsOf(file).open().stream().filter(s -> isDue(s, now)).forEach(step -> {
            quiet(file, step);
            incidents.open(FAILED, no.value(), step.id(), String.valueOf(cause.getMessage()));
        });
    }

    private void quiet(CaseFile file, Step step) {
        Step quiet = step.resume(step.clock().quiet());
        clerk.stepsOf(file).put(quiet);
        steps.update(quiet);
    }
}
