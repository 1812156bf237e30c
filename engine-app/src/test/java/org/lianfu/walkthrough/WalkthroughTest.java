package org.lianfu.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianfu.credit.SimulatedRegistry;
import org.lianfu.outbox.OutboxClerk;
import org.lianfu.testing.Caller;
import org.lianfu.testing.OnH2;
import org.lianfu.testing.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@WholeHouse
@OnH2(shared = "house")
class WalkthroughTest {

    @LocalServerPort
    private int port;

    @Autowired
    private OutboxClerk outbox;

    @Autowired
    private SimulatedRegistry registry;

    @Autowired
    private JdbcTemplate sql;

    private volatile boolean sabotage;

    /** The house of tests has no background clerks: what they would do is done here while the walk waits. */
    private Thread clerks;

    @BeforeEach
    void clerksWork() {
        clerks = new Thread(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                outbox.deliverDue();
                registry.answerDue();
                if (sabotage) {
                    turnRoundAHashOfTheNewestCase("CONTRACTED");
                }
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
        String told = said.toString(StandardCharsets.UTF_8);
        assertThat(told).contains("SETTLED").contains("every link holds");
        assertThat(code).isZero();

        List<MatchResult> steps = STEP.matcher(told).results().toList();
        assertThat(steps)
                .extracting(step -> step.group(1))
                .containsSubsequence(
                        "firm.a",
                        "firm.a.signer",
                        "bank.a.rm",
                        "bank.a.investigator",
                        "bank.a.approver",
                        "bank.a.payer",
                        "bank.a.payer2",
                        "bank.a.postloan");
        assertThat(steps).allSatisfy(step -> assertThat(step.group(3)).isNotBlank());
        String no = steps.get(0).group(2);
        List<String> chain = new ArrayList<>();
        Caller.api(port, "firm.a")
                .get("/api/v1/applications/" + no + "/trail?limit=100")
                .json()
                .path("items")
                .forEach(entry -> chain.add(entry.path("hash").asText()));
        List<Integer> places = steps.stream()
                .map(step -> IntStream.range(0, chain.size())
                        .filter(i -> chain.get(i).startsWith(step.group(4)))
                        .findFirst()
                        .orElse(-1))
                .toList();
        assertThat(places)
                .as("each hash is one of the chain, each behind the one before")
                .doesNotContain(-1)
                .isSorted();
        assertThat(told).contains("末条 head " + chain.get(chain.size() - 1));
    }

    /** Actor, case, what was done, and the hash at the end of the chain after it. */
    private static final Pattern STEP = Pattern.compile("(?m)^ *\\d+ +(\\S+) +(IPP-[0-9-]+) +(.*\\S) +([0-9a-f]{16})$");

    @Test
    void aChainThatDoesNotHoldIsNamedAndIsNoSuccess() {
        sabotage = true;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code = Walkthrough.run(
                List.of("loan-ip-pledge", "--url", "http://127.0.0.1:" + port),
                new PrintStream(said, true, StandardCharsets.UTF_8));
        turnRoundAHashOfTheNewestCase("SETTLED");
        String told = said.toString(StandardCharsets.UTF_8);
        assertThat(told).contains("SETTLED").contains("trail broken at entry").doesNotContain("every link holds");
        assertThat(code).isEqualTo(1);
    }

    /** One hash in the middle of the newest case is another one, once its contract is signed; again, and it is itself. */
    private void turnRoundAHashOfTheNewestCase(String status) {
        String newest = sql.queryForObject("select max(no) from app_application where no like 'IPP-%'", String.class);
        if (sql.queryForObject("select status from app_application where no = ?", String.class, newest)
                .equals(status)) {
            sql.update("""
                    update trl_entry set leaf_hash = concat(substring(leaf_hash, 33), substring(leaf_hash, 1, 32))
                    where kind = 'case' and seq = 3 and subject_id = ?""", newest);
            sabotage = false;
        }
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
