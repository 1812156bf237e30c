package org.lianfu.http;

import java.time.Clock;
import java.time.Duration;
import org.lianfu.http.store.IdempotencyKeys;
import org.lianfu.shared.Times;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Forgets idempotency keys that are older than {@code lianfu.idempotency.keep}: a client that repeats a request does so in
 * minutes, and the answers kept with the keys name cases. After that the same key is a new one.
 */
@Component
public class KeyClerk {

    private static final Logger LOG = LoggerFactory.getLogger(KeyClerk.class);

    private final IdempotencyKeys keys;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Duration keep;
    private final int batch;
    private final int batches;

    /**
     * @param batch keys in one transaction, so that no lock is held for long
     * @param batches at most so many transactions at one look; the rest waits for the next
     */
    public KeyClerk(
            IdempotencyKeys keys,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${lianfu.idempotency.keep:P7D}") Duration keep,
            @Value("${lianfu.idempotency.batch:500}") int batch,
            @Value("${lianfu.idempotency.batches:20}") int batches) {
        this.keys = keys;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.keep = keep;
        this.batch = batch;
        this.batches = batches;
    }

    @Scheduled(
            fixedDelayString = "${lianfu.idempotency.every:10m}",
            initialDelayString = "${lianfu.idempotency.every:10m}")
    void look() {
        try {
            forgetOld();
        } catch (RuntimeException e) {
            LOG.error("old idempotency keys could not be deleted; it is tried again", e);
        }
    }

    /** @return how many keys were forgotten now */
    public int forgetOld() {
        long before = Times.micros(clock.instant().minus(keep));
        int forgotten = 0;
        for (int i = 0; i < batches; i++) {
            Integer gone = transaction.execute(tx -> keys.deleteBefore(before, batch));
            forgotten += gone;
            if (gone < batch) {
                break;
            }
        }
        return forgotten;
    }
}
