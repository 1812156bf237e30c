package org.lianfu.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One chromium for a test class, the system's own: Playwright downloads nothing. */
final class Browser implements AutoCloseable {

    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    Browser() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setHeadless(true)
                        .setArgs(FLAGS));
    }

    private static Path executable() {
        String given = System.getenv("LIANFU_TEST_CHROMIUM");
        return Stream.of(given, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .filter(path -> path != null && Files.isExecutable(Path.of(path)))
                .map(Path::of)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no chromium found: install it (Debian: apt install chromium fonts-noto-cjk), or name it in"
                                + " LIANFU_TEST_CHROMIUM"));
    }

    /** A visitor of one's own, with cookies of one's own: {@code language} is zh-CN or en. */
    Visitor visitor(String language, int width) {
        return visitor(language, width, true);
    }

    Visitor visitor(String language, int width, boolean javaScript) {
        BrowserContext reader = javaScript ? null : context(language, width, true);
        return new Visitor(context(language, width, javaScript), reader, language, width);
    }

    private BrowserContext context(String language, int width, boolean javaScript) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale(language)
                .setTimezoneId("Asia/Shanghai")
                .setJavaScriptEnabled(javaScript)
                .setViewportSize(width, width < 600 ? 740 : 900));
        // generous: a condition that holds ends the wait, a busy machine does not
        context.setDefaultTimeout(60_000);
        return context;
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
