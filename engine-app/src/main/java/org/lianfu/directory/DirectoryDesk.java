package org.lianfu.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lianfu.directory.store.FirmRows;
import org.lianfu.directory.store.FirmRows.FirmRow;
import org.lianfu.directory.store.OrgRows;
import org.lianfu.directory.store.OrgRows.NameRow;
import org.lianfu.directory.store.OrgRows.OrgRow;
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

    private final OrgRows orgs;
    private final FirmRows firms;
    private final PersonRows people;
    private final SignInRows signIns;
    private final OrgShelf shelf;
    private final Passwords passwords;
    private final Duties duties;
    private final Clock clock;

    DirectoryDesk(
            OrgRows orgs,
            FirmRows firms,
            PersonRows people,
            SignInRows signIns,
            OrgShelf shelf,
            Passwords passwords,
            Duties duties,
            Clock clock) {
        this.orgs = orgs;
        this.firms = firms;
        this.people = people;
        this.signIns = signIns;
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
        int newOrgs =
                (int) roster.orgs().stream().filter(line -> enterOrg(line)).count();
        int newFirms =
                (int) roster.firms().stream().filter(line -> enterFirm(line)).count();
        int newPeople = (int) roster.people().stream()
                .filter(line -> enterPerson(line, personas))
                .count();
        int newPosts =
                (int) roster.posts().stream().filter(line -> enterPost(line)).count();
        int newServices = (int)
                roster.services().stream().filter(line -> enterService(line)).count();
        shelf.forgetAfterCommit();
        return new Entered(newOrgs, newFirms, newPeople, newPosts, newServices);
    }

    private boolean enterOrg(Roster.OrgLine line) {
        List<NameRow> names = new ArrayList<>();
        for (Org.Named named : line.names()) {
            names.add(new NameRow(
                    line.code(), "NAME", named.name().zh(), named.name().en(), named.from(), named.to()));
        }
        for (String alias : line.aliases()) {
            names.add(new NameRow(line.code(), "ALIAS", alias, "", Roster.ALWAYS, Roster.FOR_EVER));
        }
        OrgRow before = orgs.find(line.code());
        if (before == null) {
            orgs.insert(new OrgRow(line.code(), line.type(), line.uscc(), line.from(), line.to(), 0, "0".repeat(64)));
        } else {
            OrgRow after = new OrgRow(
                    line.code(),
                    line.type(),
                    line.uscc(),
                    line.from(),
                    line.to(),
                    before.trailSeq(),
                    before.trailHead());
            boolean sameNames = Set.copyOf(orgs.names(line.code())).equals(Set.copyOf(names));
            if (after.equals(before) && sameNames) {
                return false;
            }
            orgs.update(after);
            orgs.deleteNames(line.code());
        }
        names.forEach(orgs::insertName);
        return true;
    }

    private boolean enterFirm(Roster.FirmLine line) {
        Firm firm = line.firm();
        FirmRow row = row(firm);
        FirmRow before = firms.find(firm.uscc());
        enterOrg(new Roster.OrgLine(
                line.line(),
                firm.org(),
                OrgType.FIRM,
                firm.uscc(),
                List.of(new Org.Named(new Words(firm.name(), line.english()), Roster.ALWAYS, Roster.FOR_EVER)),
                List.of(),
                firm.established(),
                Roster.FOR_EVER));
        if (before == null) {
            firms.insert(row);
            return true;
        }
        if (before.equals(row)) {
            return false;
        }
        firms.update(row);
        return true;
    }

    private static FirmRow row(Firm firm) {
        return new FirmRow(
                firm.uscc(),
                firm.org(),
                firm.name(),
                firm.legalRep(),
                firm.region(),
                firm.park(),
                firm.regStatus(),
                firm.established(),
                firm.sizeClass(),
                firm.annualSales().fen(),
                firm.taxGrade(),
                firm.muGrade(),
                firm.dishonest(),
                firm.inChain(),
                firm.source(),
                Times.micros(firm.checkedAt()));
    }

    private boolean enterPerson(Roster.PersonLine line, boolean persona) {
        PersonRow before = people.find(line.login());
        String password = persona ? "demo-" + line.login() : line.password();
        PersonRow after = new PersonRow(
                line.login(),
                line.org(),
                line.name().zh(),
                line.name().en(),
                before != null ? before.passwordHash() : password == null ? "" : passwords.hash(password),
                before != null ? before.mustChange() : !persona,
                before != null && before.locked(),
                before == null ? 1 : before.epoch(),
                before == null ? persona : before.persona(),
                line.says().zh(),
                line.says().en(),
                before == null ? Times.micros(clock.instant()) : before.createdAt());
        if (before == null) {
            people.insert(after);
        } else if (!after.equals(before)) {
            people.update(after);
            if (!after.orgCode().equals(before.orgCode())) {
                endSessions(line.login());
            }
        }
        return !after.equals(before);
    }

    private boolean enterPost(Roster.PostLine line) {
        PostRow after = new PostRow(line.org(), line.role(), line.holder(), line.from(), line.to());
        PostRow before = people.postsEver(line.holder()).stream()
                .filter(post -> post.orgCode().equals(line.org()) && post.role().equals(line.role()))
                .findFirst()
                .orElse(null);
        if (before == null) {
            people.insertPost(after);
        } else if (!after.equals(before)) {
            people.updatePost(after);
        } else {
            return false;
        }
        endSessions(line.holder());
        return true;
    }

    private boolean enterService(Roster.ServiceLine line) {
        if (orgs.banks(line.program()).equals(line.banks())) {
            return false;
        }
        orgs.serveNone(line.program());
        for (int i = 0; i < line.banks().size(); i++) {
            orgs.serve(line.program(), line.banks().get(i), i);
        }
        return true;
    }

    /** Gives a post to a person from today on. */
    @Transactional
    public void appoint(String org, String role, String login, Actor by) {
        if (!duties.isRole(role)) {
            throw UNKNOWN_ROLE.because(Map.of("role", role));
        }
        existing(login);
        enterPost(new Roster.PostLine(0, org, role, login, today(), Roster.FOR_EVER));
    }

    /** Takes a post from a person: yesterday was the last day. */
    @Transactional
    public void dismiss(String org, String role, String login, Actor by) {
        existing(login);
        people.postsEver(login).stream()
                .filter(post -> post.orgCode().equals(org) && post.role().equals(role))
                .forEach(post ->
                        people.updatePost(new PostRow(org, role, login, post.validFrom(), today().minusDays(1))));
        endSessions(login);
    }

    /** Closes an account, or opens it again. */
    @Transactional
    public void lock(String login, boolean locked, Actor by) {
        existing(login);
        people.setLocked(login, locked);
        signIns.deleteTokens(login);
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
        enterPerson(
                new Roster.PersonLine(0, login, PLATFORM, new Words(name, name), new Words("", ""), password), false);
        people.setPassword(login, passwords.hash(password), false);
        enterPost(new Roster.PostLine(0, PLATFORM, SYS_ADMIN, login, Roster.ALWAYS, Roster.FOR_EVER));
    }

    private PersonRow existing(String login) {
        PersonRow person = people.lock(login);
        if (person == null) {
            throw Directory.UNKNOWN_PERSON.because(Map.of("login", login));
        }
        return person;
    }

    private void endSessions(String login) {
        people.nextEpoch(login);
        signIns.deleteTokens(login);
    }

    private LocalDate today() {
        return Times.date(clock.instant());
    }
}
