package org.lianfu.application;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.tika.Tika;

/** The kinds of file that may be attached, told by their content; the name must agree. */
enum FileType {
    PDF("application/pdf", Set.of("pdf")),
    JPG("image/jpeg", Set.of("jpg", "jpeg")),
    PNG("image/png", Set.of("png")),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Set.of("xlsx")),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", Set.of("docx"));

    private static final Tika DETECTOR = new Tika();
    /** A package's table of contents is small; more is not a document but an attack. */
    private static final int CONTENT_TYPES_LIMIT = 1 << 20;

    private static final int ENTRIES_LIMIT = 10_000;

    private final String mediaType;
    private final Set<String> endings;

    FileType(String mediaType, Set<String> endings) {
        this.mediaType = mediaType;
        this.endings = endings;
    }

    String mediaType() {
        return mediaType;
    }

    boolean fits(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot >= 0 && endings.contains(fileName.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    /** What a file is by its first bytes, and for office files by their table of contents; empty when not allowed. */
    static Optional<FileType> of(Path file) throws IOException {
        String detected;
        try (InputStream in = Files.newInputStream(file)) {
            detected = DETECTOR.detect(in);
        }
        return switch (detected) {
            case "application/pdf" -> Optional.of(PDF);
            case "image/jpeg" -> Optional.of(JPG);
            case "image/png" -> Optional.of(PNG);
            default -> detected.contains("zip") || detected.contains("ooxml") ? office(file) : Optional.empty();
        };
    }

    private static Optional<FileType> office(Path file) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            // the table of contents stands first in every package that an office program writes
            for (int i = 0; i < ENTRIES_LIMIT; i++) {
                ZipEntry entry = zip.getNextEntry();
                if (entry == null) {
                    return Optional.empty();
                }
                if ("[Content_Types].xml".equals(entry.getName())) {
                    String types = new String(zip.readNBytes(CONTENT_TYPES_LIMIT), StandardCharsets.UTF_8);
                    if (types.contains("spreadsheetml.sheet.main+xml")) {
                        return Optional.of(XLSX);
                    }
                    return types.contains("wordprocessingml.document.main+xml") ? Optional.of(DOCX) : Optional.empty();
                }
                if (zip.readNBytes(CONTENT_TYPES_LIMIT).length == CONTENT_TYPES_LIMIT) {
                    return Optional.empty();
                }
            }
            return Optional.empty();
        } catch (java.util.zip.ZipException damaged) {
            return Optional.empty();
        }
    }
}
