package org.lianfu.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lianfu.application.Application;
import org.lianfu.application.ApplicationDesk;
import org.lianfu.application.Applications;
import org.lianfu.application.Attachments;
import org.lianfu.application.DraftDesk;
import org.lianfu.directory.Directory;
import org.lianfu.program.Manifest;
import org.lianfu.program.Program;
import org.lianfu.program.Programs;
import org.lianfu.program.StepDef;
import org.lianfu.review.Place;
import org.lianfu.review.ReviewDesk;
import org.lianfu.review.Seat;
import org.lianfu.review.Step;
import org.lianfu.review.Steps;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Refused;

/** The one case of a scenario and the people who act on it, through the same desks as in the running house. */
class Stage {

    /** Refusals that only say: somebody else of the post must do this. */
    private static final Set<String> ANOTHER_PERSON =
            Set.of("task.same-person", "task.duties-exclude", "task.one-seat-a-person", "task.claimed");

    private final Programs programs;
    private final Directory directory;
    private final DraftDesk drafts;
    private final Attachments attachments;
    private final ApplicationDesk applications;
    private final Applications cases;
    private final ReviewDesk review;
    private final Steps steps;
    private final Rounds rounds;

    Program program;
    Map<String, Object> answers;
    String filler;
    CaseNo no;

    /** What the last act was refused with, null when it was not. */
    Refused refused;

    Stage(
            Programs programs,
            Directory directory,
            DraftDesk drafts,
            Attachments attachments,
            ApplicationDesk applications,
            Applications cases,
            ReviewDesk review,
            Steps steps,
            Rounds rounds) {
        this.programs = programs;
        this.directory = directory;
        this.drafts = drafts;
        this.attachments = attachments;
        this.applications = applications;
        this.cases = cases;
        this.review = review;
        this.steps = steps;
        this.rounds = rounds;
    }

    void fill(String login, String title) {
        program = programs.newest().stream()
                .filter(p -> p.manifest().title().zh().equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("没有名为“" + title + "”的项目"));
        answers = new LinkedHashMap<>(program.example().get(Manifest.APPLY));
        filler = login;
    }

    private static final Pattern ASKED = Pattern.compile("decisionRef=\"(\\w+)\"");

    /** Decision tables that judge an application, and those that its course asks. */
    List<byte[]> tables() {
        return Stream.concat(
                        program.manifest().eligibility().stream(),
                        ASKED.matcher(program.model()).results().map(asked -> asked.group(1)))
                .map(id -> programs.decision(program.ref(), id))
                .toList();
    }

    /** Signs and submits the draft with all documents that the program demands. */
    void submit(String login) {
        no = drafts.begin(directory.actor(filler), program.ref().code(), answers)
                .no();
        program.manifest().documents().stream()
                .filter(document -> document.isRequired(answers))
                .forEach(document -> {
                    byte[] pdf = ("%PDF-1.4\n" + document.kind() + no).getBytes(StandardCharsets.UTF_8);
                    drafts.attach(
                            directory.actor(filler),
                            no,
                            document.kind(),
                            attachments.receive(document.kind() + ".pdf", new ByteArrayInputStream(pdf)));
                });
        attempt(() -> applications.submit(directory.actor(login), no, applications.lookUp(directory.actor(login), no)));
    }

    Application application() {
        return cases.find(no).orElseThrow();
    }

    /** Names of the steps that wait now. */
    List<String> waiting() {
        return open().stream().map(this::name).toList();
    }

    List<Step> open() {
        return steps.ofCase(no).stream().filter(Step::isOpen).toList();
    }

    String name(Step step) {
        return step.place().isSupplement()
                ? "补充资料"
                : program.step(step.place().element()).name().zh();
    }

    Step step(String name) {
        return open().stream()
                .filter(step -> name(step).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("“" + name + "”现在不在等待，等待的是 " + waiting()));
    }

