package org.lianfu.application.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianfu.shared.Digest;
import org.lianfu.testing.Caller;
import org.lianfu.testing.Caller.Answer;
import org.lianfu.testing.CounterHouse;
import org.lianfu.testing.OnH2;
import org.lianfu.testing.Sheaf;

/** What may be attached, who reads it, and how it is given out. */
@OnH2(shared = "house")
class AttachmentRestTest extends CounterHouse {

    private static final String KIND = "businessLicence";
    private static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String TEXT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    static Stream<Arguments> good() {
        return Stream.of(
                Arguments.of("营业执照.pdf", Sheaf.PDF, "application/pdf"),
                Arguments.of("scan.PNG", Sheaf.PNG, "image/png"),
                Arguments.of("scan.jpeg", Sheaf.JPG, "image/jpeg"),
                Arguments.of("figures.xlsx", Sheaf.xlsx(), SHEET),
                Arguments.of("contents-last.xlsx", Sheaf.xlsxWithItsContentsLast(), SHEET),
                Arguments.of("letter.docx", Sheaf.docx(), TEXT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("good")
    void a_file_is_taken_for_its_content_and_given_back_byte_for_byte(String name, byte[] bytes, String mediaType) {
        String path = draft(Map.of());

        Answer attached = attach(operator, path, KIND, name, bytes);

        assertThat(attached.status()).as(attached.body()).isEqualTo(201);
        JsonNode file = attached.json();
        assertThat(file.path("name").asText()).isEqualTo(name);
        assertThat(file.path("kind").asText()).isEqualTo(KIND);
        assertThat(file.path("size").asLong()).isEqualTo(bytes.length);
        assertThat(file.path("sha256").asText()).isEqualTo(Digest.hex(bytes));
        assertThat(file.path("mediaType").asText()).isEqualTo(mediaType);
        assertThat(operator.download(attached.header("Location"))).isEqualTo(bytes);
        String tag = operator.get(attached.header("Location")).header("ETag");
        assertThat(tag).isEqualTo("\"" + Digest.hex(bytes) + "\"");
        assertThat(operator.get(attached.header("Location"), "If-None-Match", tag)
                        .status())
                .isEqualTo(304);
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of("licence.pdf", Sheaf.EXE, 415, "attachment.type"),
                Arguments.of("licence.pdf", Sheaf.PNG, 415, "attachment.type"),
                Arguments.of("licence.png", Sheaf.PDF, 415, "attachment.type"),
                Arguments.of("page.html", utf8("<script>alert(1)</script>"), 415, "attachment.type"),
                Arguments.of("picture.svg", utf8("<svg xmlns='http://www.w3.org/2000/svg'/>"), 415, "attachment.type"),
                Arguments.of("macros.xlsx", Sheaf.workbookWithMacros(), 415, "attachment.type"),
                Arguments.of("archive.docx", Sheaf.archive(), 415, "attachment.type"),
                Arguments.of("bomb.xlsx", Sheaf.bomb(), 415, "attachment.type"),
                Arguments.of("half.xlsx", java.util.Arrays.copyOf(Sheaf.xlsx(), 60), 415, "attachment.type"),
                Arguments.of("empty.pdf", new byte[0], 422, "attachment.empty"),
                Arguments.of("..", Sheaf.PDF, 422, "attachment.name"),
                Arguments.of(".pdf", Sheaf.PDF, 422, "attachment.name"));
    }

    @ParameterizedTest(name = "{0} {3}")
    @MethodSource("bad")
    void a_file_that_is_not_what_it_says_is_refused_in_both_languages(
            String name, byte[] bytes, int status, String code) {
        String path = draft(Map.of("firmName", "示例轨道配件有限公司"));

        Answer english = attach(operator, path, KIND, name, bytes, "Accept-Language", "en");
        Answer chinese = attach(operator, path, KIND, name, bytes, "Accept-Language", "zh-CN");

        assertThat(english.status()).as(english.body()).isEqualTo(status);
        assertThat(english.json().path("code").asText()).isEqualTo(code);
        assertThat(english.json().path("detail").asText()).isNotBlank().doesNotContainPattern("\\p{IsHan}");
        assertThat(chinese.json().path("detail").asText()).containsPattern("\\p{IsHan}");
        JsonNode left = operator.get(path).json();
        assertThat(left.path("attachments")).isEmpty();
        assertThat(left.path("answers").path("firmName").asText()).isEqualTo("示例轨道配件有限公司");
    }

    @Test
    void a_file_above_twenty_megabytes_is_refused_with_the_limit() {
        String path = draft(Map.of());
        byte[] large = java.util.Arrays.copyOf(Sheaf.PDF, (20 << 20) + 1);

        Answer refused = attach(operator, path, KIND, "large.pdf", large);

        assertThat(refused.status()).as(refused.body()).isEqualTo(413);
        assertThat(refused.json().path("detail").asText()).contains("20");
        assertThat(attach(operator, path, KIND, "just.pdf", java.util.Arrays.copyOf(Sheaf.PDF, 20 << 20))
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 70})
    void a_file_far_beyond_the_limit_gets_a_sentence_too_from_api_and_page(int megabytes) {
        String path = draft(Map.of());
        byte[] huge = java.util.Arrays.copyOf(Sheaf.PDF, megabytes << 20);

        Answer refused = attach(operator, path, KIND, "huge.pdf", huge);
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.json().path("detail").asText()).isNotBlank();

        Caller browser = Caller.browser(port, "firm.a");
        String page = "/applications/" + no(path) + "/documents";
        Map<String, String> fields = Map.of("kind", KIND, "_csrf", browser.csrf(page));
        Answer shown = browser.upload(page, fields, "huge.pdf", huge, "Accept", "text/html");
        assertThat(shown.status()).isEqualTo(413);
        assertThat(shown.body()).containsAnyOf("超过 20 MB 的上限", "过大");
        assertThat(operator.get(path).json().path("attachments")).isEmpty();
    }

    @Test
    void a_kind_that_the_program_does_not_know_is_refused_with_those_it_knows() {
        Answer refused = attach(operator, draft(Map.of()), "diary", "a.pdf", Sheaf.PDF);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("code").asText()).isEqualTo("attachment.kind");
        assertThat(refused.json().path("detail").asText()).contains("diary").contains("patentCertificate");
    }

