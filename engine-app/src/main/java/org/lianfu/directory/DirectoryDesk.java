package org.lianfu.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lianfu.directory.store.PersonRows;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Fault;
import org.lianfu.shared.Refusal;
import org.lianfu.shared.Refusal.Kind;
import org.lianfu.shared.Times;
import org.lianfu.shared.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where a whole roster of organisations, people and posts is entered, by the same hand and under the same checks as single
 * changes at the {@link PersonnelDesk}; what is entered again unchanged changes nothing.
 */
@Component
public class DirectoryDesk {

    static final Refusal ADMINISTRATOR_EXISTS = Refusal.of("directory.administrator-exists", Kind.CONFLICT);

    private final Scribe scribe;
    private final PersonRows people;
    private final OrgChains chains;
    private final OrgShelf shelf;
    private final Passwords passwords;
    private final Clock clock;

    DirectoryDesk(
            Scribe scribe, PersonRows people, OrgChains chains, OrgShelf shelf, Passwords passwords, Clock clock) {
        this.scribe = scribe;
        this.people = people;
        this.chains = chains;
        this.shelf = shelf;
        this.passwords = passwords;
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
        Set<String> there = personas ? there(roster) : Set.of();
        Entered entered = new Entered(
                count(roster.orgs(), line -> scribe.enterOrg(line, journal)),
                count(roster.firms(), line -> scribe.enterFirm(line, journal)),
                count(
                        roster.people(),
                        line -> !there.contains(line.login()) && scribe.enterPerson(line, personas, journal)),
                count(roster.posts(), line -> !there.contains(line.holder()) && scribe.enterPost(line, journal)),
                count(roster.services(), line -> scribe.enterService(line, journal)));
        close(journal);
        return entered;
    }

    /** People of the demo who are there already: what an administrator has changed about them outlasts a new start. */
    private Set<String> there(Roster roster) {
        return roster.people().stream()
                .map(Roster.PersonLine::login)
                .filter(login -> people.find(login) != null)
                .collect(Collectors.toSet());
    }

    private static <T> int count(List<T> lines, Predicate<T> enter) {
        return (int) lines.stream().filter(enter).count();
    }

    private void close(Journal journal) {
        chains.append(journal.entries());
        shelf.forgetAfterCommit();
    }

    /** The first administrator of a new house; refused once there is one. */
    @Transactional
    public void createFirstAdministrator(String login, String name, String password) {
        if (people.countHolders(Administrators.SYSTEM, today()) > 0) {
            throw ADMINISTRATOR_EXISTS.because();
        }
        List<Fault> faults = Passwords.check("/password", login, password);
        if (!faults.isEmpty()) {
            throw SignInDesk.PASSWORD.with(faults);
        }
        Journal journal = new Journal(Actor.SYSTEM);
        scribe.enterPerson(
                new Roster.PersonLine(
                        0,
                        login,
                        Administrators.PLATFORM,
                        new Words(name, name),
                        new Words("", ""),
                        password,
                        Roster.ALWAYS,
                        Roster.FOR_EVER),
                false,
                journal);
        people.setPassword(login, passwords.hash(password), false);
        scribe.enterPost(
                new Roster.PostLine(
                        0, Administrators.PLATFORM, Administrators.SYSTEM, login, Roster.ALWAYS, Roster.FOR_EVER),
                journal);
        close(journal);
    }

    private LocalDate today() {
        return Times.date(clock.instant());
    }
}
