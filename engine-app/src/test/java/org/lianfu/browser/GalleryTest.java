package org.lianfu.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every page, in both languages and at both widths: no breach of the policy, no error, no barrier, nothing cut off. */
@SpringBootTest(
        classes = GalleryApp.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "camunda.bpm.enabled=false")
class GalleryTest {

    /** Where screenshots go when asked for with -Dlianfu.look=docs/look; else none are made. */
    private static final String SHOTS = System.getProperty("lianfu.look", "");

    private static Browser browser;

    @LocalServerPort
    private int port;

    @BeforeAll
    static void open() {
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @ParameterizedTest(name = "{0} at {1} px")
    @CsvSource({"zh-CN,1440", "zh-CN,360", "en,1440", "en,360"})
    @DisplayName("every page is quiet, fits, is worded and has no barrier")
    void everyPage(String language, int width) throws Exception {
        try (Visitor visitor = browser.visitor(language, width)) {
            for (String name : Gallery.EXHIBITS) {
                String where = name + " " + language;
                visitor.go("http://localhost:" + port + "/gallery/" + name);
                if (visitor.page.locator("[data-diagram]").count() > 0) {
                    visitor.page
                            .locator("details:has([data-diagram]) > summary")
                            .first()
                            .click();
                    visitor.page.locator("[data-drawn]").first().waitFor();
                    visitor.assertPictured(where);
                }
                visitor.assertQuiet(where);
                visitor.assertFits(where);
                visitor.assertStacked(where);
                visitor.assertWorded(where);
                visitor.assertAccessible(where);
                if (!SHOTS.isEmpty()) {
                    Path folder = Path.of(SHOTS);
                    Files.createDirectories(folder);
                    visitor.shoot(
                            folder.resolve(name + "-" + (visitor.english() ? "en" : "zh") + "-" + width + ".png"));
                }
            }
        }
    }
}
