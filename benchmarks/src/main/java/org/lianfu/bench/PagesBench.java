package org.lianfu.bench;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lianfu.shared.CaseNo;

/**
 * {@code ./lianfu bench pages}: how long lists and case pages take in a house of 10,000 cases, for one client after another. The house
 * is the one that {@code ./lianfu run} starts, on its embedded database as a file. Time runs at the client, on the loopback,
 * from sending to the last byte of the answer: what the server needs and a little more. A list that does not show a full
 * page of what was filled in is not measured but refused.
 */
final class PagesBench {

    /** A list is to answer in less than this at the 95th percentile, in milliseconds (docs: figures to reach). */
    private static final double GOAL = 150;

    /** The same for the page of one case. */
    private static final double CASE_GOAL = 250;

    /** Cases whose pages are read in turn: drawn loans with that many entries in their chain. */
    private static final int GROWN = 40;

    private static final int ENTRIES = 70;

    private static final Pattern CASE = Pattern.compile("IPP-\\d{4}-\\d+-\\d+");
    private static final Pattern NEXT_PAGE =
            Pattern.compile("href=\"((?![^\"]*lang=)[^\"]*(?:before|cursor|after)=[^\"]*)\"");

    private final int cases;
    private final int requests;
    private final int warmUps;

    PagesBench(Options options) {
        this.cases = options.number("cases", 10_000);
        this.requests = options.number("requests", 200);
        this.warmUps = options.number("warmups", 50);
    }

    /**
     * One list as one persona reads it.
     *
     * @param least different case numbers that it must show, 10 where a step has two seats; 0 for lists of other things
     * @param deep how many times to turn the page first
     */
    private record Listing(String name, String login, String path, int least, int deep) {

        boolean isApi() {
            return path.startsWith("/api/");
        }
    }

    private static final List<Listing> LISTS = List.of(
            new Listing("home.firm", "firm.a", "/", 5, 0),
            new Listing("home.bank", "bank.a.rm", "/", 5, 0),
            new Listing("programs", "firm.a", "/programs", 0, 0),
            new Listing("cases.firm", "firm.a", "/cases", 20, 0),
            new Listing("cases.firm.deep", "firm.a", "/cases", 20, 100),
            new Listing("cases.bank", "bank.a.rm", "/cases", 20, 0),
            new Listing("cases.auditor", "auditor", "/cases", 20, 0),
            new Listing("cases.bureau", "st.reviewer", "/cases", 0, 0),
            new Listing("inbox.bank", "bank.a.rm", "/tasks", 10, 0),
            new Listing("inbox.bank.deep", "bank.a.rm", "/tasks", 10, 50),
            // twenty steps a page, of which one person has done up to four in the same loan
            new Listing("inbox.bank.done", "bank.a.rm", "/tasks?box=done", 5, 0),
            new Listing("inbox.firm.started", "firm.a", "/tasks?box=started", 20, 0),
            new Listing("incidents", "operator", "/ops/incidents", 20, 0),
            new Listing("api.programs", "firm.a", "/api/v1/programs", 0, 0),
            new Listing("api.applications.firm", "firm.a", "/api/v1/applications", 20, 0),
            new Listing("api.applications.status", "firm.a", "/api/v1/applications?status=WITHDRAWN", 20, 0),
            new Listing("api.applications.bank", "bank.a.rm", "/api/v1/applications", 20, 0),
            new Listing("api.applications.auditor", "auditor", "/api/v1/applications?limit=100", 100, 0),
            new Listing("api.applications.bureau", "st.reviewer", "/api/v1/applications", 0, 0),
            new Listing("api.tasks.todo", "bank.a.rm", "/api/v1/tasks", 10, 0),
            new Listing("api.tasks.done", "bank.a.rm", "/api/v1/tasks?box=done", 5, 0),
            new Listing("api.tasks.started", "firm.a", "/api/v1/tasks?box=started", 20, 0),
            new Listing("api.tasks.count", "bank.a.rm", "/api/v1/tasks/count", 0, 0),
            new Listing("api.incidents", "operator", "/api/v1/ops/incidents", 20, 0));

    private static final List<Listing> CASES = List.of(
            new Listing("case.firm", "firm.a", "/cases/{no}", 1, 0),
            new Listing("case.bank", "bank.a.rm", "/cases/{no}", 1, 0),
            new Listing("case.auditor", "auditor", "/cases/{no}", 1, 0),
            new Listing("case.firm.en", "firm.a", "/cases/{no}?lang=en", 1, 0),
            new Listing("api.case.bank", "bank.a.rm", "/api/v1/applications/{no}", 1, 0),
            new Listing("api.case.trail", "bank.a.rm", "/api/v1/applications/{no}/trail?limit=100", 0, 0));

