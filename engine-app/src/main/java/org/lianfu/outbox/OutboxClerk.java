package org.lianfu.outbox;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lianfu.outbox.store.ParcelMapper;
import org.lianfu.outbox.store.ParcelRow;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Json;
import org.lianfu.shared.Times;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries parcels out, one after the other inside a case. Each is taken in a short transaction, delivered outside of any,
 * and marked in another one: a crash between the two delivers it again. What fails is tried again after a growing delay and
 * becomes an incident when the attempts are used up; it then holds up its own case only.
 */
@Component
public class OutboxClerk implements Remedy {

    /** A parcel that could not be handed over. */
    public static final String KIND = "delivery";

    private static final Logger LOG = LoggerFactory.getLogger(OutboxClerk.class);
    private static final int BATCH = 50;
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final ParcelMapper mapper;
    private final Incidents incidents;
    private final ObjectProvider<Courier> couriers;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final int attempts;
    private final Duration delay;
    private final Duration lease;

    OutboxClerk(
            ParcelMapper mapper,
            Incidents incidents,
            ObjectProvider<Courier> couriers,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${lianfu.outbox.attempts:5}") int attempts,
            @Value("${lianfu.outbox.delay:5s}") Duration delay,
            @Value("${lianfu.outbox.lease:60s}") Duration lease) {
        this.mapper = mapper;
        this.incidents = incidents;
        this.couriers = couriers;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.attempts = attempts;
        this.delay = delay;
        this.lease = lease;
    }

    @Scheduled(
            fixedDelayString = "${lianfu.outbox.interval:500ms}",
            initialDelayString = "${lianfu.outbox.interval:500ms}")
    void look() {
        try {
            deliverDue();
        } catch (RuntimeException e) {
            LOG.error("the outbox could not be looked through; it is looked at again", e);
        }
    }

    /**
     * Delivers everything that is due now.
     *
     * @return how many parcels were handed over
     */
    public int deliverDue() {
        Map<String, Courier> byTopic = new TreeMap<>();
        couriers.forEach(courier -> byTopic.put(courier.topic(), courier));
        int delivered = 0;
        List<ParcelRow> due = mapper.due(now(), BATCH);
        while (!due.isEmpty()) {
            for (ParcelRow row : due) {
                if (take(row)) {
                    delivered += deliver(row, byTopic.get(row.topic())) ? 1 : 0;
                }
            }
            due = mapper.due(now(), BATCH);
        }
        return delivered;
    }

    /** Puts a stuck parcel back in line with all its attempts. */
    @Override
    public void retry(Incident incident, Actor by) {
        mapper.again(incident.ref(), now());
    }

    @Override
    public String kind() {
        return KIND;
    }

    private boolean take(ParcelRow row) {
        long until = now() + lease.toNanos() / 1_000;
        return Boolean.TRUE.equals(
                transaction.execute(tx -> mapper.take(row.seq(), row.attempts(), now(), until) == 1));
    }

    private boolean deliver(ParcelRow row, Courier courier) {
        int attempt = row.attempts() + 1;
        try {
            if (courier == null) {
                throw new IllegalStateException("nobody takes parcels of topic " + row.topic());
            }
            courier.deliver(new Parcel(
                    row.id(), row.topic(), row.caseNo(), strings(row.body()), attempt, Times.instant(row.createdAt())));
        } catch (RuntimeException e) {
            LOG.warn(
                    "parcel {} of topic {} not delivered at attempt {}: {}",
                    row.id(),
                    row.topic(),
                    attempt,
                    e.toString());
            transaction.executeWithoutResult(tx -> failed(row, attempt, reason(e)));
            return false;
        }
        transaction.executeWithoutResult(tx -> {
            mapper.delivered(row.seq(), attempt, now());
            if (row.attempts() > 0) {
                incidents.resolve(row.id());
            }
        });
        return true;
    }

    private void failed(ParcelRow row, int attempt, String reason) {
        if (attempt < attempts) {
            mapper.later(row.seq(), attempt, now() + pause(attempt).toNanos() / 1_000, reason);
        } else {
            mapper.stuck(row.seq(), attempt, reason);
            incidents.open(KIND, row.caseNo(), row.id(), row.topic() + ": " + reason, attempt);
        }
    }

    /** Doubles from attempt to attempt. */
    private Duration pause(int attempt) {
        Duration pause = delay.multipliedBy(1L << Math.min(attempt - 1, 20));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }

    private static String reason(RuntimeException e) {
        return Incidents.cut(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
    }

    private static Map<String, String> strings(String json) {
        Map<String, String> body = new TreeMap<>();
        Json.map(json).forEach((key, value) -> body.put(key, String.valueOf(value)));
        return body;
    }

    private long now() {
        return Times.micros(clock.instant());
    }
}
