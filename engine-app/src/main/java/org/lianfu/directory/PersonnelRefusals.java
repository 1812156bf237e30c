package org.lianfu.directory;

import static org.lianfu.shared.Refusal.Kind.CONFLICT;
import static org.lianfu.shared.Refusal.Kind.FORBIDDEN;
import static org.lianfu.shared.Refusal.Kind.RULE;
import static org.lianfu.shared.Refusal.Kind.STALE;

import java.time.LocalDate;
import org.lianfu.shared.Refusal;
import org.lianfu.shared.Words;

/** Why a change of people and posts is refused. */
final class PersonnelRefusals {

    private static final String THREE = "GB/T 22239-2019 三员分立";

    static final Refusal FAULTY = Refusal.of("directory.faulty", RULE);
    static final Refusal NOT_YOURS = Refusal.of("directory.not-yours", FORBIDDEN, THREE);
    static final Refusal YOURSELF = Refusal.of("directory.yourself", FORBIDDEN, THREE);
    static final Refusal STALE_PERSON = Refusal.of("directory.changed-meanwhile", STALE);
    static final Refusal LOGIN_TAKEN = Refusal.of("directory.login-taken", CONFLICT);
    static final Refusal UNCHANGED = Refusal.of("directory.unchanged", CONFLICT);
    static final Refusal HELD_APART = Refusal.of("directory.held-apart", RULE, THREE);
    static final Refusal CITY_ONLY = Refusal.of("directory.city-only", RULE, THREE);
    static final Refusal OTHER_ORG = Refusal.of("directory.other-org", RULE);
    static final Refusal NOT_HELD = Refusal.of("directory.post-not-held", CONFLICT);
    static final Refusal LAST_ADMINISTRATOR = Refusal.of("directory.last-administrator", RULE);

    private PersonnelRefusals() {}

    /** The days of a post as a sentence names them; what has no beginning or no end in the books has none here. */
    static Words days(LocalDate from, LocalDate to) {
        boolean begins = !from.equals(Roster.ALWAYS);
        boolean ends = !to.equals(Roster.FOR_EVER);
        return begins && ends
                ? new Words(from + "至" + to, "from " + from + " to " + to)
                : begins
                        ? new Words("自" + from + "起", "from " + from + " on")
                        : ends ? new Words("至" + to + "止", "until " + to) : new Words("长期", "without end");
    }
}
