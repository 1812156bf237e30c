package org.lianfu.bench;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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

/** The desks of a house as the demo's people use them for loan applications, through the calls that the controllers make. */
final class Desks {

    private static final String PROGRAM = "loan-ip-pledge";
    private static final int CLERKS = 2;

    /** Beginning of the invented patents that the demo's registry knows as each firm's own. */
    private static final Map<String, String> PATENTS = Map.of("firm.a", "202319", "firm.b", "202318");

    private static final Map<String, String> USCC =
            Map.of("firm.a", "91430200MA4TE5T13J", "firm.b", "91430200MA4DEM029L");

    private final DraftDesk drafts;
    private final ApplicationDesk applications;
    private final Attachments attachments;
    private final ReviewDesk review;
    private final InboxMapper inbox;
    private final Program program;
    private final Directory directory;
    private final Map<String, Actor> people = new ConcurrentHashMap<>();

    Desks(ApplicationContext house) {
        this.drafts = house.getBean(DraftDesk.class);
        this.applications = house.getBean(ApplicationDesk.class);
        this.attachments = house.getBean(Attachments.class);
        this.review = house.getBean(ReviewDesk.class);
        this.inbox = house.getBean(InboxMapper.class);
        this.program = house.getBean(Programs.class).newest(PROGRAM);
        this.directory = house.getBean(Directory.class);
    }

    /** One of many things to do, told apart by its number. */
    interface Work {

        void at(int n) throws Exception;
    }

    /** Does {@code work} for 0 to {@code times - 1}; two clerks work at once. Says every thousand how far it is. */
    static void each(int times, String what, Work work) throws Exception {
        AtomicInteger next = new AtomicInteger();
        ExecutorService clerks = Executors.newFixedThreadPool(CLERKS);
        try {
            List<Future<?>> busy = IntStream.range(0, CLERKS)
                    .<Future<?>>mapToObj(i -> clerks.submit(() -> {
                        for (int n = next.getAndIncrement(); n < times; n = next.getAndIncrement()) {
                            work.at(n);
                            if (n > 0 && n % 1000 == 0) {
                                System.out.println(what + " " + n);
                            }
                        }
                        return null;
                    }))
                    .toList();
            for (Future<?> each : busy) {
                each.get();
            }
        } finally {
            clerks.shutdownNow();
            clerks.awaitTermination(1, TimeUnit.MINUTES);
        }
    }

    /**
     * A draft of this firm for a patent of its own, which names one bank; required documents attached.
     *
     * @param n tells its patent from every other
     * @param instead answers that differ from the example's
     */
    CaseNo draft(int n, String firm, String bank, Map<String, Object> instead) {
        Map<String, Object> answers = new HashMap<>(program.example().get(Manifest.APPLY));
        answers.put("uscc", USCC.get(firm));
        answers.put(
                "patentNo", PatentNo.of(PATENTS.get(firm) + "%06d".formatted(n)).value());
        answers.keySet().removeIf(key -> key.matches("bank\\d"));
        answers.put("bank1", "BANK_" + bank.toUpperCase(Locale.ROOT));
        answers.putAll(instead);
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

    /** @param firm whose signer submits */
    void submit(CaseNo no, String firm) {
        Actor signer = person(firm + ".signer");
        applications.submit(signer, no, applications.lookUp(signer, no));
    }

    void withdraw(CaseNo no, String firm) {
        applications.withdraw(person(firm + ".signer"), no, "另有资金安排");
    }

    /**
     * One person's seat of the step: claimed, decided with the pack's example.
     *
     * @param instead answers that differ from the example's
     */
    void act(CaseNo no, String login, String element, String outcome, Map<String, Object> instead) {
        String seat = inbox.ofCase(no.value()).stream()
                .filter(open -> open.element().equals(element) && open.claimedBy() == null)
                .map(OpenSeat::seatId)
                .findFirst()
                .orElseThrow(() -> new Untrustworthy(no + " does not wait at " + element));
        Map<String, Object> answers = new HashMap<>(
                program.example().getOrDefault(program.step(element).form(), Map.of()));
        answers.putAll(instead);
        review.claim(person(login), seat);
        review.complete(person(login), seat, outcome, "材料齐全", answers);
    }

    Actor person(String login) {
        return people.computeIfAbsent(login, directory::actor);
    }
}
