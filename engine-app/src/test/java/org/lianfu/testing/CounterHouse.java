package org.lianfu.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.lianfu.http.Idempotent;
import org.lianfu.program.Manifest;
import org.lianfu.program.Programs;
import org.lianfu.testing.Caller.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The counter as a client of the API meets it. */
@WholeHouse
public abstract class CounterHouse {

    protected static final String PROGRAM = "loan-ip-pledge";
    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    protected int port;

    @Autowired
    protected Programs programs;

    @Autowired
    protected TestClock clock;

    protected Caller operator;
    protected Caller signer;
    protected Caller stranger;

    @BeforeEach
    void signIn() {
        clock.reset();
        operator = Caller.api(port, "firm.a");
        signer = Caller.api(port, "firm.a.signer");
        stranger = Caller.api(port, "firm.b");
    }

    /** The path of a fresh draft of firm A that has these answers. */
    protected String draft(Map<String, Object> answers) {
        Answer begun = operator.post("/api/v1/applications", json(Map.of("program", PROGRAM, "answers", answers)));
        assertThat(begun.status()).as(begun.body()).isEqualTo(201);
        assertThat(begun.json().path("status").asText()).isEqualTo("DRAFT");
        return begun.header("Location");
    }

    /** The path of a case of firm A that bank A is asked first. */
    protected String submitted() {
        return submitted(example());
    }

    /** The same with these answers. */
    protected String submitted(Map<String, Object> answers) {
        String path = ready(answers);
        Answer done = submit(signer, path, key());
        assertThat(done.status()).as(done.body()).isEqualTo(200);
        return path;
    }

    /** The path of a draft that lacks nothing but its signature. */
    protected String ready() {
        return ready(example());
    }

    private String ready(Map<String, Object> answers) {
        String path = draft(answers);
        for (Manifest.Document document : programs.newest(PROGRAM).manifest().documents()) {
            Answer attached = attach(operator, path, document.kind(), document.kind() + ".pdf", Sheaf.PDF);
            assertThat(attached.status()).as(attached.body()).isEqualTo(201);
        }
        return path;
    }

    protected Map<String, Object> example() {
        return new LinkedHashMap<>(programs.newest(PROGRAM).example().get(Manifest.APPLY));
    }

    protected static Answer attach(
            Caller caller, String path, String kind, String name, byte[] bytes, String... headers) {
        return caller.upload(path + "/attachments", Map.of("kind", kind), name, bytes, headers);
    }

    protected static Answer submit(Caller caller, String path, String key) {
        return caller.post(path + "/submission", "{}", Idempotent.HEADER, key);
    }

    protected static String key() {
        return UUID.randomUUID().toString();
    }

    protected static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    protected static String no(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    protected static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
