package org.lianfu.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.lianfu.directory.store.OrgRows;
import org.lianfu.directory.store.PersonRows;
import org.lianfu.directory.store.PersonRows.PersonRow;
import org.lianfu.directory.store.PersonRows.PostRow;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Refused;
import org.lianfu.shared.Times;
import org.lianfu.shared.Words;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The personnel counter 人员与岗位: the system administrator enters, corrects and ends people; the security administrator
 * gives and ends posts and opens and closes sign-in. Each act has a reason and stands as one entry in the chain of the
 * person's organisation; nobody changes himself. A change holds from the next request on.
 */
@Component
public class PersonnelDesk {

    private static final int NAME = 100;

    private final Scribe scribe;
    private final PersonRows people;
    private final OrgRows orgs;
    private final Directory directory;
    private final OrgChains chains;
    private final Duties duties;
    private final Passwords passwords;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PersonnelDesk(
            Scribe scribe,
            PersonRows people,
            OrgRows orgs,
            Directory directory,
            OrgChains chains,
            Duties duties,
            Passwords passwords,
            ApplicationEventPublisher events,
            Clock clock) {
        this.scribe = scribe;
        this.people = people;
        this.orgs = orgs;
        this.directory = directory;
        this.chains = chains;
        this.duties = duties;
        this.passwords = passwords;
        this.events = events;
        this.clock = clock;
    }

    /** As typed; empty dates mean from today, and without end. */
    public record NewPerson(String login, String org, String nameZh, String nameEn, String from, String to) {}

    /** Enters a person. There is no sign-in yet: the security administrator opens it with a first password. */
    @Transactional
    public void enter(Actor actor, NewPerson typed, String why) {
        mustBe(actor, Administrators.SYSTEM);
        Typed read = new Typed();
        String login = read.text("login", typed.login(), 63);
        if (!login.isEmpty() && !login.matches(Logins.FORM)) {
            read.fault("login", "directory.login-form", Map.of("value", login));
        } else if (Logins.isPersonal(login)) {
            read.fault("login", "login.personal", Map.of("value", login));
        }
        String org = read.text("org", typed.org(), 64);
        if (!org.isEmpty() && directory.find(org).isEmpty()) {
            read.fault("org", "directory.no-org", Map.of("value", org));
        }
        Words name = name(read, typed.nameZh(), typed.nameEn());
        LocalDate from = read.day("from", typed.from(), today());
        LocalDate to = read.day("to", typed.to(), Roster.FOR_EVER);
        read.notBefore("from", from, today());
        read.inOrder("to", from, to);
        String reason = read.reason(why);
        read.mustBeRight();
        PersonRow there = people.lock(login);
        if (there != null) {
            throw taken(there);
        }
        Journal journal = new Journal(actor, reason);
        Roster.PersonLine line = new Roster.PersonLine(0, login, org, name, new Words("", ""), null, from, to);
        try {
            scribe.enterPerson(line, false, journal);
        } catch (DuplicateKeyException anotherWasFaster) {
            throw taken(people.find(login));
        }
        chains.append(journal.entries());
    }

    private Refused taken(PersonRow there) {
        return PersonnelRefusals.LOGIN_TAKEN.because(Map.of(
                "login",
                there.login(),
                "org",
                directory.nameOf(there.orgCode()),
                "who",
                there.changedBy(),
                "when",
                Times.instant(there.createdAt())));
    }

    /** Corrects a name, or until when the person is here; an empty last day means without end. */
    @Transactional
    public void correct(Actor actor, String login, long version, String zh, String en, String lastDay, String why) {
        PersonRow before = opened(actor, Administrators.SYSTEM, login, version);
        Typed read = new Typed();
        Words name = name(read, zh, en);
        LocalDate to = read.day("to", lastDay, Roster.FOR_EVER);
        if (!to.equals(before.validTo())) {
            read.notBefore("to", to, today().minusDays(1));
            read.inOrder("to", before.validFrom(), to.isBefore(today()) ? before.validFrom() : to);
        }
        String reason = read.reason(why);
        read.mustBeRight();
        Journal journal = new Journal(actor, reason);
        Roster.PersonLine line = new Roster.PersonLine(
                0,
                login,
                before.orgCode(),
                name,
                new Words(before.saysZh(), before.saysEn()),
                null,
                before.validFrom(),
                to);
        if (!scribe.enterPerson(line, before.persona(), journal)) {
            throw PersonnelRefusals.UNCHANGED.because(Map.of("login", login));
        }
        if (to.isBefore(before.validTo())) {
            mustNotBeLast(login, Administrators.ALL, to);
            left(actor, login);
        }
        chains.append(journal.entries());
    }

    /** Gives a post of the person's own organisation; what stood there before ends with it and is read in the chain. */
    @Transactional
    public void give(
            Actor actor, String login, long version, String role, String firstDay, String lastDay, String why) {
        PersonRow person = opened(actor, Administrators.SECURITY, login, version);
        Typed read = new Typed();
        PostRow held = role(read, login, role);
        LocalDate from = read.day("from", firstDay, today());
        LocalDate to = read.day("to", lastDay, Roster.FOR_EVER);
        boolean goesOn = held != null
                && !held.validTo().isBefore(today())
                && !held.validFrom().isAfter(from);
        if (goesOn) {
            from = held.validFrom();
        } else {
            read.notBefore("from", from, today());
        }
        read.inOrder("to", from, to);
        String reason = read.reason(why);
        read.mustBeRight();
        Journal journal = new Journal(actor, reason);
        if (!scribe.enterPost(new Roster.PostLine(0, person.orgCode(), role, login, from, to), journal)) {
            throw PersonnelRefusals.UNCHANGED.because(Map.of("login", login));
        }
        chains.append(journal.entries());
    }

