package org.lianfu.program;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lianfu.program.pack.PackVerifier;
import org.lianfu.program.pack.Zip;
import org.lianfu.program.store.Versions;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Audience;
import org.lianfu.shared.ProgramRef;
import org.lianfu.shared.Refusal;
import org.lianfu.shared.Refusal.Kind;
import org.lianfu.shared.Times;
import org.lianfu.trail.Chain;
import org.lianfu.trail.Entry;
import org.lianfu.trail.Subject;
import org.lianfu.trail.Trail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The counter where packs become versions 项目发布: laid down once, published once, each with its entry in the trail. */
@Component
public class PackDesk {

    /** Kind of the trail's subjects that are program versions. */
    static final String KIND = "program";

    static final String PUBLISHED = "PUBLISHED";

    private static final String DRAFT = "DRAFT";

    static final Refusal UNKNOWN_VERSION = Refusal.of("program.version-unknown", Kind.MISSING);
    static final Refusal PUBLISHED_ALREADY = Refusal.of("program.published-already", Kind.CONFLICT);
    static final Refusal OWN_DRAFT = Refusal.of("program.own-draft", Kind.FORBIDDEN, "四眼原则");

    private final Versions versions;
    private final PackGate gate;
    private final Trail trail;
    private final Clock clock;

    PackDesk(Versions versions, PackGate gate, Trail trail, Clock clock) {
        this.versions = versions;
        this.gate = gate;
        this.trail = trail;
        this.clock = clock;
    }

    /** The stored version of this number, if there is one. */
    Optional<Versions.Head> find(ProgramRef ref) {
        return Optional.ofNullable(versions.head(ref));
    }

    /**
     * Stores a verified pack as a version that nobody can apply under yet.
     *
     * @throws org.springframework.dao.DuplicateKeyException when somebody stored this version in the meantime
     */
    @Transactional
    public void lay(Actor actor, PackVerifier.Verdict verdict) {
        if (verdict.program() == null) {
            throw new BrokenPack(verdict.findings());
        }
        Program program = verdict.program();
        Chain chain = trail.append(
                Chain.start(new Subject(KIND, program.ref().toString())),
                List.of(Entry.of("program.drafted", actor)
                        .move("", DRAFT)
                        .model(program.ref(), program.sha256())
                        .evidence("pack", program.sha256())
                        .audience(Audience.PUBLIC)));
        versions.insert(new Versions.NewVersion(
                program.ref().code(),
                program.ref().version(),
                program.sha256(),
                Zip.pack(verdict.pack()),
                program.model(),
                json(verdict.findings()),
                Times.micros(clock.instant()),
                actor.login(),
                chain.seq(),
                chain.head()));
    }

    /**
     * Opens a stored version to applicants: the engine gets its model in the same transaction.
     *
     * @return hash of the version
     * @throws org.lianfu.shared.Refused when there is no such version, it is published, or this person laid it down
     */
    @Transactional
    public String publish(Actor actor, ProgramRef ref) {
        Versions.Head head = versions.head(ref);
        if (head == null) {
            throw UNKNOWN_VERSION.because(Map.of("program", ref.code(), "version", ref.version()));
        }
        if (!DRAFT.equals(head.state())) {
            throw PUBLISHED_ALREADY.because(Map.of("program", ref.code(), "version", ref.version()));
        }
        if (!actor.isSystem() && actor.login().equals(head.createdBy())) {
            throw OWN_DRAFT.because(Map.of("program", ref.code(), "version", ref.version()));
        }
        Chain chain = trail.append(
                new Chain(new Subject(KIND, ref.toString()), head.trailSeq(), head.trailHead()),
                List.of(Entry.of("program.published", actor)
                        .move(DRAFT, PUBLISHED)
                        .model(ref, head.sha256())
                        .audience(Audience.PUBLIC)));
        int changed = versions.publish(ref, Times.micros(clock.instant()), actor.login(), chain.seq(), chain.head());
        if (changed != 1) {
            throw new IllegalStateException(ref + " is no draft any more");
        }
        gate.deploy(ref, versions.content(ref).model());
        return head.sha256();
    }

    private static String json(List<Finding> findings) {
        try {
            return JsonMapper.builder().build().writeValueAsString(findings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
