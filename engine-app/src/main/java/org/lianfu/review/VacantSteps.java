package org.lianfu.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lianfu.application.Application;
import org.lianfu.application.Applications;
import org.lianfu.directory.Directory;
import org.lianfu.directory.Duties;
import org.lianfu.directory.HolderLeft;
import org.lianfu.outbox.Incident;
import org.lianfu.outbox.Incidents;
import org.lianfu.outbox.Remedy;
import org.lianfu.program.Programs;
import org.lianfu.shared.Actor;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Times;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds open steps for which the post has too few people: nobody holds it, or whoever does has recused or has done a duty in
 * this case that excludes it. Such a case waits for nobody, so it is an incident until somebody can do the step
 * (docs/adr/0030-steps-that-nobody-can-do.md). Looks after the acts on a case, never inside them: they cost no statement more.
 */
@Component
public class VacantSteps implements Remedy {

    /** Kind of the incident. */
    public static final String KIND = "step-vacant";

    /** Cases looked at in one round. */
    private static final int AT_ONCE = 200;

    /** People named as those who could be added. */
    private static final int NAMED = 8;

    private final Applications applications;
    private final Programs programs;
    private final CaseClerk clerk;
    private final Steps steps;
    private final Inbox inbox;
    private final Directory directory;
    private final Duties duties;
    private final Incidents incidents;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final RecentSteps recent;
    private final Set<CaseNo> waiting = ConcurrentHashMap.newKeySet();
    private LocalDate lastDay;

    VacantSteps(
            Applications applications,
            Programs programs,
            CaseClerk clerk,
            Steps steps,
            RecentSteps recent,
            Inbox inbox,
            Directory directory,
            Duties duties,
            Incidents incidents,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.applications = applications;
        this.programs = programs;
        this.clerk = clerk;
        this.steps = steps;
        this.recent = recent;
        this.inbox = inbox;
        this.directory = directory;
        this.duties = duties;
        this.incidents = incidents;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Whoever left a post may have been the last one who could do what is open there. */
    @EventListener
    void onLeft(HolderLeft left) {
        directory.person(left.login()).ifPresent(person -> inbox.casesOf(person.org())
                .forEach(no -> waiting.add(new CaseNo(no))));
    }

    @Scheduled(fixedDelayString = "${lianfu.clock.every:5s}", initialDelayString = "${lianfu.clock.every:5s}")
    void watch() {
        look();
    }

    /**
     * Looks at the cases that were acted on since the last time, at every case on the first look of a day, because posts
     * begin and end by their date, and at those that have such an incident.
     */
    public void look() {
        waiting.addAll(recent.touched());
        LocalDate today = Times.date(clock.instant());
        if (!today.equals(lastDay)) {
            inbox.cases().forEach(no -> waiting.add(new CaseNo(no)));
            lastDay = today;
        }
        Map<String, List<String>> holders = new HashMap<>();
        Iterator<CaseNo> next = waiting.iterator();
        for (int i = 0; i < AT_ONCE && next.hasNext(); i++) {
            CaseNo no = next.next();
            next.remove();
            if (isShort(no, post -> holders.computeIfAbsent(post.post(), p -> holdersOf(post)))) {
                transaction.executeWithoutResult(tx -> say(no));
            }
        }
        for (Incident incident : incidents.openOf(KIND)) {
            transaction.executeWithoutResult(tx -> settle(incident));
        }
    }

    private List<String> holdersOf(Place place) {
        return directory.holders(place.org(), place.role());
    }

    /** Without a lock: whoever is found is looked at again under it. */
    private boolean isShort(CaseNo no, Function<Place, List<String>> holders) {
        Application application = applications.find(no).orElse(null);
        if (application == null
                || application.program() == null
                || application.status().isEnd()) {
            return false;
        }
        List<Step> all = steps.ofCase(no);
        CaseHistory history = history(application, all);
        return all.stream().anyMatch(step -> isShort(step, holders, history));
    }

    private static boolean isShort(Step step, Function<Place, List<String>> holders, CaseHistory history) {
        return lacking(step) > 0
                && !step.place().isOutside()
                && able(step, holders.apply(step.place()), history).size() < lacking(step);
    }

    /** How many more people the step needs: one for each open seat; a vote as many as its quorum lacks. */
    private static int lacking(Step step) {
        if (!step.isOpen()) {
            return 0;
        }
        int open = count(step, Seat.State.OPEN);
        int here = count(step, Seat.State.CLAIMED) + count(step, Seat.State.DECIDED);
        return step.rule().isVote() ? Math.min(open, Math.max(0, step.rule().quorum() - here)) : open;
    }

    private static int count(Step step, Seat.State state) {
        return (int) step.seats().stream().filter(s -> s.state() == state).count();
    }

    /** Whether this person, given the post, could take one of the open seats. */
    private static boolean mayTake(Step step, String login, CaseHistory history) {
        return !history.recused(login)
                && step.seats().stream().noneMatch(s -> s.isOf(login) && s.state() != Seat.State.CLOSED)
                && history.conflict(step, login).isEmpty();
    }

    private static List<String> able(Step step, List<String> people, CaseHistory history) {
        return people.stream().filter(login -> mayTake(step, login, history)).toList();
    }

    private CaseHistory history(Application application, List<Step> all) {
        return CaseHistory.of(all, programs.version(application.program()), duties);
    }

    private void say(CaseNo no) {
        Application application = applications.open(no).application();
        List<Step> all = clerk.stepsOf(applications.open(no)).all();
        CaseHistory history = history(application, all);
        Set<String> said = incidents.ofCase(no.value()).stream()
                .filter(incident -> incident.kind().equals(KIND))
                .map(Incident::ref)
                .collect(Collectors.toSet());
        all.stream()
                .filter(step -> isShort(step, this::holdersOf, history) && !said.contains(step.id()))
                .forEach(step -> incidents.open(KIND, no.value(), step.id(), reason(step, history)));
    }

    /** Who is needed, who holds the post and cannot, and who else of the organisation could if the post were theirs. */
    private String reason(Step step, CaseHistory history) {
        Place place = step.place();
        List<String> holders = holdersOf(place);
        List<String> able = able(step, holders, history);
        Stream<String> others = directory.peopleOf(place.org()).stream().filter(login -> !holders.contains(login));
        List<String> could = able(step, others.toList(), history);
        List<String> unable = new ArrayList<>(holders);
        unable.removeAll(able);
        return "%s: %s, needed %d, able %s, unable %s, could be added %s"
                .formatted(place.element(), place.post(), lacking(step), names(able), names(unable), names(could));
    }

    private static String names(List<String> logins) {
        return logins.isEmpty()
                ? "-"
                : logins.stream().limit(NAMED).collect(Collectors.joining(" ")) + (logins.size() > NAMED ? " …" : "");
    }

    private void settle(Incident incident) {
        CaseNo no = new CaseNo(incident.caseNo());
        Application application = applications.open(no).application();
        List<Step> all = clerk.stepsOf(applications.open(no)).all();
        CaseHistory history = history(application, all);
        if (all.stream()
                .noneMatch(step -> step.id().equals(incident.ref()) && isShort(step, this::holdersOf, history))) {
            incidents.resolve(KIND, incident.ref());
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Nothing can be done here but to look again: people are added by an administrator. */
    @Override
    public void retry(Incident incident, Actor by) {
        say(new CaseNo(incident.caseNo()));
    }
}
