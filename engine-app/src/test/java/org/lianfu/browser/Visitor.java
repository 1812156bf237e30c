package org.lianfu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody who looks at pages and notices what is wrong with them: breaches of the content security policy, errors in the
 * console, text that runs out of the screen, words without translation, barriers that axe finds.
 */
final class Visitor implements AutoCloseable {

    private static final String LISTEN = "window.__csp = []; document.addEventListener('securitypolicyviolation', e =>"
            + " window.__csp.push(e.effectiveDirective + ' ' + e.blockedURI + ' ' + e.sourceFile + ':' + e.lineNumber));";
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final String AXE = "tags => axe.run(document,"
            + " {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations'], iframes: false})"
            + ".then(seen => seen.violations.map(rule => rule.id + ' (' + rule.impact + '): '"
            + " + rule.nodes[0].html + ' ' + rule.nodes[0].failureSummary))";
    private static final int SHOT_HEIGHT = 2200;

    final Page page;
    final String language;
    final int width;
    private final BrowserContext context;
    private final BrowserContext reader;
    private Page copy;
    private String drawn;
    private final List<String> console = new ArrayList<>();

    /**
     * @param context what the visitor walks in; where it runs no scripts, a breach of the policy is still written to the
     *     console
     * @param reader where scripts run, for axe; null when they do in {@code context}
     */
    Visitor(BrowserContext context, BrowserContext reader, String language, int width) {
        this.context = context;
        this.language = language;
        this.width = width;
        this.reader = reader;
        context.addInitScript(LISTEN);
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if ("error".equals(message.type()) || "warning".equals(message.type())) {
                console.add(message.type() + ": " + message.text());
            }
        });
        page.onPageError(error -> console.add("uncaught: " + error));
    }

    boolean english() {
        return language.startsWith("en");
    }

    /** The word of this visitor's language. */
    String word(String zh, String en) {
        return english() ? en : zh;
    }

    void go(String url) {
        page.navigate(url);
    }

    Locator button(String name) {
        return page.locator("button, a.btn")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first();
    }

    /** What this page did wrong so far; looking at it forgets it. */
    void assertQuiet(String where) {
        Object breaches = page.evaluate("() => { const seen = window.__csp || []; window.__csp = []; return seen; }");
        assertThat((List<?>) breaches)
                .as("breaches of the security policy on " + where)
                .isEmpty();
        assertThat(console).as("console on " + where).isEmpty();
    }

    /** The browser's own line about a page that was answered with this status is no fault of the page that shows it. */
    void expectStatus(int status) {
        console.removeIf(line -> line.contains("the server responded with a status of " + status));
    }

    void assertFits(String where) {
        Object wider = page.evaluate("() => { const e = document.scrollingElement; const limit = e.clientWidth;"
                + " if (e.scrollWidth <= limit) return '';"
                + " return [...document.querySelectorAll('body *')].filter(x => x.getBoundingClientRect().right > limit + 1)"
                + ".slice(0, 5).map(x => x.tagName + '.' + x.className).join(', ') || 'page'; }");
        assertThat(wider)
                .as("runs out of the screen on " + where + " at " + width)
                .isEqualTo("");
    }

    /** On a narrow screen a row of a table is a card whose heading has the whole width. */
    void assertStacked(String where) {
        Object beside = page.evaluate("() => innerWidth > 640 ? [] : [...document.querySelectorAll('.lf-head-cell')]"
                + ".filter(cell => getComputedStyle(cell).display !== 'block').map(cell => cell.innerText)");
        assertThat((List<?>) beside)
                .as("headings squeezed on " + where + " at " + width)
                .isEmpty();
    }

    /** The picture begins where the case is, large enough to read, and what is connected to that step is not cut. */
    void assertPictured(String where) {
        Object wrong = page.evaluate("() => [...document.querySelectorAll('[data-drawn]')].flatMap(box => {"
                + " const size = box.querySelector('.viewport').getCTM().a; const frame = box.getBoundingClientRect();"
                + " const cut = (box.dataset.current ? ['bankClaim', 'investigate', 'decideCredit'] : ['start', 'bankClaim'])"
                + "  .filter(id => { const shape = box.querySelector('[data-element-id=' + id + '] .djs-visual');"
                + "   const r = shape.getBoundingClientRect();"
                + "   return r.left < frame.left || r.right > frame.right || r.top < frame.top || r.bottom > frame.bottom; });"
                + " return size < 0.6 ? cut.concat('size ' + size) : cut; })");
        assertThat((List<?>) wrong)
                .as("cut or too small in the picture on " + where + " at " + width)
                .isEmpty();
    }

    /** No key stands where a sentence belongs, and no Chinese where an English reader cannot skip it. */
    void assertWorded(String where) {
        String text = page.locator("body").innerText();
        assertThat(text).as("keys shown on " + where).doesNotContainPattern("\\?\\?|\\b(portal|refusal|fault)\\.[a-z]");
    }

    void assertAccessible(String where) {
        if (reader == null) {
            analyse(page, where);
            return;
        }
        // axe is a script itself: it reads a copy of the page, with the same styles and no script of the page's own
        drawn = page.content();
        if (copy == null) {
            copy = reader.newPage();
            copy.route("**/*", this::hand);
        }
        copy.navigate(page.url().replaceFirst("#.*", ""));
        analyse(copy, where);
    }

    private void hand(Route route) {
        if (route.request().isNavigationRequest()) {
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("text/html; charset=utf-8")
                    .setBody(drawn));
        } else if (route.request().resourceType().equals("script")) {
            route.abort();
        } else {
            route.resume();
        }
    }

    /** Only what is wrong is brought back: the list of what is right is many times the page, and takes longer than the look. */
    private static void analyse(Page page, String where) {
        page.evaluate(AxeBuilder.getAxeScript());
        Object found = page.evaluate(AXE, WCAG);
        assertThat((List<?>) found).as("axe on " + where).isEmpty();
    }

    /** The top of the page as it looks, for docs/look. */
    void shoot(Path file) throws IOException {
        int height = ((Number) page.evaluate("() => document.documentElement.scrollHeight")).intValue();
        byte[] png = page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setClip(0, 0, width, Math.min(height, SHOT_HEIGHT)));
        Files.write(file, Palette.reduce(png));
    }

    @Override
    public void close() {
        context.close();
        if (reader != null) {
            reader.close();
        }
    }
}
