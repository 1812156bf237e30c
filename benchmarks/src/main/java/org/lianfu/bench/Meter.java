package org.lianfu.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Two client threads that work cases off, and the processor time that this takes: theirs, and the database process's
 * between two marks. Neither the compiler's nor the collector's threads are counted.
 */
final class Meter {

    static final int CLIENTS = 2;
    /** Clock ticks per second of {@code /proc}: 100 on every Linux that Java 17 runs on. */
    private static final long TICK_MILLIS = 10;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Path databaseStat;

    Meter(long databasePid) {
        this.databaseStat = Path.of("/proc", String.valueOf(databasePid), "stat");
    }

    /**
     * What one round came to.
     *
     * @param clientMillis processor time of the client threads per case
     * @param databaseMillis processor time of the database process per case
     * @param perSecond cases per second of wall time
     */
    record Round(double clientMillis, double databaseMillis, double perSecond) {

        double cpu() {
            return clientMillis + databaseMillis;
        }
    }

    /** Something that can be done once per case. */
    interface Work {

        void oneCase() throws Exception;
    }

    Round round(int cases, Work work) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            long database = databaseMillis();
            long begun = System.nanoTime();
            List<Future<Long>> cpu = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                int share = cases / CLIENTS + (client < cases % CLIENTS ? 1 : 0);
                cpu.add(clients.submit(client(share, work)));
            }
            long nanos = 0;
            for (Future<Long> one : cpu) {
                nanos += one.get(20, TimeUnit.MINUTES);
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            return new Round(nanos / 1e6 / cases, (double) (databaseMillis() - database) / cases, cases / seconds);
        } finally {
            clients.shutdownNow();
        }
    }

    private static Callable<Long> client(int cases, Work work) {
        return () -> {
            long before = THREADS.getCurrentThreadCpuTime();
            for (int i = 0; i < cases; i++) {
                work.oneCase();
            }
            return THREADS.getCurrentThreadCpuTime() - before;
        };
    }

    /** User and system time of the database process (fields 14 and 15, counted after the name in brackets). */
    private long databaseMillis() throws IOException {
        String stat = Files.readString(databaseStat);
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * TICK_MILLIS;
    }
}
