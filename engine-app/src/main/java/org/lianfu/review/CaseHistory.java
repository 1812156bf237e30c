package org.lianfu.review;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.lianfu.directory.Duties;
import org.lianfu.program.Program;
import org.lianfu.shared.Refused;

/**
 * Who has worked on the case until now, and what therefore they may not do as well: duties that exclude one another 不相容岗位
 * hold case-wide; {@code differsFrom} of a step may only add to them, and looks at the newest work there: what was sent back
 * and done anew by a colleague is that colleague's, else two people could both be shut out for ever.
 *
 * @param steps every step of the case, open and ended, in the order they were opened
 * @param differsFrom for an element, the elements whose people must be others
 * @param duties for a role and the roles a person has acted in: the role it cannot be combined with, if any
 */
record CaseHistory(
        List<Step> steps,
        BiFunction<String, String, Boolean> differsFrom,
        BiFunction<String, Collection<String>, Optional<String>> duties) {

    static CaseHistory of(List<Step> steps, Program program, Duties duties) {
        return new CaseHistory(
                steps,
                (element, other) -> program.steps().containsKey(element)
                        && program.step(element).differsFrom().contains(other),
                duties::conflict);
    }

    Optional<Refused> conflict(Step step, String login) {
        List<Step> others = steps.stream()
                .filter(s -> !s.id().equals(step.id()) && hasActed(s, login))
                .toList();
        Set<String> roles = others.stream().map(s -> s.place().role()).collect(Collectors.toSet());
        Optional<String> excluded = duties.apply(step.place().role(), roles);
        if (excluded.isPresent()) {
            return Optional.of(ReviewRefusals.DUTIES_EXCLUDE.because(
                    Map.of("role", step.place().role(), "earlier", excluded.get())));
        }
        return others.stream()
                .filter(s -> differsFrom.apply(step.place().element(), s.place().element()))
                .filter(this::isNewestWork)
                .findFirst()
                .map(s -> ReviewRefusals.SAME_PERSON.because(Map.of(
                        "step", step.place().element(), "earlier", s.place().element())));
    }

    private boolean isNewestWork(Step step) {
        return steps.stream()
                .filter(s -> s.place().element().equals(step.place().element()))
                .filter(s -> s.seats().stream().anyMatch(CaseHistory::isWork))
                .reduce((earlier, later) -> later)
                .filter(newest -> newest == step)
                .isPresent();
    }

    private static boolean isWork(Seat seat) {
        return seat.state() == Seat.State.CLAIMED || seat.state() == Seat.State.DECIDED;
    }

    private static boolean hasActed(Step step, String login) {
        return step.seats().stream().anyMatch(seat -> seat.isOf(login) && isWork(seat));
    }

    /** Whether this person has withdrawn from the case 回避. */
    boolean recused(String login) {
        return steps.stream().flatMap(s -> s.seats().stream()).anyMatch(seat -> seat.isRecusedBy(login));
    }
}
