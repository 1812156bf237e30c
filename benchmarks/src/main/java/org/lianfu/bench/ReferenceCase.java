package org.lianfu.bench;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.lianfu.application.ApplicationDesk;
import org.lianfu.application.Applications;
import org.lianfu.application.DraftDesk;
import org.lianfu.application.Status;
import org.lianfu.directory.Directory;
import org.lianfu.http.Idempotent;
import org.lianfu.review.OpenSeat;
import org.lianfu.review.ReviewDesk;
import org.lianfu.review.Step;
import org.lianfu.review.store.InboxMapper;
import org.lianfu.shared.Actor;
import org.lianfu.shared.CaseNo;
import org.springframework.context.ApplicationContext;

/**
 * The reference case in the house, act by act as its REST controllers do it: the firm's operator begins a draft with 20
 * answers, its signer submits; five officers claim and complete their steps, the signer completes hers unclaimed. Inbox,
 * trail, sealed answers and idempotency rows included.
 */
public final class ReferenceCase {

    /** Acts of one case, each one transaction: draft, submission, 5 claims, 6 completions. */
    public static final int ACTS = 13;

    private static final String PROGRAM = "reference-case";
    private static final String SIGNER = "firm.a.signer";

    /** Who works on which step, in the order of the diagram. */
    private static final List<Map.Entry<String, String>> STEPS = List.of(
            Map.entry("accept", "fin.acceptor"),
            Map.entry("reviewTechnology", "st.reviewer"),
            Map.entry("reviewFinance", "fin.reviewer"),
            Map.entry("decide", "fin.chief"),
            Map.entry("sign", SIGNER),
            Map.entry("confirm", "iit.chief"));

    private final DraftDesk drafts;
    private final ApplicationDesk applications;
    private final ReviewDesk review;
    private final InboxMapper inbox;
    private final Applications shelf;
    private final Idempotent idempotent;
    private final Map<String, Actor> people = new HashMap<>();
    private final AtomicInteger cases = new AtomicInteger();

    public ReferenceCase(ApplicationContext house) {
        this.drafts = house.getBean(DraftDesk.class);
        this.applications = house.getBean(ApplicationDesk.class);
        this.review = house.getBean(ReviewDesk.class);
        this.inbox = house.getBean(InboxMapper.class);
        this.shelf = house.getBean(Applications.class);
        this.idempotent = house.getBean(Idempotent.class);
        Directory directory = house.getBean(Directory.class);
        people.put("firm.a", directory.actor("firm.a"));
        STEPS.forEach(step -> people.put(step.getValue(), directory.actor(step.getValue())));
    }

    public CaseNo run() {
        CaseNo no =
                drafts.begin(people.get("firm.a"), PROGRAM, Answers.asTyped()).no();
        act(SIGNER, "POST /api/v1/applications/" + no + "/submission", "{}", () -> applications
                .submit(people.get(SIGNER), no, applications.lookUp(people.get(SIGNER), no))
                .receiptNo());
        for (Map.Entry<String, String> step : STEPS) {
            Actor actor = people.get(step.getValue());
            String seat = seatOf(no, step.getKey());
            if (!step.getValue().equals(SIGNER)) {
                review.claim(actor, seat);
            }
            act(actor.login(), "POST /api/v1/tasks/" + seat + "/completion", step.getKey(), () -> {
                Step done = review.complete(actor, seat, "DONE", "材料齐全，同意", Map.of("finding", "材料齐全，同意"));
                return Map.of("id", seat, "step", done.place().element());
            });
        }
        cases.incrementAndGet();
        return no;
    }

    /** The task that this step opened, looked up once as on the bare side. */
    private String seatOf(CaseNo no, String step) {
        return inbox.ofCase(no.value()).stream()
                .filter(seat -> seat.element().equals(step))
                .map(OpenSeat::seatId)
                .findFirst()
                .orElseThrow(() -> new Untrustworthy(no + " does not wait at " + step));
    }

    private void act(String login, String route, String body, Supplier<?> act) {
        idempotent.run(login, route, UUID.randomUUID().toString(), body.getBytes(StandardCharsets.UTF_8), 200, act);
    }

    /** @throws Untrustworthy when the case did not come to its end */
    public void check(CaseNo no) {
        Status status = shelf.find(no).orElseThrow().status();
        if (status != Status.CLOSED) {
            throw new Untrustworthy(no + " stands at " + status + " and not at its end");
        }
    }
}
