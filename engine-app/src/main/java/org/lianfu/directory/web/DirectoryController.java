package org.lianfu.directory.web;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lianfu.directory.Administrators;
import org.lianfu.directory.PersonnelDesk;
import org.lianfu.directory.Register;
import org.lianfu.http.AccessRule;
import org.lianfu.http.Cursor;
import org.lianfu.http.Etags;
import org.lianfu.http.Idempotent;
import org.lianfu.http.Limit;
import org.lianfu.http.OncePerKey;
import org.lianfu.http.Page;
import org.lianfu.http.Tagged;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The directory over REST for its three administrators: people, posts and sign-in. */
@RestController
@RequestMapping("/api/v1/directory")
class DirectoryController {

    private static final String PEOPLE = "directory.people";
    private static final Pattern VERSION = Pattern.compile("\\s*\"(\\d{1,18})\"\\s*");

    private final Register register;
    private final PersonnelDesk personnel;
    private final Idempotent idempotent;

    DirectoryController(Register register, PersonnelDesk personnel, Idempotent idempotent) {
        this.register = register;
        this.personnel = personnel;
        this.idempotent = idempotent;
    }

    record Name(String zh, String en) {

        static Name of(Words words) {
            return new Name(words.zh(), words.en());
        }
    }

    /** @param to null when it has no end */
    record Post(String role, LocalDate from, LocalDate to, boolean held) {}

    /** @param signIn {@code OPEN} or {@code CLOSED}; @param to last day, null when there is no end */
    record Person(
            String login,
            String org,
            Name name,
            String signIn,
            LocalDate from,
            LocalDate to,
            List<Post> posts,
            long version,
            Instant changedAt,
            String changedBy) {}

    @GetMapping("/people")
    Page<Person> people(
            Actor actor,
            @RequestParam(required = false) String org,
            @RequestParam(required = false) String q,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        int wanted = Limit.of(limit);
        List<String> after = Cursor.read(PEOPLE, cursor);
        List<Person> oneMore = register.people(actor, org, q, after.isEmpty() ? "" : after.get(0), wanted + 1).stream()
                .map(this::person)
                .toList();
        return Page.of(oneMore, wanted, person -> Cursor.write(PEOPLE, person.login()));
    }

    record NewPerson(String login, String org, Name name, String from, String to, String reason) {}

    @PostMapping("/people")
    @ResponseStatus(HttpStatus.CREATED)
    @OncePerKey
    ResponseEntity<Person> enter(Actor actor, @RequestBody NewPerson body, HttpServletRequest request) {
        return idempotent.answer(request, actor, body, HttpStatus.CREATED, () -> {
            Name name = name(body.name());
            PersonnelDesk.NewPerson typed =
                    new PersonnelDesk.NewPerson(body.login(), body.org(), name.zh(), name.en(), body.from(), body.to());
            personnel.enter(actor, typed, body.reason());
            return person(register.person(actor, body.login().strip()));
        });
    }

    @GetMapping("/people/{login}")
    @Tagged
    ResponseEntity<Person> person(Actor actor, @PathVariable String login) {
        return tagged(actor, login);
    }

    /** @param to last day; null or empty for no end */
    record Correction(Name name, String to, String reason) {}

    @PutMapping("/people/{login}")
    @Tagged
    ResponseEntity<Person> correct(
            Actor actor,
            @PathVariable String login,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            @RequestBody Correction body) {
        Name name = name(body.name());
        return changed(
                actor,
                login,
                ifMatch,
                version -> personnel.correct(actor, login, version, name.zh(), name.en(), body.to(), body.reason()));
    }

    record Days(String from, String to, String reason) {}

    @PutMapping("/people/{login}/posts/{role}")
    @Tagged
    ResponseEntity<Person> give(
            Actor actor,
            @PathVariable String login,
            @PathVariable String role,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            @RequestBody Days body) {
        return changed(
                actor,
                login,
                ifMatch,
                version -> personnel.give(actor, login, version, role, body.from(), body.to(), body.reason()));
    }

    /** @param to last day; null or empty to end it at once */
    record End(String to, String reason) {}

    @PostMapping("/people/{login}/posts/{role}/end")
    @Tagged
    ResponseEntity<Person> end(
            Actor actor,
            @PathVariable String login,
            @PathVariable String role,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            @RequestBody End body) {
        return changed(
                actor, login, ifMatch, version -> personnel.end(actor, login, version, role, body.to(), body.reason()));
    }

    /** @param password a new first password; null or empty to keep the present one */
    record SignIn(boolean open, String password, String reason) {}

    @PutMapping("/people/{login}/sign-in")
    @Tagged
    ResponseEntity<Person> signIn(
            Actor actor,
            @PathVariable String login,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            @RequestBody SignIn body) {
        return changed(
                actor,
                login,
                ifMatch,
                version -> personnel.signIn(actor, login, version, body.open(), body.password(), body.reason()));
    }

    private ResponseEntity<Person> changed(Actor actor, String login, String ifMatch, LongConsumer act) {
        act.accept(version(actor, login, ifMatch));
        return tagged(actor, login);
    }

    /** The version that the caller has read; the desk holds it against the present one and says who has changed it. */
    private long version(Actor actor, String login, String ifMatch) {
        Matcher one = VERSION.matcher(ifMatch == null ? "" : ifMatch);
        if (one.matches()) {
            return Long.parseLong(one.group(1));
        }
        long present = register.person(actor, login).version();
        Etags.check(ifMatch, present);
        return present;
    }

    private ResponseEntity<Person> tagged(Actor actor, String login) {
        Register.Card card = register.person(actor, login);
        return ResponseEntity.ok().eTag(Etags.of(card.version())).body(person(card));
    }

    private Person person(Register.Card card) {
        LocalDate today = register.today();
        return new Person(
                card.login(),
                card.org(),
                Name.of(card.name()),
                card.open() ? "OPEN" : "CLOSED",
                card.from(),
                card.isEndless() ? null : card.to(),
                card.posts().stream()
                        .filter(post -> !post.isVoid())
                        .map(post -> new Post(
                                post.role(), post.from(), post.isEndless() ? null : post.to(), post.isOn(today)))
                        .toList(),
                card.version(),
                card.changedAt(),
                card.changedBy());
    }

    private static Name name(Name name) {
        return name == null ? new Name("", "") : name;
    }

    /** Who may reach these addresses; whose people they are is asked at the desk. */
    @Configuration(proxyBeanMethods = false)
    static class Access {

        private static final String[] READERS = {Administrators.SYSTEM, Administrators.SECURITY, Administrators.AUDIT};

        @Bean
        AccessRule.Rules directoryRules() {
            return AccessRule.Rules.of(
                    AccessRule.roles(GET, "/api/v1/directory/people", READERS),
                    AccessRule.roles(POST, "/api/v1/directory/people", Administrators.SYSTEM),
                    AccessRule.roles(GET, "/api/v1/directory/people/{login}", READERS),
                    AccessRule.roles(PUT, "/api/v1/directory/people/{login}", Administrators.SYSTEM),
                    AccessRule.roles(PUT, "/api/v1/directory/people/{login}/posts/{role}", Administrators.SECURITY),
                    AccessRule.roles(
                            POST, "/api/v1/directory/people/{login}/posts/{role}/end", Administrators.SECURITY),
                    AccessRule.roles(PUT, "/api/v1/directory/people/{login}/sign-in", Administrators.SECURITY));
        }
    }
}
