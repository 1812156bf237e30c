package org.lianfu.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FormDisplayTest {

    private final Form form = TestForms.loan();

    private Map<String, List<String>> lines(List<Shown> shown) {
        return shown.stream().collect(Collectors.toMap(Shown::label, Shown::lines, (a, b) -> a, LinkedHashMap::new));
    }

    private Map<String, Object> typed() {
        Map<String, Object> typed = TestForms.answers("from", "2026-03-05");
        typed.put("share", "12.5");
        typed.put("security", List.of("INSURANCE"));
        typed.put("phone", "13800001234");
        typed.put("legalId", "430202199003071010");
        return form.check(typed, TestForms.DECISIONS).answers();
    }

    @Test
    void answers_are_shown_in_chinese_as_people_read_them() {
        assertThat(lines(form.display(typed(), Locale.SIMPLIFIED_CHINESE)))
                .containsEntry("企业名称", List.of("株洲示例轨道部件有限公司"))
                .containsEntry("申请金额", List.of("300,000.00 元"))
                .containsEntry("期限", List.of("12 个月"))
                .containsEntry("自筹比例", List.of("12.5%"))
                .containsEntry("用款日期", List.of("2026年3月5日"))
                .containsEntry("用途", List.of("采购"))
                .containsEntry("增信", List.of("保险"))
                .containsEntry("同意查询征信", List.of("是"))
                .containsEntry("知识产权第 1 项 · 专利号", List.of("ZL200310102344.5"))
                .doesNotContainKey("还款方式");
    }

    @Test
    void and_in_english() {
        assertThat(lines(form.display(typed(), Locale.ENGLISH)))
                .containsEntry("Amount", List.of("300,000.00 yuan"))
                .containsEntry("Term", List.of("12 months"))
                .containsEntry("Needed from", List.of("5 March 2026"))
                .containsEntry("Purpose", List.of("Purchase"))
                .containsEntry("I agree to a credit report", List.of("Yes"))
                .containsEntry("Patent number (IP rights, no. 1)", List.of("ZL200310102344.5"));
    }

    @Test
    void identity_and_telephone_numbers_have_a_masked_form() {
        Map<String, List<String>> masked =
                form.display(typed(), Locale.ENGLISH).stream().collect(Collectors.toMap(Shown::label, Shown::masked));
        assertThat(masked)
                .containsEntry("ID number of the legal representative", List.of("430202********1010"))
                .containsEntry("Mobile number", List.of("138****1234"))
                .containsEntry("Name of the firm", List.of("株洲示例轨道部件有限公司"));
    }

    @Test
    void a_draft_is_reviewed_with_its_gaps_and_its_mistakes() {
        Map<String, Object> draft = new LinkedHashMap<>();
        draft.put("amount", "三十万");
        draft.put("months", "12");
        draft.put("legalId", "4302021990030710");
        List<Shown> shown = FormView.review(form, draft, Locale.SIMPLIFIED_CHINESE, TestForms.DECISIONS);
        assertThat(lines(shown))
                .containsEntry("企业名称", List.of())
                .containsEntry("申请金额", List.of("三十万"))
                .containsEntry("期限", List.of("12 个月"))
                .containsEntry("知识产权", List.of())
                .doesNotContainKey("其他用途");
        assertThat(shown)
                .filteredOn(s -> s.id().equals("f-legalId"))
                .singleElement()
                .satisfies(s -> assertThat(s.masked()).containsExactly("****"));
        assertThat(shown)
                .filteredOn(s -> s.id().equals("f-amount"))
                .singleElement()
                .satisfies(s -> assertThat(s.section()).isEqualTo("need"));
    }

    @Test
    void stored_answers_may_come_back_from_json_as_smaller_numbers() {
        assertThat(lines(form.display(Map.of("amount", 1_000_000), Locale.ENGLISH)))
                .containsEntry("Amount", List.of("10,000.00 yuan"));
    }
}
