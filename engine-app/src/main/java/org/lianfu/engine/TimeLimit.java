package org.lianfu.engine;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Runs an expression on a thread of its own and stops it when it burns too much. What counts is the processor time of that
 * thread, so that a busy machine refuses nobody; ten times as much on the wall clock is the end in any case.
 */
final class TimeLimit implements AutoCloseable {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final ExecutorService workers = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "decision");
        thread.setDaemon(true);
        return thread;
    });
    private final Duration limit;

    TimeLimit(Duration limit) {
        this.limit = limit;
    }

    /** @throws IllegalStateException when the work exceeds the limit */
    <T> T run(String what, Callable<T> work) {
        AtomicLong worker = new AtomicLong();
        AtomicLong before = new AtomicLong();
        Future<T> future = workers.submit(() -> {
            before.set(THREADS.getCurrentThreadCpuTime());
            worker.set(Thread.currentThread().getId());
            return work.call();
        });
        try {
            for (int wait = 0; wait < 10; wait++) {
                try {
                    return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    if (burnt(worker.get(), before.get()) > limit.toNanos()) {
                        break;
                    }
                }
            }
            throw new IllegalStateException(what + " takes more than " + limit.toMillis() + " ms");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(what + " was interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(what, e.getCause());
        } finally {
            future.cancel(true);
        }
    }

    private static long burnt(long worker, long before) {
        return worker == 0 ? 0 : THREADS.getThreadCpuTime(worker) - before;
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
