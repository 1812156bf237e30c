package org.lianfu.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lianfu.http.Idempotent;
import org.lianfu.testing.Caller;
import org.lianfu.testing.Caller.Answer;
import org.lianfu.testing.CounterHouse;
import org.lianfu.testing.OnH2;

/** How far each step of a case is, in the list of steps and beside the picture. */
@OnH2(shared = "house")
class ProgressTest extends CounterHouse {

    @Test
    void a_step_that_the_system_closed_did_not_fail() {
        String path = submitted();
        assertThat(operator.post(path + "/withdrawal", json(Map.of("reason", "计划有变")), Idempotent.HEADER, key())
                        .status())
                .isEqualTo(200);

        assertThat(marked(path, "closed")).contains("bankClaim");
        assertThat(marked(path, "failed")).isEmpty();
        assertThat(page(path, "zh-CN")).contains("已由系统关闭").doesNotContain("lf-step-failed");
        assertThat(page(path, "en")).contains("Closed by the system").doesNotContain("Failed");
    }

    @Test
    void a_step_at_which_people_said_no_did() {
        Map<String, Object> answers = example();
        answers.keySet().removeIf(key -> key.matches("bank[23]"));
        String path = submitted(answers);
        Caller rm = Caller.api(port, "bank.a.rm");
        for (JsonNode task : rm.get("/api/v1/tasks?box=todo&limit=100").json().path("items")) {
            if (task.path("applicationNo").asText().equals(no(path))) {
                Answer declined = rm.post(
                        "/api/v1/tasks/" + task.path("id").asText() + "/completion",
                        json(Map.of("outcome", "DECLINE", "opinion", "不办", "answers", Map.of("reasons", "B01"))),
                        Idempotent.HEADER,
                        key());
                assertThat(declined.status()).as(declined.body()).isEqualTo(200);
            }
        }

        assertThat(marked(path, "failed")).contains("bankClaim");
        assertThat(marked(path, "closed")).doesNotContain("bankClaim");
        assertThat(page(path, "zh-CN")).contains("lf-step-failed", "未通过");
    }

    /** What carries this mark in any of the pictures. */
    private List<String> marked(String path, String how) {
        List<String> ids = new ArrayList<>();
        for (JsonNode part : operator.get(path + "/diagram").json().path("parts")) {
            assertThat(part.has(how)).isTrue();
            part.path(how).forEach(id -> ids.add(id.asText()));
        }
        return ids;
    }

    private String page(String path, String language) {
        return Caller.browser(port, "firm.a")
                .get("/cases/" + no(path), "Accept", "text/html", "Accept-Language", language)
                .body();
    }
}
