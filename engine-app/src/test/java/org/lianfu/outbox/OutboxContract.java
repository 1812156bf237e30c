package org.lianfu.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Refused;
import org.lianfu.testing.ModuleTest;
import org.lianfu.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What leaves the database: with the act, after it, in order, at least once, and seen when it cannot. */
@ModuleTest
@Import({Outbox.class, OutboxClerk.class, Incidents.class, OutboxContract.Registry.class, OutboxContract.Silence.class})
abstract class OutboxContract {

    private static final Actor OPERATOR = new Actor("operator", "PLATFORM", Set.of("OPERATOR"), "pwd");

    @Autowired
    Outbox outbox;

    @Autowired
    OutboxClerk clerk;

    @Autowired
    Incidents incidents;

    @Autowired
    Registry registry;

    @Autowired
    Silence silence;

    @Autowired
    TestClock clock;

    @Autowired
    TransactionTemplate tx;

    @Autowired
    JdbcTemplate sql;

    @BeforeEach
    void empty() {
        sql.update("delete from out_parcel");
        sql.update("delete from out_incident");
        registry.got.clear();
        registry.refused.clear();
        silence.retried.clear();
    }

    private void put(String caseNo, String what) {
        tx.executeWithoutResult(status -> outbox.put("registry", caseNo, Map.of("what", what)));
    }

    @Test
    void aParcelLeavesOnceTheActHasCommittedAndOnlyThen() {
        assertThatThrownBy(() -> outbox.put("registry", "A", Map.of()))
                .isInstanceOf(IllegalTransactionStateException.class);
        tx.executeWithoutResult(status -> {
            outbox.put("registry", "A", Map.of("what", "lost"));
            status.setRollbackOnly();
        });
        assertThat(clerk.deliverDue()).isZero();
        put("A", "kept");
        assertThat(clerk.deliverDue()).isEqualTo(1);
        assertThat(clerk.deliverDue()).isZero();
        assertThat(registry.got).containsExactly("A/kept");
        assertThat(registry.inTransaction).isFalse();
    }

    @Test
    void theOrderOfACaseIsKeptAndItsTroubleIsItsOwn() {
        put("A", "1");
        put("A", "2");
        put("B", "1");
        put(null, "1");
        put(null, "2");
        registry.refused.add("A/1");
        clerk.deliverDue();
        assertThat(registry.got).containsExactly("B/1", "null/1", "null/2");
        registry.refused.clear();
        clock.advance(Duration.ofSeconds(5));
        clerk.deliverDue();
        assertThat(registry.got).containsExactly("B/1", "null/1", "null/2", "A/1", "A/2");
    }

    @Test
    void theDelayGrowsAndAfterTheLastAttemptThereIsAnIncident() {
        put("A", "1");
        registry.refused.add("A/1");
        int seconds = 0;
        for (int pause : new int[] {0, 5, 10, 20, 40}) {
            assertThat(incidents.countOpen()).as("after " + seconds + " s").isZero();
            if (pause > 0) {
                clock.advance(Duration.ofSeconds(pause - 1));
                int before = registry.asked;
                clerk.deliverDue();
                assertThat(registry.asked).as("one second early").isEqualTo(before);
                clock.advance(Duration.ofSeconds(1));
            }
            seconds += pause;
            clerk.deliverDue();
        }
        assertThat(incidents.list(true, null, 10)).singleElement().satisfies(incident -> {
            assertThat(incident.kind()).isEqualTo("delivery");
            assertThat(incident.caseNo()).isEqualTo("A");
            assertThat(incident.reason()).contains("registry").contains("refused A/1");
            assertThat(incident.attempts()).isEqualTo(5);
        });
        clock.advance(Duration.ofDays(1));
        assertThat(clerk.deliverDue()).isZero();
    }

