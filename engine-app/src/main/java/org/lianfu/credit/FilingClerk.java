package org.lianfu.credit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Works off the batches that run: one transaction a loan, several at once. What a stop interrupts goes on at the next start,
 * because every line says what became of it.
 */
@Component
class FilingClerk {

    private static final Logger LOG = LoggerFactory.getLogger(FilingClerk.class);
    private static final int AT_ONCE = 200;

    private final FilingRun run;
    private final Filings filings;
    private final int workers;

    FilingClerk(FilingRun run, Filings filings, @Value("${lianfu.filing.workers:4}") int workers) {
        this.run = run;
        this.filings = filings;
        this.workers = workers;
    }

    @Scheduled(fixedDelayString = "${lianfu.filing.every:2s}", initialDelayString = "${lianfu.filing.every:2s}")
    void workOff() {
        filings.running().forEach(this::workOff);
    }

    /** @return how many lines could not be worked off and wait for the next round */
    int workOff(String batchId) {
        Batch batch = filings.batch(batchId).orElseThrow();
        if (batch.state() != Batch.State.RUNNING) {
            return 0;
        }
        int failed = 0;
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            for (List<Filings.Filing> lines = filings.undone(batchId, AT_ONCE);
                    failed == 0 && !lines.isEmpty();
                    lines = filings.undone(batchId, AT_ONCE)) {
                failed += work(pool, batch, lines);
            }
        } finally {
            pool.shutdownNow();
        }
        run.finish(batchId);
        return failed;
    }

    private int work(ExecutorService pool, Batch batch, List<Filings.Filing> lines) {
        List<Callable<Void>> acts = new ArrayList<>();
        lines.forEach(line -> acts.add(() -> {
            run.work(batch, line.no());
            return null;
        }));
        int failed = 0;
        try {
            List<Future<Void>> done = pool.invokeAll(acts);
            for (int i = 0; i < done.size(); i++) {
                try {
                    done.get(i).get();
                } catch (ExecutionException e) {
                    failed++;
                    LOG.error(
                            "{} could not be filed; it is tried again",
                            lines.get(i).no(),
                            e.getCause());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failed++;
        }
        return failed;
    }
}
