package org.lianfu.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.api.Test;
import org.lianfu.http.Messages;
import org.lianfu.testing.PdfRead;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** What leaves the press, read back as its reader has it. */
class PressTest {

    private static final String ADDRESS = "http://localhost:8080/verify/IPP-2026-430204-000001/7/" + "ab".repeat(32);

    private final Typeface typeface = new Typeface();
    private final Press press = press(typeface);

    static Press press(Typeface typeface) {
        ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
        files.setPrefix("templates/");
        files.setSuffix(".html");
        files.setTemplateMode("HTML");
        SpringTemplateEngine templates = new SpringTemplateEngine();
        templates.setTemplateResolver(files);
        templates.setTemplateEngineMessageSource(new Messages());
        return new Press(templates, typeface);
    }

    private static Sheet sheet(String applicant) {
        return new Sheet(
                "zh-CN",
                "申请回执",
                "IPP-2026-430204-000001/receipt-7",
                "示例银行甲",
                "已收到申请。",
                List.of(new Sheet.Part("申请信息", List.of(Sheet.Line.of("申请人", applicant)))),
                List.of("本回执不是审批结果。"),
                new Sheet.Proof(
                        "IPP-2026-430204-000001",
                        7,
                        "ab".repeat(32),
                        "2026-11-24 10:00:00",
                        "D:20261124100000+08'00'",
                        ADDRESS,
                        QrCode.of(ADDRESS)),
                List.of());
    }

    @Test
    void chinese_is_printed_with_the_typeface_of_the_house_inside() {
        byte[] pdf = press.print(sheet("株洲示例轨道部件有限公司 喆镕堃旸珺 <b>&amp; \"x\""));

        assertThat(PdfRead.words(pdf))
                .contains("申请回执")
                .contains("株洲示例轨道部件有限公司喆镕堃旸珺<b>&amp;\"x\"")
                .contains("存证链第7条")
                .contains("ab".repeat(32));
        assertThat(PdfRead.typefaces(pdf))
                .as("one typeface, embedded, only the glyphs in use")
                .singleElement()
                .asString()
                .matches("[A-Z]{6}\\+WenQuanYiMicroHei");
        assertThat(pdf.length).as("bytes of the whole file").isLessThan(200_000);
    }

    @Test
    void what_has_no_glyph_is_named_where_it_stands_and_below() {
        byte[] pdf = press.print(sheet("𠮷野示例部件\u202e有限公司\u0007"));

        String words = PdfRead.words(pdf);
        assertThat(words)
                .contains("〔U+20BB7〕野示例部件〔U+202E〕有限公司〔U+0007〕")
                .contains("本文书的字体没有下列字符")
                .contains("〔U+0007〕〔U+202E〕〔U+20BB7〕")
                .doesNotContain("#");
        assertThat(PdfRead.words(press.print(sheet("示例")))).doesNotContain("没有下列字符");
    }

    /** The typeface has glyphs for these, and nothing is drawn in them. */
    @Test
    void what_would_be_left_out_is_named() {
        assertThat(PdfRead.words(press.print(sheet("25℃ lǎo 第Ⅴ章　Ⅲ"))))
                .contains("25〔U+2103〕l〔U+01CE〕o第〔U+2164〕章")
                .contains("Ⅲ");
    }

    @Test
    void whatever_is_printed_is_seen() throws Exception {
        try (InputStream file = typeface.open();
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
            CmapLookup codes = font.getUnicodeCmapLookup();
            List<String> blank = new ArrayList<>();
            for (int c = '!'; c <= 0x3ffff; c++) {
                String text = Character.toString(c);
                if (!Character.isSpaceChar(c) && typeface.missing(text).isEmpty()) {
                    GlyphData glyph = font.getGlyph().getGlyph(codes.getGlyphId(c));
                    if (glyph == null || glyph.getNumberOfContours() == 0) {
                        blank.add(Typeface.name(c));
                    }
                }
            }
            assertThat(blank).isEmpty();
        }
    }

    @Test
    void every_character_of_the_two_planes_is_printed_or_named() {
        StringBuilder text = new StringBuilder();
        StringBuilder expected = new StringBuilder();
        for (int c = 0x3400; c <= 0x9fff; c += 97) {
            text.appendCodePoint(c);
        }
        for (int c = 0x20000; c < 0x30000; c += 1999) {
            text.appendCodePoint(c);
        }
        text.codePoints()
                .forEach(c -> expected.append(
                        typeface.missing(Character.toString(c)).isEmpty() ? Character.toString(c) : Typeface.name(c)));

        String words = PdfRead.words(press.print(sheet(text.toString())));

        assertThat(words).contains(expected).doesNotContain("#");
    }

    @Test
    void the_code_says_where_to_check() {
        assertThat(PdfRead.code(press.print(sheet("示例")))).isEqualTo(ADDRESS);
    }

    @Test
    void the_same_sheet_gives_the_same_bytes() throws Exception {
        byte[] first = press.print(sheet("示例甲"));
        Thread.sleep(1100);
        assertThat(press.print(sheet("示例甲"))).isEqualTo(first);
        assertThat(press(new Typeface()).print(sheet("示例甲"))).isEqualTo(first);
        assertThat(press.print(sheet("示例乙"))).isNotEqualTo(first);
    }
}
