package org.lianfu.review;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.lianfu.program.SeatRule;

/**
 * How a vote stands; consents and refusals are counted apart.
 *
 * @param open members who have not spoken
 */
public record Tally(int consents, int refusals, int abstentions, int recused, int open) {

    static Tally of(List<Seat> seats) {
        return new Tally(
                spoken(seats, "APPROVE"),
                spoken(seats, "REJECT"),
                spoken(seats, "ABSTAIN"),
                count(seats, s -> s.state() == Seat.State.RECUSED),
                count(seats, Seat::isLive));
    }

    /** Who took part: an abstention is a presence, a recusal is not. */
    public int present() {
        return consents + refusals + abstentions;
    }

    /** How many can have taken part in the end. */
    public int possible() {
        return present() + open;
    }

    /**
     * What the vote comes to, as soon as whoever is left cannot change it, by voting either way or by recusal. Before the
     * quorum is reached nothing is fixed, because all who are left might be recused.
     */
    Optional<String> fixed(SeatRule rule) {
        if (present() < rule.quorum()) {
            return Optional.empty();
        }
        if (rule.share().reachedBy(consents, possible())) {
            return Optional.of("APPROVE");
        }
        return rule.share().reachedBy(consents + open, possible()) ? Optional.empty() : Optional.of("REJECT");
    }

    /** What those who took part have come to, whoever has not spoken being absent. */
    String withoutTheAbsent(SeatRule rule) {
        return rule.share().reachedBy(consents, present()) ? "APPROVE" : "REJECT";
    }

    private static int spoken(List<Seat> seats, String outcome) {
        return count(seats, s -> outcome.equals(s.outcome()));
    }

    private static int count(List<Seat> seats, Predicate<Seat> which) {
        return (int) seats.stream().filter(which).count();
    }
}
