package org.lianfu.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Seals text as {@code aes-gcm:<key id>:<base64 of nonce and ciphertext>}. The context (for example the case number) is
 * authenticated, so that a sealed value moved to another row does not open.
 */
@Component
public class Vault {

    private static final String ALGORITHM = "aes-gcm";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    /** One per thread: looking for it and spreading its key take longer than sealing a short text. */
    private static final ThreadLocal<Cipher> CIPHER = ThreadLocal.withInitial(Vault::cipher);

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    @Autowired
    Vault(
            @Value("${lianfu.keys.dir:./data/keys}") Path directory,
            @Value("${lianfu.keys.create:false}") boolean mayCreate) {
        this(KeyRing.load(directory, mayCreate));
    }

    public Vault(byte[] dataKey) {
        this.key = new SecretKeySpec(dataKey, "AES");
    }

    public String seal(String text, String context) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, text.getBytes(StandardCharsets.UTF_8), context);
        byte[] both = ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return ALGORITHM + ":" + KeyRing.KEY_ID + ":" + Base64.getEncoder().encodeToString(both);
    }

    /**
     * Opens what {@link #seal} made.
     *
     * @throws IllegalStateException when the value was altered, belongs to another context or to another key
     */
    public String open(String sealed, String context) {
        String[] parts = sealed.split(":", 3);
        if (parts.length != 3 || !ALGORITHM.equals(parts[0]) || !KeyRing.KEY_ID.equals(parts[1])) {
            throw new IllegalStateException("not sealed with a known algorithm and key");
        }
        byte[] both = Base64.getDecoder().decode(parts[2]);
        byte[] nonce = java.util.Arrays.copyOf(both, NONCE_BYTES);
        byte[] text = java.util.Arrays.copyOfRange(both, NONCE_BYTES, both.length);
        return new String(run(Cipher.DECRYPT_MODE, nonce, text, context), StandardCharsets.UTF_8);
    }

    private static Cipher cipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES in GCM", e);
        }
    }

    private byte[] run(int mode, byte[] nonce, byte[] input, String context) {
        try {
            Cipher cipher = CIPHER.get();
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealed value cannot be opened or made: " + e.getMessage(), e);
        }
    }
}
