package org.lianfu.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * {@code ./lianfu bench case}: the reference case on the bare engine, the same without claims, and in the house, round by
 * round in one JVM on one database. Statements are counted apart, before time is measured.
 */
final class CaseBench {

    private static final String BARE = "bare";
    private static final String NO_CLAIM = "bare-noclaim";
    private static final String LIANFU = "lianfu";

    private static final Map<String, String> DRIVER = Map.of(
            "cachePrepStmts", "true",
            "prepStmtCacheSize", "512",
            "prepStmtCacheSqlLimit", "4096",
            "useLocalSessionState", "true",
            "maintainTimeStats", "false",
            "useServerPrepStmts", "true",
            "socketTimeout", "300000");

    private final int rounds;
    private final int cases;
    private final int warmUps;
    private final boolean show;

    CaseBench(Options options) {
        this.rounds = options.number("rounds", 5);
        this.cases = options.number("cases", 40);
        this.warmUps = options.number("warmups", 3);
        this.show = options.number("show", 0) > 0;
    }

    void run() throws Exception {
        BenchDatabase database = BenchDatabase.running();
        database.create("bench_bare");
        database.create("bench_lianfu");
        Counted bareDatabase = pool(database, "bench_bare");
        BareEngine bare = new BareEngine(bareDatabase);
        try (House house = House.open(database.url("bench_lianfu"), database.user(), database.password())) {
            ReferenceCase lianfu = new ReferenceCase(house.context());
            Map<String, Meter.Work> sides = new LinkedHashMap<>();
            sides.put(BARE, () -> bare.oneCase(true));
            sides.put(NO_CLAIM, () -> bare.oneCase(false));
            sides.put(LIANFU, () -> lianfu.run());

            Counted.Count bareCount = count(bareDatabase, sides.get(BARE));
            if (bareCount.sql() < 330 || bareCount.sql() > 370) {
                throw new Untrustworthy("the bare case took " + bareCount.sql()
                        + " statements and not the 330-370 of the reference case:"
                        + " this is not the engine that the house is to be measured against");
            }
            Counted.Count noClaimCount = count(bareDatabase, sides.get(NO_CLAIM));
            Counted.Count count = count(house.database(), sides.get(LIANFU));
            if (show) {
                count.statements().forEach((sql, times) -> System.out.println(times + " x " + sql));
            }
            lianfu.check(lianfu.run());
            Map<String, List<Meter.Round>> measured = measure(new Meter(database.pid()), sides);
            bare.check();

            print("case.sql.bare", bareCount.sql());
            print("case.sql.bare.noclaim", noClaimCount.sql());
            print("case.sql.lianfu", count.sql());
            print("case.acts.lianfu", ReferenceCase.ACTS);
            print("case.commits.bare", bareCount.commits());
            print("case.commits.lianfu", count.commits());
            if (rounds > 0) {
                double cpu = median(measured.get(LIANFU), Meter.Round::cpu);
                print("case.cpu.ratio", cpu / median(measured.get(BARE), Meter.Round::cpu));
                print("case.cpu.ratio.noclaim", cpu / median(measured.get(NO_CLAIM), Meter.Round::cpu));
                print(
                        "case.rate.ratio",
                        median(measured.get(LIANFU), Meter.Round::perSecond)
                                / median(measured.get(BARE), Meter.Round::perSecond));
            }
        } finally {
            bare.close();
        }
    }

    /** Statements of one case, after a few that fill the caches. */
    private static Counted.Count count(Counted database, Meter.Work work) throws Exception {
        for (int i = 0; i < 3; i++) {
            work.oneCase();
        }
        database.start();
        work.oneCase();
        return database.stop();
    }

    private Map<String, List<Meter.Round>> measure(Meter meter, Map<String, Meter.Work> sides) throws Exception {
        Map<String, List<Meter.Round>> measured = new LinkedHashMap<>();
        for (int round = 1 - warmUps; round <= rounds; round++) {
            for (Map.Entry<String, Meter.Work> side : sides.entrySet()) {
                Meter.Round result = meter.round(cases, side.getValue());
                System.out.printf(
                        "%s %-13s cpu %6.1f ms/case (client %.1f, database %.1f), %.1f cases/s%n",
                        round < 1 ? "warm-up" : "round " + round,
                        side.getKey(),
                        result.cpu(),
                        result.clientMillis(),
                        result.databaseMillis(),
                        result.perSecond());
                if (round >= 1) {
                    measured.computeIfAbsent(side.getKey(), k -> new ArrayList<>())
                            .add(result);
                }
            }
        }
        return measured;
    }

    static double median(List<Meter.Round> rounds, ToDoubleFunction<Meter.Round> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    static Counted pool(BenchDatabase database, String schema) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database.url(schema));
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        pool.setMaximumPoolSize(16);
        // the same driver settings as the house's (application-mysql.yml)
        DRIVER.forEach(pool::addDataSourceProperty);
        return new Counted(pool);
    }

    static void print(String name, int value) {
        System.out.println("RESULT " + name + " " + value);
    }

    static void print(String name, double value) {
        System.out.printf(Locale.ROOT, "RESULT %s %.3f%n", name, value);
    }
}
