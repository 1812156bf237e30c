package org.lianfu.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lianfu.shared.Fault;

class FormViewTest {

    private final Form form = TestForms.loan();

    private List<Row> rows(Map<String, Object> typed, List<Fault> faults, Locale locale) {
        return FormView.rows(form, typed, faults, locale, TestForms.DECISIONS, fault -> "!" + fault.code());
    }

    private static Row find(List<Row> rows, String id) {
        for (Row row : rows) {
            Row found = row.id().equals(id) ? row : find(row.children(), id);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    @Test
    void a_row_says_everything_that_its_control_needs() {
        Map<String, Object> typed = TestForms.answers("amount", "三十万");
        Checked checked = form.check(typed, TestForms.DECISIONS);
        Row amount = find(rows(typed, checked.faults(), Locale.SIMPLIFIED_CHINESE), "f-amount");
        assertThat(amount.type()).isEqualTo("number");
        assertThat(amount.name()).isEqualTo("amount");
        assertThat(amount.section()).isEqualTo("need");
        assertThat(amount.label()).isEqualTo("申请金额");
        assertThat(amount.value()).isEqualTo("三十万");
        assertThat(amount.required()).isTrue();
        assertThat(amount.error()).isEqualTo("!money");
        assertThat(amount.describedBy()).isEqualTo("f-amount-error");
        assertThat(amount.focusId()).isEqualTo("f-amount-in");
        assertThat(amount.inputMode()).isEqualTo("decimal");
        assertThat(amount.unit()).isEqualTo("元");
        assertThat(amount.trigger()).isFalse();
    }

    @Test
    void hint_and_warning_are_described() {
        Map<String, Object> typed = TestForms.answers("uscc", "91430200MA4TE5T13K");
        Row uscc = find(rows(typed, form.check(typed, TestForms.DECISIONS).faults(), Locale.ENGLISH), "f-uscc");
        assertThat(uscc.description()).isEqualTo("See the business licence");
        assertThat(uscc.error()).isNull();
        assertThat(uscc.warning()).isEqualTo("!uscc.check-digit");
        assertThat(uscc.describedBy()).isEqualTo("f-uscc-hint f-uscc-warning");
    }

    @Test
    void choices_are_marked_and_a_link_goes_to_the_first() {
        List<Row> rows = rows(TestForms.answers(), List.of(), Locale.ENGLISH);
        Row use = find(rows, "f-use");
        assertThat(use.options())
                .containsExactly(
                        new Row.Choice("f-use-0", "BUY", "Purchase", true),
                        new Row.Choice("f-use-1", "OTHER", "Other", false));
        assertThat(use.focusId()).isEqualTo("f-use-0");
        assertThat(use.trigger()).as("a condition reads it").isTrue();
        assertThat(FormView.focusId(rows, "/use")).isEqualTo("f-use-0");
        assertThat(FormView.focusId(rows, "/pledge/rights/0/number")).isEqualTo("f-pledge-rights-0-number-in");
        assertThat(FormView.focusId(rows, "/none")).isNull();
        assertThat(find(rows, "f-agree").checked()).isTrue();
    }

    @Test
    void a_preset_shows_until_something_was_typed() {
        assertThat(find(rows(Map.of(), List.of(), Locale.ENGLISH), "f-repay").value())
                .isEqualTo("BULLET");
        assertThat(find(rows(Map.of("repay", ""), List.of(), Locale.ENGLISH), "f-repay")
                        .value())
                .isEmpty();
    }

    @Test
    void hidden_rows_are_there_and_say_so() {
        List<Row> rows = rows(TestForms.answers(), List.of(), Locale.ENGLISH);
        assertThat(find(rows, "f-otherUse").hidden()).isTrue();
        assertThat(Row.hiddenIn(rows)).containsExactly("f-otherUse");
        assertThat(Row.hiddenIn(rows(TestForms.answers("use", "OTHER"), List.of(), Locale.ENGLISH)))
                .isEmpty();
    }

    @Test
    void a_fact_from_outside_hides_as_an_answer_does() {
        Form step = TestForms.of(
                "{\"type\":\"textfield\",\"id\":\"a\",\"key\":\"a\",\"label\":\"甲\",\"conditional\":{\"hide\":\"=outcome != \\\"APPROVE\\\"\"}}");
        for (String outcome : List.of("APPROVE", "REJECT")) {
            List<Row> rows = FormView.rows(
                    step,
                    Map.of(),
                    List.of(),
                    Locale.ENGLISH,
                    TestForms.DECISIONS,
                    Map.of("outcome", outcome),
                    Fault::code);
            assertThat(rows.get(0).hidden()).as(outcome).isEqualTo(outcome.equals("REJECT"));
        }
    }

    @Test
    void a_list_shows_rows_that_can_be_added_and_removed() {
        Row empty = find(rows(Map.of(), List.of(), Locale.ENGLISH), "f-pledge-rights");
        assertThat(empty.children()).hasSize(1);
        assertThat(empty.add()).isEqualTo("pledge.rights");
        assertThat(empty.children().get(0).remove()).as("the only row stays").isNull();
        Map<String, Object> three = Map.of("pledge", Map.of("rights", List.of(Map.of(), Map.of(), Map.of())));
        Row full = find(rows(three, List.of(), Locale.SIMPLIFIED_CHINESE), "f-pledge-rights");
        assertThat(full.children()).extracting(Row::label).containsExactly("知识产权第 1 项", "知识产权第 2 项", "知识产权第 3 项");
        assertThat(full.children().get(1).remove()).isEqualTo("pledge.rights[1]");
        assertThat(full.children().get(1).name()).isEqualTo("pledge.rights[1]");
        assertThat(full.add()).as("three are the most").isNull();
    }

    @Test
    void sections_are_drawn_one_by_one() {
        List<Row> rows = rows(Map.of(), List.of(), Locale.ENGLISH);
        assertThat(FormView.section(rows, "firm")).extracting(Row::label).containsExactly("Firm");
        assertThat(FormView.section(rows, "")).extracting(Row::value).containsExactly("Please answer truthfully.");
    }

    private static Map<String, List<String>> post(String... namesAndValues) {
        Map<String, List<String>> posted = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            posted.computeIfAbsent(namesAndValues[i], name -> new ArrayList<>()).add(namesAndValues[i + 1]);
        }
        return posted;
    }

    @Test
    void a_page_is_read_back_as_typed() {
        Posted posted = FormView.read(
                form,
                post(
                        "name",
                        "示例",
                        "amount",
                        "三十万",
                        "agree",
                        "true",
                        "security",
                        "INSURANCE",
                        "security",
                        "GUARANTEE",
                        "pledge.rights[0].type",
                        "PATENT",
                        "pledge.rights[0].number",
                        "ZL1",
                        "pledge.rights[2].type",
                        "MARK",
                        "_csrf",
                        "x",
                        "evil",
                        "y"));
        assertThat(posted.rowsOnly()).isFalse();
        assertThat(posted.typed())
                .containsEntry("name", "示例")
                .containsEntry("amount", "三十万")
                .containsEntry("agree", true)
                .containsEntry("security", List.of("INSURANCE", "GUARANTEE"))
                .containsEntry(
                        "pledge",
                        Map.of("rights", List.of(Map.of("type", "PATENT", "number", "ZL1"), Map.of("type", "MARK"))))
                .doesNotContainKeys("_csrf", "evil", "months");
        assertThat(FormView.read(form, post()).typed())
                .containsEntry("agree", false)
                .containsEntry("security", List.of());
    }

    @Test
    void a_section_is_read_alone() {
        assertThat(FormView.read(form, "firm", post("name", "示例", "months", "3"))
                        .typed())
                .isEqualTo(Map.of("name", "示例"));
    }

    @Test
    void rows_are_added_and_removed_without_javascript() {
        Posted added = FormView.read(form, post("pledge.rights[0].type", "MARK", "_add", "pledge.rights"));
        assertThat(added.focus()).isEqualTo("f-pledge-rights-1");
        assertThat(added.typed()).containsEntry("pledge", Map.of("rights", List.of(Map.of("type", "MARK"), Map.of())));
        Posted removed = FormView.read(
                form,
                post(
                        "pledge.rights[0].type",
                        "MARK",
                        "pledge.rights[1]",
                        "",
                        "pledge.rights[1].type",
                        "PATENT",
                        "_remove",
                        "pledge.rights[0]"));
        assertThat(removed.focus()).isEqualTo("f-pledge-rights");
        assertThat(removed.typed()).containsEntry("pledge", Map.of("rights", List.of(Map.of("type", "PATENT"))));
    }

    @Test
    void an_empty_row_on_the_page_is_not_lost() {
        Posted posted =
                FormView.read(form, post("pledge.rights[0]", "", "pledge.rights[1]", "", "_add", "pledge.rights"));
        assertThat(posted.typed()).containsEntry("pledge", Map.of("rights", List.of(Map.of(), Map.of(), Map.of())));
    }

    @Test
    void no_row_is_added_beyond_the_most_or_to_what_is_no_list() {
        Posted full = FormView.read(
                form,
                post("pledge.rights[0]", "", "pledge.rights[1]", "", "pledge.rights[2]", "", "_add", "pledge.rights"));
        assertThat(full.rowsOnly()).isFalse();
        assertThat(FormView.read(form, post("_add", "name")).rowsOnly()).isFalse();
    }

    @Test
    void page_and_answers_make_a_round() {
        Map<String, Object> typed =
                form.raw(form.check(TestForms.answers(), TestForms.DECISIONS).answers());
        Map<String, List<String>> controls = new LinkedHashMap<>();
        collect(rows(typed, List.of(), Locale.ENGLISH), controls);
        Posted posted = FormView.read(form, controls);
        assertThat(form.check(posted.typed(), TestForms.DECISIONS).faults()).isEmpty();
        assertThat(posted.typed())
                .containsEntry("amount", "300000.00")
                .containsEntry("use", "BUY")
                .containsEntry("agree", true);
    }

    /** What a browser would send for these rows. */
    private static void collect(List<Row> rows, Map<String, List<String>> controls) {
        for (Row row : rows) {
            List<String> values = controls.computeIfAbsent(String.valueOf(row.name()), name -> new ArrayList<>());
            if (!row.options().isEmpty()) {
                row.options().stream().filter(Row.Choice::chosen).forEach(choice -> values.add(choice.value()));
            } else if (row.type().equals("checkbox")) {
                if (row.checked()) {
                    values.add("true");
                }
            } else {
                values.add(row.value());
            }
            collect(row.children(), controls);
        }
    }
}
