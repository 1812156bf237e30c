package org.lianfu.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianfu.browser.Journey.Turn;
import org.lianfu.credit.SimulatedRegistry;
import org.lianfu.outbox.OutboxClerk;
import org.lianfu.testing.OnH2;
import org.lianfu.testing.TestClock;
import org.lianfu.testing.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The loan from the first look at the program to the released pledge, by real people in a real browser. */
@WholeHouse
@OnH2(shared = "house")
class JourneyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static Browser browser;

    @LocalServerPort
    private int port;

    @Autowired
    private OutboxClerk outbox;

    @Autowired
    private SimulatedRegistry registry;

    @Autowired
    private TestClock clock;

    @BeforeAll
    static void open() {
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void theLoanFromTheFirstLookToTheReleasedPledge() {
        inEachLanguage(true, journey -> {
            chooses(journey);
            fillsIn(journey, journey.example());
            signs(journey);
            List<String> steps = bankAndFirmDoTheirTurns(journey);
            assertThat(steps)
                    .startsWith(
                            "bankSearch_recommend",
                            "bankSearch_bankClaim",
                            "creditAppraisal_investigate",
                            "creditAppraisal_investigate",
                            "creditAppraisal_pledgeValuation_chooseAppraiser",
                            "creditAppraisal_pledgeValuation_valuate",
                            "creditAppraisal_reviewCredit",
                            "creditAppraisal_decideCredit",
                            "creditClosing_prepareContract",
                            "creditClosing_signContract",
                            "drawdown_requestDrawdown",
                            "drawdown_checkDrawdown",
                            "drawdown_recordDrawdown",
                            "drawdown_confirmDrawdown")
                    .contains(
                            "servicing_trusteePayment_payTrustee",
                            "servicing_trusteePayment_confirmPayment",
                            "servicing_trusteePayment_recordArrival",
                            "servicing_checkLoan",
                            "servicing_checkLoanQuarterly")
                    .endsWith("servicing_recordRepayment", "releasePledge");
            seesTheEnd(journey);
            looksAround(journey);
        });
    }

    /** The same walk in both languages side by side, each in a browser of its own: half of the time is waiting. */
    private void inEachLanguage(boolean script, Consumer<Journey> walk) {
        ExecutorService walkers = Executors.newFixedThreadPool(2);
        List<Future<?>> walks = new ArrayList<>();
        for (String language : List.of("zh-CN", "en")) {
            walks.add(walkers.submit(() -> {
                try (Browser own = new Browser();
                        Journey journey = new Journey(own, language, port, script)) {
                    walk.accept(journey);
                }
            }));
        }
        walkers.shutdown();
        assertAll(walks.stream().map(under -> () -> {
            try {
                under.get();
            } catch (ExecutionException e) {
                throw e.getCause();
            }
        }));
    }

    private void chooses(Journey journey) {
        journey.go("/");
        journey.look("home, anonymous");
        journey.go("/login");
        journey.look("login");
        journey.signIn("firm.c");
        journey.go("/programs/loan-ip-pledge");
        journey.look("program, not fit");
        assertThat(journey.text("section:has(#fit)")).contains(journey.visitor.word("暂不符合", "does not fit yet"), "§2");
        journey.signIn("firm.a");
        journey.look("home");
        journey.go("/programs");
        journey.look("programs");
        journey.find("main a[href='/programs/loan-ip-pledge']").click();
        assertThat(journey.text(".lf-title-row")).contains(journey.visitor.word("符合条件", "Your firm fits"));
        journey.look("program, fit");
        begins(journey);
        journey.look("application");
    }

    private static void begins(Journey journey) {
        journey.press(journey.visitor.word("开始填报", "Begin an application"));
        journey.arrive("/applications/IPP[^/]*");
        journey.keepNo();
    }

    private static void fillsIn(Journey journey, JsonNode answers) {
        String list = "/applications/" + journey.no;
        List<String> sections = new ArrayList<>();
        for (Locator link : journey.find(".lf-tasks a").all()) {
            sections.add(link.getAttribute("href"));
        }
        assertThat(sections).hasSize(7).last().isEqualTo(list + "/documents");

        journey.go(sections.get(0));
        journey.type("uscc", "91430200MA4TE5T1");
        journey.type("contactName", "${applicationContext}");
        journey.type("employees", "many");
        saved(journey);
        journey.save();
        journey.find("#error-summary").waitFor();
        journey.lookRefused("section, faulty", 422);
        assertThat(journey.find("#error-summary li").count()).isGreaterThanOrEqualTo(4);
        assertThat(journey.find("[name=uscc]").inputValue()).isEqualTo("91430200MA4TE5T1");
        assertThat(journey.find("[name=contactName]").inputValue()).isEqualTo("${applicationContext}");
        assertThat(journey.find("[name=employees]").inputValue()).isEqualTo("many");

        for (String section : sections.subList(0, 6)) {
            journey.go(section);
            journey.fill(answers);
            if (section.equals(sections.get(0))) {
                journey.type("contactName", "${applicationContext}");
            }
            saved(journey);
            journey.look("section");
            journey.save();
            journey.visitor.page.waitForURL(url -> !url.endsWith(section));
        }
        journey.arrive("/documents");
        journey.attach("businessLicence");
        journey.attach("patentCertificate");
        journey.look("documents");
        journey.go(list);
        assertThat(journey.find(".lf-tasks .lf-tag-good").count()).isEqualTo(7);
        journey.look("application, filled in");
        journey.go(list + "/check");
        assertThat(journey.text("main")).contains("${applicationContext}");
        assertThat(journey.find("form[action$='/check']").count()).isZero();
        journey.look("check, operator");
    }

    private static void saved(Journey journey) {
        journey.find("#saved:not(:empty)").waitFor();
    }

    private static void signs(Journey journey) {
        journey.signIn("firm.a.signer");
        journey.go("/applications/" + journey.no + "/check");
        journey.look("check, signer");
        journey.find("form[action$='/check'] button").press("Enter");
        journey.arrive("/receipt");
        assertThat(journey.text(".lf-big")).isNotBlank();
        journey.look("receipt");
        journey.go("/cases/" + journey.no);
        assertThat(journey.text(".lf-now")).contains(journey.visitor.word("示例银行甲", "Example Bank A"));
        journey.look("case, running");
        journey.go("/cases/" + journey.no + "/withdrawal");
        journey.look("withdrawal");
    }

    /** Everybody's turn in the order in which the house asks for it; the bank asks the firm for more once. */
    private List<String> bankAndFirmDoTheirTurns(Journey journey) {
        List<String> steps = new ArrayList<>();
        boolean asked = false;
        for (Turn turn = next(journey); turn != null; turn = next(journey)) {
            journey.take(turn);
            if (turn.step().equals("creditAppraisal_investigate") && !asked) {
                asked = true;
                asksForMore(journey, turn);
                journey.take(turn);
            }
            if (turn.step().equals("creditAppraisal_decideCredit")) {
                readsTheSummary(journey, turn);
            }
            String outcome =
                    switch (turn.step()) {
                        case "bankSearch_bankClaim" -> "ACCEPT";
                        case "creditAppraisal_reviewCredit",
                                "creditAppraisal_decideCredit",
                                "drawdown_checkDrawdown",
                                "drawdown_confirmDrawdown",
                                "servicing_trusteePayment_confirmPayment" -> "APPROVE";
                        default -> "DONE";
                    };
            journey.decide(turn, outcome);
            steps.add(turn.step());
        }
        return steps;
    }

    /** The approver's one page, opened from beside the decision. */
    private static void readsTheSummary(Journey journey, Turn turn) {
        journey.find("#summary a[href$='/credit-summary']").click();
        journey.arrive("/credit-summary");
        assertThat(journey.text("main"))
                .contains("46.00", journey.visitor.word("演示数据", "Stated by the firm"), "§23", "24,475,000.00");
        journey.look("credit summary");
        journey.take(turn);
    }

    private static void asksForMore(Journey journey, Turn turn) {
        journey.find("#supplement > summary").click();
        journey.find("#items").fill("近三年财务报表\n在手订单清单");
        journey.find("#supplement [name=reason]").fill("核实还款来源");
        journey.press(journey.visitor.word("发出", "Send"));
        journey.visitor.page.waitForURL(url -> url.endsWith(turn.task()));
        journey.find("text=在手订单清单").first().waitFor();
        journey.look("task, waiting for the firm");

        journey.signIn("firm.a");
        journey.go("/cases/" + journey.no);
        journey.look("case, supplement asked");
        journey.find("a[href$='/supplement']").first().click();
        journey.arrive("/supplement");
        assertThat(journey.text("main")).contains("在手订单清单", "核实还款来源");
        journey.attach("financialStatements");
        journey.look("supplement");
        journey.find("form[action$='/supplement'] button.btn-primary").click();
        journey.arrive("/cases/" + journey.no);
        assertThat(journey.text(".lf-alert-good")).isNotBlank();
    }

    /** Whose turn it is once the house's clerks have done theirs; null when the case has ended. */
    private Turn next(Journey journey) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            outbox.deliverDue();
            registry.answerDue();
            Turn turn = journey.turn();
            if (turn != null || status(journey).equals("SETTLED")) {
                return turn;
            }
        }
        throw new AssertionError("nobody's turn in " + journey.no + ", " + status(journey));
    }

    private String status(Journey journey) {
        return journey.caller("firm.a")
                .get("/api/v1/applications/" + journey.no)
                .json()
                .path("status")
                .asText();
    }

    private static void seesTheEnd(Journey journey) {
        journey.signIn("firm.a");
        journey.go("/cases");
        journey.look("cases");
        journey.find("a[href='/cases/" + journey.no + "']").click();
        journey.find("details:has([data-diagram]) > summary").first().click();
        if (journey.script) {
            journey.find("[data-drawn]").waitFor();
            seesAPart(journey, "drawdown", 4);
        }
        assertThat(journey.text(".lf-title-row")).contains(journey.visitor.word("已结清", "Settled"));
        assertThat(journey.text(".lf-now .lf-say")).isNotBlank();
        assertThat(journey.find("section:has(#steps) > ol > li.lf-step-done").count())
                .isGreaterThanOrEqualTo(10);
        assertThat(journey.find("section:has(#timeline) ol > li").count()).isGreaterThanOrEqualTo(10);
        assertThat(journey.find("section:has(#trail) h2 .lf-tag-good").count()).isEqualTo(1);
        assertThat(journey.find("section:has(#trail) tbody tr").count()).isGreaterThanOrEqualTo(10);
        journey.look("case, over");
    }

    /** A part of the diagram opens on request, with its own picture and its steps in words beside it. */
    private static void seesAPart(Journey journey, String part, int steps) {
        String fold = "[data-part=" + part + "]";
        assertThat(journey.find(fold + " [data-drawn]").count()).isZero();
        journey.find(fold + " > summary").click();
        journey.find(fold + " [data-drawn]").waitFor();
        assertThat(journey.find(fold + " [data-element-id=recordDrawdown].lf-done")
                        .count())
                .isOne();
        assertThat(journey.find("[data-element-id=" + part + "].lf-done").count())
                .isOne();
        assertThat(journey.find(fold + " ol > li.lf-step-done").count()).isEqualTo(steps);
    }

    private static void looksAround(Journey journey) {
        journey.go("/settings/password");
        journey.look("password");
        journey.go("/ops/incidents");
        journey.lookRefused("error 403", 403);
        journey.go("/cases/IPP00000000");
        journey.lookRefused("error 404", 404);
        journey.signIn("firm.b");
        journey.go("/cases/" + journey.no);
        journey.lookRefused("error 404", 404);
        journey.signIn("operator");
        journey.go("/ops/incidents");
        journey.look("incidents");
        journey.signIn("secadmin");
        journey.go("/admin/directory/people/bank.a.rm");
        journey.look("person");
        journey.go("/admin/directory/limits/BANK_A");
        journey.look("limits");
        journey.signIn("sysadmin");
        journey.go("/admin/directory?org=BANK_A");
        journey.look("people");
        journey.go("/admin/calendar");
        journey.look("calendar");
        uploads(journey, "2027-02-30,OFF,元旦,2027,https://example.invalid/2027\n");
        journey.lookRefused("calendar, refused", 422);
        assertThat(journey.find("#number").inputValue()).isEqualTo("示例〔2026〕1号");
        uploads(journey, "");
        journey.find("#preview").waitFor();
        assertThat(journey.text("main")).contains("2027.1");
        journey.look("calendar, previewed");
    }

    /** The next holiday notice with one more line; it is looked at, not loaded: other tests count the days of this house. */
    private static void uploads(Journey journey, String line) {
        StringBuilder file = new StringBuilder("date,kind,name,notice_year,notice_url\n");
        for (String day : List.of("01-01", "05-01", "05-02", "10-01", "10-02", "10-03")) {
            file.append("2027-").append(day).append(",OFF,元旦,2027,https://example.invalid/2027\n");
        }
        journey.find("#number").fill("示例〔2026〕1号");
        journey.find("#issuedOn").fill("2026-11-20");
        journey.find("#url").fill("https://example.invalid/2027");
        journey.find("#file")
                .setInputFiles(new FilePayload(
                        "2027.csv", "text/csv", file.append(line).toString().getBytes(StandardCharsets.UTF_8)));
        journey.find("form[action$='/preview'] button").click();
        journey.visitor.page.waitForURL("**/admin/calendar/preview");
    }

    @Test
    void theLoanToItsEndWithoutJavaScript() {
        inEachLanguage(false, journey -> {
            JsonNode answers = journey.example();
            journey.signIn("firm.a");
            journey.look("home");
            journey.go("/programs/loan-ip-pledge");
            journey.look("program");
            begins(journey);
            journey.look("application");
            fillsInWithoutScript(journey, answers);
            journey.signIn("firm.a.signer");
            journey.go("/applications/" + journey.no + "/check");
            journey.look("check");
            journey.find("form[action$='/check'] button").press("Enter");
            journey.arrive("/receipt");
            journey.look("receipt");
            assertThat(bankAndFirmDoTheirTurns(journey))
                    .startsWith("bankSearch_recommend", "bankSearch_bankClaim")
                    .contains("drawdown_recordDrawdown")
                    .endsWith("servicing_recordRepayment", "releasePledge");
            seesTheEnd(journey);
            looksAround(journey);
        });
    }

    private static void fillsInWithoutScript(Journey journey, JsonNode answers) {
        journey.find(".lf-tasks a").first().click();
        for (int section = 0; section < 6; section++) {
            String here = journey.visitor.page.url();
            journey.fill(answers);
            if (section == 0) {
                journey.type("employees", "many");
                journey.save();
                journey.find("#error-summary").waitFor();
                journey.lookRefused("section, faulty", 422);
                assertThat(journey.find("[name=employees]").inputValue()).isEqualTo("many");
                journey.fill(answers);
                journey.type("contactName", "${applicationContext}");
            }
            journey.save();
            // the answers may have brought up fields that were hidden when this page was made
            if (journey.find("#error-summary").count() > 0) {
                journey.visitor.expectStatus(422);
                journey.fill(answers);
                journey.save();
            }
            assertThat(journey.visitor.page.url()).isNotEqualTo(here);
            journey.look("section");
        }
        journey.attach("businessLicence");
        journey.attach("patentCertificate");
        journey.look("documents");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"zh-CN", "en"})
    void whatIsTypedWhenTheSessionEndsIsThereAfterSigningInAgain(String language) {
        try (Journey journey = new Journey(browser, language, port, true)) {
            journey.signIn("firm.a");
            journey.go("/programs/loan-ip-pledge");
            begins(journey);
            journey.find(".lf-tasks a").first().click();
            clock.advance(Duration.ofMinutes(40));
            journey.find("[name=contactName]").pressSequentially("刚才填的人");
            journey.arrive("/login\\?stale&kept");
            journey.visitor.expectStatus(403);
            journey.look("login, kept");
            journey.pick("firm.a");
            journey.arrive("/kept");
            assertThat(journey.text("main"))
                    .contains("刚才填的人", journey.visitor.word("联系人", "Contact"))
                    .doesNotContain("contactName");
            journey.look("kept");
            journey.find("main form button.btn-primary").click();
            journey.find("#error-summary").waitFor();
            journey.lookRefused("section, sent again", 422);
            assertThat(journey.find("[name=contactName]").inputValue()).isEqualTo("刚才填的人");
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"zh-CN", "en"})
    void aDecisionHalfMadeWhenTheSessionEndsComesBackUndecided(String language) {
        try (Journey journey = new Journey(browser, language, port, true)) {
            JsonNode answers = journey.example();
            journey.signIn("firm.a");
            journey.go("/programs/loan-ip-pledge");
            begins(journey);
            journey.find(".lf-tasks a").first().click();
            for (int section = 0; section < 6; section++) {
                String here = journey.visitor.page.url();
                journey.fill(answers);
                journey.save();
                journey.visitor.page.waitForURL(url -> !url.equals(here));
            }
            journey.attach("businessLicence");
            journey.attach("patentCertificate");
            journey.signIn("firm.a.signer");
            journey.go("/applications/" + journey.no + "/check");
            journey.find("form[action$='/check'] button").press("Enter");
            journey.arrive("/receipt");
            Turn park = next(journey);
            journey.take(park);
            journey.decide(park, "DONE");
            Turn turn = next(journey);
            journey.take(turn);
            journey.find("#opinion").fill("额度不足，${applicationContext}");
            clock.advance(Duration.ofMinutes(40));
            // not check(): it would look at the control again, on a page that may be gone by then
            journey.find("#outcome-DECLINE").click();
            journey.arrive("/login\\?stale&kept");
            journey.visitor.expectStatus(403);
            journey.pick(turn.login());
            journey.arrive("/kept");
            assertThat(journey.text("main"))
                    .contains("额度不足，${applicationContext}")
                    .doesNotContain("DECLINE");
            journey.look("kept, decision");
            journey.find("main form button.btn-primary").click();
            journey.find("#opinion").waitFor();
            assertThat(journey.find("#opinion").inputValue()).isEqualTo("额度不足，${applicationContext}");
            assertThat(journey.find("#outcome-DECLINE").isChecked()).isTrue();
            journey.look("task, come back");
            assertThat(status(journey)).as("nothing was decided").isEqualTo("SUBMITTED");
            // a switch of language on a page that was posted leads to the page, not to an error
            journey.find(".lf-side a[hreflang]").click();
            journey.find("form[action$='/completion']").waitFor();
        }
    }

    /** Really sent, by a real browser to the real server; the other things of the page are there afterwards. */
    @Test
    void aFileOfFortyMegabytesIsRefusedAndNothingElseIsLost(@TempDir Path folder) throws IOException {
        Path pdf = folder.resolve("scan.pdf");
        byte[] bytes = new byte[40 << 20];
        System.arraycopy("%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 9);
        Files.write(pdf, bytes);
        Path csv = Files.write(folder.resolve("2027.csv"), bytes);
        try (Journey journey = new Journey(browser, "zh-CN", port, true)) {
            journey.signIn("firm.a");
            journey.go("/programs/loan-ip-pledge");
            begins(journey);
            journey.find(".lf-tasks a").first().click();
            journey.type("contactName", "李示例");
            saved(journey);
            String section = journey.visitor.page.url();
            journey.go("/applications/" + journey.no + "/documents");
            journey.attach("businessLicence");
            Locator panel = journey.find("#kind-patentCertificate");
            panel.locator("input[type=file]").setInputFiles(pdf);
            panel.locator("button:has-text('上传')").press("Enter");
            journey.find("#error-summary").waitFor();
            journey.lookRefused("documents, too large", 413);
            assertThat(journey.text("#error-summary")).contains("20 MB");
            assertThat(journey.find("#kind-businessLicence a:has-text('businessLicence.pdf')")
                            .count())
                    .isOne();
            journey.visitor.page.navigate(section);
            assertThat(journey.find("[name=contactName]").inputValue()).isEqualTo("李示例");

            journey.signIn("sysadmin");
            journey.go("/admin/calendar");
            journey.find("#number").fill("示例〔2026〕2号");
            journey.find("#issuedOn").fill("2026-11-20");
            journey.find("#url").fill("https://example.invalid/2027");
            journey.find("#file").setInputFiles(csv);
            journey.find("form[action$='/preview'] button").click();
            journey.find("#error-summary").waitFor();
            journey.lookRefused("calendar, too large", 422);
            assertThat(journey.find("#number").inputValue()).isEqualTo("示例〔2026〕2号");
            assertThat(journey.find("#url").inputValue()).isEqualTo("https://example.invalid/2027");
        }
    }

    @Test
    void savingAtOnceAfterTypingIsNoConflict() {
        try (Journey journey = new Journey(browser, "en", port, true)) {
            journey.signIn("firm.a");
            journey.go("/programs/loan-ip-pledge");
            begins(journey);
            journey.find(".lf-tasks a").first().click();
            // the house has saved, its answer is still under way when the button is pressed
            journey.visitor.page.route("**/autosave", route -> {
                APIResponse answer = route.fetch();
                journey.visitor.page.evaluate("document.querySelector('main form button.btn-primary').click()");
                route.fulfill(new Route.FulfillOptions().setResponse(answer));
            });
            journey.find("[name=contactName]").fill("李示例");
            journey.find("[name=contactName]").dispatchEvent("change");
            journey.find("#error-summary").waitFor();
            assertThat(journey.find("[name=contactName]").inputValue()).isEqualTo("李示例");
        }
    }
}
