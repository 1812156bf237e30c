package org.lianfu.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The data key on disk: {@code <dir>/data-1.key}, 32 bytes as hex, readable by its owner only. Made at the first start
 * where that is allowed (demo); elsewhere its absence stops the start.
 */
final class KeyRing {

    static final String KEY_ID = "data-1";

    private KeyRing() {}

    static byte[] load(Path directory, boolean mayCreate) {
        Path file = directory.resolve(KEY_ID + ".key");
        try {
            if (!Files.exists(file)) {
                if (!mayCreate) {
                    throw new IllegalStateException("No data key: " + file.toAbsolutePath()
                            + " is missing. Put 64 hex digits there (mode 0600), for example with: openssl rand -hex 32. "
                            + "Keep a copy: without it sealed answers cannot be read.");
                }
                create(directory, file);
            }
            byte[] key = HexFormat.of().parseHex(Files.readString(file).trim());
            if (key.length != 32) {
                throw new IllegalStateException("Data key " + file.toAbsolutePath() + " must be 64 hex digits.");
            }
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("Data key " + file.toAbsolutePath() + " cannot be read", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("Data key " + file.toAbsolutePath() + " must be 64 hex digits.", e);
        }
    }

    private static void create(Path directory, Path file) throws IOException {
        Files.createDirectories(directory);
        byte[] fresh = new byte[32];
        new SecureRandom().nextBytes(fresh);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, HexFormat.of().formatHex(fresh), StandardOpenOption.WRITE);
    }
}
