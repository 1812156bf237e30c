package org.lianfu.credit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianfu.application.Application;
import org.lianfu.shared.Actor;
import org.lianfu.shared.CaseNo;
import org.lianfu.testing.Caller;
import org.lianfu.testing.Caller.Answer;
import org.lianfu.testing.OnH2;
import org.lianfu.trail.Chain;
import org.lianfu.trail.Recorded;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Personal text that was taken away by the rules: page, document and API say so, and the chain holds. */
@OnH2(shared = "credit")
class ErasedDetailsTest extends LoanHouse {

    private static final String HTML = "text/html";

    @LocalServerPort
    int port;

    /** Whose details were erased as the rules demand: the trail says so, and no document is made of what is not there. */
    @Test
    void a_document_whose_details_were_erased_says_so() {
        CaseNo no = loan.submitted(loan.freshPatent(), "BANK_A");
        loan.approved(no);
        Recorded decided = entries(no).stream()
                .filter(entry ->
                        entry.type().equals("task.completed") && entry.data().containsKey("decision"))
                .findFirst()
                .orElseThrow();
        Caller firm = Caller.api(port, "firm.a");
        String path = "/api/v1/applications/" + no;
        JsonNode made = firm.get(path + "/documents").json().path("items");
        assertThat(made.get(1).path("kind").asText()).isEqualTo("DECISION");
        String notice = path + "/documents/" + made.get(1).path("id").asText();
        assertThat(firm.get(notice).status()).isEqualTo(200);

        transaction.executeWithoutResult(tx -> {
            Recorded last = entries(no).get(entries(no).size() - 1);
            Chain before = new Chain(Application.subject(no), last.seq(), last.hash());
            Chain after = trail.erase(before, List.of(decided.id()), Actor.SYSTEM, "retention");
            sql.update(
                    "update app_application set trail_seq = ?, trail_head = ? where no = ?",
                    after.seq(),
                    after.head(),
                    no.value());
        });

        Answer gone = firm.get(notice, "Accept-Language", "en");
        assertThat(gone.status()).isEqualTo(409);
        assertThat(gone.json().path("code").asText()).isEqualTo("document.erased");
        assertThat(gone.json().path("detail").asText()).contains("erased", no.value());
        Caller browser = Caller.browser(port, "firm.a");
        Answer page = browser.get(
                notice.replace("/api/v1/applications/", "/cases/"), "Accept", HTML, "Accept-Language", "zh-CN");
        assertThat(page.status()).isEqualTo(409);
        assertThat(page.body()).contains("已依规定删除");
        assertThat(browser.get("/cases/" + no, "Accept", HTML).body()).contains("删除了个人信息明细", "（明细已依规定删除）");
        assertThat(trail.verify(Application.subject(no)).flaws()).isEmpty();
    }
}
