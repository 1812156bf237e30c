package org.lianfu.program;

import java.util.List;
import java.util.Set;
import org.lianfu.calendar.Term;
import org.lianfu.shared.Audience;
import org.lianfu.shared.Words;

/**
 * One step 环节 of a program: a user task of the built model with all that people need to work on it. The order of work,
 * the role key and the seats come from the diagram, the deadline from program.yaml.
 *
 * @param element id of the user task in the built model
 * @param name what the step is called
 * @param role role key, explained by {@link Manifest#roles()}
 * @param rule how many people decide it
 * @param outcomes what it may end with, a subset of {@link #OUTCOMES}
 * @param audience who may read what is recorded in it
 * @param phase status of the case while it waits here
 * @param form name of the form that it asks
 * @param deadline how long it may take, null when it has none
 * @param timer id of the boundary timer that its deadline, or its lapse, fires; null when the route does not change
 * @param lapse fact that says how many months after the decision of the case the timer fires; null when it is the deadline's
 * @param returns how often in one case this step may send back: to an earlier step, and to the applicant for more, each
 *     counted apart; 0 = never; {@link #UNLIMITED} when the policy says nothing
 * @param differsFrom steps whose deciders may not decide this one, beyond the duties that always exclude one another
 * @param clauses clauses that the step cites
 */
public record StepDef(
        String element,
        Words name,
        String role,
        SeatRule rule,
        List<String> outcomes,
        Set<Audience> audience,
        String phase,
        String form,
        Term deadline,
        String timer,
        String lapse,
        int returns,
        List<String> differsFrom,
        List<String> clauses) {

    /**
     * Whether this step gives the decision that the applicant reads: it says yes or no, and says it to the applicant. What a
     * committee or a reviewer finds before is read by the house only.
     */
    public boolean decidesCase() {
        return outcomes.containsAll(List.of("APPROVE", "REJECT")) && audience.contains(Audience.APPLICANT);
    }

    /** Whether something happens by itself at the deadline. */
    public boolean actsAtDeadline() {
        return timer != null && lapse == null;
    }

    public static final int UNLIMITED = Integer.MAX_VALUE;

    /** Every outcome that a step may have. */
    public static final Set<String> OUTCOMES =
            Set.of("APPROVE", "REJECT", "RETURN", "ABSTAIN", "DONE", "ACCEPT", "DECLINE");

    /** Every status that a case may have while it waits at a step. */
    public static final Set<String> PHASES = Set.of(
            "SUBMITTED",
            "IN_REVIEW",
            "PUBLIC_NOTICE",
            "APPROVED",
            "AWAITING_PAYMENT",
            "PAYMENT_SENT",
            "PAYMENT_RETURNED",
            "CONTRACTED",
            "DISBURSED");

    /** Every status that an end event may give to a case. */
    public static final Set<String> ENDINGS =
            Set.of("NOT_ACCEPTED", "DECLINED", "WITHDRAWN", "EXPIRED", "CLOSED", "PAID", "SETTLED");
}
