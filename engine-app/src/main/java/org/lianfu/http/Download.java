package org.lianfu.http;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How a file leaves the house: as attachment only, with a fixed type and a policy that lets nothing in it run. */
public final class Download {

    private Download() {}

    public static ResponseEntity<byte[]> of(String name, String mediaType, String sha256, byte[] bytes) {
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .eTag(Etags.of(sha256))
                .contentType(MediaType.parseMediaType(mediaType))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header("Digest", "sha-256=" + sha256)
                .body(bytes);
    }
}
