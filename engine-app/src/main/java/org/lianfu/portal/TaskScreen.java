package org.lianfu.portal;

import java.time.Instant;
import java.util.List;
import org.lianfu.credit.CreditSummary;
import org.lianfu.form.Row;

/**
 * One seat: the materials on the left, the decision on the right.
 *
 * @param line the seat as in the inbox
 * @param state what the reader can do with it
 * @param summary the credit summary; null where there is none for this reader
 * @param materials what the applicant filed, section by section
 * @param given what earlier steps recorded and this reader may see
 * @param seats every seat of the step
 * @param tally how the vote stands; null when the step is no vote
 * @param mayRecuse whether the reader may leave the case for a conflict of interest here
 * @param rows the step's form as rendering model; empty when it asks nothing
 * @param outcomes what can be decided, in the model's order
 * @param opinion what was typed as opinion, kept
 * @param items what was typed as missing, one item a line, kept
 * @param reason what was typed as the reason to ask for more, kept
 * @param interest what was typed as the reason of a recusal, kept
 * @param fileKinds what may be attached on this step, first what the program asks for there
 * @param refusal why the last act was refused, in a sentence; null when nothing stands against it
 */
public record TaskScreen(
        TaskLine line,
        State state,
        Tag caseStatus,
        String caseHref,
        String version,
        CreditSummary summary,
        List<AnswerGroup> materials,
        List<FileLine> files,
        List<AnswerGroup> given,
        List<Opinion> opinions,
        List<Seat> seats,
        Tally tally,
        boolean mayRecuse,
        List<Row> rows,
        List<Outcome> outcomes,
        String opinion,
        String items,
        String reason,
        String interest,
        List<FileKind> fileKinds,
        boolean maySupplement,
        Supplement supplement,
        List<FaultLine> faults,
        String refusal) {

    /** What the reader can do with the seat. */
    public enum State {
        /** nobody has it */
        OPEN,
        /** the reader has it */
        MINE,
        /** a colleague has it */
        TAKEN,
        /** the firm has been asked for more: the step waits */
        WAITING,
        /** decided or closed */
        OVER
    }

    /** One kind of file that may be attached; {@code why} with its clause, null for any other file. */
    public record FileKind(String kind, String title, String why) {}

    /** An opinion given before. */
    public record Opinion(String step, Holder by, String outcome, String text, Instant at) {}

    /**
     * How a vote stands.
     *
     * @param text the count in a sentence, consents and refusals apart
     * @param needs what carries it, in a sentence
     * @param lacksQuorum whether those who are left cannot reach the quorum
     * @param mayEnd whether its time has passed with the quorum reached
     */
    public record Tally(String text, String needs, boolean lacksQuorum, boolean mayEnd) {}

    /** One seat of the step. */
    public record Seat(Holder holder, Tag state, String outcome) {}

    /**
     * One choice.
     *
     * @param code as over REST
     * @param text what the button says
     * @param negative true when an opinion or a coded reason is demanded
     */
    public record Outcome(String code, String text, boolean negative, boolean chosen) {}

    /** A request for more that is open: what was asked and until when. */
    public record Supplement(List<String> items, String reason, Deadline deadline, Instant at) {}
}
