package org.lianfu.portal;

import java.time.Instant;
import java.util.List;
import org.lianfu.shared.Money;

/**
 * Everything about one case that this reader may see.
 *
 * @param sentence the state in plain words: who holds it, since when, until when
 * @param waiting what it waits for now; empty when it has ended
 * @param promisedBy until when an answer is promised; null before submission and after the end
 * @param decision the bank's or bureau's decision; null before there is one
 * @param timeline what happened, newest first
 * @param steps the program's steps in order with their progress: the diagram in words
 * @param pictures the program's own diagram first, then one of each part
 * @param documents made by the system from the chain, oldest first
 * @param trail the chain of entries, oldest first
 * @param summaryHref where the credit summary is; null where there is none for this reader
 */
public record CaseScreen(
        String no,
        String programCode,
        String programTitle,
        String version,
        String applicantName,
        String uscc,
        Tag status,
        String sentence,
        List<Waiting> waiting,
        Deadline promisedBy,
        String pauseReason,
        Amounts amounts,
        Decision decision,
        Loan loan,
        List<Happening> timeline,
        List<StepLine> steps,
        List<Picture> pictures,
        List<AnswerGroup> answers,
        List<FileLine> files,
        List<DocumentLine> documents,
        Page<TrailLine> trail,
        boolean trailIntact,
        String summaryHref,
        Acts acts) {

    /** One step that is open. {@code taskHref} is null when the reader cannot act on it. */
    public record Waiting(
            String step, Holder holder, Instant since, Deadline deadline, String taskHref, boolean yours) {}

    /** Amounts; null where there is none yet. */
    public record Amounts(Money requested, Money approved, Money paid) {}

    /** What was decided; {@code reasons} are sentences of coded reasons, {@code terms} the conditions of a yes. */
    public record Decision(Tag outcome, Money amount, List<String> terms, List<String> reasons, Instant at) {}

    /** The loan's own state. */
    public record Loan(Tag state, Money principal, Money outstanding) {}

    /** One line of what happened. */
    public record Happening(Instant at, String text, Holder by) {}

    /** One step of the program and how far it is. */
    public record StepLine(String element, String name, String role, Progress progress, Instant at, Holder holder) {}

    /** One document that the system makes. */
    public record DocumentLine(String title, Instant at, String href) {}

    /** How far a step is. FAILED: people turned the case down there; CLOSED: the system closed it, nobody had decided. */
    public enum Progress {
        DONE,
        CURRENT,
        FAILED,
        CLOSED,
        LATER;

        public String css() {
            return "lf-step-" + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * One diagram, and which of its elements carry a marker.
     *
     * @param id empty for the whole, else the id of the call activity that stands for the part
     * @param steps the steps that it draws: the picture in words
     */
    public record Picture(
            String id,
            String name,
            String href,
            List<String> done,
            List<String> current,
            List<String> failed,
            List<String> closed,
            List<StepLine> steps) {}

    /**
     * One entry of the trail.
     *
     * @param type in the reader's language
     * @param code of the type, as over REST
     * @param change from and to, in words; null when nothing changed
     * @param open false when the reader stands outside the entry's audience and sees only that it exists
     */
    public record TrailLine(
            long seq,
            Instant at,
            String type,
            String code,
            Holder by,
            String change,
            Money amount,
            String hash,
            String prev,
            boolean open) {}

    /** What the reader may do here; null where not allowed. */
    public record Acts(String withdrawHref, String supplementHref, String continueHref) {}
}
