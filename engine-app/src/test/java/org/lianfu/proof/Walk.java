package org.lianfu.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Many cases walked at random, a round at a time: in each round something happens in every case, then time passes. Each case
 * has a random stream of its own, so that its choices do not depend on the order of the threads.
 */
final class Walk {

    /** From this round on everybody wants an end. */
    private static final int LATE = 30;

    private static final int LAST = 160;
    private static final int THREADS = 4;
    private static final int TOO_OFTEN_REFUSED = 120;

    final Town town;
    final Journal journal = new Journal();
    final Nature nature;
    private final JdbcTemplate sql;
    private final List<WalkedCase> cases;
    private final Random time;
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final List<WalkedCase> stories = Collections.synchronizedList(new ArrayList<>());
    private final List<String> troubles = Collections.synchronizedList(new ArrayList<>());
    private List<String> programs;
    private volatile int round;

    Walk(long seed, int cases, Town town, Nature nature) {
        this.town = town;
        this.nature = nature;
        this.sql = nature.sql;
        this.time = new Random(seed);
        this.cases = IntStream.range(0, cases)
                .mapToObj(i -> new WalkedCase(this, seed * 1_000_003 + i, 0))
                .toList();
    }

    /** Walks every case to its end, checks the books on the way. @return everything that is wrong */
    List<String> run(Checker checker) {
        List<String> wrong = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            while (wrong.isEmpty() && round < LAST && cases.stream().anyMatch(c -> !c.over)) {
                round(threads);
                wrong.addAll(troubles);
                if (round % 12 == 0) {
                    wrong.addAll(checker.check());
                }
            }
        } finally {
            threads.shutdownNow();
        }
        cases.stream()
                .filter(c -> !c.over && wrong.isEmpty())
                .forEach(c ->
                        wrong.add(c.no + " is stuck at " + (c.no == null ? "" : seats(c.no)) + "\n    " + c.told()));
        wrong.addAll(checker.check());
        wrong.addAll(checker.holds(journal));
        return wrong.stream().distinct().map(this::withItsStory).toList();
    }

    /** Walks for so many rounds and leaves the cases where they are. */
    void rounds(int many) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (int i = 0; i < many; i++) {
                round(threads);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /**
     * Acts on every case again and again, without rounds, on so many threads, until told to stop; what has come to its end is
     * followed by a fresh case. A house that does not answer is asked again a little later.
     */
    Storm storm(int threads, int casesEach) {
        return new Storm(threads, casesEach);
    }

    /** People who go on whatever happens to the house. */
    final class Storm implements AutoCloseable {

        private final ExecutorService people;
        private final List<Future<?>> work = new ArrayList<>();
        private final AtomicLong next = new AtomicLong();
        private volatile boolean going = true;

        Storm(int threads, int casesEach) {
            people = Executors.newFixedThreadPool(threads);
            for (int i = 0; i < threads; i++) {
                work.add(people.submit(() -> blow(casesEach)));
            }
        }

        private void blow(int casesEach) {
            List<WalkedCase> mine = new ArrayList<>();
            for (int turn = 0; going; turn++) {
                if (mine.size() < casesEach) {
                    mine.add(new WalkedCase(Walk.this, time.nextLong() + next.incrementAndGet(), -100));
                }
                WalkedCase one = mine.get(turn % mine.size());
                one.late = turn % 3 > 0;
                try {
                    one.act();
                } catch (UncheckedIOException noAnswer) {
                    count("no answer");
                    LockSupport.parkNanos(100_000_000);
                }
                LockSupport.parkNanos(2_000_000);
                if (one.over) {
                    mine.remove(one);
                    stories.add(one);
                }
            }
            stories.addAll(mine);
        }

        /** Everybody finishes what is under way. */
        @Override
        public void close() {
            going = false;
            try {
                for (Future<?> one : work) {
                    one.get(60, TimeUnit.SECONDS);
                }
            } catch (ExecutionException | TimeoutException e) {
                throw new IllegalStateException("somebody in the storm failed", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                people.shutdownNow();
            }
        }
    }

    List<String> troubles() {
        return List.copyOf(troubles);
    }

    private void round(ExecutorService threads) {
        round++;
        List<Future<?>> acts = new ArrayList<>();
        for (WalkedCase each : cases) {
            each.late = round > LATE;
            acts.add(threads.submit(each::act));
        }
        for (Future<?> act : acts) {
            try {
                act.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("round " + round, e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        cases.stream()
                .filter(c -> !c.over && c.refusedInARow() > TOO_OFTEN_REFUSED && !waitsForADate(c))
                .forEach(c -> trouble(c.no + ": nothing is accepted any more"));
        nature.pass(time);
    }

    /**
     * Whether a day will come that changes the way of the case: a contract that fell due before anything was drawn takes no
     * draw-down any more and ends on its day. A case that no day helps either is told at the end of the walk.
     */
    private boolean waitsForADate(WalkedCase one) {
        Integer dates = sql.queryForObject("""
                select count(*) from ACT_RU_JOB j join ACT_RU_EXECUTION e on e.ID_ = j.PROCESS_INSTANCE_ID_
                where e.BUSINESS_KEY_ = ?""", Integer.class, one.no);
        return dates != null && dates > 0;
    }

    /** Every case with what everybody did in it, to read afterwards. */
    void tell(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file, cases.stream().map(c -> c.no + "\n    " + c.told()).collect(Collectors.joining("\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String withItsStory(String wrong) {
        return cases.stream()
                .filter(c -> c.no != null && wrong.contains(c.no) && !wrong.contains("\n"))
                .findFirst()
                .map(c -> wrong + "\n    " + c.told())
                .orElse(wrong);
    }

    int round() {
        return round;
    }

    void trouble(String what) {
        troubles.add(what);
    }

    void count(String what) {
        counts.computeIfAbsent(what, key -> new LongAdder()).increment();
    }

    /** What happened how often; what the house did by itself is read from its books. */
    Map<String, Long> counts() {
        Map<String, Long> all = new TreeMap<>();
        counts.forEach((what, count) -> all.put(what, count.sum()));
        for (String type :
                List.of("step.timed-out", "application.withdrawn", "incident.retried", "pledge.registered")) {
            all.put("entries " + type, entries(type));
        }
        all.put("incidents", sql.queryForObject("select count(*) from out_incident", Long.class));
        return all;
    }

    private long entries(String type) {
        AtomicLong count = new AtomicLong();
        sql.query("select body from trl_entry where kind = 'case'", row -> {
            if (new String(row.getBytes(1), StandardCharsets.UTF_8).contains("\"type\":\"" + type + "\"")) {
                count.incrementAndGet();
            }
        });
        return count.get();
    }

    List<String> programs() {
        if (programs == null) {
            List<String> open = new ArrayList<>();
            town.get(null, "/programs?limit=100").body().path("items").forEach(p -> {
                if (p.path("open").asBoolean()) {
                    open.add(p.path("code").asText());
                }
            });
            programs = open;
        }
        return programs;
    }

    JsonNode program(String code) {
        return town.get(null, "/programs/" + code).body();
    }

    /** {@code DISCARDED} for a draft that is no more. */
    String status(String no) {
        return sql.queryForList("select status from app_application where no = ?", String.class, no).stream()
                .findFirst()
                .orElse("DISCARDED");
    }

    List<Map<String, Object>> seats(String no) {
        return sql.queryForList(
                "select seat_id, element, post, claimed_by from rev_inbox where case_no = ? order by seat_id", no);
    }

    List<String> incidents(String no) {
        return sql.queryForList(
                "select id from out_incident where case_no = ? and open_key is not null order by id", String.class, no);
    }
}
