package org.lianfu.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.lianfu.shared.CannotStart;

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
                    throw new CannotStart(
                            "没有数据密钥 No data key: " + file.toAbsolutePath(),
                            "生成一把，只让运行用户可读，另存一份备份（丢失后密封的内容无法读出）："
                                    + " Make one, readable by the house's user only, and keep a copy"
                                    + " (without it nothing sealed can be read):\n"
                                    + "    umask 077; openssl rand -hex 32 > " + file.toAbsolutePath() + "\n"
                                    + "目录由 LIANFU_KEYS_DIR 指定。 LIANFU_KEYS_DIR names the folder.");
                }
                create(directory, file);
            }
            byte[] key = HexFormat.of().parseHex(Files.readString(file).trim());
            if (key.length != 32) {
                throw malformed(file);
            }
            return key;
        } catch (IOException e) {
            throw new CannotStart(
                    "数据密钥读不出 The data key cannot be read: " + file.toAbsolutePath() + " (" + e.getMessage() + ")",
                    "让运行链赋的用户能读该文件（chmod 600，chown）。"
                            + " Let the user that runs Lianfu read that file (chmod 600, chown).");
        } catch (IllegalArgumentException e) {
            throw malformed(file);
        }
    }

    private static CannotStart malformed(Path file) {
        return new CannotStart(
                "数据密钥不完整 The data key is not whole: " + file.toAbsolutePath() + " must be 64 hex digits",
                "从备份放回原来的密钥；若尚无任何数据，用 openssl rand -hex 32 重新生成。"
                        + " Put the key back from its copy; only if there is no data yet, make another: openssl rand -hex 32.");
    }

    private static void create(Path directory, Path file) throws IOException {
        Files.createDirectories(directory);
        byte[] fresh = new byte[32];
        new SecureRandom().nextBytes(fresh);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, HexFormat.of().formatHex(fresh), StandardOpenOption.WRITE);
    }
}
