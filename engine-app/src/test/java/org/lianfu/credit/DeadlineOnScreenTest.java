package org.lianfu.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lianfu.shared.CaseNo;
import org.lianfu.testing.Caller;
import org.lianfu.testing.OnH2;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A deadline that lies in a year without a holiday notice says so wherever people read it; the others do not. */
@OnH2(shared = "credit")
class DeadlineOnScreenTest extends LoanHouse {

    @LocalServerPort
    int port;

    @Test
    void a_deadline_in_a_provisional_year_says_so_on_the_case_the_inbox_and_over_rest() {
        clock.set("2026-12-30T09:00:00");
        CaseNo no = loan.submitted("ZL202319000201.8", "BANK_A");
        String task = loan.task(no, "bankClaim");
        assertThat(provisional(no, task)).as("due on 2027-01-04").isTrue();
        assertThat(says(Caller.browser(port, "firm.a"), "/applications/" + no + "/receipt"))
                .as("the promise on the receipt")
                .isTrue();
    }

    @Test
    void a_deadline_under_a_notice_does_not() {
        CaseNo no = loan.submitted("ZL202319000202.2", "BANK_A");
        assertThat(provisional(no, loan.task(no, "bankClaim"))).isFalse();
    }

    /** What is done waits no more: its list tells when it was done, and claims nothing about a deadline. */
    @Test
    void the_list_of_what_is_done_tells_when_and_denies_no_deadline() {
        CaseNo no = loan.submitted(loan.freshPatent(), "BANK_A");
        loan.act(no, "bank.a.rm", "bankClaim", "ACCEPT", Map.of());
        Caller bank = Caller.browser(port, "bank.a.rm");

        String zh = bank.get("/tasks?box=done", "Accept", "text/html", "Accept-Language", "zh-CN")
                .body();
        assertThat(zh).contains(no.value(), "办结时间").doesNotContain("无时限", "到达");
        String en = bank.get("/tasks?box=done", "Accept", "text/html", "Accept-Language", "en")
                .body();
        assertThat(en).contains(no.value(), "Done at").doesNotContain("No deadline", "Arrived");
    }

    private boolean provisional(CaseNo no, String task) {
        Caller bank = Caller.browser(port, "bank.a.rm");
        boolean onCase = says(bank, "/cases/" + no);
        assertThat(says(bank, "/tasks/" + task)).as("task page").isEqualTo(onCase);
        assertThat(Caller.api(port, "bank.a.rm")
                        .get("/api/v1/tasks/" + task)
                        .json()
                        .path("dueProvisional")
                        .asBoolean())
                .as("over REST")
                .isEqualTo(onCase);
        for (String list : new String[] {"/tasks", "/cases", "/"}) {
            assertThat(shortly(bank, list, no)).as("short, on " + list).isEqualTo(onCase);
        }
        return onCase;
    }

    /** In lists a word beside the day says it. */
    private static boolean shortly(Caller bank, String page, CaseNo no) {
        String body = bank.get(page, "Accept", "text/html", "Accept-Language", "zh-CN")
                .body()
                .replaceAll("(?s).*?<main", "<main");
        for (String row : body.split("<tr role=\"row\"")) {
            if (row.contains(no.value())) {
                return row.contains("暂定");
            }
        }
        throw new AssertionError(no + " is not on " + page);
    }

    private static boolean says(Caller bank, String page) {
        Caller.Answer answer = bank.get(page, "Accept", "text/html", "Accept-Language", "zh-CN");
        assertThat(answer.status()).as(page).isEqualTo(200);
        boolean zh = answer.body().contains("暂定日期：2027 年放假安排尚未公布");
        Caller.Answer english = bank.get(page, "Accept", "text/html", "Accept-Language", "en");
        assertThat(english.body().contains("the holidays of 2027 are not yet published"))
                .as(page + " in English")
                .isEqualTo(zh);
        return zh;
    }
}
