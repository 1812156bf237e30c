package org.lianfu;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lianfu.directory.Directory;
import org.lianfu.directory.Persona;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says where the house is to be found, and in the demo as whom one may come in. */
@Component
@ConditionalOnProperty(name = "lianfu.background", matchIfMissing = true)
class Ready {

    private final Directory directory;
    private final Environment environment;

    Ready(Directory directory, Environment environment) {
        this.directory = directory;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void say() {
        List<Persona> personas = environment.matchesProfiles("demo") ? directory.personas() : List.of();
        System.out.print(words(environment.getProperty("local.server.port", "8080"), personas));
        System.out.flush();
    }

    private String words(String port, List<Persona> personas) {
        StringBuilder words = new StringBuilder("\n链赋已就绪 Lianfu is ready: http://localhost:" + port + "\n");
        if (personas.isEmpty()) {
            return words.append('\n').toString();
        }
        words.append("演示人员，密码为 demo- 加登录名 — personas, the password is demo- and the login:\n");
        Map<String, List<String>> byOrg = new LinkedHashMap<>();
        personas.forEach(persona ->
                byOrg.computeIfAbsent(persona.org(), org -> new ArrayList<>()).add(persona.login()));
        byOrg.forEach((org, logins) -> words.append("  ")
                .append(directory.nameOf(org).zh())
                .append(": ")
                .append(String.join(" ", logins))
                .append('\n'));
        return words.append('\n').toString();
    }
}
