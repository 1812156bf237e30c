package org.lianfu.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lianfu.application.Application;
import org.lianfu.application.ApplicationDesk;
import org.lianfu.application.Applications;
import org.lianfu.review.Readers;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Audience;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Digest;
import org.lianfu.trail.Recorded;
import org.lianfu.trail.Subject;
import org.lianfu.trail.Trail;
import org.springframework.stereotype.Component;

/**
 * The documents of a case as its reader may have them. Whoever may read the entry that makes a document may have the
 * document. It is printed anew each time, from that entry, with the same bytes each time.
 */
@Component
public class Documents {

    private static final int PAGE = 500;

    private final Applications applications;
    private final Readers readers;
    private final Trail trail;
    private final Sheets sheets;
    private final Press press;

    Documents(Applications applications, Readers readers, Trail trail, Sheets sheets, Press press) {
        this.applications = applications;
        this.readers = readers;
        this.trail = trail;
        this.sheets = sheets;
        this.press = press;
    }

    /**
     * The documents that this person may have, oldest first.
     *
     * @throws org.lianfu.shared.Refused MISSING when the case does not exist for this person
     */
    public List<CaseDocument> ofCase(Actor actor, CaseNo no) {
        Set<Audience> reader = reader(actor, application(no));
        return among(seen(actor, reader, whole(no)));
    }

    /** The documents that these entries make. */
    public static List<CaseDocument> among(List<Recorded> entries) {
        return entries.stream()
                .flatMap(entry -> Kind.of(entry).map(kind -> new CaseDocument(kind, entry)).stream())
                .toList();
    }

    /** A document as it leaves the house. */
    public record Printed(CaseDocument document, byte[] pdf) {

        public String sha256() {
            return Digest.hex(pdf);
        }
    }

    /**
     * Prints one document.
     *
     * @param id as {@link CaseDocument#id}
     * @throws org.lianfu.shared.Refused when there is none for this person; when the chain of the case does not verify, or
     *     a record is not what the trail says: then no document may lean on it
     */
    public Printed print(Actor actor, CaseNo no, String id, Locale locale) {
        Application application = application(no);
        Set<Audience> reader = reader(actor, application);
        List<Recorded> entries = whole(no);
        CaseDocument document = among(seen(actor, reader, entries)).stream()
                .filter(made -> made.id().equals(id))
                .findFirst()
                .orElseThrow(() -> DocumentRefusals.MISSING.because(Map.of("id", id)));
        if (!trail.verify(Application.subject(no)).isSound()) {
            throw DocumentRefusals.CHAIN_BROKEN.because(Map.of("no", no.value()));
        }
        return new Printed(document, press.print(sheets.of(application, document, entries, locale)));
    }

    /**
     * What the record says of an entry that somebody holds a document of.
     *
     * @param kind of the document; null when the entry makes none
     * @param sound whether the whole chain still verifies
     */
    public record Held(Kind kind, Recorded entry, boolean sound) {}

    /** For whoever holds a document, signed in or not: the hash is known to them only. Empty when it is not in the record. */
    public Optional<Held> check(String no, long seq, String hash) {
        if (!CaseNo.isValid(no)) {
            return Optional.empty();
        }
        Subject subject = Application.subject(new CaseNo(no));
        return trail.page(subject, seq - 1, 1).stream()
                .filter(entry -> entry.seq() == seq && entry.hash().equals(hash))
                .findFirst()
                .map(entry -> new Held(
                        Kind.of(entry).orElse(null),
                        entry,
                        trail.verify(subject).isSound()));
    }

    private static List<Recorded> seen(Actor actor, Set<Audience> reader, List<Recorded> entries) {
        return entries.stream()
                .filter(entry -> entry.isFor(reader))
                .filter(entry -> !Readers.isOfARival(actor, entry.org(), entry.roles()))
                .toList();
    }

    private Application application(CaseNo no) {
        return applications.find(no).orElseThrow(() -> ApplicationDesk.missing(no.value()));
    }

    private Set<Audience> reader(Actor actor, Application application) {
        Set<Audience> reader = readers.of(actor, application);
        if (reader.isEmpty()) {
            throw ApplicationDesk.missing(application.no().value());
        }
        return reader;
    }

    private List<Recorded> whole(CaseNo no) {
        Subject subject = Application.subject(no);
        List<Recorded> all = new ArrayList<>(trail.page(subject, 0, PAGE));
        while (!all.isEmpty() && all.size() % PAGE == 0) {
            List<Recorded> more = trail.page(subject, all.get(all.size() - 1).seq(), PAGE);
            if (more.isEmpty()) {
                break;
            }
            all.addAll(more);
        }
        return all;
    }
}
