package org.lianfu.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lianfu.directory.store.LimitRows;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Times;
import org.springframework.stereotype.Component;

/** What banks have told of their limits of authority: read afresh each time, so that a set holds from its day on. */
@Component
public class LimitsBook {

    private final LimitRows rows;
    private final Directory directory;
    private final Clock clock;

    LimitsBook(LimitRows rows, Directory directory, Clock clock) {
        this.rows = rows;
        this.directory = directory;
        this.clock = clock;
    }

    /** What holds for a bank in a program today; empty when the bank has told nothing and the program's own table holds. */
    public Optional<Limits> inForce(String bank, String program) {
        return Optional.ofNullable(rows.inForce(bank, program, Times.date(clock.instant())))
                .map(Limits::of);
    }

    /** Every set of a bank, newest first within its program; for the administrators who see the bank. */
    public List<Limits> ofBank(Actor actor, String bank) {
        mustSee(actor, bank);
        return rows.ofBank(bank).stream().map(Limits::of).toList();
    }

    public LocalDate today() {
        return Times.date(clock.instant());
    }

    void mustSee(Actor actor, String bank) {
        boolean isBank =
                directory.find(bank).filter(org -> org.type() == OrgType.BANK).isPresent();
        if (!isBank || !Administrators.sees(actor, bank)) {
            throw Directory.UNKNOWN_ORG.because(Map.of("code", String.valueOf(bank)));
        }
    }
}
