package org.lianfu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.lianfu.testing.Caller;

/** Walks through the running house in a browser, one persona after the other, and looks at every page before leaving it. */
final class Journey implements AutoCloseable {

    private static final byte[] PDF =
            ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
                            + "trailer<</Root 1 0 R>>\n%%EOF\n")
                    .getBytes(StandardCharsets.US_ASCII);

    /** What kind of control each of these names is, for those that the page has. */
    private static final String KINDS = "names => Object.fromEntries(names"
            + ".map(name => [name, document.querySelector('main [name=\"' + name + '\"]')]).filter(pair => pair[1])"
            + ".map(([name, e]) => [name, e.tagName === 'INPUT' ? e.type : e.tagName.toLowerCase()]))";

    /** Enters what a page without scripts takes in: nothing listens, so each control that is shown just has its value. */
    private static final String FILL = "given => Object.entries(given).forEach(([name, value]) => {"
            + " const all = [...document.querySelectorAll('main [name=\"' + name + '\"]')];"
            + " if (!all.length || !all[0].checkVisibility()) return;"
            + " if (all[0].type === 'radio') all.forEach(e => { if (e.value === value) e.checked = true; });"
            + " else if (all[0].type === 'checkbox') all[0].checked = value === 'true';"
            + " else all[0].value = value; })";

    final Visitor visitor;
    final int port;
    final boolean script;
    private final Set<String> known = new HashSet<>();
    private final Set<String> done = new HashSet<>();
    private final Map<String, Caller> callers = new HashMap<>();
    String no;

    Journey(Browser browser, String language, int port, boolean script) {
        this.visitor = browser.visitor(language, 1440, script);
        this.port = port;
        this.script = script;
    }

    Locator find(String selector) {
        return visitor.page.locator(selector);
    }

    String text(String selector) {
        return find(selector).first().innerText();
    }

    void go(String path) {
        visitor.go("http://127.0.0.1:" + port + path);
    }

    /** Waits until the address ends like this; the pattern may use regular expressions. */
    void arrive(String ending) {
        visitor.page.waitForURL(Pattern.compile(".*" + ending + "$"));
    }

    /** Nothing may be wrong with this page at either width; barriers are looked for once for each name. */
    void look(String name) {
        String where = name + " " + visitor.language;
        assertThat(find("main h1, .lf-title h1").count())
                .as("one heading on " + where)
                .isEqualTo(1);
        visitor.assertWorded(where);
        visitor.assertFits(where);
        visitor.assertQuiet(where);
        boolean unknown = known.add(name);
        if (unknown) {
            visitor.assertAccessible(where);
        }
        visitor.page.setViewportSize(360, 740);
        visitor.assertFits(where + " at 360");
        if (unknown) {
            visitor.assertStacked(where + " at 360");
        }
        visitor.page.setViewportSize(visitor.width, 900);
    }

    /** The page of a refusal: looked at like any other. */
    void lookRefused(String name, int status) {
        visitor.expectStatus(status);
        look(name);
    }

    /** The case's number, from the address of its page. */
    void keepNo() {
        String url = visitor.page.url();
        no = url.substring(url.lastIndexOf('/') + 1);
    }

    /** Out with whoever was here, in by the picker. */
    void signIn(String login) {
        visitor.page.context().clearCookies();
        go("/login");
        pick(login);
    }

    /** Presses the persona's card on the sign-in page that is shown. */
    void pick(String login) {
        find("form:has(input[name=username][value='" + login + "']) button").press("Enter");
        visitor.page.waitForURL(Pattern.compile("^(?!.*/login).*$"));
    }

    /**
     * Types into every control that the answers name, in their order. Where a script shows a control because of
     * another answer it is waited for; without one it comes with the next page.
     */
    void fill(JsonNode answers) {
        Map<String, String> given = new LinkedHashMap<>();
        answers.fields()
                .forEachRemaining(
                        answer -> given.put(answer.getKey(), answer.getValue().asText()));
        if (!script) {
            visitor.page.evaluate(FILL, given);
            return;
        }
        Map<?, ?> kinds = (Map<?, ?>) visitor.page.evaluate(KINDS, List.copyOf(given.keySet()));
        given.forEach((name, value) -> {
            if (kinds.containsKey(name)) {
                fill(name, kinds.get(name).toString(), value);
            }
        });
    }

    private void fill(String name, String kind, String value) {
        Locator control = find("main [name='" + name + "']").first();
        switch (kind) {
            case "radio" ->
                find("main [name='" + name + "'][value='" + value + "']").check();
            case "checkbox" -> control.setChecked(Boolean.parseBoolean(value));
            case "select" -> control.selectOption(value);
            case "date" -> control.fill(value);
            default -> type(name, value);
        }
    }

    /** Key by key where a script listens. */
    void type(String name, String value) {
        Locator control = find("main [name='" + name + "']").first();
        control.fill("");
        if (script && value.length() < 30) {
            control.pressSequentially(value);
        } else {
            control.fill(value);
        }
    }

    /** The form's own act, the first visible one. */
    void press(String button) {
        find("main button:visible, main a.btn:visible")
                .filter(new Locator.FilterOptions().setHasText(button))
                .first()
                .press("Enter");
    }

    void save() {
        press(visitor.word("保存并继续", "Save and go on"));
    }

    void attach(String kind) {
        Locator panel = find("#kind-" + kind);
        panel.locator("input[type=file]").setInputFiles(new FilePayload(kind + ".pdf", "application/pdf", PDF));
        panel.locator("button:has-text('" + visitor.word("上传", "Upload") + "')").press("Enter");
        panel.locator("a:has-text('" + kind + ".pdf')").waitFor();
    }

    /** A complete set of answers that the program accepts, as it stands now. */
    JsonNode example() {
        JsonNode example =
                new Caller(port).get("/api/v1/programs/loan-ip-pledge").json().path("example");
        return example.has("apply") ? example.path("apply") : example;
    }

    /** The persona at the API, signed in once in this journey. */
    Caller caller(String login) {
        return callers.computeIfAbsent(login, l -> Caller.api(port, l));
    }

    /** Who must act next in the case, and on what; null while it waits for no person. */
    Turn turn() {
        JsonNode here = caller("firm.a").get("/api/v1/applications/" + no).json();
        Map<String, String> people = Map.of(
                "RECOMMENDER", "park.clerk",
                "APPRAISER", "appraiser",
                "BANK_RM", "bank.a.rm",
                "BANK_REVIEWER", "bank.a.reviewer",
                "BANK_APPROVER", "bank.a.approver",
                "BANK_POSTLOAN", "bank.a.postloan",
                "APPLICANT_OPERATOR", "firm.a",
                "APPLICANT_APPROVER", "firm.a.signer");
        for (JsonNode current : inTurn(here.path("current"))) {
            String step = current.path("step").asText();
            String role = current.path("holder").path("role").asText();
            Iterable<String> candidates =
                    switch (role) {
                        case "BANK_INVESTIGATOR" -> java.util.List.of("bank.a.investigator", "bank.a.rm");
                        case "BANK_PAYER" -> java.util.List.of("bank.a.payer", "bank.a.payer2");
                        case "BANK_DISBURSE_CHECKER" -> java.util.List.of("bank.a.disburser");
                        default -> people.containsKey(role) ? java.util.List.of(people.get(role)) : java.util.List.of();
                    };
            for (String login : candidates) {
                Caller person = caller(login);
                for (JsonNode task :
                        person.get("/api/v1/tasks?box=todo&limit=100").json().path("items")) {
                    if (task.path("applicationNo").asText().equals(no)
                            && task.path("step").asText().equals(step)) {
                        String id = task.path("id").asText();
                        JsonNode example =
                                person.get("/api/v1/tasks/" + id).json().path("example");
                        done.add(step);
                        return new Turn(login, id, step, example);
                    }
                }
            }
        }
        return null;
    }

    /** Of what waits side by side: first what has a deadline and was not done yet, last what comes again and again. */
    private List<JsonNode> inTurn(JsonNode waiting) {
        List<JsonNode> turns = new ArrayList<>();
        waiting.forEach(turns::add);
        turns.sort(Comparator.comparing((JsonNode w) -> !w.path("holder")
                        .path("role")
                        .asText()
                        .equals("RECOMMENDER")) // a claim would end the recommending
                .thenComparing(w -> done.contains(w.path("step").asText()))
                .thenComparing(w -> !w.path("dueAt").isTextual()));
        return turns;
    }

    /** One person's turn, with answers that fit the form. */
    record Turn(String login, String task, String step, JsonNode example) {}

    /** The person opens the task from the inbox and takes it. */
    void take(Turn turn) {
        signIn(turn.login());
        go("/tasks");
        look("inbox");
        find("a[href='/tasks/" + turn.task() + "']").press("Enter");
        arrive("/tasks/" + turn.task());
        Locator claim = find("form[action$='/claim'] button");
        if (claim.count() > 0) {
            look("task, open");
            claim.press("Enter");
            find("form[action$='/completion']").waitFor();
        }
    }

    /** Decides the task that is taken, with this outcome where there is a choice. */
    void decide(Turn turn, String outcome) {
        if (find("#outcome-" + outcome).count() > 0) {
            find("#outcome-" + outcome).check();
        }
        fill(turn.example());
        look("task " + turn.step());
        find("form[action$='/completion'] button.btn-primary").press("Enter");
        find("#error-summary, .lf-alert-good").first().waitFor();
        if (!script && find("#error-summary").count() > 0) {
            // the outcome and the answers have brought up fields that were hidden when this page was made
            lookRefused("task " + turn.step() + ", gaps", 422);
            fill(turn.example());
            find("form[action$='/completion'] button.btn-primary").press("Enter");
        }
        arrive("/tasks");
        assertThat(text(".lf-alert-good")).isNotBlank();
    }

    @Override
    public void close() {
        visitor.close();
    }
}