    /** Ends a post; without a last day it ends at once. Seats of it that the person has claimed go back to the post. */
    @Transactional
    public void end(Actor actor, String login, long version, String role, String lastDay, String why) {
        PersonRow person = opened(actor, Administrators.SECURITY, login, version);
        Typed read = new Typed();
        PostRow held = role(read, login, role);
        LocalDate to = read.day("to", lastDay, today().minusDays(1));
        read.notBefore("to", to, today().minusDays(1));
        String reason = read.reason(why);
        read.mustBeRight();
        if (held == null || held.validTo().isBefore(today()) || held.validTo().isBefore(held.validFrom())) {
            throw PersonnelRefusals.NOT_HELD.because(Map.of("login", login, "role", duties.title(role)));
        }
        if (held.validTo().equals(to)) {
            throw PersonnelRefusals.UNCHANGED.because(Map.of("login", login));
        }
        mustNotBeLast(login, List.of(role), to);
        Journal journal = new Journal(actor, reason);
        scribe.endPost(new PostRow(person.orgCode(), role, login, held.validFrom(), to), journal);
        left(actor, login);
        chains.append(journal.entries());
    }

    /**
     * Closes sign-in at once, or opens it again.
     *
     * @param password a new first password, to be changed at sign-in; empty to keep the present one
     */
    @Transactional
    public void signIn(Actor actor, String login, long version, boolean open, String password, String why) {
        PersonRow person = opened(actor, Administrators.SECURITY, login, version);
        Typed read = new Typed();
        String fresh = password == null ? "" : password;
        if (open && (!fresh.isEmpty() || person.passwordHash().isEmpty())) {
            read.faults(Passwords.check("/password", login, fresh));
        }
        String reason = read.reason(why);
        read.mustBeRight();
        if (person.locked() != open && (!open || fresh.isEmpty())) {
            throw PersonnelRefusals.UNCHANGED.because(Map.of("login", login));
        }
        Journal journal = new Journal(actor, reason);
        if (!open) {
            mustNotBeLast(login, Administrators.ALL, today().minusDays(1));
        }
        scribe.setSignIn(person, open, fresh.isEmpty() ? null : passwords.hash(fresh), journal);
        if (!open) {
            left(actor, login);
        }
        chains.append(journal.entries());
    }

    private static Words name(Typed read, String zh, String en) {
        return new Words(read.text("name/zh", zh, NAME), read.text("name/en", en, NAME));
    }

    /** The post as it stands in the books; null when it was never held. */
    private PostRow role(Typed read, String login, String role) {
        if (!duties.isRole(role == null ? "" : role)) {
            read.fault("role", "directory.no-role", Map.of("value", role == null ? "" : role));
            return null;
        }
        String org = people.find(login).orgCode();
        return people.postsEver(login).stream()
                .filter(post -> post.orgCode().equals(org) && post.role().equals(role))
                .findFirst()
                .orElse(null);
    }

    private static void mustBe(Actor actor, String role) {
        if (!actor.has(role) || Administrators.isOfCityOnly(role) && !Administrators.isOfCity(actor)) {
            throw PersonnelRefusals.NOT_YOURS.because();
        }
    }

    /** The person, locked, as the administrator has seen it. */
    private PersonRow opened(Actor actor, String role, String login, long version) {
        mustBe(actor, role);
        PersonRow person = people.lock(login);
        if (person == null || !Administrators.sees(actor, person.orgCode())) {
            throw Directory.UNKNOWN_PERSON.because(Map.of("login", String.valueOf(login)));
        }
        if (login.equals(actor.login())) {
            throw PersonnelRefusals.YOURSELF.because();
        }
        if (person.version() != version) {
            throw PersonnelRefusals.STALE_PERSON.because(
                    Map.of("login", login, "who", person.changedBy(), "when", Times.instant(person.changedAt())));
        }
        return person;
    }

    /** The city keeps one of each of the three: without, nobody could mend what is wrong with the others. */
    private void mustNotBeLast(String login, List<String> roles, LocalDate lastDay) {
        LocalDate after = lastDay.isBefore(today()) ? today() : lastDay.plusDays(1);
        List<String> his = people.posts(login, after).stream()
                .filter(post -> post.orgCode().equals(Administrators.PLATFORM))
                .map(PostRow::role)
                .filter(roles::contains)
                .filter(Administrators.ALL::contains)
                .toList();
        if (his.isEmpty()) {
            return;
        }
        orgs.lock(Administrators.PLATFORM);
        for (String role : his) {
            List<String> left = people.holders(Administrators.PLATFORM, role, after);
            if (left.stream().allMatch(login::equals)) {
                throw PersonnelRefusals.LAST_ADMINISTRATOR.because(
                        Map.of("login", login, "role", duties.title(role), "day", after));
            }
        }
    }

    private void left(Actor actor, String login) {
        events.publishEvent(new HolderLeft(login, actor));
    }

    private LocalDate today() {
        return Times.date(clock.instant());
    }
}
