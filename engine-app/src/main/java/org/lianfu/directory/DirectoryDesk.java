package org.lianfu.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.lianfu.directory.store.PersonRows;
import org.lianfu.directory.store.PersonRows.PersonRow;
import org.lianfu.directory.store.PersonRows.PostRow;
import org.lianfu.directory.store.SignInRows;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Fault;
import org.lianfu.shared.Refusal;
import org.lianfu.shared.Refusal.Kind;
import org.lianfu.shared.Times;
import org.lianfu.shared.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where organisations, people and posts are entered and changed. A change of posts or of the lock ends the person's
 * sessions and tokens; what is entered again unchanged changes nothing.
 */
@Component
public class DirectoryDesk {

    static final Refusal ADMINISTRATOR_EXISTS = Refusal.of("directory.administrator-exists", Kind.CONFLICT);
    static final Refusal UNKNOWN_ROLE = Refusal.of("directory.unknown-role", Kind.RULE);

    static final String SYS_ADMIN = "SYS_ADMIN";
    static final String PLATFORM = "PLATFORM";

    private final Scribe scribe;
    private final PersonRows people;
    private final SignInRows signIns;
    private final OrgChains chains;
    private final OrgShelf shelf;
    private final Passwords passwords;
    private final Duties duties;
    private final Clock clock;

    DirectoryDesk(
            Scribe scribe,
            PersonRows people,
            SignInRows signIns,
            OrgChains chains,
            OrgShelf shelf,
            Passwords passwords,
            Duties duties,
            Clock clock) {
        this.scribe = scribe;
        this.people = people;
        this.signIns = signIns;
        this.chains = chains;
        this.shelf = shelf;
        this.passwords = passwords;
        this.duties = duties;
        this.clock = clock;
    }

    /** How many lines of each kind were new or different. */
    public record Entered(int orgs, int firms, int people, int posts, int services) {}

    /**
     * Enters a roster that has been checked.
     *
     * @param personas true for the people of the demo, whose password is {@code demo-<login>}
     */
    @Transactional
    public Entered enter(Roster roster, boolean personas, Actor by) {
        Journal journal = new Journal(by);
        Entered entered = new Entered(
                count(roster.orgs(), line -> scribe.enterOrg(line, journal)),
                count(roster.firms(), line -> scribe.enterFirm(line, journal)),
                count(roster.people(), line -> scribe.enterPerson(line, personas, journal)),
                count(roster.posts(), line -> scribe.enterPost(line, journal)),
                count(roster.services(), line -> scribe.enterService(line, journal)));
        close(journal);
        return entered;
    }

    private static <T> int count(List<T> lines, Predicate<T> enter) {
        return (int) lines.stream().filter(enter).count();
    }

    private void close(Journal journal) {
        chains.append(journal.entries());
        shelf.forgetAfterCommit();
    }

    /** Gives a post to a person from today on. */
    @Transactional
    public void appoint(String org, String role, String login, Actor by) {
        if (!duties.isRole(role)) {
            throw UNKNOWN_ROLE.because(Map.of("role", role));
        }
        existing(login);
        Journal journal = new Journal(by);
        scribe.enterPost(new Roster.PostLine(0, org, role, login, today(), Roster.FOR_EVER), journal);
        close(journal);
    }

    /** Takes a post from a person: yesterday was the last day. */
    @Transactional
    public void dismiss(String org, String role, String login, Actor by) {
        existing(login);
        Journal journal = new Journal(by);
        people.postsEver(login).stream()
                .filter(post -> post.orgCode().equals(org) && post.role().equals(role))
                .forEach(post -> {
                    LocalDate last = today().minusDays(1);
                    people.updatePost(new PostRow(org, role, login, post.validFrom(), last));
                    journal.note(org, "post.taken", entry -> entry.about("person", login)
                            .data("role", role)
                            .data("to", last.toString()));
                });
        scribe.endSessions(login);
        close(journal);
    }

    /** Closes an account, or opens it again. */
    @Transactional
    public void lock(String login, boolean locked, Actor by) {
        String org = existing(login).orgCode();
        people.setLocked(login, locked);
        signIns.deleteTokens(login);
        Journal journal = new Journal(by);
        journal.note(org, locked ? "account.locked" : "account.unlocked", entry -> entry.about("person", login));
        close(journal);
    }

    /** The first administrator of a new house; refused once there is one. */
    @Transactional
    public void createFirstAdministrator(String login, String name, String password) {
        if (people.countHolders(SYS_ADMIN, today()) > 0) {
            throw ADMINISTRATOR_EXISTS.because();
        }
        List<Fault> faults = Passwords.check("/password", login, password);
        if (!faults.isEmpty()) {
            throw SignInDesk.PASSWORD.with(faults);
        }
        Journal journal = new Journal(Actor.SYSTEM);
        scribe.enterPerson(
                new Roster.PersonLine(0, login, PLATFORM, new Words(name, name), new Words("", ""), password),
                false,
                journal);
        people.setPassword(login, passwords.hash(password), false);
        scribe.enterPost(new Roster.PostLine(0, PLATFORM, SYS_ADMIN, login, Roster.ALWAYS, Roster.FOR_EVER), journal);
        close(journal);
    }

    private PersonRow existing(String login) {
        PersonRow person = people.lock(login);
        if (person == null) {
            throw Directory.UNKNOWN_PERSON.because(Map.of("login", login));
        }
        return person;
    }

    private LocalDate today() {
        return Times.date(clock.instant());
    }
}
