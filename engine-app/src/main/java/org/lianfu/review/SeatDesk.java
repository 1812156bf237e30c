package org.lianfu.review;

import java.time.Clock;
import java.util.Map;
import org.lianfu.application.CaseFile;
import org.lianfu.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The seats of a step 席位: who leaves one for a conflict of interest, and how a vote goes on with those who are left. */
@Component
public class SeatDesk {

    private final Counter counter;
    private final CaseClerk clerk;
    private final Steps steps;
    private final Inbox inbox;
    private final Clock clock;

    SeatDesk(Counter counter, CaseClerk clerk, Steps steps, Inbox inbox, Clock clock) {
        this.counter = counter;
        this.clerk = clerk;
        this.steps = steps;
        this.inbox = inbox;
        this.clock = clock;
    }

    /**
     * A person whose own interest touches the case leaves the seat 回避 and takes no further part in it. That may decide a
     * vote, or leave it without its quorum.
     *
     * @param reason what connects the person with the case
     */
    @Transactional
    public Step recuse(Actor actor, String seatId, String reason) {
        CaseFile file = counter.open(seatId);
        Step step = counter.stepOf(file, actor, seatId);
        if (step.place().isOutside()
                || step.place().org().equals(file.application().org())) {
            throw ReviewRefusals.NOT_RECUSABLE.because(
                    Map.of("step", step.place().element()));
        }
        String instead = clerk.stepsOf(file).nextSeatIds(1).get(0);
        Step without = step.recuse(
                seatId,
                actor,
                reason == null ? "" : reason.strip(),
                file.application().answersVersion(),
                counter.history(file),
                instead,
                clock.instant());
        clerk.stepsOf(file).put(without);
        steps.decided(without, without.seat(seatId));
        inbox.decided(without, without.seat(seatId));
        file.record(Counter.entry("task.recused", actor, without, seatId).details(Map.of("reason", reason.strip())));
        if (!without.isOpen()) {
            counter.ended(file, without, actor, without.seat(seatId).voice());
        } else if (without.lacksQuorum()) {
            clerk.lacksQuorum(without);
        } else if (!without.rule().isVote()) {
            clerk.seat(file, without, instead);
        }
        return without;
    }

    /** Opens one more seat of a vote that cannot reach its quorum any more; another member may take it. */
    @Transactional
    public Step furtherSeat(Actor actor, String seatId) {
        CaseFile file = counter.open(seatId);
        Step step = counter.stepOf(file, actor, seatId);
        return clerk.furtherSeat(file, step, actor);
    }

    /** Ends a vote whose time has passed with those who took part 缺席. */
    @Transactional
    public Step endVote(Actor actor, String seatId) {
        CaseFile file = counter.open(seatId);
        Step ended = counter.stepOf(file, actor, seatId).endVote(actor, clock.instant());
        clerk.stepsOf(file).put(ended);
        inbox.close(ended);
        file.record(Counter.entry("step.vote-ended", actor, ended, seatId));
        counter.ended(file, ended, actor, null);
        return ended;
    }
}
