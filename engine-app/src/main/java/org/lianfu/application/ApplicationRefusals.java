package org.lianfu.application;

import static org.lianfu.shared.Refusal.Kind.CONFLICT;
import static org.lianfu.shared.Refusal.Kind.FORBIDDEN;
import static org.lianfu.shared.Refusal.Kind.MALFORMED;
import static org.lianfu.shared.Refusal.Kind.RULE;
import static org.lianfu.shared.Refusal.Kind.TOO_LARGE;
import static org.lianfu.shared.Refusal.Kind.WRONG_TYPE;

import java.util.Map;
import org.lianfu.shared.Refusal;
import org.lianfu.shared.Refused;

/** Every "no" of this counter. */
final class ApplicationRefusals {

    /** Missing or somebody else's: the same words, so that nobody learns which case numbers exist. */
    static final Refusal MISSING = Refusal.of("application.missing", Refusal.Kind.MISSING);

    static final Refusal PROGRAM_CLOSED = Refusal.of("application.program-closed", RULE);
    static final Refusal PROGRAM_UNKNOWN = Refusal.of("application.program-unknown", Refusal.Kind.MISSING);
    static final Refusal NOT_AN_APPLICANT = Refusal.of("application.not-an-applicant", FORBIDDEN);
    static final Refusal NOT_A_DRAFT = Refusal.of("application.not-a-draft", CONFLICT);
    static final Refusal ANSWERS_MOVED = Refusal.of("application.answers-moved", CONFLICT);
    static final Refusal DRAFT_CHANGED = Refusal.of("application.draft-changed", Refusal.Kind.STALE);
    static final Refusal UNKNOWN_KEYS = Refusal.of("application.unknown-keys", MALFORMED);
    static final Refusal ANSWERS_TOO_LARGE = Refusal.of("application.answers-too-large", TOO_LARGE);
    static final Refusal FAULTY = Refusal.of("application.faulty", RULE);
    static final Refusal NOT_ELIGIBLE = Refusal.of("application.not-eligible", RULE);
    static final Refusal UNREADABLE = Refusal.of("application.unreadable", RULE);
    static final Refusal ACCEPTED_UPON = Refusal.of("application.accepted-upon", RULE);
    static final Refusal SIGNER_ONLY = Refusal.of("application.signer-only", FORBIDDEN);
    static final Refusal FILLER_CANNOT_SIGN = Refusal.of("application.filler-cannot-sign", RULE, "不相容岗位");
    static final Refusal TOO_LATE_TO_WITHDRAW = Refusal.of("application.too-late-to-withdraw", CONFLICT);
    static final Refusal REASON_NEEDED = Refusal.of("application.reason-needed", RULE);
    static final Refusal STILL_A_DRAFT = Refusal.of("application.still-a-draft", CONFLICT);
    static final Refusal ENDED = Refusal.of("application.ended", CONFLICT);
    static final Refusal ATTACHMENT_MISSING = Refusal.of("attachment.missing", Refusal.Kind.MISSING);
    static final Refusal ATTACHMENT_TOO_LARGE = Refusal.of("attachment.too-large", TOO_LARGE);
    static final Refusal ATTACHMENT_EMPTY = Refusal.of("attachment.empty", RULE);
    static final Refusal ATTACHMENT_TYPE = Refusal.of("attachment.type", WRONG_TYPE);
    static final Refusal ATTACHMENT_NAME = Refusal.of("attachment.name", RULE);
    static final Refusal ATTACHMENT_KIND = Refusal.of("attachment.kind", RULE);
    static final Refusal ATTACHMENT_LOCKED = Refusal.of("attachment.locked", CONFLICT);

    private ApplicationRefusals() {}

    /** What was a draft has been submitted: says by whom and when. For people of its own organisation. */
    static Refused notADraft(Application application) {
        return NOT_A_DRAFT.because(Map.of(
                "no",
                application.no().value(),
                "status",
                application.status(),
                "who",
                String.valueOf(application.submittedBy()),
                "when",
                String.valueOf(application.submittedAt())));
    }
}
