package org.lianfu.application;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lianfu.application.store.AttachmentMapper;
import org.lianfu.shared.Actor;
import org.lianfu.shared.Audience;
import org.lianfu.shared.CaseNo;
import org.lianfu.shared.Ids;
import org.lianfu.shared.Refused;
import org.lianfu.shared.Times;
import org.springframework.stereotype.Component;

/** Files of cases: what may come in, where it lies, who may read it. Content decides what a file is, not its name. */
@Component
public class Attachments {

    static final long FILE_LIMIT = 20L << 20;
    static final long CASE_LIMIT = 100L << 20;
    static final int COUNT_LIMIT = 100;
    private static final int NAME_LIMIT = 200;

    private final AttachmentMapper mapper;
    private final FileShelf shelf;

    Attachments(AttachmentMapper mapper, FileShelf shelf) {
        this.mapper = mapper;
        this.shelf = shelf;
    }

    /** A file that has arrived and been looked at, ready to be attached. */
    public record Arrived(FileShelf.Incoming incoming, String name, String mediaType) {}

    /**
     * Takes a file in, before any transaction.
     *
     * @throws org.lianfu.shared.Refused when it is too large, empty, badly named, or not what its name says
     */
    public Arrived receive(String name, InputStream bytes) {
        String plain = plainName(name);
        FileShelf.Incoming incoming = shelf.receive(bytes, FILE_LIMIT);
        boolean good = false;
        try {
            if (incoming.size() == 0) {
                throw ApplicationRefusals.ATTACHMENT_EMPTY.because(Map.of("name", plain));
            }
            FileType type = FileType.of(incoming.file())
                    .filter(t -> t.fits(plain))
                    .orElseThrow(() -> ApplicationRefusals.ATTACHMENT_TYPE.because(Map.of("name", plain)));
            good = true;
            return new Arrived(incoming, plain, type.mediaType());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!good) {
                shelf.drop(incoming);
            }
        }
    }

    /** Gives an arrived file its place in a case. @param stepId step of the officer who adds it; null for the applicant */
    public Attachment add(
            CaseNo no, String kind, Arrived file, Set<Audience> audience, Actor by, String stepId, Instant at) {
        List<AttachmentMapper.Row> present = mapper.ofCase(no.value());
        long total = present.stream().mapToLong(AttachmentMapper.Row::sizeBytes).sum()
                + file.incoming().size();
        if (total > CASE_LIMIT || present.size() >= COUNT_LIMIT) {
            shelf.drop(file.incoming());
            throw ApplicationRefusals.ATTACHMENT_TOO_LARGE.because(Map.of("limitMb", CASE_LIMIT >> 20));
        }
        shelf.keep(file.incoming());
        AttachmentMapper.Row row = new AttachmentMapper.Row(
                Ids.next(),
                no.value(),
                kind,
                file.name(),
                file.incoming().size(),
                file.incoming().sha256(),
                file.mediaType(),
                Audience.list(audience),
                by.org(),
                by.login(),
                Times.micros(at),
                stepId != null,
                stepId);
        mapper.insert(row);
        return attachment(row);
    }

    /** Files of a case that still stand, oldest first. */
    public List<Attachment> ofCase(CaseNo no) {
        return mapper.ofCase(no.value()).stream().map(Attachments::attachment).toList();
    }

    public Optional<Attachment> find(CaseNo no, String id) {
        return Optional.ofNullable(mapper.find(no.value(), id)).map(Attachments::attachment);
    }

    /** @throws org.lianfu.shared.Refused when the file has been filed and therefore stays */
    void remove(Attachment attachment, Instant at) {
        if (mapper.remove(attachment.id(), Times.micros(at)) != 1) {
            throw ApplicationRefusals.ATTACHMENT_LOCKED.because(Map.of("name", attachment.name()));
        }
    }

    void fileAll(CaseNo no) {
        mapper.fileAll(no.value());
    }

    /** The bytes, after their hash has been checked again. */
    public byte[] bytes(Attachment attachment) {
        return shelf.read(attachment.sha256());
    }

    /** What is said of a kind of document that the program does not know here. */
    public static Refused unknownKind(String kind, List<String> kinds) {
        return ApplicationRefusals.ATTACHMENT_KIND.because(Map.of("kind", kind, "kinds", String.join(" ", kinds)));
    }

    /** What is said of a file that is not there, or not for this person. */
    public static Refused missing(String id) {
        return ApplicationRefusals.ATTACHMENT_MISSING.because(Map.of("id", id));
    }

    private static String plainName(String name) {
        String plain = name == null ? "" : name.replace('\\', '/');
        plain = plain.substring(plain.lastIndexOf('/') + 1).strip();
        boolean bad = plain.isEmpty()
                || plain.length() > NAME_LIMIT
                || plain.startsWith(".")
                || plain.chars().anyMatch(c -> Character.isISOControl(c) || "<>:\"|?*".indexOf(c) >= 0);
        if (bad) {
            throw ApplicationRefusals.ATTACHMENT_NAME.because(Map.of("limit", NAME_LIMIT));
        }
        return plain;
    }

    private static Attachment attachment(AttachmentMapper.Row row) {
        return new Attachment(
                row.id(),
                row.no(),
                row.kind(),
                row.name(),
                row.sizeBytes(),
                row.sha256(),
                row.mediaType(),
                Audience.of(row.audience()),
                row.org(),
                row.addedBy(),
                Times.instant(row.addedAt()),
                row.filed(),
                row.stepId());
    }
}
