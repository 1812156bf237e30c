package org.lianfu.proof;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Random;
import org.lianfu.scenario.Rounds;
import org.lianfu.shared.Times;
import org.lianfu.testing.TestClock;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** A house of this JVM: time that the walk moves, and clerks who do their rounds when it has. */
final class HouseNature extends Nature {

    private final TestClock clock;
    private final Rounds rounds;

    HouseNature(JdbcTemplate sql, TestClock clock, ApplicationContext house) {
        super(sql);
        this.clock = clock;
        this.rounds = new Rounds(house);
    }

    @Override
    LocalDate today() {
        return Times.date(clock.instant());
    }

    @Override
    void pass(Random random) {
        int dice = random.nextInt(100);
        clock.advance(
                dice < 60
                        ? Duration.ofMinutes(1 + random.nextInt(240))
                        : Duration.ofDays(dice < 85 ? 1 : dice < 96 ? 2 + random.nextInt(5) : 10 + random.nextInt(25)));
        if (random.nextInt(3) == 0) {
            tellRegistry();
        }
        rounds.make();
    }

    /** The clerks do their rounds, and the registry gives what it gives only when told to; no time goes by. */
    void clerks() {
        tellRegistry();
        rounds.make();
    }

    private void tellRegistry() {
        sql.update("update crd_sim_filing set answer_at = ? where answer_at is null", Times.micros(clock.instant()));
    }
}
