package org.lianfu.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Route;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever looks at pages must notice what is wrong with them, else nothing that is looked at has been shown. */
class VisitorTest {

    private static final String URL = "http://lianfu.test/";
    private static Browser browser;

    @BeforeAll
    static void open() {
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    private static Visitor at(String body, boolean script) {
        Visitor visitor = browser.visitor("en", 360, script);
        String html = "<!DOCTYPE html><html lang=\"en\"><head><title>t</title><link rel=\"icon\" href=\"data:,\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"></head><body><main><h1>t</h1>" + body
                + "</main></body></html>";
        visitor.page.route(
                "**/*",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html; charset=utf-8")
                        .setHeaders(Map.of(
                                "Content-Type", "text/html; charset=utf-8", "Content-Security-Policy", GalleryApp.CSP))
                        .setBody(html)));
        visitor.go(URL);
        return visitor;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPageWithNothingWrongPasses(boolean script) {
        try (Visitor visitor = at("<p>fine</p>", script)) {
            visitor.assertQuiet("good");
            visitor.assertFits("good");
            visitor.assertWorded("good");
            visitor.assertAccessible("good");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aBreachOfThePolicyIsNoticed(boolean script) {
        try (Visitor visitor = at("<p style=\"color:red\">styled by hand</p>", script)) {
            visitor.page.waitForTimeout(300);
            assertThatThrownBy(() -> visitor.assertQuiet("bad")).isInstanceOf(AssertionError.class);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aBarrierIsNoticed(boolean script) {
        try (Visitor visitor = at("<form><input type=\"text\" name=\"nameless\"></form>", script)) {
            assertThatThrownBy(() -> visitor.assertAccessible("bad"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("label");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void textThatRunsOutOfTheScreenIsNoticed(boolean script) {
        try (Visitor visitor = at("<pre>" + "wide ".repeat(100) + "</pre>", script)) {
            assertThatThrownBy(() -> visitor.assertFits("bad")).isInstanceOf(AssertionError.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"??portal.title_en??", "portal.title", "refusal.task.claimed"})
    void aKeyInPlaceOfASentenceIsNoticed(String text) {
        try (Visitor visitor = at("<p>" + text + "</p>", true)) {
            assertThat(visitor.page.title()).isEqualTo("t");
            assertThatThrownBy(() -> visitor.assertWorded("bad")).isInstanceOf(AssertionError.class);
        }
    }
}
