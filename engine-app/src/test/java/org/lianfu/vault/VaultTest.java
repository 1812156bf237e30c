package org.lianfu.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {

    private final Vault vault = new Vault(new byte[32]);

    @Test
    void opensWhatItSealed() {
        String sealed = vault.seal("电话 13800001234 𠮷", "IPP-2026-430204-000001");
        assertThat(sealed).startsWith("aes-gcm:data-1:").doesNotContain("13800001234");
        assertThat(vault.open(sealed, "IPP-2026-430204-000001")).isEqualTo("电话 13800001234 𠮷");
    }

    @Test
    void aValueMovedToAnotherRowDoesNotOpen() {
        String sealed = vault.seal("x", "row-1");
        assertThatThrownBy(() -> vault.open(sealed, "row-2")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anAlteredValueDoesNotOpen() {
        String sealed = vault.seal("hello", "row");
        char last = sealed.charAt(sealed.length() - 5);
        String altered = sealed.substring(0, sealed.length() - 5)
                + (last == 'A' ? 'B' : 'A')
                + sealed.substring(sealed.length() - 4);
        assertThatThrownBy(() -> vault.open(altered, "row")).isInstanceOf(IllegalStateException.class);
    }

    /** Two vaults on one thread, and a failure in between, leave nothing behind for the next value. */
    @Test
    void valuesOfDifferentKeysDoNotDisturbOneAnother() {
        byte[] otherKey = new byte[32];
        otherKey[0] = 1;
        Vault other = new Vault(otherKey);
        String ours = vault.seal("ours", "row");
        String theirs = other.seal("theirs", "row");
        assertThatThrownBy(() -> vault.open(theirs, "row")).isInstanceOf(IllegalStateException.class);
        assertThat(vault.open(ours, "row")).isEqualTo("ours");
        assertThatThrownBy(() -> other.open(ours, "row")).isInstanceOf(IllegalStateException.class);
        assertThat(other.open(theirs, "row")).isEqualTo("theirs");
        assertThat(vault.seal("ours", "row")).isNotEqualTo(ours);
    }

    @Test
    void aMissingKeyStopsTheStartUnlessItMayBeMade(@TempDir Path dir) throws Exception {
        assertThatThrownBy(() -> new Vault(dir, false)).hasMessageContaining("openssl rand -hex 32");
        new Vault(dir, true);
        Path file = dir.resolve("data-1.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(new Vault(dir, false).open(new Vault(dir, false).seal("a", "b"), "b"))
                .isEqualTo("a");
    }

    @Test
    void aDamagedKeyFileIsNamed(@TempDir Path dir) throws Exception {
        Files.writeString(dir.resolve("data-1.key"), "not hex");
        assertThatThrownBy(() -> new Vault(dir, true)).hasMessageContaining("64 hex digits");
    }
}
