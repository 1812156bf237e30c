package org.lianfu.bench;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.lianfu.application.ApplicationDesk;
import org.lianfu.application.Attachments;
import org.lianfu.application.DraftDesk;
import org.lianfu.directory.Directory;
import org.lianfu.outbox.Incidents;
import org.lianfu.program.Manifest;
import org.lianfu.program.Program;
import org.lianfu.program.Programs;
import org.lianfu.review.OpenSeat;
import org.lianfu.review.ReviewDesk;
import org.lianfu.review.store.InboxMapper;
import org.lianfu.shared.Actor;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.PatentNo;
import org.springframework.context.ApplicationContext;

/**
 * Fills a house with loan applications, every row by the desk that owns it: each case is begun, its documents attached,
 * signed, submitted and led on by its people through the desks that the controllers call. Of each hundred cases five stay
 * drafts, five are withdrawn, sixty wait for the named bank, twenty are claimed, five have one of two reports, five wait for
 * the approver. Firm A has two of three cases; the banks take turns; amounts differ. Every twentieth case has an incident.
 */
final class FullHouse {

    private static final String PROGRAM = "loan-ip-pledge";
    private static final int THREADS = 2;
    private static final int CASES_AN_INCIDENT = 20;

    /** Beginning of the invented patents that the demo's registry knows as each firm's own. */
    private static final Map<String, String> PATENTS = Map.of("firm.a", "202319", "firm.b", "202318");

    private static final Map<String, String> USCC =
            Map.of("firm.a", "91430200MA4TE5T13J", "firm.b", "91430200MA4DEM029L");

    private final DraftDesk drafts;
    private final ApplicationDesk applications;
    private final Attachments attachments;
    private final ReviewDesk review;
    private final InboxMapper inbox;
    private final Incidents incidents;
    private final Program program;
    private final Directory directory;
    private final Map<String, Actor> people = new ConcurrentHashMap<>();

    FullHouse(ApplicationContext house) {
        this.drafts = house.getBean(DraftDesk.class);
        this.applications = house.getBean(ApplicationDesk.class);
        this.attachments = house.getBean(Attachments.class);
        this.review = house.getBean(ReviewDesk.class);
        this.inbox = house.getBean(InboxMapper.class);
        this.incidents = house.getBean(Incidents.class);
        this.program = house.getBean(Programs.class).newest(PROGRAM);
        this.directory = house.getBean(Directory.class);
    }

    /** Adds so many cases; two clerks write at once. */
    void fill(int cases) throws Exception {
        AtomicInteger next = new AtomicInteger();
        ExecutorService clerks = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> work = IntStream.range(0, THREADS)
                    .<Future<?>>mapToObj(i -> clerks.submit(() -> {
                        for (int n = next.getAndIncrement(); n < cases; n = next.getAndIncrement()) {
                            add(n);
                            if (n > 0 && n % 1000 == 0) {
                                System.out.println("filled " + n);
                            }
                        }
                        return null;
                    }))
                    .toList();
            for (Future<?> each : work) {
                each.get();
            }
        } finally {
            clerks.shutdownNow();
            clerks.awaitTermination(1, TimeUnit.MINUTES);
        }
    }

    private void add(int n) {
        String firm = n % 3 == 2 ? "firm.b" : "firm.a";
        String bank = n % 2 == 0 ? "a" : "b";
        int fate = n / 6 % 20;
        CaseNo no = draft(n, firm, "BANK_" + bank.toUpperCase(java.util.Locale.ROOT));
        if (fate == 0) {
            return;
        }
        Actor signer = person(firm + ".signer");
        applications.submit(signer, no, applications.lookUp(signer, no));
        if (n % CASES_AN_INCIDENT == 0) {
            incidents.open("registry", no.value(), no + "-pledge", "simulated registry gave no answer");
        }
        if (fate == 1) {
            applications.withdraw(signer, no, "另有资金安排");
        }
        if (fate >= 14) {
            act(no, "bank." + bank + ".rm", "bankSearch_bankClaim", "ACCEPT");
        }
        if (fate >= 18) {
            act(no, "bank." + bank + ".rm", "creditAppraisal_investigate", "DONE");
        }
        if (fate == 19) {
            act(no, "bank." + bank + ".investigator", "creditAppraisal_investigate", "DONE");
        }
    }

    private CaseNo draft(int n, String firm, String bank) {
        Map<String, Object> answers = new HashMap<>(program.example().get(Manifest.APPLY));
        answers.put("uscc", USCC.get(firm));
        answers.put(
                "patentNo", PatentNo.of(PATENTS.get(firm) + "%06d".formatted(n)).value());
        answers.put("amount", (100 + n % 200) + "0000.00");
        answers.keySet().removeIf(key -> key.matches("bank\\d"));
        answers.put("bank1", bank);
        CaseNo no = drafts.begin(person(firm), PROGRAM, answers).no();
        for (Manifest.Document document : program.manifest().documents()) {
            if (document.required()) {
                byte[] pdf = ("%PDF-1.4\n" + document.kind()).getBytes(StandardCharsets.UTF_8);
                drafts.attach(
                        person(firm),
                        no,
                        document.kind(),
                        attachments.receive(document.kind() + ".pdf", new ByteArrayInputStream(pdf)));
            }
        }
        return no;
    }

    /** One person's seat of the step: claimed, decided with the pack's example. */
    private void act(CaseNo no, String login, String element, String outcome) {
        String seat = inbox.ofCase(no.value()).stream()
                .filter(open -> open.element().equals(element) && open.claimedBy() == null)
                .map(OpenSeat::seatId)
                .findFirst()
                .orElseThrow(() -> new Untrustworthy(no + " does not wait at " + element));
        Map<String, Object> answers = new HashMap<>(
                program.example().getOrDefault(program.step(element).form(), Map.of()));
        answers.computeIfPresent("suggestedAmount", (key, value) -> "1000000.00");
        review.claim(person(login), seat);
        review.complete(person(login), seat, outcome, "材料齐全", answers);
    }

    private Actor person(String login) {
        return people.computeIfAbsent(login, directory::actor);
    }
}
