package org.lianfu.directory.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.lianfu.directory.Directory;
import org.lianfu.shared.Words;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The people one can try the demo as. */
@RestController
@Profile("demo")
@Tag(name = "demo")
class PersonasController {

    private final Directory directory;

    PersonasController(Directory directory) {
        this.directory = directory;
    }

    /** Never paged. */
    record Personas(List<Line> items) {}

    /** @param org code of the organisation */
    record Line(String login, String org, Words orgName, List<String> roles, Words says) {}

    @GetMapping("/api/v1/demo/personas")
    @Operation(summary = "People of the demo; the password is demo- and the login")
    @SecurityRequirements
    Personas personas() {
        return new Personas(directory.personas().stream()
                .map(persona -> new Line(
                        persona.login(),
                        persona.org(),
                        directory.nameOf(persona.org()),
                        persona.roles(),
                        persona.says()))
                .toList());
    }
}
