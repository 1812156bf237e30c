package org.lianfu.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianfu.directory.Directory;
import org.lianfu.directory.DirectoryImport;
import org.lianfu.http.Idempotent;
import org.lianfu.program.Manifest;
import org.lianfu.program.Programs;
import org.lianfu.shared.Actor;
import org.lianfu.testing.Caller;
import org.lianfu.testing.Caller.Answer;
import org.lianfu.testing.PdfRead;
import org.lianfu.testing.Sheaf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Names with a character outside the first plane (U+20BB7, common in family names): typed, kept, shown whole, and named by a
 * document whose typeface lacks it.
 */
abstract class RareNameContract extends LoanHouse {

    private static final String USCC = "91430200MA4RARE14G";
    private static final String FIRM = "株洲𠮷野示例部件有限公司";
    private static final String PERSON = "𠮷野示例";
    private static final String PATENT = "ZL202310123456.6";
    private static final String HTML = "text/html";

    private static final String ROSTER = """
            firms:
              - uscc: %1$s
                name: {zh: %2$s, en: "Zhuzhou 𠮷no Example Parts Co."}
                legalRep: %3$s
                region: 430204
                park: ZZ_HTZ
                regStatus: 存续
                established: 2016-05-18
                sizeClass: 小
                annualSales: 86000000.00
                taxGrade: A
                muGrade: B
                dishonest: false
                inChain: true
                source: 演示数据
                checkedAt: 2026-11-01T09:00:00+08:00
            people:
              - login: firm.rare
                org: FIRM_%1$s
                name: {zh: %3$s, en: 𠮷no Shili}
                roles: [APPLICANT_OPERATOR]
                says: {zh: 我是𠮷野, en: I am 𠮷no}
              - login: firm.rare.signer
                org: FIRM_%1$s
                name: {zh: %3$s, en: 𠮷no Shili}
                roles: [APPLICANT_APPROVER]
                says: {zh: 我是𠮷野, en: I am 𠮷no}
            """.formatted(USCC, FIRM, PERSON);

    @LocalServerPort
    int port;

    @Autowired
    DirectoryImport imports;

    @Autowired
    Directory directory;

    @Autowired
    Programs programs;

    @BeforeEach
    void theFirm() {
        imports.load(ROSTER, true, Actor.SYSTEM);
        sql.update("update crd_sim_patent set owner_uscc = ? where no = ?", USCC, PATENT);
    }

    @Test
    void a_rare_name_is_accepted_kept_and_shown_whole_and_the_document_names_the_character() {
        Caller page = Caller.browser(port, "firm.rare");
        Caller api = Caller.api(port, "firm.rare");
        assertThat(directory.firm(USCC).orElseThrow().name()).isEqualTo(FIRM);
        assertThat(page.get("/", "Accept", HTML).body()).contains(PERSON);

        String path = draft(api);
        String no = path.substring(path.lastIndexOf('/') + 1);
        String section = section(page, no);
        Answer typed = page.submit(
                section, section, firmSection(page.get(section, "Accept", HTML).body()));
        assertThat(typed.status()).as(typed.body()).isEqualTo(302);
        assertThat(page.get(section, "Accept", HTML).body())
                .contains("value=\"" + FIRM + "\"")
                .contains("value=\"" + PERSON + "\"");
        assertThat(api.get(path).json().path("answers").path("contactName").asText())
                .isEqualTo(PERSON);

        submit(path);

        assertThat(sql.queryForObject("select applicant_name from app_application where no = ?", String.class, no))
                .isEqualTo(FIRM);
        assertThat(api.get(path).json().path("applicant").path("name").asText()).isEqualTo(FIRM);
        assertThat(page.get("/cases/" + no, "Accept", HTML).body()).contains(FIRM, PERSON, "营业执照𠮷.pdf");
        assertThat(page.get("/cases", "Accept", HTML).body()).contains(no);
        assertThat(Caller.browser(port, "bank.a.rm")
                        .get("/tasks", "Accept", HTML)
                        .body())
                .contains(FIRM);

        String receipt = api.get(path + "/documents")
                .json()
                .path("items")
                .get(0)
                .path("id")
                .asText();
        String words = PdfRead.words(api.download(path + "/documents/" + receipt));
        assertThat(words)
                .contains("申请人株洲〔U+20BB7〕野示例部件有限公司")
                .contains("营业执照〔U+20BB7〕.pdf")
                .contains("本文书的字体没有下列字符")
                .doesNotContain("#", "𠮷");
        assertThat(PdfRead.text(api.download(path + "/documents/" + receipt, "Accept-Language", "en")))
                .contains("lacks the following characters", "〔U+20BB7〕");
    }

    private String draft(Caller api) {
        Map<String, Object> answers =
                new LinkedHashMap<>(programs.newest(LoanCase.PROGRAM).example().get(Manifest.APPLY));
        answers.putAll(Map.of("uscc", USCC, "patentNo", PATENT));
        Answer begun = api.post("/api/v1/applications", json(Map.of("program", LoanCase.PROGRAM, "answers", answers)));
        assertThat(begun.status()).as(begun.body()).isEqualTo(201);
        String path = begun.header("Location");
        for (Manifest.Document document :
                programs.newest(LoanCase.PROGRAM).manifest().documents()) {
            Answer added = api.upload(path + "/attachments", Map.of("kind", document.kind()), "营业执照𠮷.pdf", Sheaf.PDF);
            assertThat(added.status()).as(added.body()).isEqualTo(201);
        }
        return path;
    }

    private static Map<String, String> firmSection(String body) {
        Matcher edition =
                Pattern.compile("name=\"edition\"[^>]*value=\"(\\d+)\"").matcher(body);
        assertThat(edition.find()).isTrue();
        return Map.of(
                "edition",
                edition.group(1),
                "firmName",
                FIRM,
                "uscc",
                USCC,
                "contactName",
                PERSON,
                "contactPhone",
                "13800000001",
                "annualSales",
                "86000000.00",
                "employees",
                "120");
    }

    private static String section(Caller page, String no) {
        Matcher section = Pattern.compile("/applications/" + no + "/s/[^\"]+")
                .matcher(page.get("/applications/" + no, "Accept", HTML).body());
        assertThat(section.find()).isTrue();
        return section.group();
    }

    private void submit(String path) {
        Answer done = Caller.api(port, "firm.rare.signer")
                .post(path + "/submission", "{}", Idempotent.HEADER, "rare-" + path.hashCode());
        assertThat(done.status()).as(done.body()).isEqualTo(200);
    }

    private static String json(Object value) {
        return org.lianfu.shared.Json.write(value);
    }
}
