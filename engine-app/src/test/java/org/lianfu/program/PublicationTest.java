package org.lianfu.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianfu.testing.Caller;
import org.lianfu.testing.Caller.Answer;
import org.lianfu.testing.OnH2;
import org.lianfu.testing.WholeHouse;
import org.lianfu.trail.Recorded;
import org.lianfu.trail.Subject;
import org.lianfu.trail.Trail;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/** A house that publishes nothing by itself, as in production: a person opens a version to applicants. */
@WholeHouse
@OnH2
@TestPropertySource(properties = "lianfu.program.publish=false")
class PublicationTest {

    private static final String PATH = "/api/v1/programs/loan-ip-pledge/versions/5/publication";
    private static final String BEGIN = "{\"program\":\"loan-ip-pledge\"}";

    @LocalServerPort
    int port;

    @Autowired
    Trail trail;

    @Autowired
    JdbcTemplate sql;

    @Test
    void a_draft_is_opened_to_applicants_by_a_second_person_once_and_the_trail_says_by_whom() {
        Caller publisher = Caller.api(port, "publisher");
        Caller firm = Caller.api(port, "firm.a");
        assertThat(firm.get("/api/v1/programs").json().path("items")).isEmpty();
        assertThat(firm.post("/api/v1/applications", BEGIN).status()).isEqualTo(404);

        assertThat(publisher.post(PATH, "").status()).as("no key").isEqualTo(400);
        Answer unknown = publish(publisher, PATH.replaceFirst("/versions/[0-9]+/", "/versions/999/"), "k0");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.json().path("code").asText()).isEqualTo("program.version-unknown");

        sql.update("update prg_version set created_by = 'publisher' where code = 'loan-ip-pledge'");
        Answer own = publish(publisher, PATH, "k1");
        assertThat(own.status()).isEqualTo(403);
        assertThat(own.json().path("code").asText()).isEqualTo("program.own-draft");
        sql.update("update prg_version set created_by = 'system' where code = 'loan-ip-pledge'");

        Answer done = publish(publisher, PATH, "k2");
        assertThat(done.status()).as(done.body()).isEqualTo(200);
        assertThat(done.json().path("state").asText()).isEqualTo("PUBLISHED");
        assertThat(publish(publisher, PATH, "k2").header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(publish(publisher, PATH, "k3").status()).isEqualTo(409);

        assertThat(firm.get("/api/v1/programs").json().path("items")).hasSize(1);
        assertThat(firm.post("/api/v1/applications", BEGIN).status()).isEqualTo(201);
        Subject version = new Subject("program", "loan-ip-pledge@5");
        List<Recorded> entries = trail.page(version, 0, 10);
        assertThat(entries).extracting(Recorded::type).containsExactly("program.drafted", "program.published");
        assertThat(entries).extracting(Recorded::login).containsExactly("system", "publisher");
        assertThat(trail.verify(version).isSound()).isTrue();
    }

    private static Answer publish(Caller caller, String path, String key) {
        return caller.post(path, "", "Idempotency-Key", key);
    }
}
