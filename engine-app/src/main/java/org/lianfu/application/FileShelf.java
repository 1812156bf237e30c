package org.lianfu.application;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.lianfu.shared.Digest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Bytes of attachments on disk, each under its SHA-256; written and synced before any row names them. */
@Component
public class FileShelf {

    private static final int CHUNK = 64 * 1024;

    private final Path directory;

    FileShelf(@Value("${lianfu.data}") Path data) {
        this.directory = data.resolve("files");
    }

    /**
     * Takes bytes in, without yet giving them their place.
     *
     * @param limit most bytes accepted
     * @throws org.lianfu.shared.Refused TOO_LARGE above the limit
     */
    Incoming receive(InputStream bytes, long limit) {
        try {
            Files.createDirectories(directory);
            Path temporary = Files.createTempFile(directory, "incoming-", ".part");
            MessageDigest digest = Digest.sha256();
            long size = 0;
            try (FileChannel out = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                byte[] chunk = new byte[CHUNK];
                for (int n = bytes.read(chunk); n >= 0; n = bytes.read(chunk)) {
                    size += n;
                    if (size > limit) {
                        out.close();
                        Files.delete(temporary);
                        throw ApplicationRefusals.ATTACHMENT_TOO_LARGE.because(Map.of("limitMb", limit >> 20));
                    }
                    digest.update(chunk, 0, n);
                    out.write(ByteBuffer.wrap(chunk, 0, n));
                }
                out.force(true);
            }
            return new Incoming(temporary, HexFormat.of().formatHex(digest.digest()), size);
        } catch (IOException e) {
            throw new UncheckedIOException("attachment could not be stored", e);
        }
    }

    void keep(Incoming incoming) {
        try {
            Files.move(incoming.file(), path(incoming.sha256()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("attachment could not be stored", e);
        }
    }

    void drop(Incoming incoming) {
        try {
            Files.deleteIfExists(incoming.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The bytes under a hash.
     *
     * @throws IllegalStateException when the bytes on disk no longer have this hash
     */
    public byte[] read(String sha256) {
        try {
            byte[] bytes = Files.readAllBytes(path(sha256));
            if (!Digest.hex(bytes).equals(sha256)) {
                throw new IllegalStateException("file " + sha256 + " was altered on disk");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("file " + sha256 + " cannot be read", e);
        }
    }

    private Path path(String sha256) {
        return directory.resolve(sha256);
    }

    /** Bytes that have arrived and been synced, but have no place yet. */
    record Incoming(Path file, String sha256, long size) {}
}
