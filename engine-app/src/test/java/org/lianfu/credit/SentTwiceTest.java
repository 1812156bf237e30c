package org.lianfu.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.lianfu.application.Status;
import org.lianfu.shared.CaseNo;
import org.lianfu.testing.Caller;
import org.lianfu.testing.Caller.Answer;
import org.lianfu.testing.OnH2;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A button that is pressed twice acts once, and the second answer is that of the first, not a refusal. */
@OnH2(shared = "credit")
class SentTwiceTest extends LoanHouse {

    private static final String HTML = "text/html";

    @LocalServerPort
    int port;

    /** Both at once, as a double click without a script does. */
    private static List<String> twice(Caller who, String action, String csrf, Map<String, String> fields)
            throws Exception {
        ExecutorService hands = Executors.newFixedThreadPool(2);
        try {
            Callable<Answer> press = () -> who.form(action, csrf, fields, "Accept", HTML);
            List<String> arrived = new ArrayList<>();
            for (Future<Answer> answer : hands.invokeAll(List.of(press, press))) {
                assertThat(answer.get().status()).as(answer.get().body()).isEqualTo(302);
                arrived.add(answer.get().header("Location"));
            }
            return arrived;
        } finally {
            hands.shutdownNow();
        }
    }

    private int cases() {
        return sql.queryForObject("select count(*) from app_application", Integer.class);
    }

    @Test
    void beginning_signing_and_deciding_twice_is_one_case() throws Exception {
        Caller firm = Caller.browser(port, "firm.a");
        String program = firm.get("/programs/loan-ip-pledge", "Accept", HTML).body();
        Matcher once = Pattern.compile("name=\"once\" value=\"([^\"]+)\"").matcher(program);
        assertThat(once.find()).isTrue();
        int before = cases();
        Map<String, String> begin = Map.of("program", "loan-ip-pledge", "once", once.group(1));
        List<String> begun = twice(firm, "/applications", firm.csrf("/programs/loan-ip-pledge"), begin);
        assertThat(begun.get(0)).isEqualTo(begun.get(1));
        assertThat(cases()).isEqualTo(before + 1);

        CaseNo no = loan.drafted("ZL202319000321.8", "BANK_A");
        Caller signer = Caller.browser(port, "firm.a.signer");
        String check = "/applications/" + no + "/check";
        assertThat(twice(signer, check, signer.csrf(check), Map.of()))
                .allMatch(where -> where.endsWith("/applications/" + no + "/receipt"));
        assertThat(types(no).stream().filter("application.submitted"::equals)).hasSize(1);
        assertThat(cases()).isEqualTo(before + 2);

        Caller bank = Caller.browser(port, "bank.a.rm");
        String task = "/tasks/" + loan.task(no, "bankClaim");
        String csrf = bank.csrf(task);
        assertThat(twice(bank, task + "/claim", csrf, Map.of())).allMatch(where -> where.endsWith(task));
        assertThat(twice(bank, task + "/completion", csrf, Map.of("outcome", "ACCEPT", "opinion", "受理")))
                .allMatch(where -> where.endsWith("/tasks"));
        assertThat(loan.waiting(no)).containsExactly("investigate");

        Answer other =
                bank.form(task + "/completion", csrf, Map.of("outcome", "ACCEPT", "opinion", "别的话"), "Accept", HTML);
        assertThat(other.status()).as("another opinion is not the same press").isEqualTo(409);
        assertThat(other.body()).contains("别的话");
    }

    @Test
    void saving_asking_and_answering_twice_is_once() throws Exception {
        CaseNo no = loan.drafted("ZL202319000322.2", "BANK_A");
        Caller firm = Caller.browser(port, "firm.a");
        Matcher section = Pattern.compile("/applications/" + no + "/s/[^\"]+")
                .matcher(firm.get("/applications/" + no, "Accept", HTML).body());
        assertThat(section.find()).isTrue();
        String page = firm.get(section.group(), "Accept", HTML).body();
        Matcher edition = Pattern.compile("name=\"edition\" value=\"(\\d+)\"").matcher(page);
        assertThat(edition.find()).isTrue();
        Map<String, String> typed = Map.of("edition", edition.group(1), "contactName", "李两次");
        String csrf = firm.csrf(section.group());
        for (int press = 0; press < 2; press++) {
            // this page has faults left, which is no refusal
            Answer saved = firm.form(section.group(), csrf, typed, "Accept", HTML);
            assertThat(saved.status()).isEqualTo(422);
            assertThat(saved.body()).contains("value=\"李两次\"").doesNotContain("aria-labelledby=\"kept\"");
        }

        CaseNo filed = loan.submitted("ZL202319000323.7", "BANK_A");
        Caller bank = Caller.browser(port, "bank.a.rm");
        String task = "/tasks/" + loan.task(filed, "bankClaim");
        String token = bank.csrf("/tasks");
        bank.form(task + "/claim", token, Map.of());
        Map<String, String> ask = Map.of("items", "财务报表\n订单", "reason", "核实还款来源");
        assertThat(twice(bank, task + "/supplement-request", token, ask)).allMatch(where -> where.endsWith(task));
        assertThat(types(filed).stream().filter("supplement.requested"::equals)).hasSize(1);
    }

    @Test
    void withdrawing_twice_is_once() throws Exception {
        CaseNo no = loan.submitted("ZL202319000324.1", "BANK_A");
        Caller firm = Caller.browser(port, "firm.a");
        String page = "/cases/" + no + "/withdrawal";
        assertThat(twice(firm, page, firm.csrf(page), Map.of("reason", "不再需要")))
                .allMatch(where -> where.endsWith("/cases/" + no));
        assertThat(status(no)).isEqualTo(Status.WITHDRAWN);
        assertThat(types(no).stream().filter("application.withdrawn"::equals)).hasSize(1);
    }
}