    void run() throws Exception {
        Path data = Files.createTempDirectory("lianfu-bench-pages");
        try (House house = House.asShipped(data)) {
            long begun = System.nanoTime();
            new FullHouse(house.context()).fill(cases);
            System.out.printf(Locale.ROOT, "filled %d cases in %.0f s%n", cases, (System.nanoTime() - begun) / 1e9);
            LoanBook book = new LoanBook(house.context());
            List<CaseNo> grown = book.drawn(cases, GROWN);
            for (CaseNo no : grown) {
                book.grow(no, ENTRIES);
            }
            Map<String, Visitor> visitors = new HashMap<>();
            CaseBench.print("pages.cases", cases);
            CaseBench.print("pages.worst.p95_ms", worst(visitors, house, LISTS, GOAL, List.of()));
            CaseBench.print("pages.case.worst.p95_ms", worst(visitors, house, CASES, CASE_GOAL, grown));
        } finally {
            delete(data);
        }
    }

    /** Measures each of these. @return the worst p95 in milliseconds */
    private double worst(
            Map<String, Visitor> visitors, House house, List<Listing> lists, double goal, List<CaseNo> grown)
            throws Exception {
        Listing worst = null;
        double worstMillis = 0;
        for (Listing list : lists) {
            Visitor visitor = visitor(visitors, house.port(), list);
            double[] sorted = measure(visitor, list, turned(visitor, list), grown);
            double p95 = percentile(sorted, 95);
            CaseBench.print("pages." + list.name() + ".p50_ms", percentile(sorted, 50));
            CaseBench.print("pages." + list.name() + ".p95_ms", p95);
            if (worst == null || p95 > worstMillis) {
                worst = list;
                worstMillis = p95;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "worst: %s as %s, p95 %.1f ms, to stay under %.0f ms: %s%n",
                worst.path(),
                worst.login(),
                worstMillis,
                goal,
                worstMillis < goal ? "reached" : "NOT REACHED");
        return worstMillis;
    }

    private static Visitor visitor(Map<String, Visitor> known, int port, Listing list) throws Exception {
        String key = list.login() + (list.isApi() ? "|api" : "|pages");
        Visitor visitor = known.get(key);
        if (visitor == null) {
            visitor = list.isApi() ? Visitor.onApi(port, list.login()) : Visitor.onPages(port, list.login());
            known.put(key, visitor);
        }
        return visitor;
    }

    /** The address of the list, or of a page deep in it, reached as a reader reaches it. */
    private String turned(Visitor visitor, Listing list) throws Exception {
        String path = list.path();
        for (int i = 0; i < Math.min(list.deep(), cases / 100); i++) {
            Matcher next = NEXT_PAGE.matcher(visitor.get(path).body());
            if (!next.find()) {
                throw new Untrustworthy(path + " has no next page; " + list.deep() + " were to be turned");
            }
            path = next.group(1).replace("&amp;", "&");
        }
        return path;
    }

    /** @param grown the cases whose numbers take turns in the path */
    private double[] measure(Visitor visitor, Listing list, String template, List<CaseNo> grown) throws Exception {
        double[] millis = new double[requests];
        for (int i = -warmUps; i < requests; i++) {
            String path = grown.isEmpty()
                    ? template
                    : template.replace(
                            "{no}", grown.get((i + warmUps) % grown.size()).value());
            long begun = System.nanoTime();
            HttpResponse<String> answer = visitor.get(path);
            long took = System.nanoTime() - begun;
            check(list, path, answer);
            if (i >= 0) {
                millis[i] = took / 1e6;
            }
        }
        Arrays.sort(millis);
        return millis;
    }

    private void check(Listing list, String path, HttpResponse<String> answer) {
        long shown = CASE.matcher(answer.body())
                .results()
                .map(r -> r.group())
                .distinct()
                .count();
        if (answer.statusCode() != 200 || shown < Math.min(list.least(), cases / 100)) {
            throw new Untrustworthy("GET " + path + " as " + list.login() + " answered " + answer.statusCode()
                    + " and shows " + shown + " cases; " + list.least() + " were to be seen");
        }
    }

    /** Nearest rank: the smallest value that so many percent do not exceed. */
    static double percentile(double[] sorted, int percent) {
        return sorted[Math.max(0, (int) Math.ceil(sorted.length * percent / 100.0) - 1)];
    }

    static void delete(Path folder) throws Exception {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
