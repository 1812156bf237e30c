package org.lianfu.review;

import java.util.List;
import org.lianfu.application.Applications;
import org.lianfu.application.CaseFile;
import org.lianfu.directory.Directory;
import org.lianfu.directory.HolderLeft;
import org.lianfu.review.store.InboxMapper.Claimed;
import org.lianfu.shared.Actor;
import org.lianfu.shared.CaseNo;
import org.lianfu.trail.Entry;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives seats back to their post when whoever claimed them has lost it or may not sign in any more: else the case would
 * wait for somebody who cannot come. In the act that took the post, and for posts that end by their date a little later.
 */
@Component
public class SeatKeeper {

    private final Applications applications;
    private final CaseClerk clerk;
    private final Steps steps;
    private final Inbox inbox;
    private final Directory directory;
    private final TransactionTemplate transaction;

    SeatKeeper(
            Applications applications,
            CaseClerk clerk,
            Steps steps,
            Inbox inbox,
            Directory directory,
            PlatformTransactionManager transactions) {
        this.applications = applications;
        this.clerk = clerk;
        this.steps = steps;
        this.inbox = inbox;
        this.directory = directory;
        this.transaction = new TransactionTemplate(transactions);
    }

    @EventListener
    void onLeft(HolderLeft left) {
        inbox.claimedBy(left.login()).forEach(seat -> handBack(seat, left.by()));
    }

    @Scheduled(fixedDelayString = "${lianfu.seats.every:PT5M}", initialDelayString = "${lianfu.seats.every:PT5M}")
    void watch() {
        sweep();
    }

    /**
     * Gives back what is claimed by people who do not hold the post today, one seat a transaction.
     *
     * @return how many seats
     */
    public int sweep() {
        List<Claimed> orphans =
                inbox.claimed().stream().filter(seat -> !mayWork(seat)).toList();
        orphans.forEach(seat -> transaction.executeWithoutResult(tx -> handBack(seat, Actor.SYSTEM)));
        return orphans.size();
    }

    private boolean mayWork(Claimed seat) {
        return directory
                .present(seat.claimedBy(), "pwd")
                .filter(present -> Place.mayWork(present.actor(), seat.post()))
                .isPresent();
    }

    private void handBack(Claimed claimed, Actor by) {
        if (mayWork(claimed)) {
            return;
        }
        CaseFile file = applications.open(new CaseNo(claimed.caseNo()));
        clerk.stepsOf(file)
                .withSeat(claimed.seatId())
                .filter(step -> step.isOpen() && step.seat(claimed.seatId()).isOf(claimed.claimedBy()))
                .ifPresent(step -> {
                    Step back = step.handBack(claimed.seatId());
                    clerk.stepsOf(file).put(back);
                    steps.claimed(back, back.seat(claimed.seatId()));
                    inbox.claimed(back.seat(claimed.seatId()));
                    file.record(Entry.of("task.handed-back", Actor.SYSTEM)
                            .about("task", claimed.seatId())
                            .data("element", step.place().element())
                            .data("by", by.login())
                            .audience(step.place().audience()));
                });
    }
}
