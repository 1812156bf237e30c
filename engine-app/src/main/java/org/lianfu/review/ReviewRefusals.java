package org.lianfu.review;

import static org.lianfu.shared.Refusal.Kind.CONFLICT;
import static org.lianfu.shared.Refusal.Kind.FORBIDDEN;
import static org.lianfu.shared.Refusal.Kind.RULE;

import org.lianfu.shared.Refusal;

/** Every "no" of this counter. */
final class ReviewRefusals {

    static final Refusal MISSING = Refusal.of("task.missing", Refusal.Kind.MISSING);
    static final Refusal NOT_YOUR_POST = Refusal.of("task.not-your-post", FORBIDDEN);
    static final Refusal CLAIMED = Refusal.of("task.claimed", CONFLICT);
    static final Refusal CLAIM_FIRST = Refusal.of("task.claim-first", CONFLICT);
    static final Refusal NOT_CLAIMED_BY_YOU = Refusal.of("task.not-claimed-by-you", CONFLICT);
    static final Refusal ALREADY_DONE = Refusal.of("task.already-done", CONFLICT);
    static final Refusal CLOSED = Refusal.of("task.closed", CONFLICT);
    static final Refusal CASE_ENDED = Refusal.of("task.case-ended", CONFLICT);
    static final Refusal PAUSED = Refusal.of("task.paused", CONFLICT);
    static final Refusal ONE_SEAT_A_PERSON = Refusal.of("task.one-seat-a-person", RULE, "双人调查 四眼原则");
    static final Refusal DUTIES_EXCLUDE = Refusal.of("task.duties-exclude", RULE, "商业银行法 第三十五条 审贷分离; 不相容岗位");
    static final Refusal SAME_PERSON = Refusal.of("task.same-person", RULE, "四眼原则");
    static final Refusal RECUSED = Refusal.of("task.recused", RULE, "回避");
    static final Refusal RECUSAL_REASON = Refusal.of("task.recusal-reason", RULE, "回避");
    static final Refusal NOT_RECUSABLE = Refusal.of("task.not-recusable", CONFLICT);
    static final Refusal NO_VOTE = Refusal.of("task.no-vote", CONFLICT);
    static final Refusal QUORUM_STANDS = Refusal.of("task.quorum-stands", CONFLICT);
    static final Refusal QUORUM_MISSING = Refusal.of("task.quorum-missing", CONFLICT);
    static final Refusal VOTE_RUNS = Refusal.of("task.vote-runs", CONFLICT);
    static final Refusal RETURNED_ENOUGH = Refusal.of("task.returned-enough", RULE);
    static final Refusal OUTCOME_UNKNOWN = Refusal.of("task.outcome-unknown", RULE);
    static final Refusal OPINION_REQUIRED = Refusal.of("task.opinion-required", RULE);
    static final Refusal OUTSIDE_MAY_ANSWER = Refusal.of("task.outside-may-answer", CONFLICT);
    static final Refusal FAULTY = Refusal.of("task.faulty", RULE);
    static final Refusal UNKNOWN_KEYS = Refusal.of("task.unknown-keys", Refusal.Kind.MALFORMED);
    static final Refusal NOT_ASKABLE = Refusal.of("supplement.not-askable", CONFLICT);
    static final Refusal NOTHING_ASKED = Refusal.of("supplement.nothing-asked", CONFLICT);
    static final Refusal ITEMS_REQUIRED = Refusal.of("supplement.items-required", RULE, "一次性告知");
    static final Refusal ASKED_ENOUGH = Refusal.of("supplement.asked-enough", RULE);
    static final Refusal NOTHING_OPEN = Refusal.of("task.nothing-open", CONFLICT);

    private ReviewRefusals() {}
}
