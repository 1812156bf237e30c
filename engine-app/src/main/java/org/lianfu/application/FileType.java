package org.lianfu.application;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
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

    /** By the package's own directory, wherever in the file its table of contents stands; nothing else is unpacked. */
    private static Optional<FileType> office(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry contents = zip.getEntry("[Content_Types].xml");
            if (contents == null) {
                return Optional.empty();
            }
            try (InputStream in = zip.getInputStream(contents)) {
                String types = new String(in.readNBytes(CONTENT_TYPES_LIMIT), StandardCharsets.UTF_8);
                if (types.contains("spreadsheetml.sheet.main+xml")) {
                    return Optional.of(XLSX);
                }
                return types.contains("wordprocessingml.document.main+xml") ? Optional.of(DOCX) : Optional.empty();
            }
        } catch (ZipException | EOFException damaged) {
            return Optional.empty();
        }
    }
}
