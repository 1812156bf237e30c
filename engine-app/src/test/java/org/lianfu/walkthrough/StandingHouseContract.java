package org.lianfu.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianfu.Lianfu;
import org.lianfu.http.Idempotent;
import org.lianfu.program.Manifest;
import org.lianfu.program.Programs;
import org.lianfu.shared.Command;
import org.lianfu.testing.Caller;
import org.lianfu.testing.Caller.Answer;
import org.lianfu.testing.Sheaf;
import org.lianfu.testing.TestDatabases;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The demo as it is started for people: walked whole with its clerks at work, stopped, started, and nothing is lost. */
abstract class StandingHouseContract {

    private static final String PROGRAM = "loan-ip-pledge";

    @TempDir
    Path home;

    /** Profiles and database as the command line would give them. */
    abstract List<String> settings();

    static List<String> on(TestDatabases.Address database) {
        return List.of(
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password());
    }

    private ConfigurableApplicationContext start() {
        List<String> settings = new ArrayList<>(settings());
        settings.addAll(List.of(
                "--lianfu.data=" + home,
                "--lianfu.passwords.strength=4",
                "--lianfu.background=true",
                "--server.address=127.0.0.1",
                "--server.port=0",
                "--spring.datasource.hikari.maximum-pool-size=4"));
        return SpringApplication.run(Lianfu.class, settings.toArray(String[]::new));
    }

    private static int port(ConfigurableApplicationContext house) {
        return ((ServletWebServerApplicationContext) house).getWebServer().getPort();
    }

    @Test
    void a_stop_and_a_start_keep_every_case_and_every_open_step() {
        String settled;
        String open;
        try (ConfigurableApplicationContext house = start()) {
            settled = walked(port(house));
            open = submitted(house);
        }
        try (ConfigurableApplicationContext house = start()) {
            int port = port(house);
            assertThat(read(port, "firm.a", settled).path("status").asText()).isEqualTo("SETTLED");
            JsonNode kept = read(port, "firm.a", open);
            assertThat(kept.path("current").findValuesAsText("step")).contains("bankSearch_bankClaim");
            byte[] file = Caller.api(port, "firm.a")
                    .download(open + "/attachments/"
                            + kept.path("attachments").get(0).path("id").asText());
            assertThat(file).isEqualTo(Sheaf.PDF);

            Caller bank = Caller.api(port, "bank.a.rm");
            String task = read(port, "bank.a.rm", open)
                    .path("current")
                    .get(0)
                    .path("taskId")
                    .asText();
            Answer claimed = bank.post(
                    "/api/v1/tasks/" + task + "/completion",
                    "{\"outcome\":\"ACCEPT\"}",
                    Idempotent.HEADER,
                    UUID.randomUUID().toString());
            assertThat(claimed.status()).as(claimed.body()).isEqualTo(200);
            assertThat(read(port, "firm.a", open).path("current").findValuesAsText("step"))
                    .containsOnly("creditAppraisal_investigate");
            assertThat(verified(house)).isZero();
        }
    }

    private static String walked(int port) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code = Walkthrough.run(
                List.of(PROGRAM, "--url", "http://127.0.0.1:" + port),
                new PrintStream(said, true, StandardCharsets.UTF_8));
        String told = said.toString(StandardCharsets.UTF_8);
        assertThat(code).as(told).isZero();
        assertThat(told).contains("SETTLED").contains("every link holds");
        return "/api/v1/applications/" + told.replaceAll("(?s).*?(IPP-\\d{4}-\\d{6}-\\d{6}).*", "$1");
    }

    private static String submitted(ConfigurableApplicationContext house) {
        Programs programs = house.getBean(Programs.class);
        Caller operator = Caller.api(port(house), "firm.a");
        Map<String, Object> example = programs.newest(PROGRAM).example().get(Manifest.APPLY);
        String path = operator.post("/api/v1/applications", json(Map.of("program", PROGRAM, "answers", example)))
                .header("Location");
        programs.newest(PROGRAM)
                .manifest()
                .documents()
                .forEach(document -> operator.upload(
                        path + "/attachments", Map.of("kind", document.kind()), document.kind() + ".pdf", Sheaf.PDF));
        Answer submitted = Caller.api(port(house), "firm.a.signer")
                .post(
                        path + "/submission",
                        "{}",
                        Idempotent.HEADER,
                        UUID.randomUUID().toString());
        assertThat(submitted.status()).as(submitted.body()).isEqualTo(200);
        return path;
    }

    private static JsonNode read(int port, String login, String path) {
        Answer answer = Caller.api(port, login).get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static int verified(ConfigurableApplicationContext house) {
        return house.getBeanProvider(Command.class).stream()
                .filter(command -> command.name().equals("trail-verify"))
                .findFirst()
                .orElseThrow()
                .run(List.of());
    }

    private static String json(Object value) {
        try {
            return new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(value);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
