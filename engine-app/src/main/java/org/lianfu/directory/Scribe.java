package org.lianfu.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Duties duties;
    private final Clock clock;

    Scribe(
            OrgRows orgs,
            FirmRows firms,
            PersonRows people,
            SignInRows signIns,
            Passwords passwords,
            Duties duties,
            Clock clock) {
        this.orgs = orgs;
        this.firms = firms;
        this.people = people;
        this.signIns = signIns;
        this.passwords = passwords;
        this.duties = duties;
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
        PersonRow before = people.lock(line.login());
        String password = persona ? "demo-" + line.login() : line.password();
        long now = Times.micros(clock.instant());
        PersonRow after = new PersonRow(
                line.login(),
                line.org(),
                line.name().zh(),
                line.name().en(),
                before != null ? before.passwordHash() : password == null ? "" : passwords.hash(password),
                before != null ? before.mustChange() : !persona,
                before == null ? password == null : before.locked(),
                before == null ? 1 : before.epoch(),
                line.from(),
                line.to(),
                before == null ? 1 : before.version(),
                before == null ? now : before.changedAt(),
                before == null ? journal.by().login() : before.changedBy(),
                before == null ? persona : before.persona(),
                line.says().zh(),
                line.says().en(),
                before == null ? now : before.createdAt());
        if (after.equals(before)) {
            return false;
        }
        if (before == null) {
            people.insert(after);
        } else {
            people.update(after);
            changed(line.login(), journal);
            if (!after.orgCode().equals(before.orgCode()) || !after.validTo().equals(before.validTo())) {
                endSessions(line.login());
            }
        }
        journal.note(line.org(), before == null ? "person.entered" : "person.changed", entry -> entry.about(
                        "person", line.login())
                .data("from", line.from().toString())
                .data("to", line.to().toString())
                .details(Map.of("name", line.name().zh(), "nameEn", line.name().en())));
        return true;
    }

    /** @throws org.lianfu.shared.Refused when the person may not hold this post, or not beside another */
    boolean enterPost(Roster.PostLine line, Journal journal) {
        PostRow after = new PostRow(line.org(), line.role(), line.holder(), line.from(), line.to());
        PersonRow holder = people.lock(line.holder());
        List<PostRow> all = people.postsEver(line.holder());
        PostRow before = all.stream()
                .filter(post -> post.orgCode().equals(line.org()) && post.role().equals(line.role()))
                .findFirst()
                .orElse(null);
        mayHold(holder, after, all);
        if (before == null) {
            people.insertPost(after);
        } else if (!after.equals(before)) {
            people.updatePost(after);
        } else {
            return false;
        }
        endSessions(line.holder());
        changed(line.holder(), journal);
        journal.note(line.org(), "post.given", entry -> entry.about("person", line.holder())
                .data("role", line.role())
                .data("from", line.from().toString())
                .data("to", line.to().toString()));
        return true;
    }

    private void mayHold(PersonRow holder, PostRow post, List<PostRow> others) {
        if (!holder.orgCode().equals(post.orgCode())) {
            throw PersonnelRefusals.OTHER_ORG.because(
                    Map.of("login", holder.login(), "org", holder.orgCode(), "other", post.orgCode()));
        }
        if (Administrators.isOfCityOnly(post.role()) && !post.orgCode().equals(Administrators.PLATFORM)) {
            throw PersonnelRefusals.CITY_ONLY.because(Map.of("role", duties.title(post.role())));
        }
        heldApart(duties, post, others).ifPresent(other -> {
            throw PersonnelRefusals.HELD_APART.because(Map.of(
                    "login", holder.login(),
                    "role", duties.title(post.role()),
                    "other", duties.title(other.role()),
                    "days", PersonnelRefusals.days(other.validFrom(), other.validTo())));
        });
    }

    /** The post among the others that the same person may not hold on a day on which this one holds, if any. */
    static Optional<PostRow> heldApart(Duties duties, PostRow post, List<PostRow> others) {
        return others.stream()
                .filter(other -> duties.areHeldApart(post.role(), other.role()))
                .filter(other ->
                        !latest(post.validFrom(), other.validFrom()).isAfter(earliest(post.validTo(), other.validTo())))
                .findFirst();
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earliest(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /** Ends a post that is held; {@code ended} has its last day, which may lie before its first: then it never held. */
    void endPost(PostRow ended, Journal journal) {
        people.updatePost(ended);
        endSessions(ended.holder());
        changed(ended.holder(), journal);
        journal.note(ended.orgCode(), "post.taken", entry -> entry.about("person", ended.holder())
                .data("role", ended.role())
                .data("to", ended.validTo().toString()));
    }

    /** @param hash of a new first password; null to keep the present one */
    void setSignIn(PersonRow person, boolean open, String hash, Journal journal) {
        if (hash != null) {
            people.setPassword(person.login(), hash, true);
        }
        people.setLocked(person.login(), !open);
        signIns.deleteTokens(person.login());
        changed(person.login(), journal);
        String type = open ? "account.unlocked" : "account.locked";
        journal.note(person.orgCode(), type, entry -> entry.about("person", person.login())
                .data("password", hash == null ? "kept" : "set"));
    }

    private void changed(String login, Journal journal) {
        people.changed(login, Times.micros(clock.instant()), journal.by().login());
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
