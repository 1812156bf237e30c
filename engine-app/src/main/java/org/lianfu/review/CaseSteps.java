package org.lianfu.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lianfu.application.CaseFile;

/** The steps of the locked case in this transaction: had once, kept up to date by whoever changes one. */
final class CaseSteps {

    private final CaseFile file;
    private final List<Step> steps;

    CaseSteps(CaseFile file, List<Step> steps) {
        this.file = file;
        this.steps = new ArrayList<>(steps);
    }

    List<Step> all() {
        return List.copyOf(steps);
    }

    List<Step> open() {
        return steps.stream().filter(Step::isOpen).toList();
    }

    Optional<Step> withSeat(String seatId) {
        return steps.stream()
                .filter(s -> s.seats().stream().anyMatch(seat -> seat.id().equals(seatId)))
                .findFirst();
    }

    Optional<Step> withToken(String token) {
        return steps.stream().filter(s -> token.equals(s.place().token())).findFirst();
    }

    Optional<Step> byId(String id) {
        return steps.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    Optional<Step> openAt(String element) {
        return open().stream().filter(s -> s.place().element().equals(element)).findFirst();
    }

    Optional<Step> openSupplement() {
        return open().stream().filter(s -> s.place().isSupplement()).findFirst();
    }

    /** How often a step of this element has sent the case back to an earlier step. */
    int returnsOf(String element) {
        return (int) steps.stream()
                .filter(s -> s.place().element().equals(element) && "RETURN".equals(s.outcome()))
                .count();
    }

    /** How often the applicant was asked for more at this element. */
    int supplementsOf(String element) {
        return (int) steps.stream()
                .filter(s -> s.place().isSupplement())
                .filter(s -> byId(s.place().askedFor())
                        .filter(asker -> asker.place().element().equals(element))
                        .isPresent())
                .count();
    }

    /** Adds a step or puts it in the place of what it was; its rows are written by the caller. */
    void put(Step step) {
        file.touched();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).id().equals(step.id())) {
                steps.set(i, step);
                return;
            }
        }
        steps.add(step);
    }

    /** Ids of seats to open: the case number and a running number, so that a task's id tells its case. */
    List<String> nextSeatIds(int count) {
        String no = file.application().no().value();
        int taken = steps.stream().mapToInt(s -> s.seats().size()).sum();
        List<String> ids = new ArrayList<>();
        for (int i = taken + 1; i <= taken + count; i++) {
            ids.add(no + (i < 10 ? "-0" : "-") + i);
        }
        return ids;
    }
}
