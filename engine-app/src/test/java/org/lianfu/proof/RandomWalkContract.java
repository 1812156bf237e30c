package org.lianfu.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.lianfu.testing.TestClock;
import org.lianfu.testing.WholeHouse;
import org.lianfu.trail.Trail;
import org.lianfu.trail.Verdict;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Cases of whatever programs are open, walked at random to their end by people who do what the house offers them. The seed
 * is printed; {@code -Dwalk.seed=… -Dwalk.cases=…} walks the same again.
 */
@WholeHouse
abstract class RandomWalkContract {

    /** So many cases meet everything that can happen, whatever the seed. */
    private static final int ENOUGH = 300;

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    TestClock clock;

    @Autowired
    ApplicationContext house;

    @Autowired
    Trail trail;

    @Test
    void no_case_is_stuck_and_the_books_agree() {
        long seed = Long.getLong("walk.seed", System.nanoTime() & 0xffffff);
        int cases = Integer.getInteger("walk.cases", 300);
        Walk walk = new Walk(seed, cases, new Town(port), new HouseNature(sql, clock, house));
        long began = System.nanoTime();
        var wrong = walk.run(new Checker(sql));
        walk.tell(Path.of("target", "walks", getClass().getSimpleName() + "-" + seed + ".txt"));
        System.out.printf(
                "walk of %d cases, -Dwalk.seed=%d, %d rounds, %d ms: %s%n",
                cases, seed, walk.round(), (System.nanoTime() - began) / 1_000_000, walk.counts());
        assertThat(wrong).as("-Dwalk.seed=%d -Dwalk.cases=%d", seed, cases).isEmpty();
        if (cases >= ENOUGH) {
            // a walk in which nothing of this happened would prove little
            assertThat(walk.counts())
                    .containsKeys("claim", "release", "ask", "answer supplement", "withdraw", "retry", "discard")
                    .allSatisfy((what, count) -> assertThat(count).as(what).isPositive());
        }
        assertThat(trail.verifyAll()).allMatch(Verdict::isSound);
    }
}