    /** Every seat that is still open at the step is decided by people of its post, with the answers of the example. */
    void decide(String name, String outcome, Map<String, String> said) {
        assertNothingRefused();
        Step step = step(name);
        StepDef def = program.step(step.place().element());
        String wanted = outcome == null ? def.outcomes().get(0) : outcome;
        for (Seat seat : step.seats().stream().filter(Seat::isLive).toList()) {
            if (open().stream().noneMatch(s -> s.id().equals(step.id()))) {
                return; // a vote is decided as soon as nobody who is left can change it
            }
            attempt(() -> byAnybody(step, seat, wanted, said));
            if (refused != null) {
                return;
            }
        }
    }

    private void byAnybody(Step step, Seat seat, String outcome, Map<String, String> said) {
        Place place = step.place();
        List<String> people =
                seat.person() != null ? List.of(seat.person()) : directory.holders(place.org(), place.role());
        Refused last = null;
        for (String login : people) {
            try {
                complete(login, step, seat, outcome, said);
                return;
            } catch (Refused no) {
                if (!ANOTHER_PERSON.contains(no.refusal().code())) {
                    throw no;
                }
                last = no;
            }
        }
        if (last != null) {
            throw last;
        }
        throw new AssertionError("没有人可以办理“%s”：%s %s".formatted(name(step), place.org(), place.role()));
    }

    private void complete(String login, Step step, Seat seat, String outcome, Map<String, String> said) {
        StepDef def = program.step(step.place().element());
        Map<String, Object> typed = new HashMap<>(program.example().getOrDefault(def.form(), Map.of()));
        String opinion = "";
        if (!outcome.equals(def.outcomes().get(0))) {
            // an example goes with the first outcome; another one is told by the scenario
            typed.clear();
        }
        for (Map.Entry<String, String> line : said.entrySet()) {
            if (line.getKey().equals("意见")) {
                opinion = line.getValue();
            } else {
                Spoken.answer(program, def.form(), line.getKey(), line.getValue(), typed);
            }
        }
        review.complete(directory.actor(login), seat.id(), outcome, opinion, typed);
    }

    /** This person decides the seat that this person may decide. */
    void decideAs(String login, String name, String outcome, Map<String, String> said) {
        assertNothingRefused();
        Step step = step(name);
        Seat seat = seatFor(login, step);
        attempt(() -> complete(login, step, seat, outcome, said));
    }

    void claimAs(String login, String name) {
        assertNothingRefused();
        Step step = step(name);
        attempt(() -> review.claim(directory.actor(login), seatFor(login, step).id()));
    }

    String seatOf(String login, String name) {
        return seatFor(login, step(name)).id();
    }

    String anySeat(String name) {
        return step(name).seats().get(0).id();
    }

    private static Seat seatFor(String login, Step step) {
        return step.seats().stream()
                .filter(Seat::isLive)
                .filter(seat -> seat.person() == null || seat.person().equals(login))
                .findFirst()
                .orElseThrow(() -> new AssertionError("“" + step.place().element() + "”没有空席"));
    }

    /** Takes the first outcome at every step until this one waits. */
    void until(String name) {
        for (int i = 0; i < 40 && !waiting().contains(name); i++) {
            List<String> before = new ArrayList<>(waiting());
            before.stream()
                    .filter(step -> !step(step).place().isOutside())
                    .findFirst()
                    .ifPresentOrElse(step -> decide(step, null, Map.of()), rounds::make);
            assertNothingRefused();
        }
        assertThat(waiting()).contains(name);
    }

    void attempt(Runnable act) {
        refused = null;
        try {
            act.run();
        } catch (Refused no) {
            refused = no;
        }
    }

    /** A refusal that no sentence has asked about is a failure. */
    void assertNothingRefused() {
        if (refused != null) {
            throw new AssertionError("上一步被拒绝：" + refused.getMessage(), refused);
        }
    }
}
