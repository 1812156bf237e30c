package org.lianfu.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianfu.credit.SimulatedRegistry;
import org.lianfu.outbox.OutboxClerk;
import org.lianfu.testing.OnH2;
import org.lianfu.testing.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WholeHouse
@OnH2(shared = "house")
class WalkthroughTest {

    @LocalServerPort
    private int port;

    @Autowired
    private OutboxClerk outbox;

    @Autowired
    private SimulatedRegistry registry;

    /** The house of tests has no background clerks: what they would do is done here while the walk waits. */
    private Thread clerks;

    @BeforeEach
    void clerksWork() {
        clerks = new Thread(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                outbox.deliverDue();
                registry.answerDue();
                LockSupport.parkNanos(200_000_000);
            }
        });
        clerks.start();
    }

    @AfterEach
    void clerksGoHome() throws InterruptedException {
        clerks.interrupt();
        clerks.join();
    }

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
