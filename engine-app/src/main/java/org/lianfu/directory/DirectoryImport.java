package org.lianfu.directory;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lianfu.directory.DirectoryDesk.Entered;
import org.lianfu.directory.store.OrgRows;
import org.lianfu.directory.store.PersonRows;
import org.lianfu.directory.store.PersonRows.PersonRow;
import org.lianfu.directory.store.PersonRows.PostRow;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Fault;
import org.lianfu.shared.Refusal;
import org.lianfu.shared.Refusal.Kind;
import org.springframework.stereotype.Component;

/**
 * Loads a directory file: organisations, firms, people, posts, and which banks serve which program. All or nothing; every
 * fault is told at once with its line. The same file twice changes nothing.
 */
@Component
public class DirectoryImport {

    public static final Refusal FAULTY = Refusal.of("directory.import-faulty", Kind.RULE);

    private final OrgRows orgs;
    private final PersonRows people;
    private final Duties duties;
    private final DirectoryDesk desk;
    private final Clock clock;

    DirectoryImport(OrgRows orgs, PersonRows people, Duties duties, DirectoryDesk desk, Clock clock) {
        this.orgs = orgs;
        this.people = people;
        this.duties = duties;
        this.desk = desk;
        this.clock = clock;
    }

    /** @throws org.lianfu.shared.Refused {@link #FAULTY} with every fault, when there is one that is no mere warning */
    public Entered load(String yaml, boolean personas, Actor by) {
        RosterReader reader = new RosterReader(clock.instant());
        Roster roster = reader.read(yaml);
        List<Fault> faults = new ArrayList<>(reader.faults());
        faults.addAll(check(roster));
        if (faults.stream().anyMatch(fault -> !fault.warning())) {
            throw FAULTY.with(faults);
        }
        return desk.enter(roster, personas, by);
    }

    private List<Fault> check(Roster roster) {
        List<Fault> faults = new ArrayList<>();
        Set<String> known = new HashSet<>(orgs.codes());
        Set<String> banks = new HashSet<>();
        Set<String> codes = new HashSet<>();
        for (Roster.OrgLine org : roster.orgs()) {
            if (!codes.add(org.code())) {
                faults.add(fault("/orgs", "import.duplicate", org.line(), org.code()));
            }
        }
        known.addAll(codes);
        roster.orgs().stream().filter(org -> org.type() == OrgType.BANK).forEach(org -> banks.add(org.code()));
        banks.addAll(orgs.ofType(OrgType.BANK));
        roster.firms().forEach(firm -> known.add(firm.firm().org()));
        Set<String> logins = new HashSet<>();
        for (Roster.PersonLine person : roster.people()) {
            if (!logins.add(person.login())) {
                faults.add(fault("/people", "import.duplicate", person.line(), person.login()));
            }
            if (!known.contains(person.org())) {
                faults.add(fault("/people", "import.no-org", person.line(), person.org()));
            }
        }
        for (Roster.PostLine post : roster.posts()) {
            if (!known.contains(post.org())) {
                faults.add(fault("/posts", "import.no-org", post.line(), post.org()));
            }
            if (!duties.isRole(post.role())) {
                faults.add(fault("/posts", "import.no-role", post.line(), post.role()));
            }
            if (!logins.contains(post.holder()) && people.find(post.holder()) == null) {
                faults.add(fault("/posts", "import.no-person", post.line(), post.holder()));
            }
        }
        faults.addAll(postsThatCannotBe(roster));
        for (Roster.ServiceLine service : roster.services()) {
            service.banks().stream()
                    .filter(bank -> !banks.contains(bank))
                    .forEach(bank -> faults.add(fault("/services", "import.no-bank", service.line(), bank)));
        }
        return faults;
    }

    /** The same as is refused of a single post, said for all of them with their lines before anything is entered. */
    private List<Fault> postsThatCannotBe(Roster roster) {
        List<Fault> faults = new ArrayList<>();
        Map<String, String> home = new HashMap<>();
        roster.people().forEach(person -> home.put(person.login(), person.org()));
        Map<String, List<PostRow>> posts = new HashMap<>();
        for (Roster.PostLine line : roster.posts()) {
            PersonRow there = people.find(line.holder());
            String org = home.getOrDefault(line.holder(), there == null ? line.org() : there.orgCode());
            PostRow post = new PostRow(line.org(), line.role(), line.holder(), line.from(), line.to());
            List<PostRow> others =
                    posts.computeIfAbsent(line.holder(), login -> new ArrayList<>(people.postsEver(login)));
            others.removeIf(other ->
                    other.orgCode().equals(post.orgCode()) && other.role().equals(post.role()));
            others.add(post);
            if (!org.equals(line.org())) {
                faults.add(fault("/posts", "import.other-org", line.line(), line.holder()));
            }
            if (Administrators.isOfCityOnly(line.role()) && !line.org().equals(Administrators.PLATFORM)) {
                faults.add(fault("/posts", "import.city-only", line.line(), line.role()));
            }
        }
        for (Roster.PostLine line : roster.posts()) {
            PostRow post = new PostRow(line.org(), line.role(), line.holder(), line.from(), line.to());
            Scribe.heldApart(duties, post, posts.get(line.holder()))
                    .ifPresent(other -> faults.add(Fault.of(
                            "/posts",
                            "import.held-apart",
                            Map.of(
                                    "line", String.valueOf(line.line()),
                                    "value", line.holder(),
                                    "role", line.role(),
                                    "other", other.role()))));
        }
        return faults;
    }

    private static Fault fault(String pointer, String code, int line, String value) {
        return Fault.of(pointer, code, Map.of("line", String.valueOf(line), "value", value));
    }
}
