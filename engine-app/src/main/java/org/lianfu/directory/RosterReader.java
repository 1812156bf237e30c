package org.lianfu.directory;

import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lianfu.directory.Roster.FirmLine;
import org.lianfu.directory.Roster.OrgLine;
import org.lianfu.directory.Roster.PersonLine;
import org.lianfu.directory.Roster.PostLine;
import org.lianfu.directory.Roster.ServiceLine;
import org.lianfu.shared.Fault;
import org.lianfu.shared.Money;
import org.lianfu.shared.Uscc;
import org.lianfu.shared.Words;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a directory file and finds everything wrong with it at once, each fault with its line. */
final class RosterReader {

    private final List<Fault> faults = new ArrayList<>();
    private final List<OrgLine> orgs = new ArrayList<>();
    private final List<FirmLine> firms = new ArrayList<>();
    private final List<PersonLine> people = new ArrayList<>();
    private final List<PostLine> posts = new ArrayList<>();
    private final List<ServiceLine> services = new ArrayList<>();
    private final Instant now;

    RosterReader(Instant now) {
        this.now = now;
    }

    List<Fault> faults() {
        return faults;
    }

    Roster read(String text) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (root != null) {
                read(YamlEntry.of(root, "", faults));
            }
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            faults.add(Fault.of("", "import.yaml", Map.of("line", String.valueOf(line), "problem", e.getProblem())));
        }
        return new Roster(orgs, firms, people, posts, services);
    }

    private void read(YamlEntry file) {
        file.only("orgs", "firms", "people", "posts", "services");
        file.list("orgs").forEach(this::org);
        file.list("firms").forEach(this::firm);
        file.list("people").forEach(this::person);
        file.list("posts").forEach(this::post);
        file.list("services").forEach(this::service);
    }

    private void org(YamlEntry entry) {
        entry.only("code", "type", "uscc", "name", "names", "aliases", "from", "to", "note");
        List<Org.Named> names = new ArrayList<>();
        if (entry.has("names")) {
            for (YamlEntry name : entry.list("names")) {
                name.only("zh", "en", "from", "until");
                names.add(new Org.Named(
                        new Words(name.text("zh"), name.text("en")),
                        name.date("from", Roster.ALWAYS),
                        name.date("until", Roster.FOR_EVER)));
            }
        } else {
            names.add(new Org.Named(entry.words("name"), Roster.ALWAYS, Roster.FOR_EVER));
        }
        Days days = days(entry);
        OrgType type = entry.oneOf("type", OrgType.class);
        String uscc = entry.has("uscc") ? uscc(entry) : null;
        orgs.add(new OrgLine(
                entry.line(), entry.code("code"), type, uscc, names, entry.texts("aliases"), days.from(), days.to()));
    }

    private String uscc(YamlEntry entry) {
        String typed = entry.text("uscc");
        Uscc.check(entry.pointer("uscc"), typed).ifPresent(fault -> entry.fault("uscc", fault));
        return typed;
    }

    private void firm(YamlEntry entry) {
        entry.only(
                "uscc",
                "name",
                "legalRep",
                "region",
                "park",
                "regStatus",
                "established",
                "sizeClass",
                "annualSales",
                "taxGrade",
                "muGrade",
                "dishonest",
                "inChain",
                "source",
                "checkedAt");
        Words name = entry.words("name");
        String uscc = uscc(entry);
        Firm firm = new Firm(
                uscc,
                Firm.orgCode(uscc),
                name.zh(),
                entry.text("legalRep"),
                entry.matching("region", "\\d{6}"),
                entry.text("park", ""),
                entry.matching("regStatus", "存续|吊销|注销|迁出"),
                entry.date("established", null),
                entry.matching("sizeClass", "大|中|小|微"),
                Money.ofYuan(entry.matching("annualSales", "\\d{1,13}(\\.\\d{2})?", "0")),
                entry.matching("taxGrade", "[ABMCD]"),
                entry.text("muGrade", ""),
                entry.flag("dishonest"),
                entry.flag("inChain"),
                entry.text("source"),
                entry.has("checkedAt") ? entry.instant("checkedAt", now) : now);
        firms.add(new FirmLine(entry.line(), firm, name.en()));
    }

    private void person(YamlEntry entry) {
        entry.only("login", "org", "name", "says", "roles", "password", "from", "to");
        String login = entry.matching("login", Logins.FORM);
        if (Logins.isPersonal(login)) {
            entry.fault("login", "login.personal", Map.of("value", login));
        }
        String org = entry.text("org");
        Words says = entry.has("says") ? entry.words("says") : new Words("", "");
        String password = entry.has("password") ? entry.text("password") : null;
        if (password != null) {
            Passwords.check(entry.pointer("password"), login, password)
                    .forEach(fault -> entry.fault("password", fault));
        }
        Days days = days(entry);
        people.add(
                new PersonLine(entry.line(), login, org, entry.words("name"), says, password, days.from(), days.to()));
        for (String role : entry.texts("roles")) {
            posts.add(new PostLine(entry.line(), org, role, login, Roster.ALWAYS, Roster.FOR_EVER));
        }
    }

    private void post(YamlEntry entry) {
        entry.only("org", "role", "holder", "from", "to");
        Days days = days(entry);
        posts.add(new PostLine(
                entry.line(), entry.text("org"), entry.text("role"), entry.text("holder"), days.from(), days.to()));
    }

    private record Days(LocalDate from, LocalDate to) {}

    private static Days days(YamlEntry entry) {
        Days days = new Days(entry.date("from", Roster.ALWAYS), entry.date("to", Roster.FOR_EVER));
        if (days.to().isBefore(days.from())) {
            entry.fault(
                    "to",
                    "import.reversed",
                    Map.of("from", days.from().toString(), "to", days.to().toString()));
        }
        return days;
    }

    private void service(YamlEntry entry) {
        entry.only("program", "banks");
        services.add(new ServiceLine(entry.line(), entry.text("program"), entry.texts("banks")));
    }
}
