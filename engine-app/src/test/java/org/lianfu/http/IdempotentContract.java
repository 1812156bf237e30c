package org.lianfu.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianfu.http.Idempotent.Answer;
import org.lianfu.http.store.IdempotencyKeys;
import org.lianfu.shared.Refusal;
import org.lianfu.shared.Refused;
import org.lianfu.testing.ModuleTest;
import org.lianfu.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** An act sent twice happens once, on each database. */
@ModuleTest
@Import(Idempotent.class)
abstract class IdempotentContract {

    @Autowired
    Idempotent idempotent;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    IdempotencyKeys keys;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    TestClock clock;

    final AtomicInteger acts = new AtomicInteger();
    final ExecutorService threads = Executors.newFixedThreadPool(6);

    @BeforeEach
    void aTableForTheActItself() {
        sql.execute("drop table if exists probe");
        sql.execute("create table probe (id varchar(36) not null primary key) ENGINE=InnoDB");
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private Answer run(String key, String body) {
        return idempotent.run("firm.a", "POST /x", key, body.getBytes(StandardCharsets.UTF_8), 201, this::act);
    }

    private List<Integer> act() {
        int n = acts.incrementAndGet();
        sql.update("insert into probe (id) values (?)", "act-" + n);
        return List.of(n);
    }

    @Test
    void aKeyIsForgottenAfterItsTimeInBoundedBatches() {
        sql.update("delete from htp_idempotency");
        for (int i = 0; i < 5; i++) {
            run("old-" + i, "a");
        }
        clock.advance(Duration.ofDays(7));
        KeyClerk clerk = new KeyClerk(keys, transactions, clock, Duration.ofDays(7), 2, 2);
        assertThat(clerk.forgetOld()).isZero();
        clock.advance(Duration.ofSeconds(1));
        run("young", "a");
        assertThat(clerk.forgetOld()).isEqualTo(4);
        assertThat(clerk.forgetOld()).isEqualTo(1);
        assertThat(clerk.forgetOld()).isZero();
        assertThat(run("young", "a").replayed()).isTrue();
        assertThat(run("old-1", "a").replayed()).isFalse();
        clock.reset();
    }

    @Test
    void theSameRequestReplaysTheFirstAnswer() {
        assertThat(run("k-1", "a")).isEqualTo(new Answer(201, "[1]", false));
        assertThat(run("k-1", "a")).isEqualTo(new Answer(201, "[1]", true));
        assertThat(acts).hasValue(1);
    }

    @Test
    void anotherBodyUnderTheSameKeyIsRefused() {
        run("k-2", "a");
        assertThatThrownBy(() -> run("k-2", "b")).hasMessageContaining("http.idempotency-key-reused");
    }

    @Test
    void anotherCallerOrRouteHasItsOwnKeys() {
        run("k-3", "a");
        byte[] body = "a".getBytes(StandardCharsets.UTF_8);
        assertThat(idempotent
                        .run("firm.b", "POST /x", "k-3", body, 200, this::act)
                        .replayed())
                .isFalse();
        assertThat(idempotent
                        .run("firm.a", "POST /y", "k-3", body, 200, this::act)
                        .replayed())
                .isFalse();
    }

    @Test
    void aMissingOrMalformedKeyIsRefused() {
        assertThatThrownBy(() -> run(null, "a")).hasMessageContaining("http.idempotency-key-missing");
        assertThatThrownBy(() -> run("", "a")).hasMessageContaining("http.idempotency-key-missing");
        assertThatThrownBy(() -> run("a b", "a")).hasMessageContaining("http.idempotency-key-form");
        assertThatThrownBy(() -> run("x".repeat(256), "a")).hasMessageContaining("http.idempotency-key-form");
        assertThat(run("x".repeat(255), "a").replayed()).isFalse();
    }

    @Test
    void aRefusedActLeavesNothingAndMayBeTriedAgain() {
        Refusal no = Refusal.of("probe.no", Refusal.Kind.CONFLICT);
        assertThatThrownBy(() -> idempotent.run("firm.a", "POST /x", "k-4", new byte[0], 200, () -> {
                    act();
                    throw no.because();
                }))
                .isInstanceOf(Refused.class);
        assertThat(sql.queryForObject("select count(*) from probe", Integer.class))
                .isZero();
        assertThat(idempotent
                        .run("firm.a", "POST /x", "k-4", new byte[0], 200, this::act)
                        .replayed())
                .isFalse();
    }

    @Test
    void ofManyTwinsOneActsAndTheOthersGetItsAnswer() throws Exception {
        for (int round = 0; round < 5; round++) {
            String key = "race-" + round;
            int before = acts.get();
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Answer>> twins = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                twins.add(threads.submit((Callable<Answer>) () -> {
                    start.await();
                    return run(key, "a");
                }));
            }
            start.countDown();
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> twin : twins) {
                answers.add(twin.get());
            }
            assertThat(answers).extracting(Answer::body).containsOnly("[" + (before + 1) + "]");
            assertThat(answers).filteredOn(answer -> !answer.replayed()).hasSize(1);
            assertThat(acts).hasValue(before + 1);
        }
    }

    @Test
    void aTwinThatFailsLetsTheWaitingOneAct() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch fail = new CountDownLatch(1);
        Future<?> first = threads.submit(() -> idempotent.run("firm.a", "POST /x", "k-5", new byte[0], 200, () -> {
            inside.countDown();
            await(fail);
            throw new IllegalStateException("planned");
        }));
        inside.await();
        Future<Answer> second =
                threads.submit(() -> idempotent.run("firm.a", "POST /x", "k-5", new byte[0], 200, this::act));
        fail.countDown();
        assertThatThrownBy(first::get).hasMessageContaining("planned");
        assertThat(second.get().replayed()).isFalse();
        assertThat(acts).hasValue(1);
    }

    @Test
    void aTwinThatStaysIsNotWaitedForForEver() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Future<?> first = threads.submit(() -> idempotent.run("firm.a", "POST /x", "k-6", new byte[0], 200, () -> {
            inside.countDown();
            await(end);
            return act();
        }));
        inside.await();
        try {
            assertThatThrownBy(() -> idempotent.run("firm.a", "POST /x", "k-6", new byte[0], 200, this::act))
                    .hasMessageContaining("http.idempotency-twin-running");
        } finally {
            end.countDown();
        }
        first.get();
        assertThat(acts).hasValue(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