    @Test
    void anOperatorRetriesAndTheIncidentIsClosedInHerName() {
        theDelayGrowsAndAfterTheLastAttemptThereIsAnIncident();
        Incident incident = incidents.list(true, null, 10).get(0);
        put("A", "2");
        clerk.deliverDue();
        assertThat(registry.got).isEmpty();
        registry.refused.clear();
        Incident closed = incidents.retry(incident.id(), OPERATOR, "");
        assertThat(closed.closedBy()).isEqualTo("operator");
        clerk.deliverDue();
        assertThat(registry.got).containsExactly("A/1", "A/2");
        assertThat(incidents.countOpen()).isZero();
        assertThatThrownBy(() -> incidents.retry(incident.id(), OPERATOR, ""))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal()).isEqualTo(Incidents.CLOSED));
        assertThatThrownBy(() -> incidents.retry("no-such", OPERATOR, ""))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal()).isEqualTo(Incidents.MISSING));
    }

    @Test
    void aParcelTakenByAClerkThatDiedIsDeliveredAgainAfterItsLease() {
        put("A", "1");
        sql.update("update out_parcel set due_at = due_at + 60000000");
        assertThat(clerk.deliverDue()).isZero();
        clock.advance(Duration.ofSeconds(61));
        assertThat(clerk.deliverDue()).isEqualTo(1);
    }

    @Test
    void whatNobodyTakesBecomesAnIncidentAndNotALoop() {
        tx.executeWithoutResult(status -> outbox.put("pigeon", "A", Map.of()));
        for (int i = 0; i < 5; i++) {
            clerk.deliverDue();
            clock.advance(Duration.ofHours(1));
        }
        assertThat(incidents.ofCase("A")).singleElement().satisfies(incident -> assertThat(incident.reason())
                .contains("nobody takes parcels of topic pigeon"));
    }

    @Test
    void oneTroubleIsOneIncidentAndItsOwnRemedyRetriesIt() {
        incidents.open("silence", "A", "step-1", "no answer for 3 days");
        incidents.open("silence", "A", "step-1", "no answer for 4 days " + "𠮷".repeat(600));
        incidents.open("unknown", "B", "x", "?");
        List<Incident> open = incidents.list(true, null, 10);
        assertThat(open).hasSize(2);
        Incident silent = incidents.ofCase("A").get(0);
        assertThat(silent.attempts()).isEqualTo(2);
        assertThat(silent.reason()).startsWith("no answer for 4 days").endsWith("…");
        incidents.retry(silent.id(), OPERATOR, "");
        assertThat(silence.retried).containsExactly("step-1");
        Incident unknown = incidents.ofCase("B").get(0);
        assertThatThrownBy(() -> incidents.retry(unknown.id(), OPERATOR, ""))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal()).isEqualTo(Incidents.NO_REMEDY));
        incidents.resolve("x");
        assertThat(incidents.countOpen()).isZero();
        assertThat(incidents.list(false, null, 10)).hasSize(2);
        assertThat(incidents.list(false, incidents.list(false, null, 1).get(0).id(), 10))
                .hasSize(1);
    }

    /** A system that is not ours. */
    static class Registry implements Courier {

        final List<String> got = new ArrayList<>();
        final Set<String> refused = new HashSet<>();
        int asked;
        boolean inTransaction;

        @Override
        public String topic() {
            return "registry";
        }

        @Override
        public void deliver(Parcel parcel) {
            asked++;
            inTransaction |= TransactionSynchronizationManager.isActualTransactionActive();
            String what = parcel.caseNo() + "/" + parcel.body().get("what");
            if (refused.contains(what)) {
                throw new IllegalStateException("refused " + what);
            }
            got.add(what);
        }
    }

    /** A remedy of another module. */
    static class Silence implements Remedy {

        final List<String> retried = new ArrayList<>();

        @Override
        public String kind() {
            return "silence";
        }

        @Override
        public void retry(Incident incident, Actor by) {
            retried.add(incident.ref());
        }
    }
}
