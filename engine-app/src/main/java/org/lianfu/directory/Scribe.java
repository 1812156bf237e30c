package org.lianfu.directory;

import java.time.Clock;
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
import org.lianfu.shared.Times;
import org.lianfu.shared.Words;
import org.springframework.stereotype.Component;

/** Writes the lines of a roster into the books; a line that says what stands there already changes nothing. */
@Component
class Scribe {

    private final OrgRows orgs;
    private final FirmRows firms;
    private final PersonRows people;
    private final SignInRows signIns;
    private final Passwords passwords;
    private final Clock clock;

    Scribe(OrgRows orgs, FirmRows firms, PersonRows people, SignInRows signIns, Passwords passwords, Clock clock) {
        this.orgs = orgs;
        this.firms = firms;
        this.people = people;
        this.signIns = signIns;
        this.passwords = passwords;
        this.clock = clock;
    }

    boolean enterOrg(Roster.OrgLine line, Journal journal) {
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
        String name = line.names().get(line.names().size() - 1).name().zh();
        journal.note(line.code(), before == null ? "org.entered" : "org.changed", entry -> entry.data(
                        "type", line.type().name())
                .details(Map.of("name", name)));
        return true;
    }

    boolean enterFirm(Roster.FirmLine line, Journal journal) {
        Firm firm = line.firm();
        FirmRow row = row(firm);
        FirmRow before = firms.find(firm.uscc());
        enterOrg(
                new Roster.OrgLine(
                        line.line(),
                        firm.org(),
                        OrgType.FIRM,
                        firm.uscc(),
                        List.of(new Org.Named(new Words(firm.name(), line.english()), Roster.ALWAYS, Roster.FOR_EVER)),
                        List.of(),
                        firm.established(),
                        Roster.FOR_EVER),
                journal);
        if (row.equals(before)) {
            return false;
        }
        if (before == null) {
            firms.insert(row);
        } else {
            firms.update(row);
        }
        journal.note(firm.org(), before == null ? "firm.entered" : "firm.changed", entry -> entry.details(facts(firm)));
        return true;
    }

    private static Map<String, ?> facts(Firm firm) {
        return Map.of(
                "name", firm.name(),
                "legalRep", firm.legalRep(),
                "region", firm.region(),
                "regStatus", firm.regStatus(),
                "taxGrade", firm.taxGrade(),
                "dishonest", firm.dishonest(),
                "inChain", firm.inChain(),
                "source", firm.source(),
                "checkedAt", firm.checkedAt().toString());
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

    boolean enterPerson(Roster.PersonLine line, boolean persona, Journal journal) {
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
        if (after.equals(before)) {
            return false;
        }
        journal.note(line.org(), before == null ? "person.entered" : "person.changed", entry -> entry.about(
                        "person", line.login())
                .details(Map.of("name", line.name().zh())));
        return true;
    }

    boolean enterPost(Roster.PostLine line, Journal journal) {
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
        journal.note(line.org(), "post.given", entry -> entry.about("person", line.holder())
                .data("role", line.role())
                .data("from", line.from().toString())
                .data("to", line.to().toString()));
        return true;
    }

    boolean enterService(Roster.ServiceLine line, Journal journal) {
        if (orgs.banks(line.program()).equals(line.banks())) {
            return false;
        }
        orgs.serveNone(line.program());
        for (int i = 0; i < line.banks().size(); i++) {
            orgs.serve(line.program(), line.banks().get(i), i);
            journal.note(line.banks().get(i), "program.served", entry -> entry.about("program", line.program()));
        }
        return true;
    }

    /** Ends every session and token of the person. */
    void endSessions(String login) {
        people.nextEpoch(login);
        signIns.deleteTokens(login);
    }
}
