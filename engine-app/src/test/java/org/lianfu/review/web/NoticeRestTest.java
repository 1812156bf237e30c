package org.lianfu.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianfu.http.Idempotent;
import org.lianfu.testing.Caller;
import org.lianfu.testing.Caller.Answer;
import org.lianfu.testing.CounterHouse;
import org.lianfu.testing.OnH2;

/** Holiday notices over REST: what is wrong with a file is said in sentences, and what is right is looked at, then loaded. */
@OnH2
class NoticeRestTest extends CounterHouse {

    private static final String URL = "https://example.invalid/2027";
    private static final String COLUMNS = "date,kind,name,notice_year,notice_url\n";

    private Caller admin;

    @BeforeEach
    void administrator() {
        admin = Caller.api(port, "sysadmin");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2027-02-30,OFF,元旦            | notice.date            | "2027-02-30" is no date
            2028-01-01,OFF,元旦            | notice.outside         | 2028-01-01 is not in 2027
            2026-11-30,OFF,元旦            | notice.outside         | 2026-11-30 is not in 2027
            2027-01-01,OFF,元旦            | notice.twice           | 2027-01-01 stands twice, in lines 2 and 8
            2027-02-10,WORK,春节           | notice.work-on-weekday | it is a Monday to Friday anyway
            2027-02-10,FREE,春节           | notice.kind            | the kind "FREE" must be OFF
            2027-02-10,OFF,                | notice.name            | no name of the holiday
            """)
    void a_line_that_makes_no_sense_is_named(String line, String code, String sentence) {
        Answer refused = preview(file() + line.strip() + ",2027," + URL + "\n");
        assertThat(refused.status()).isEqualTo(422);
        JsonNode error = refused.json().path("errors").path(0);
        assertThat(error.path("code").asText()).isEqualTo(code);
        assertThat(error.path("message").asText()).contains(sentence);
        assertThat(refused.json().path("errors")).hasSize(1);
    }

    @Test
    void a_file_that_is_none_is_refused_as_a_whole() {
        fault("notice.empty", new byte[0], card());
        fault("notice.empty", utf8("# nothing\n\n"), card());
        fault("notice.no-days", utf8(COLUMNS), card());
        fault("notice.columns", utf8("day,kind,name,notice_year,notice_url\n2027-01-01,OFF,x,2027,u\n"), card());
        fault("notice.cells", utf8(COLUMNS + "2027-01-01,OFF\n"), card());
        fault("notice.encoding", file().getBytes(Charset.forName("GBK")), card());
        fault("notice.large", new byte[70_000], card());
        fault("notice.two-years", utf8(file() + "2028-01-01,OFF,元旦,2028," + URL + "\n"), card());
        fault("notice.year-range", utf8(file().replace("2027", "2025")), card("url", URL.replace("2027", "2025")));
        fault("notice.year-range", utf8(file().replace("2027", "2034")), card("url", URL.replace("2027", "2034")));
        fault("notice.holiday-missing", utf8(file().replaceAll("2027-10-0[1-3].*\n", "")), card());
        fault("notice.other-url", utf8(file()), card("url", "https://example.invalid/other"));
        fault("notice.number", utf8(file()), card("number", " "));
        fault("notice.issued", utf8(file()), card("issuedOn", "2026-11-25"));
        fault("notice.url", utf8(file()), card("url", "gov.cn"));
    }

    @Test
    void a_notice_is_looked_at_then_loaded_once_and_never_twice() {
        String path = submitted();
        byte[] withMark = utf8("\uFEFF" + file());

        Answer seen = admin.upload("/api/v1/calendar/notices/preview", card(), "2027.csv", withMark);

        assertThat(seen.status()).as(seen.body()).isEqualTo(200);
        assertThat(seen.json().path("replaced").path("kind").asText()).isEqualTo("PROVISIONAL");
        assertThat(seen.json().path("days").findValuesAsText("date")).contains("2027-02-08", "2027-02-09");
        Map<String, String> asked = card();
        asked.put("replaces", seen.json().path("replaces").asText());
        assertThat(load(asked, withMark, null).status())
                .as("no key of one's own")
                .isEqualTo(400);
        String key = key();
        Answer loaded = load(asked, withMark, key);
        assertThat(loaded.status()).as(loaded.body()).isEqualTo(201);
        assertThat(loaded.json().path("year").path("number").asText()).isEqualTo(card().get("number"));
        assertThat(load(asked, withMark, key).body()).isEqualTo(loaded.body());

        Answer late = load(asked, withMark, key());
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().path("detail").asText()).contains("sysadmin loaded \"示例〔2026〕1号\" at 2026-11-24T01:00");
        Answer again = preview(file());
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().path("detail").asText()).contains("2027", "示例〔2026〕1号");
        assertThat(admin.get("/api/v1/calendar/years").json().path("items").findValuesAsText("version"))
                .contains("2027.2", "2028.1");
        assertThat(operator.get(path).status()).isEqualTo(200);
    }

    private void fault(String code, byte[] file, Map<String, String> card) {
        Answer refused = admin.upload("/api/v1/calendar/notices/preview", card, "n.csv", file, "Accept-Language", "en");
        assertThat(refused.status()).as(code + " " + refused.body()).isEqualTo(422);
        assertThat(refused.json().path("errors").findValuesAsText("code")).contains(code);
        assertThat(refused.json().path("errors").findValuesAsText("message"))
                .allMatch(message -> message.endsWith(".") && !message.contains("{"));
    }

    private Answer preview(String file) {
        return admin.upload("/api/v1/calendar/notices/preview", card(), "n.csv", utf8(file), "Accept-Language", "en");
    }

    private Answer load(Map<String, String> asked, byte[] file, String key) {
        String[] headers = key == null
                ? new String[] {"Accept-Language", "en"}
                : new String[] {"Accept-Language", "en", Idempotent.HEADER, key};
        return admin.upload("/api/v1/calendar/notices", asked, "n.csv", file, headers);
    }

    private static Map<String, String> card(String... other) {
        Map<String, String> card = new LinkedHashMap<>();
        card.put("number", "示例〔2026〕1号");
        card.put("issuedOn", "2026-11-20");
        card.put("url", URL);
        for (int i = 0; i < other.length; i += 2) {
            card.put(other[i], other[i + 1]);
        }
        return card;
    }

    private static String file() {
        StringBuilder file = new StringBuilder(COLUMNS);
        for (String day : new String[] {"01-01", "05-01", "05-02", "10-01", "10-02", "10-03"}) {
            file.append("2027-").append(day).append(",OFF,元旦,2027,").append(URL).append('\n');
        }
        return file.toString();
    }
}
