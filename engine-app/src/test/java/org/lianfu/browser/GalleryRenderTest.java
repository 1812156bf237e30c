package org.lianfu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Every template renders with its record, in both languages, without a browser. */
@SpringBootTest(classes = GalleryApp.class, properties = "camunda.bpm.enabled=false")
@AutoConfigureMockMvc
class GalleryRenderTest {

    @Autowired
    private MockMvc mvc;

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void everyTemplateRendersWithItsRecord(String language) throws Exception {
        for (String name : Gallery.EXHIBITS) {
            String html = mvc.perform(MockMvcRequestBuilders.get("/gallery/" + name)
                            .queryParam("lang", language)
                            .header("Accept", "text/html"))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            assertThat(html)
                    .as(name)
                    .startsWith("<!DOCTYPE html>")
                    .endsWith("</html>\n")
                    .doesNotContain("th:");
            assertThat(html).as(name).contains("<html lang=\"" + language + "\">");
        }
    }
}
