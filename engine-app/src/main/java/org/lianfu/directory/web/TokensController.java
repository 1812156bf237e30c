package org.lianfu.directory.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.lianfu.directory.Presence;
import org.lianfu.directory.SignInDesk;
import org.lianfu.directory.SignInDesk.Issued;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Access tokens for clients: a password in, a token out, and back. */
@RestController
@RequestMapping("/api/v1/tokens")
@Tag(name = "tokens")
class TokensController {

    private final SignInDesk desk;

    TokensController(SignInDesk desk) {
        this.desk = desk;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Sign in with HTTP Basic", security = @SecurityRequirement(name = "password"))
    Issued issue(
            HttpServletRequest request,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false)
                    String authorization) {
        String[] typed = basic(authorization);
        Presence person = desk.signIn(typed[0], typed[1], request.getRemoteAddr());
        return desk.issueToken(person);
    }

    private static String[] basic(String authorization) {
        if (authorization != null && authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            try {
                byte[] bytes =
                        Base64.getDecoder().decode(authorization.substring(6).strip());
                String[] parts = new String(bytes, StandardCharsets.UTF_8).split(":", 2);
                if (parts.length == 2) {
                    return parts;
                }
            } catch (IllegalArgumentException notBase64) {
                // answered as a wrong password
            }
        }
        throw SignInDesk.WRONG.because();
    }

    @DeleteMapping("/current")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Give the token back")
    void revoke(@Parameter(hidden = true) @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization) {
        desk.revokeToken(authorization.substring("Bearer ".length()).strip());
    }
}
