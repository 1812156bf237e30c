package org.lianfu.directory;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.lianfu.directory.store.PersonRows;
import org.lianfu.directory.store.PersonRows.PersonRow;
import org.lianfu.directory.store.PersonRows.PostRow;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Times;
import org.lianfu.shared.Words;
import org.lianfu.trail.Recorded;
import org.lianfu.trail.Subject;
import org.lianfu.trail.Trail;
import org.lianfu.trail.Verdict;
import org.springframework.stereotype.Component;

/**
 * What the administrators read: people with their posts past, present and to come, and what was changed by whom, held
 * against its chain. Whoever is of another organisation than the reader's does not exist here.
 */
@Component
public class Register {

    /** So many entries of a chain are looked through in one go. */
    private static final int CHUNK = 500;

    private final PersonRows people;
    private final Directory directory;
    private final OrgChains chains;
    private final Trail trail;
    private final Clock clock;

    Register(PersonRows people, Directory directory, OrgChains chains, Trail trail, Clock clock) {
        this.people = people;
        this.directory = directory;
        this.chains = chains;
        this.trail = trail;
        this.clock = clock;
    }

    /** A post with its days. */
    public record Held(String role, LocalDate from, LocalDate to) {

        public boolean isOn(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }

        /** Whether it ended before it began: given and taken back on one day. */
        public boolean isVoid() {
            return to.isBefore(from);
        }

        public boolean isEndless() {
            return to.equals(Roster.FOR_EVER);
        }
    }

    /**
     * A person as the administrators see one.
     *
     * @param open whether sign-in is open
     * @param hasPassword false until the security administrator has set a first one
     * @param version for the next change
     */
    public record Card(
            String login,
            String org,
            Words name,
            boolean open,
            boolean hasPassword,
            LocalDate from,
            LocalDate to,
            long version,
            Instant changedAt,
            String changedBy,
            List<Held> posts) {

        public boolean isHereOn(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }

        public boolean isEndless() {
            return to.equals(Roster.FOR_EVER);
        }
    }

    /**
     * People by login.
     *
     * @param org null for every organisation that the reader sees
     * @param words part of a login or name; empty for all
     * @param after login behind which the list goes on; empty at the start
     */
    public List<Card> people(Actor actor, String org, String words, String after, int limit) {
        String of = org == null || org.isBlank() ? Administrators.isOfCity(actor) ? null : actor.org() : org.strip();
        if (of != null) {
            mustSee(actor, of);
        }
        return people.page(of, words == null ? "" : words.strip(), after, limit).stream()
                .map(row -> card(row, people.postsEver(row.login())))
                .toList();
    }

    /** One person; refused with {@code directory.unknown-person} when there is none that this reader may see. */
    public Card person(Actor actor, String login) {
        PersonRow row = people.find(login);
        if (row == null || !Administrators.sees(actor, row.orgCode())) {
            throw Directory.UNKNOWN_PERSON.because(Map.of("login", String.valueOf(login)));
        }
        return card(row, people.postsEver(login));
    }

    private static Card card(PersonRow row, List<PostRow> posts) {
        return new Card(
                row.login(),
                row.orgCode(),
                new Words(row.zh(), row.en()),
                !row.locked(),
                !row.passwordHash().isEmpty(),
                row.validFrom(),
                row.validTo(),
                row.version(),
                Times.instant(row.changedAt()),
                row.changedBy(),
                posts.stream()
                        .filter(post -> post.orgCode().equals(row.orgCode()))
                        .map(post -> new Held(post.role(), post.validFrom(), post.validTo()))
                        .toList());
    }

    /**
     * Entries of an organisation's chain, newest first, with the words of those who wrote them.
     *
     * @param about only what is about this person; null for everything
     * @param before number of the entry behind which the list goes on; {@link Long#MAX_VALUE} at the start
     */
    public List<Recorded> changes(Actor actor, String org, String about, long before, int limit) {
        mustSee(actor, org);
        List<Recorded> found = new ArrayList<>();
        long end = Math.min(before - 1, chains.chain(org).orElseThrow().seq());
        while (end > 0 && found.size() < limit) {
            long start = Math.max(0, end - CHUNK);
            List<Recorded> chunk = new ArrayList<>(trail.page(subject(org), start, (int) (end - start)));
            Collections.reverse(chunk);
            chunk.stream()
                    .filter(entry -> about == null
                            || entry.about() != null
                                    && entry.about().kind().equals("person")
                                    && entry.about().id().equals(about))
                    .forEach(found::add);
            end = start;
        }
        return found.size() > limit ? List.copyOf(found.subList(0, limit)) : List.copyOf(found);
    }

    /** Recomputes the organisation's whole chain now. */
    public Verdict verify(Actor actor, String org) {
        mustSee(actor, org);
        return trail.verify(subject(org));
    }

    public LocalDate today() {
        return Times.date(clock.instant());
    }

    private static Subject subject(String org) {
        return new Subject("org", org);
    }

    private void mustSee(Actor actor, String org) {
        if (directory.find(org).isEmpty() || !Administrators.sees(actor, org)) {
            throw Directory.UNKNOWN_ORG.because(Map.of("code", String.valueOf(org)));
        }
    }
}
