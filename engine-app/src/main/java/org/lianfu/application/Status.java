package org.lianfu.application;

import java.util.EnumSet;
import java.util.Set;

/** Where a case stands, in the words clients rely on. Ends accept no further act; what may follow what is one table. */
public enum Status {
    DRAFT,
    SUBMITTED,
    SUPPLEMENT_REQUESTED,
    IN_REVIEW,
    PUBLIC_NOTICE,
    APPROVED,
    AWAITING_PAYMENT,
    PAYMENT_SENT,
    PAYMENT_RETURNED,
    CONTRACTED,
    DISBURSED,
    NOT_ACCEPTED,
    DECLINED,
    WITHDRAWN,
    EXPIRED,
    CLOSED,
    PAID,
    SETTLED;

    private static final Set<Status> ENDS =
            EnumSet.of(NOT_ACCEPTED, DECLINED, WITHDRAWN, EXPIRED, CLOSED, PAID, SETTLED);

    /** The firm may still take the case back: until a contract is signed or money is on its way. */
    private static final Set<Status> WITHDRAWABLE =
            EnumSet.of(SUBMITTED, SUPPLEMENT_REQUESTED, IN_REVIEW, PUBLIC_NOTICE, APPROVED);

    /** States in which money has been promised or moved: what is left is to pay, to settle or to close. */
    private static final Set<Status> BOUND =
            EnumSet.of(CONTRACTED, DISBURSED, AWAITING_PAYMENT, PAYMENT_SENT, PAYMENT_RETURNED, SUPPLEMENT_REQUESTED);

    public boolean isEnd() {
        return ENDS.contains(this);
    }

    public boolean isWithdrawable() {
        return WITHDRAWABLE.contains(this);
    }

    /** Whether a case in this status may come to stand in {@code next}. */
    public boolean mayBecome(Status next) {
        if (isEnd()) {
            return false;
        }
        if (this == DRAFT) {
            return next == SUBMITTED;
        }
        if (next == DRAFT || next == SUBMITTED && this != SUBMITTED && this != SUPPLEMENT_REQUESTED) {
            return false;
        }
        if (this == DISBURSED) {
            return next == DISBURSED || next == SETTLED || next == CLOSED || next == SUPPLEMENT_REQUESTED;
        }
        if (BOUND.contains(this) && this != SUPPLEMENT_REQUESTED) {
            return BOUND.contains(next) || next == PAID || next == SETTLED || next == CLOSED || next == EXPIRED;
        }
        return true;
    }
}
