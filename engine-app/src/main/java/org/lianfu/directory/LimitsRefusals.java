package org.lianfu.directory;

import static org.lianfu.shared.Refusal.Kind.CONFLICT;
import static org.lianfu.shared.Refusal.Kind.FORBIDDEN;
import static org.lianfu.shared.Refusal.Kind.MISSING;

import org.lianfu.shared.Refusal;

/** Why limits of credit authority are not proposed or not decided. */
final class LimitsRefusals {

    static final Refusal UNKNOWN = Refusal.of("limits.unknown", MISSING);
    static final Refusal OPEN = Refusal.of("limits.open", CONFLICT);
    static final Refusal SAME_DAY = Refusal.of("limits.same-day", CONFLICT);
    static final Refusal CONFIRMED = Refusal.of("limits.confirmed", CONFLICT);
    static final Refusal REFUSED = Refusal.of("limits.refused", CONFLICT);
    static final Refusal PAST = Refusal.of("limits.past", CONFLICT);
    static final Refusal SECOND_PERSON = Refusal.of("limits.second-person", FORBIDDEN);

    private LimitsRefusals() {}
}
