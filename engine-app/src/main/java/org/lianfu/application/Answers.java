package org.lianfu.application;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lianfu.application.store.AnswersMapper;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Digest;
import org.lianfu.shared.Json;
import org.lianfu.shared.Times;
import org.lianfu.vault.Vault;
import org.springframework.stereotype.Component;

/** Answers of applications: the draft that is replaced at each save, and the filed versions that never change. Sealed. */
@Component
public class Answers {

    private final AnswersMapper mapper;
    private final Vault vault;

    Answers(AnswersMapper mapper, Vault vault) {
        this.mapper = mapper;
        this.vault = vault;
    }

    public Optional<Draft> draft(CaseNo no) {
        return Optional.ofNullable(mapper.draft(no.value()))
                .map(row -> new Draft(
                        Json.map(vault.open(row.answers(), row.no())),
                        Json.strings(row.writers()),
                        row.version(),
                        Times.instant(row.savedAt())));
    }

    void beginDraft(CaseNo no, Map<String, Object> typed, String writer, Instant at) {
        mapper.insertDraft(row(no, typed, List.of(writer), 1, at));
    }

    /** @throws org.lianfu.shared.Refused STALE when the draft was saved by somebody else meanwhile */
    void saveDraft(CaseNo no, Draft before, Map<String, Object> typed, String writer, Instant at) {
        List<String> writers = new ArrayList<>(before.writers());
        if (!writers.contains(writer)) {
            writers.add(writer);
        }
        if (mapper.updateDraft(row(no, typed, writers, before.version(), at)) != 1) {
            throw ApplicationRefusals.DRAFT_CHANGED.because(Map.of("no", no.value()));
        }
    }

    void dropDraft(CaseNo no) {
        mapper.deleteDraft(no.value());
    }

    /** Files a version. @return the hash that stands in the trail */
    String file(
            CaseNo no,
            int version,
            Map<String, Object> answers,
            Map<String, Object> typed,
            Snapshot snapshot,
            String by,
            Instant at) {
        String json = Json.write(answers);
        String hash = Digest.hex(json.getBytes(StandardCharsets.UTF_8));
        mapper.file(new AnswersMapper.FiledRow(
                no.value(),
                version,
                vault.seal(json, no.value()),
                vault.seal(Json.write(typed), no.value()),
                snapshot.asJson(),
                hash,
                by,
                Times.micros(at)));
        return hash;
    }

    /**
     * A filed version.
     *
     * @throws IllegalStateException when its content no longer has the hash that stands in the trail
     */
    public Optional<Filed> filed(CaseNo no, int version) {
        return Optional.ofNullable(mapper.filed(no.value(), version)).map(row -> {
            String json = vault.open(row.answers(), row.no());
            if (!Digest.hex(json.getBytes(StandardCharsets.UTF_8)).equals(row.sha256())) {
                throw new IllegalStateException("answers of " + no + " version " + version + " were altered");
            }
            return new Filed(
                    row.version(),
                    Json.map(json),
                    Json.map(vault.open(row.typed(), row.no())),
                    Json.maps(row.snapshot()),
                    row.sha256(),
                    row.filedBy(),
                    Times.instant(row.filedAt()));
        });
    }

    void consent(CaseNo no, String consent, String words, String login, Instant at) {
        mapper.consent(
                no.value(), consent, Digest.hex(words.getBytes(StandardCharsets.UTF_8)), login, Times.micros(at));
    }

    private AnswersMapper.DraftRow row(
            CaseNo no, Map<String, Object> typed, List<String> writers, int version, Instant at) {
        return new AnswersMapper.DraftRow(
                no.value(), vault.seal(Json.write(typed), no.value()), Json.write(writers), version, Times.micros(at));
    }
}
