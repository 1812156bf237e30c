package org.lianfu.directory.web;

import static org.springframework.http.HttpMethod.GET;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.lianfu.directory.Administrators;
import org.lianfu.directory.Register;
import org.lianfu.http.AccessRule;
import org.lianfu.http.Cursor;
import org.lianfu.http.Limit;
import org.lianfu.http.Page;
import org.lianfu.shared.Actor;
import org.lianfu.trail.Recorded;
import org.lianfu.trail.Verdict;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was changed in the directory, newest first, and whether its chains hold, over REST. */
@RestController
@RequestMapping("/api/v1/directory")
class ChangesController {

    private static final String CHANGES = "directory.changes";

    private final Register register;

    ChangesController(Register register) {
        this.register = register;
    }

    /** @param reason null where a file was entered, or when it was erased */
    record Change(
            long seq,
            String type,
            Instant at,
            String login,
            String org,
            Map<String, String> about,
            Map<String, String> data,
            String reason,
            String hash,
            String prev) {}

    @GetMapping("/people/{login}/changes")
    Page<Change> changes(
            Actor actor,
            @PathVariable String login,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        return changes(actor, register.person(actor, login).org(), login, limit, cursor);
    }

    @GetMapping("/orgs/{code}/changes")
    Page<Change> changesOf(
            Actor actor,
            @PathVariable String code,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        return changes(actor, code, null, limit, cursor);
    }

    private Page<Change> changes(Actor actor, String org, String about, Integer limit, String cursor) {
        int wanted = Limit.of(limit);
        List<String> after = Cursor.read(CHANGES, cursor);
        long before = after.isEmpty() ? Long.MAX_VALUE : Long.parseLong(after.get(0));
        List<Change> oneMore = register.changes(actor, org, about, before, wanted + 1).stream()
                .map(ChangesController::change)
                .toList();
        return Page.of(oneMore, wanted, change -> Cursor.write(CHANGES, change.seq()));
    }

    /** @param flaws empty when every hash is the one recomputed now */
    record Chain(String org, long entries, String head, boolean sound, List<Flaw> flaws) {}

    record Flaw(long seq, String code) {}

    @GetMapping("/orgs/{code}/chain")
    Chain chain(Actor actor, @PathVariable String code) {
        Verdict verdict = register.verify(actor, code);
        return new Chain(
                code,
                verdict.entries(),
                verdict.head(),
                verdict.isSound(),
                verdict.flaws().stream()
                        .map(flaw -> new Flaw(flaw.seq(), flaw.code().name()))
                        .toList());
    }

    private static Change change(Recorded entry) {
        Object reason = entry.details() == null ? null : entry.details().get("reason");
        return new Change(
                entry.seq(),
                entry.type(),
                entry.at(),
                entry.login(),
                entry.org(),
                entry.about() == null
                        ? Map.of()
                        : Map.of(
                                "kind",
                                entry.about().kind(),
                                "id",
                                entry.about().id()),
                entry.data(),
                reason == null ? null : reason.toString(),
                entry.hash(),
                entry.prev());
    }

    /** Who may reach these addresses; whose changes they are is asked at the desk. */
    @Configuration(proxyBeanMethods = false)
    static class Access {

        private static final String[] READERS = {Administrators.SYSTEM, Administrators.SECURITY, Administrators.AUDIT};

        @Bean
        AccessRule.Rules changesRules() {
            return AccessRule.Rules.of(
                    AccessRule.roles(GET, "/api/v1/directory/people/{login}/changes", READERS),
                    AccessRule.roles(GET, "/api/v1/directory/orgs/{code}/changes", READERS),
                    AccessRule.roles(GET, "/api/v1/directory/orgs/{code}/chain", READERS));
        }
    }
}
