package org.lianfu.credit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.lianfu.shared.CaseNo;

/**
 * One request to register a pledge 质押登记, and what became of it.
 *
 * @param id of the request, as the registry knows it
 * @param attempt first, second, … of its case
 * @param registrationNo null while not registered
 * @param reasons refusal grounds, for example {@code P07}
 */
public record Pledge(
        String id,
        CaseNo no,
        int attempt,
        String patentNo,
        State state,
        String registrationNo,
        LocalDate registeredOn,
        List<String> reasons,
        String releaseNo,
        LocalDate releasedOn) {

    /** Where a request stands; only a registered pledge binds the patent. */
    public enum State {
        REQUESTED,
        REGISTERED,
        REFUSED,
        RELEASED
    }

    static Pledge requested(String id, CaseNo no, int attempt, String patentNo) {
        return new Pledge(id, no, attempt, patentNo, State.REQUESTED, null, null, List.of(), null, null);
    }

    /** The answer that counts: the first. */
    Pledge answered(PledgeRegistry.Answer answer) {
        State became = answer.registered() ? State.REGISTERED : State.REFUSED;
        return new Pledge(
                id,
                no,
                attempt,
                patentNo,
                became,
                answer.registrationNo(),
                answer.registeredOn(),
                answer.reasons(),
                null,
                null);
    }

    /** Whether an answer that came later says the same as the one that counted. */
    boolean agreesWith(PledgeRegistry.Answer answer) {
        boolean registered = state == State.REGISTERED || state == State.RELEASED;
        return registered == answer.registered() && (!registered || registrationNo.equals(answer.registrationNo()));
    }

    /** The debt is paid, the pledge is taken off the register. */
    Pledge released(String releaseNo, LocalDate on, LocalDate today) {
        if (state != State.REGISTERED) {
            throw CreditRefusals.NOT_PLEDGED.because(Map.of("no", no.value()));
        }
        if (on.isBefore(registeredOn) || on.isAfter(today)) {
            throw CreditRefusals.RELEASED_ON.because(
                    Map.of("releasedOn", on, "registeredOn", registeredOn, "today", today));
        }
        return new Pledge(
                id, no, attempt, patentNo, State.RELEASED, registrationNo, registeredOn, reasons, releaseNo, on);
    }
}