    @Test
    void the_checklist_says_what_this_very_application_needs_and_why_and_the_submission_asks_for_it() {
        Map<String, Object> coOwned = new java.util.LinkedHashMap<>(example());
        coOwned.put("coOwned", true);
        coOwned.put("coOwnersAgreed", true);
        String path = draft(coOwned);
        assertThat(needed(draft(example()))).containsExactly("businessLicence", "patentCertificate");
        assertThat(needed(path)).containsExactly("businessLicence", "patentCertificate", "coOwnerConsent");
        JsonNode consent = operator.get(path + "/checklist", "Accept-Language", "en")
                .json()
                .path("items")
                .get(2);
        assertThat(consent.path("why").asText()).contains("several owners");
        assertThat(consent.path("clause").asText()).isEqualTo("§11");
        assertThat(consent.path("given").asInt()).isZero();
        String page = Caller.browser(port, "firm.a")
                .get("/applications/" + no(path) + "/documents", "Accept", "text/html")
                .body();
        assertThat(page).contains("专利权为共有的必须提供").contains("（必需）").contains("§11");

        attach(operator, path, "businessLicence", "a.pdf", Sheaf.PDF);
        attach(operator, path, "patentCertificate", "b.pdf", Sheaf.PDF);
        Answer refused = submit(signer, path, key());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").findValuesAsText("pointer"))
                .containsExactly("/attachments/coOwnerConsent");

        attach(operator, path, "coOwnerConsent", "c.pdf", Sheaf.PDF);
        assertThat(operator.get(path + "/checklist").json().at("/items/2/given").asInt())
                .isEqualTo(1);
        assertThat(submit(signer, path, key()).body()).doesNotContain("/attachments/coOwnerConsent");
        assertThat(stranger.get(path + "/checklist").status()).isEqualTo(404);
    }

    private java.util.List<String> needed(String path) {
        java.util.List<String> kinds = new java.util.ArrayList<>();
        operator.get(path + "/checklist").json().path("items").forEach(item -> {
            if (item.path("required").asBoolean()) {
                kinds.add(item.path("kind").asText());
            }
        });
        return kinds;
    }

    @Test
    void it_is_given_out_as_attachment_only_and_nothing_in_it_may_run() {
        String path = draft(Map.of());
        String file = attach(operator, path, KIND, "营业执照 正本.pdf", Sheaf.PDF).header("Location");

        Answer got = operator.get(file);

        assertThat(got.status()).isEqualTo(200);
        String disposition = got.header("Content-Disposition");
        assertThat(disposition).startsWith("attachment;");
        assertThat(URLDecoder.decode(disposition, StandardCharsets.UTF_8)).contains("营业执照");
        assertThat(got.header("Content-Security-Policy")).contains("sandbox");
        assertThat(got.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(got.header("Content-Type")).startsWith("application/pdf");
    }

    @Test
    void another_firm_neither_reads_nor_adds_nor_takes_away() {
        String path = draft(Map.of());
        String file = attach(operator, path, KIND, "a.pdf", Sheaf.PDF).header("Location");

        assertThat(stranger.get(file).status()).isEqualTo(404);
        assertThat(attach(stranger, path, KIND, "b.pdf", Sheaf.PDF).status()).isEqualTo(404);
        assertThat(stranger.send("DELETE", file, null).status()).isEqualTo(404);
        assertThat(operator.get(path).json().path("attachments")).hasSize(1);
    }

    @Test
    void a_file_may_be_taken_away_until_it_is_filed() {
        String path = ready();
        String extra = attach(operator, path, "other", "extra.pdf", Sheaf.PDF).header("Location");
        assertThat(operator.send("DELETE", extra, null).status()).isEqualTo(204);
        assertThat(operator.get(extra).status()).isEqualTo(404);

        assertThat(submit(signer, path, key()).status()).isEqualTo(200);

        String filed = path + "/attachments/"
                + operator.get(path)
                        .json()
                        .path("attachments")
                        .get(0)
                        .path("id")
                        .asText();
        assertThat(operator.send("DELETE", filed, null).status()).isEqualTo(409);
        assertThat(attach(operator, path, "other", "late.pdf", Sheaf.PDF).status())
                .isEqualTo(409);
        assertThat(operator.get(filed).status()).isEqualTo(200);
    }
}
