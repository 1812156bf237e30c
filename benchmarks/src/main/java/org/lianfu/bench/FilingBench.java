package org.lianfu.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Times;

/**
 * {@code ./lianfu bench filing}: how long one monthly batch of scheme filings 备案入池 takes. The house is the one that is
 * shipped, on its embedded database as a file and on MariaDB; {@link LoanBook} draws the loans through their desks, untimed.
 * Then the finance office draws the batch up and files it over REST, and the house's own clerk works it off. Time runs from
 * sending the order to the first answer that says done; meanwhile the progress is read over REST and on the page. Afterwards
 * every loan must have been filed once, with one entry in a chain that holds.
 */
final class FilingBench {

    /** A batch of 5,000 is to be done in less, in seconds (docs: figures to reach). */
    private static final double GOAL = 20;

    private static final long LONGEST_NANOS = 600_000_000_000L;
    private static final long LOOK_MILLIS = 200;
    private static final String BATCHES = "/api/v1/risk-pools/ZZ-RISK-POOL/batches";
    private static final String OFFICE = "fin.reviewer";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final int loans;
    private final boolean h2;
    private final boolean mariaDb;

    FilingBench(Options options) {
        this.loans = options.number("loans", 5_000);
        this.h2 = options.number("h2", 1) > 0;
        this.mariaDb = options.number("mariadb", 1) > 0;
    }

    void run() throws Exception {
        double slowest = 0;
        if (h2) {
            Path data = Files.createTempDirectory("lianfu-bench-filing");
            try (House house = House.asShipped(data)) {
                slowest = measure("h2", house);
            } finally {
                PagesBench.delete(data);
            }
        }
        if (mariaDb) {
            BenchDatabase database = BenchDatabase.running();
            database.create("bench_filing");
            Path data = Files.createTempDirectory("lianfu-bench-filing");
            try (House house = House.asShipped(data, database, "bench_filing")) {
                slowest = Math.max(slowest, measure("mariadb", house));
            } finally {
                PagesBench.delete(data);
            }
        }
        CaseBench.print("filing.batch." + loans + ".s", slowest);
        System.out.printf(
                Locale.ROOT,
                "a batch of %d loans: %.1f s, 5000 to stay under %.0f s: %s%n",
                loans,
                slowest,
                GOAL,
                loans < 5_000 ? "not shown" : slowest < GOAL ? "reached" : "NOT REACHED");
    }

    private double measure(String database, House house) throws Exception {
        long begun = System.nanoTime();
        LoanBook book = new LoanBook(house.context());
        List<CaseNo> drawn = book.drawn(0, loans);
        System.out.printf(
                Locale.ROOT, "%s: %d loans drawn in %.0f s%n", database, loans, (System.nanoTime() - begun) / 1e9);
        Visitor office = Visitor.onApi(house.port(), OFFICE);
        Visitor page = Visitor.onPages(house.port(), OFFICE);
        String month = YearMonth.now(Times.ZONE).toString();
        String order = "{\"program\":\"loan-ip-pledge\",\"month\":\"" + month + "\"}";
        JsonNode batch = answer(office.post(BATCHES, order), 200);
        refused(office.post(BATCHES, order), "a second batch of the same month");
        if (batch.path("counts").path("total").asInt() != loans) {
            throw new Untrustworthy("the batch holds " + batch.path("counts") + " and not " + loans + " loans");
        }
        String path = BATCHES + "/" + batch.path("id").asText();
        double seconds = file(office, page, path, database);
        check(book, drawn);
        CaseBench.print("filing.batch." + loans + "." + database + ".s", seconds);
        return seconds;
    }

    /** Files the batch. @return seconds until it is said to be done */
    private double file(Visitor office, Visitor page, String path, String database) throws Exception {
        Set<Integer> seen = new TreeSet<>();
        boolean onPage = false;
        long begun = System.nanoTime();
        answer(office.post(path + "/filing", ""), 200);
        refused(office.post(path + "/filing", ""), "filing the same batch again");
        JsonNode now = answer(office.get(path), 200);
        while (!now.path("state").asText().equals("DONE")) {
            if (System.nanoTime() - begun > LONGEST_NANOS) {
                throw new Untrustworthy("the batch is not done: " + now);
            }
            Thread.sleep(LOOK_MILLIS);
            now = answer(office.get(path), 200);
            int left = now.path("counts").path("left").asInt();
            if (left > 0 && left < loans && seen.add(left) && !onPage) {
                HttpResponse<String> shown = page.get("/pool");
                onPage = shown.statusCode() == 200 && shown.body().contains("max=\"" + loans + "\"");
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (now.path("counts").path("filed").asInt() != loans) {
            throw new Untrustworthy("not every loan was filed: " + now);
        }
        if (loans >= 1_000 && (seen.size() < 2 || !onPage)) {
            throw new Untrustworthy("no progress was to be seen while the batch ran: over REST " + seen.size()
                    + " times, on the page " + onPage);
        }
        CaseBench.print("filing.batch." + loans + "." + database + ".progress", seen.size());
        return seconds;
    }

    /** Every loan was filed once, its chain holds, and its case waits for the filing no more. */
    private void check(LoanBook book, List<CaseNo> drawn) throws Exception {
        Desks.each(drawn.size(), "checked", n -> {
            CaseNo no = drawn.get(n);
            if (book.entriesOf(no, "filing.filed") != 1
                    || book.waitsAt(no, "servicing_fileLoan")
                    || !book.isSound(no)) {
                throw new Untrustworthy(no + " was not filed as it should be");
            }
        });
    }

    private static void refused(HttpResponse<String> answer, String what) {
        if (answer.statusCode() != 409 && answer.statusCode() != 422) {
            throw new Untrustworthy(what + " was not refused: " + answer.statusCode() + " " + answer.body());
        }
    }

    private static JsonNode answer(HttpResponse<String> answer, int status) throws Exception {
        if (answer.statusCode() != status) {
            throw new Untrustworthy(answer.uri() + " answered " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
