package org.lianfu.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianfu.form.TestForms.answers;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianfu.shared.Fault;

class FormCheckTest {

    private final Form form = TestForms.loan();

    private Checked check(Map<String, Object> typed) {
        return form.check(typed, TestForms.DECISIONS);
    }

    private static List<String> codes(Checked checked) {
        return checked.faults().stream()
                .map(fault -> fault.pointer() + " " + fault.code())
                .toList();
    }

    @Test
    void right_answers_are_typed_once() {
        Map<String, Object> typed = answers();
        typed.put("share", "12.50%");
        typed.put("from", "2026-03-05");
        typed.put("security", List.of("INSURANCE", "GUARANTEE"));
        Checked checked = check(typed);
        assertThat(checked.faults()).isEmpty();
        assertThat(checked.answers())
                .containsEntry("amount", 30_000_000L)
                .containsEntry("months", 12L)
                .containsEntry("share", new BigDecimal("12.5"))
                .containsEntry("from", "2026-03-05")
                .containsEntry("security", List.of("GUARANTEE", "INSURANCE"))
                .containsEntry("agree", true)
                .containsEntry(
                        "pledge", Map.of("rights", List.of(Map.of("type", "PATENT", "number", "ZL200310102344.5"))));
    }

    @Test
    void all_faults_come_at_once_in_the_order_of_the_form() {
        Checked checked = check(Map.of(
                "uscc", "9143020OMA4TE5T13J",
                "legalId", "430202199003071011",
                "amount", "三十万",
                "months", "12.5",
                "use", "PARTY",
                "pledge", Map.of("rights", List.of(Map.of("type", "PATENT", "code", "x1")))));
        assertThat(codes(checked))
                .containsExactly(
                        "/name required",
                        "/uscc uscc.character",
                        "/legalId personId.check-digit",
                        "/amount money",
                        "/months integer",
                        "/use option",
                        "/agree required.checkbox",
                        "/pledge/rights/0/number required",
                        "/pledge/rights/0/code pattern.hint");
        assertThat(checked.ok()).isFalse();
    }

    @Test
    void a_fault_says_where_in_both_languages() {
        Checked checked = check(answers(
                "pledge",
                Map.of(
                        "rights",
                        List.of(Map.of("type", "PATENT", "number", "ZL200310102344.5"), Map.of("type", "PATENT")))));
        Fault fault = checked.faults().get(0);
        assertThat(fault.pointer()).isEqualTo("/pledge/rights/1/number");
        assertThat(fault.arguments())
                .containsEntry("label", "知识产权第 2 项 · 专利号")
                .containsEntry("labelEn", "Patent number (IP rights, no. 2)");
    }

