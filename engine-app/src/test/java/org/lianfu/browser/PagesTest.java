package org.lianfu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lianfu.testing.OnH2;
import org.lianfu.testing.WholeHouse;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

/** The real pages, without a browser. */
@WholeHouse
@OnH2(shared = "house")
class PagesTest {

    @LocalServerPort
    private int port;

    @Test
    void openPagesAnswerToAnybody() {
        RestClient client = RestClient.create("http://127.0.0.1:" + port);
        for (String path : new String[] {"/", "/login", "/programs"}) {
            ResponseEntity<String> page = client.get()
                    .uri(path)
                    .header("Accept", "text/html")
                    .retrieve()
                    .toEntity(String.class);
            assertThat(page.getStatusCode().value()).as(path).isEqualTo(200);
            assertThat(page.getBody()).as(path).endsWith("</html>\n");
        }
    }
}
