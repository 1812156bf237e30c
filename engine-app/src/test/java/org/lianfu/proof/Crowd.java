package org.lianfu.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Sixty-four people who do something at the same instant. */
final class Crowd implements AutoCloseable {

    static final int SIZE = 64;

    private final ExecutorService threads = Executors.newFixedThreadPool(SIZE);

    /** @param act what the person of this number does. @return what each came back with, in the order of the numbers */
    <T> List<T> atOnce(IntFunction<T> act) {
        CyclicBarrier start = new CyclicBarrier(SIZE);
        List<Future<T>> all = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            int number = i;
            all.add(threads.submit(() -> {
                start.await();
                return act.apply(number);
            }));
        }
        List<T> came = new ArrayList<>();
        for (Future<T> one : all) {
            try {
                came.add(one.get());
            } catch (ExecutionException e) {
                if (e.getCause() instanceof BrokenBarrierException) {
                    continue;
                }
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        return came;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