    @Test
    void a_wrong_check_digit_of_a_credit_code_warns_and_keeps_the_answer() {
        Checked checked = check(answers("uscc", "91430200MA4TE5T13K"));
        assertThat(checked.faults())
                .extracting(Fault::code, Fault::warning)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("uscc.check-digit", true));
        assertThat(checked.ok()).isTrue();
        assertThat(checked.answers()).containsEntry("uscc", "91430200MA4TE5T13K");
    }

    @Test
    void what_is_hidden_gives_no_value_and_no_fault() {
        Checked hidden = check(answers("otherUse", "x".repeat(99)));
        assertThat(hidden.faults()).isEmpty();
        assertThat(hidden.answers()).doesNotContainKey("otherUse");
        assertThat(hidden.hidden()).contains("f-otherUse");
        assertThat(codes(check(answers("use", "OTHER")))).containsExactly("/otherUse required");
    }

    @Test
    void a_condition_inside_a_list_reads_its_own_row() {
        Checked checked =
                check(answers("pledge", Map.of("rights", List.of(Map.of("type", "MARK"), Map.of("type", "PATENT")))));
        assertThat(codes(checked)).containsExactly("/pledge/rights/1/number required");
        assertThat(checked.hidden()).contains("f-pledge-rights-0-number").doesNotContain("f-pledge-rights-1-number");
    }

    @Test
    void an_empty_row_is_no_row_and_the_others_keep_their_number() {
        Map<String, Object> empty = Map.of("type", "", "number", " ", "code", "");
        Checked checked = check(answers("pledge", Map.of("rights", List.of(empty, Map.of("type", "X")))));
        assertThat(codes(checked)).containsExactly("/pledge/rights/1/type option");
        assertThat(codes(check(answers("pledge", Map.of("rights", List.of(empty))))))
                .containsExactly("/pledge/rights rows.few");
        assertThat(codes(check(answers("pledge", Map.of("rights", List.of(empty, empty, empty, empty))))))
                .containsExactly("/pledge/rights rows.many");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "300000|30000000",
                "300000.5|30000050",
                " 300 000.00 |30000000",
                "300,000.00|30000000",
                "３０００００|30000000",
                "10000|1000000"
            })
    void money_is_yuan_text_and_becomes_fen(String typed, long fen) {
        assertThat(check(answers("amount", typed)).answers()).containsEntry("amount", fen);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "300000.001|money",
                "30万|money",
                "3e5|money",
                "30,00,00|money",
                "1234567890123456|money",
                "9999.99|money.min",
                "-1|money.min",
                "10000000.01|money.max",
                "''|required",
                "'   '|required"
            })
    void money_that_is_none_is_refused(String typed, String code) {
        assertThat(codes(check(answers("amount", typed)))).containsExactly("/amount " + code);
    }

    @Test
    void money_as_a_json_number_is_refused_so_that_no_double_comes_near_it() {
        assertThat(codes(check(answers("amount", 300000.1)))).containsExactly("/amount money");
        assertThat(codes(check(answers("amount", 300000)))).containsExactly("/amount money");
    }

    @Test
    void numbers_are_taken_as_text_or_as_number_but_not_huge_ones() {
        assertThat(check(answers("months", 12)).answers()).containsEntry("months", 12L);
        assertThat(check(answers("months", new BigDecimal("12.0"))).answers()).containsEntry("months", 12L);
        assertThat(codes(check(answers("months", new BigDecimal("1e999999999")))))
                .containsExactly("/months number");
        assertThat(codes(check(answers("months", "37")))).containsExactly("/months max");
        assertThat(codes(check(answers("share", "101")))).containsExactly("/share max");
        assertThat(codes(check(answers("share", "1.234")))).containsExactly("/share decimals");
        assertThat(codes(check(answers("months", List.of())))).containsExactly("/months type.text");
    }

    @ParameterizedTest
    @CsvSource({"2026-03-05, 2026-03-05", "2026/3/5, 2026-03-05", "2026年3月5日, 2026-03-05", "2024-02-29, 2024-02-29"})
    void dates_are_read(String typed, String iso) {
        assertThat(check(answers("from", typed)).answers()).containsEntry("from", iso);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "2025-02-29", "tomorrow", "05.03.2026", "0001-01-01", "2026-13-01"})
    void dates_that_do_not_exist_are_refused(String typed) {
        assertThat(codes(check(answers("from", typed)))).containsExactly("/from date");
    }

    @Test
    void lengths_are_counted_in_characters() {
        assertThat(check(answers("name", "𠮷".repeat(30))).ok()).isTrue();
        assertThat(codes(check(answers("name", "𠮷".repeat(31))))).containsExactly("/name too-long");
        assertThat(codes(check(answers("name", "株")))).containsExactly("/name too-short");
        assertThat(check(answers("name", "  示例银行甲 ")).answers()).containsEntry("name", "示例银行甲");
    }

    @Test
    void a_surrogate_pair_is_a_character_and_its_half_is_not() {
        assertThat(check(answers("name", "𠮷野示例")).answers()).containsEntry("name", "𠮷野示例");
        assertThat(codes(check(answers("name", "a\uD842b")))).containsExactly("/name control-character");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u0007b", "a\nb", "a\u202Eb", "a\u2066b", "a\u0085b", "a\uFFFFb", "a\u2028b"})
    void control_characters_are_refused_with_their_place(String typed) {
        Fault fault = check(answers("name", typed)).faults().get(0);
        assertThat(fault.code()).isEqualTo("control-character");
        assertThat(fault.arguments()).containsEntry("place", "2");
    }

    @Test
    void a_text_area_keeps_its_lines() {
        Map<String, Object> typed = answers("use", "OTHER");
        typed.put("otherUse", "一\r\n二");
        assertThat(check(typed).answers()).containsEntry("otherUse", "一\n二");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${applicationContext}", "#{1+1}", "=1+1", "{{x}}", "<b>x</b>", "'; drop table x"})
    void what_looks_like_code_stays_text(String typed) {
        Checked checked = check(answers("name", typed));
        assertThat(checked.faults()).isEmpty();
        assertThat(checked.answers()).containsEntry("name", typed);
    }

    @Test
    void unknown_keys_are_named_wherever_they_stand() {
        Map<String, Object> typed = answers("admin/x~", true);
        typed.put("pledge", Map.of("rights", List.of(Map.of("type", "MARK", "price", 1)), "x", 1));
        Checked checked = check(typed);
        assertThat(checked.unknown())
                .extracting(Fault::pointer)
                .containsExactlyInAnyOrder("/admin~1x~0", "/pledge/rights/0/price", "/pledge/x");
        assertThat(checked.unknown().get(0).arguments()).containsKey("key");
        assertThat(checked.answers()).doesNotContainKey("admin/x~");
    }

    @Test
    void wrong_shapes_are_faults_and_never_exceptions() {
        assertThat(codes(check(answers("name", Map.of("a", 1))))).containsExactly("/name type.text");
        assertThat(codes(check(answers("name", 7)))).containsExactly("/name type.text");
        assertThat(codes(check(answers("agree", "maybe")))).containsExactly("/agree type.checkbox");
        assertThat(codes(check(answers("security", "INSURANCE")))).containsExactly("/security type.list");
        assertThat(codes(check(answers("security", List.of("X"))))).containsExactly("/security option");
        assertThat(codes(check(answers("security", Arrays.asList((Object) null)))))
                .containsExactly("/security option");
        assertThat(codes(check(answers("pledge", "x")))).containsExactly("/pledge type.object");
        assertThat(codes(check(answers("pledge", Map.of("rights", "x"))))).containsExactly("/pledge/rights type.rows");
        List<Object> rows = new ArrayList<>(List.of("x"));
        rows.add(Map.of("type", "MARK"));
        assertThat(codes(check(answers("pledge", Map.of("rights", rows)))))
                .containsExactly("/pledge/rights/0 type.object");
    }

    @Test
    void a_pattern_that_never_ends_does_not_hold_the_thread() {
        Form slow = TestForms.of(
                "{\"type\":\"textfield\",\"id\":\"a\",\"key\":\"a\",\"label\":\"甲\",\"validate\":{\"pattern\":\"^(a+)+$\"}}");
        assertThat(codes(slow.check(Map.of("a", "a".repeat(60) + "!"), TestForms.DECISIONS)))
                .containsExactly("/a pattern");
    }

    @Test
    void typed_answers_turn_back_into_what_was_sent() {
        Map<String, Object> raw = form.raw(check(answers()).answers());
        assertThat(raw).containsEntry("amount", "300000.00").containsEntry("months", 12L);
        assertThat(check(raw).answers()).isEqualTo(check(answers()).answers());
    }

    @Test
    void the_keys_and_sections_of_a_form() {
        assertThat(form.keys()).contains("name", "amount", "pledge", "pledge.rights", "pledge.rights.number");
        assertThat(form.sections()).extracting(Form.Section::key).containsExactly("", "firm", "need", "pledge");
        assertThat(form.merge(Map.of("name", "a", "phone", "1", "use", "BUY"), "firm", Map.of("name", "b")))
                .isEqualTo(Map.of("name", "b", "use", "BUY"));
    }
}
