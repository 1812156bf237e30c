package org.lianfu.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianfu.testing.OnH2;
import org.lianfu.testing.WholeHouse;
import org.springframework.boot.test.web.server.LocalServerPort;

@WholeHouse
@OnH2(shared = "house")
class WalkthroughTest {

    @LocalServerPort
    private int port;

    @Test
    void walksTheLoanFromDraftToSettlementOverRest() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code = Walkthrough.run(
                List.of("loan-ip-pledge", "--url", "http://127.0.0.1:" + port),
                new PrintStream(said, true, StandardCharsets.UTF_8));
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("SETTLED").contains("every link holds");
        assertThat(code).isZero();
    }

    @Test
    void saysHowItIsUsed() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        assertThat(Walkthrough.run(List.of(), new PrintStream(said, true, StandardCharsets.UTF_8)))
                .isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("usage");
    }

    @Test
    void aServerThatIsNotThereIsNamed() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code = Walkthrough.run(
                List.of("loan-ip-pledge", "--url=http://127.0.0.1:1"),
                new PrintStream(said, true, StandardCharsets.UTF_8));
        assertThat(code).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("http://127.0.0.1:1");
    }
}
