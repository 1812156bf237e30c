package org.lianfu.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lianfu.directory.store.FirmRows;
import org.lianfu.directory.store.FirmRows.FirmRow;
import org.lianfu.directory.store.OrgRows;
import org.lianfu.directory.store.OrgRows.NameRow;
import org.lianfu.directory.store.OrgRows.OrgRow;
import org.lianfu.directory.store.PersonRows;
import org.lianfu.directory.store.PersonRows.ActorRow;
import org.lianfu.directory.store.PersonRows.PostRow;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Money;
import org.lianfu.shared.Refusal;
import org.lianfu.shared.Refusal.Kind;
import org.lianfu.shared.Times;
import org.lianfu.shared.Words;
import org.springframework.stereotype.Component;

/**
 * The counter where one asks who somebody is, who holds a post, and what an organisation is called. Answers about people
 * are read afresh each time, so that a change of post holds at once; the names of organisations are kept in memory.
 */
@Component
public class Directory {

    static final Refusal UNKNOWN_ORG = Refusal.of("directory.unknown-org", Kind.MISSING);
    static final Refusal UNKNOWN_PERSON = Refusal.of("directory.unknown-person", Kind.MISSING);

    private final OrgShelf shelf;
    private final OrgRows orgs;
    private final FirmRows firms;
    private final PersonRows people;
    private final Clock clock;

    /** @param loaded only so that nobody asks before the directory has been loaded */
    Directory(DirectoryStart loaded, OrgShelf shelf, OrgRows orgs, FirmRows firms, PersonRows people, Clock clock) {
        this.shelf = shelf;
        this.orgs = orgs;
        this.firms = firms;
        this.people = people;
        this.clock = clock;
    }

    private LocalDate today() {
        return Times.date(clock.instant());
    }

    /** The organisation with its name of today; refused with {@code directory.unknown-org} when there is none. */
    public Org org(String code) {
        return find(code).orElseThrow(() -> UNKNOWN_ORG.because(Map.of("code", String.valueOf(code))));
    }

    public Optional<Org> find(String code) {
        return shelf.find(code).map(this::org);
    }

    /** The organisation's name of today in both languages; the code itself where it is unknown. */
    public Words nameOf(String code) {
        return find(code).map(Org::name).orElse(new Words(code, code));
    }

    private Org org(OrgShelf.Shelved shelved) {
        List<Org.Named> names = new ArrayList<>();
        List<String> aliases = new ArrayList<>();
        for (NameRow name : shelved.names()) {
            if (name.kind().equals("NAME")) {
                names.add(new Org.Named(new Words(name.zh(), name.en()), name.validFrom(), name.validTo()));
            } else {
                aliases.add(name.zh());
            }
        }
        OrgRow row = shelved.row();
        Words newest = names.get(names.size() - 1).name();
        Org org = new Org(row.code(), newest, row.type(), row.uscc(), names, aliases, row.validFrom(), row.validTo());
        return new Org(
                row.code(),
                org.nameOn(today()),
                row.type(),
                row.uscc(),
                List.copyOf(names),
                List.copyOf(aliases),
                row.validFrom(),
                row.validTo());
    }

    /** Organisations that are or were called so, by a name or an alias. */
    public List<Org> called(String name) {
        return orgs.called(name).stream().map(this::org).toList();
    }

    public List<Org> ofType(OrgType type) {
        return orgs.ofType(type).stream().map(this::org).toList();
    }

    /** Banks that take applications of the program, in their order. */
    public List<Org> banks(String program) {
        return orgs.banks(program).stream().map(this::org).toList();
    }

    /** What the registries say of the firm with this credit code. */
    public Optional<Firm> firm(String uscc) {
        return Optional.ofNullable(firms.find(uscc)).map(Directory::firm);
    }

    /** What the registries say of the firm that is this organisation; empty for a bank, a bureau, a person. */
    public Optional<Firm> firmOf(String org) {
        return Optional.ofNullable(firms.ofOrg(org)).map(Directory::firm);
    }

    private static Firm firm(FirmRow row) {
        return new Firm(
                row.uscc(),
                row.orgCode(),
                row.name(),
                row.legalRep(),
                row.regionCode(),
                row.park(),
                row.regStatus(),
                row.established(),
                row.sizeClass(),
                Money.ofFen(row.annualSalesFen()),
                row.taxGrade(),
                row.muGrade(),
                row.dishonest(),
                row.inChain(),
                row.source(),
                Times.instant(row.checkedAt()));
    }

    /** The person as an actor with the roles held at this moment; refused when there is no such account or it is locked. */
    public Actor actor(String login) {
        return present(login, "pwd")
                .map(Presence::actor)
                .orElseThrow(() -> UNKNOWN_PERSON.because(Map.of("login", String.valueOf(login))));
    }

    /** The person at this moment; empty when there is no such account or it is locked. */
    public Optional<Presence> present(String login, String auth) {
        return presence(people.actor(login, today()), auth);
    }

    static Optional<Presence> presence(Collection<ActorRow> rows, String auth) {
        return rows.stream().findFirst().filter(row -> !row.locked()).map(row -> {
            Set<String> roles = rows.stream()
                    .map(ActorRow::role)
                    .filter(role -> role != null)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            return new Presence(new Actor(row.login(), row.orgCode(), roles, auth), row.epoch(), row.mustChange());
        });
    }

    public Optional<Person> person(String login) {
        return Optional.ofNullable(people.find(login))
                .map(row -> new Person(
                        row.login(),
                        row.orgCode(),
                        new Words(row.zh(), row.en()),
                        row.locked(),
                        row.mustChange(),
                        row.epoch(),
                        row.persona()));
    }

    /** Logins of those who hold the post today and whose account is open, in order. */
    public List<String> holders(String org, String role) {
        return people.holders(org, role, today());
    }

    /** Logins of an organisation's people who are there today and may sign in, in order. */
    public List<String> peopleOf(String org) {
        return people.ofOrg(org, today());
    }

    /** Whether anybody in any organisation holds the role today. */
    public boolean isHeld(String role) {
        return people.countHolders(role, today()) > 0;
    }

    /** Posts the person holds today, in every organisation. */
    public Set<Post> postsOf(String login) {
        return people.posts(login, today()).stream()
                .map(row -> new Post(row.orgCode(), row.role()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The people of the demo in the order of their file; empty outside it. */
    public List<Persona> personas() {
        Map<String, List<String>> roles = people.personaPosts(today()).stream()
                .collect(
                        Collectors.groupingBy(PostRow::holder, Collectors.mapping(PostRow::role, Collectors.toList())));
        return people.personas().stream()
                .map(row -> new Persona(
                        row.login(),
                        row.orgCode(),
                        roles.getOrDefault(row.login(), List.of()),
                        new Words(row.saysZh(), row.saysEn())))
                .toList();
    }
}
