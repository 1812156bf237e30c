package org.lianfu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Not timed: how many statements and commits the reference case takes in the house. Whoever makes it cheaper lowers
 * {@link #STATEMENTS}; whoever must raise it says why in the commit.
 */
class StatementCountTest {

    /** Statements of one reference case on H2, counted exactly; MariaDB takes the same ones. */
    static final int STATEMENTS = 142;

    @Test
    void theReferenceCaseTakesNoMoreStatementsThanCommittedAndOneCommitAnAct() throws Exception {
        String url = "jdbc:h2:mem:statements;MODE=MySQL;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE";
        try (House house = House.open(url, "sa", "")) {
            ReferenceCase reference = new ReferenceCase(house.context());
            reference.run();
            house.database().start();
            var no = reference.run();
            Counted.Count count = house.database().stop();
            reference.check(no);

            assertThat(count.sql()).as(listing(count)).isLessThanOrEqualTo(STATEMENTS);
            assertThat(count.commits()).isEqualTo(ReferenceCase.ACTS);
        }
    }

    private static String listing(Counted.Count count) {
        return count.statements().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(e -> e.getValue() + " x " + e.getKey())
                .collect(Collectors.joining("\n", "statements of one reference case:\n", "\n"));
    }
}
