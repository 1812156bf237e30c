package org.lianfu.engine;

import java.lang.management.ManagementFactory;
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
 * thread, so that a busy machine refuses nobody; ten times as much on the wall clock is the end in any case. Memory is
 * counted by the work itself, because a list of everything fills the heap sooner than anybody looks at a clock.
 */
final class TimeLimit implements AutoCloseable {

    /** Most megabytes that one work may allocate; an honest decision takes less than one. */
    private static final int MOST_MEGABYTES = 256;

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    /** Allocated bytes at which the work on this thread ends. */
    private static final ThreadLocal<Long> CEILING = new ThreadLocal<>();

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
            CEILING.set(THREADS.getCurrentThreadAllocatedBytes() + (MOST_MEGABYTES << 20));
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
            if (e.getCause() instanceof TooMuch much) {
                throw new IllegalStateException(what + " takes more than " + much.getMessage());
            }
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(what, e.getCause());
        } finally {
            future.cancel(true);
        }
    }

    /** Called by the work at every step. @throws TooMuch when it has been told to stop, or has allocated too much */
    static void check() {
        Long ceiling = CEILING.get();
        if (Thread.currentThread().isInterrupted()
                || ceiling != null && THREADS.getCurrentThreadAllocatedBytes() > ceiling) {
            throw new TooMuch(MOST_MEGABYTES + " MB");
        }
    }

    /** The end of a work that burns; whoever meets it lets it pass. */
    static final class TooMuch extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooMuch(String than) {
            super(than, null, false, false);
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
