package org.lianfu.review;

import java.util.List;
import org.lianfu.application.Application;
import org.lianfu.review.store.InboxMapper;
import org.lianfu.shared.Times;
import org.springframework.stereotype.Component;

/** The inbox 待办: one row per open seat, written by the desk that opens, claims or closes it. */
@Component
class Inbox {

    private final InboxMapper mapper;

    Inbox(InboxMapper mapper) {
        this.mapper = mapper;
    }

    void open(Application application, Step step) {
        open(application, step, step.seats());
    }

    /** One row for each of these seats of the step. */
    void open(Application application, Step step, List<Seat> seats) {
        Long amount =
                application.requested() == null ? null : application.requested().fen();
        for (Seat seat : seats) {
            mapper.insert(new OpenSeat(
                    seat.id(),
                    step.id(),
                    application.no().value(),
                    step.place().post(),
                    null,
                    application.programCode(),
                    application.program().version(),
                    step.place().element(),
                    application.applicantName(),
                    amount,
                    Times.micros(step.clock().openedAt()),
                    due(step)));
        }
    }

    void claimed(Seat seat) {
        mapper.claim(seat.id(), seat.state() == Seat.State.CLAIMED ? seat.person() : null);
    }

    /** Seats that this person has claimed, in the order of their cases. */
    List<InboxMapper.Claimed> claimedBy(String login) {
        return mapper.claimedBy(login);
    }

    List<InboxMapper.Claimed> claimed() {
        return mapper.claimed();
    }

    void decided(Step step, Seat seat) {
        if (step.isOpen()) {
            mapper.deleteSeat(seat.id());
        } else {
            mapper.deleteStep(step.place().caseNo().value(), step.id());
        }
    }

    void close(Step step) {
        mapper.deleteStep(step.place().caseNo().value(), step.id());
    }

    /** The step's deadline or name has changed. */
    void restate(Step step) {
        mapper.restate(
                step.place().caseNo().value(),
                step.id(),
                due(step),
                step.place().element());
    }

    List<OpenSeat> page(List<String> posts, String login, String program, Long after, String afterSeat, int limit) {
        return posts.isEmpty() ? List.of() : mapper.page(posts, login, program, after, afterSeat, limit);
    }

    /** Cases with an open seat at a post of this organisation. */
    List<String> casesOf(String org) {
        return mapper.casesOf(org + "/%");
    }

    /** Cases with an open seat. */
    List<String> cases() {
        return mapper.casesOf("%");
    }

    private static Long due(Step step) {
        return step.clock().dueAt() == null ? null : Times.micros(step.clock().dueAt());
    }
}
