package org.lianfu.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormLintTest {

    private static List<FormProblem> lint(String component) {
        return lintFile(TestForms.bytes(component));
    }

    private static List<FormProblem> lintFile(byte[] file) {
        return Form.lint(file, Map.of("a", "A", "x", "X"), TestForms.DECISIONS);
    }

    private static String field(String type, String more) {
        return "{'type':'%s','id':'a','key':'a','label':'甲'%s}"
                .formatted(type, more)
                .replace('\'', '"');
    }

    @Test
    void a_right_form_has_no_problem() {
        assertThat(Form.lint(TestForms.file("loan.form"), TestForms.english(), TestForms.DECISIONS))
                .isEmpty();
        assertThat(lint(field("textfield", ""))).isEmpty();
        assertThat(lint("{\"type\":\"text\",\"id\":\"x\",\"text\":\"说明\"}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "html",
                "iframe",
                "expression",
                "filepicker",
                "image",
                "button",
                "table",
                "documentPreview",
                "spacer",
                "taglist",
                "script",
                ""
            })
    void a_component_outside_the_vocabulary_is_refused_by_name(String type) {
        assertThat(lint(field(type, ""))).singleElement().satisfies(problem -> {
            assertThat(problem.element()).isEqualTo("a");
            assertThat(problem.message()).isEqualTo("the component \"" + type + "\" is not accepted");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "textfield|,'description':'=1+1'|description holds an expression",
                "textfield|,'description':'a {{b}}'|description holds an expression",
                "textfield|,'description':'${b}'|description holds an expression",
                "textfield|,'validate':{'patternErrorMessage':'=b'}|patternErrorMessage holds an expression",
                "textfield|,'defaultValue':'=b'|defaultValue holds an expression",
                "textfield|,'validate':{'required':'=b'}|validate.required holds an expression",
                "textfield|,'validate':{'minimum':1}|validate.minimum is not accepted",
                "textfield|,'validate':{'maxLength':'many'}|validate.maxLength must be a number",
                "textfield|,'validate':{'pattern':'('}|validate.pattern is not a regular expression",
                "textfield|,'validate':{'validationType':'email'}|validationType is not accepted",
                "textfield|,'readonly':true|readonly is not accepted",
                "textfield|,'disabled':true|disabled is not accepted",
                "textfield|,'conditional':{'show':'=b'}|conditional.show is not accepted",
                "textfield|,'conditional':{'hide':'b'}|must be a FEEL expression",
                "textfield|,'conditional':{'hide':true}|must be a FEEL expression",
                "textfield|,'conditional':{'hide':'=((('}|condition is not FEEL",
                "textfield|,'conditional':{'hide':'=a != 1'}|reads \"a\", which is asked later",
                "textfield|,'onclick':'x'|with \"onclick\" is not accepted",
                "textfield|,'properties':{'kind':'iban'}|the kind \"iban\" does not exist",
                "textfield|,'properties':{'kind':'money'}|money does not go with a textfield",
                "number|,'properties':{'kind':'uscc'}|uscc does not go with a number",
                "number|,'properties':{'kind':'money'}|money needs serializeToString",
                "number|,'decimalDigits':9|decimalDigits must be a number",
                "textfield|,'properties':{'knid':'uscc'}|properties.knid is not accepted",
                "datetime|,'subtype':'time'|asks for a date only",
                "radio||needs its choices",
                "radio|,'valuesExpression':'=b'|valuesExpression",
                "select|,'values':[{'label':'b','value':''}]|needs a label and a value",
                "select|,'values':[{'label':'b','value':'x'},{'label':'c','value':'x'}]|needs a label and a value of its own",
                "textfield|,'description':'说明'|has no English under \"a.description\"",
                "radio|,'values':[{'label':'b','value':'x'}]|has no English under \"a.x\""
            })
    void what_is_not_accepted_is_said(String type, String more, String message) {
        assertThat(lint(field(type, more == null ? "" : more))).anySatisfy(problem -> {
            assertThat(problem.element()).isEqualTo("a");
            assertThat(problem.message()).contains(message);
        });
    }

    @Test
    void keys_and_ids_are_words_of_their_own() {
        assertThat(lint(field("textfield", "") + "," + field("textfield", "")))
                .extracting(FormProblem::message)
                .anyMatch(message -> message.contains("key \"a\" stands twice"))
                .anyMatch(message -> message.contains("needs an id of its own"));
        assertThat(lint("{\"type\":\"textfield\",\"id\":\"b\",\"key\":\"a.b\",\"label\":\"甲\"}")
                        .get(0)
                        .message())
                .contains("key must be one word");
        assertThat(lint("{\"type\":\"textfield\",\"id\":\"b\",\"label\":\"甲\"}")
                        .get(0)
                        .message())
                .contains("key must be");
        assertThat(lint("{\"type\":\"textfield\",\"id\":\"a\",\"key\":\"a\"}")
                        .get(0)
                        .message())
                .contains("needs a label");
    }

    @ParameterizedTest
    @ValueSource(strings = {"outcome", "applicantKind", "amountFen"})
    void a_field_cannot_pretend_to_be_a_fact(String key) {
        assertThat(lint("{\"type\":\"textfield\",\"id\":\"a\",\"key\":\"%s\",\"label\":\"甲\"}".formatted(key))
                        .get(0)
                        .message())
                .contains("is the name of a fact");
    }

    @Test
    void nesting_has_an_end() {
        String list = "{\"type\":\"dynamiclist\",\"id\":\"%s\",\"path\":\"%s\",\"label\":\"甲\",\"components\":[%s]}";
        String inner = list.formatted("i", "i", field("textfield", ""));
        assertThat(lint(list.formatted("o", "o", inner)).get(0).message()).contains("nested too deep");
        assertThat(lint(list.formatted("o", "o", "")).get(0).message()).contains("has no components");
        assertThat(lint(list.formatted("o", "", field("textfield", ""))).get(0).message())
                .contains("path must be one word");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{|not JSON",
                "[]|of type \"default\"",
                "{'type':'default','id':'f','components':[]}|has no components",
                "{'type':'default','id':'f','id':'g','components':[]}|not JSON: Duplicate field",
                "{'type':'default','id':'f','components':[]} {}|not JSON",
                "{'type':'default','id':'f f','components':[]}|needs an id",
                "{'type':'default','id':'f','schemaVersion':99,'components':[]}|schemaVersion 99",
                "{'type':'default','id':'f','theme':'x','components':[]}|unknown key \"theme\""
            })
    void the_file_itself_is_checked(String file, String message) {
        assertThat(lintFile(file.replace('\'', '"').getBytes(StandardCharsets.UTF_8)))
                .anySatisfy(problem -> {
                    assertThat(problem.element()).isEqualTo("form");
                    assertThat(problem.message()).contains(message);
                });
    }

    @Test
    void a_huge_file_is_refused_before_it_is_read() {
        assertThat(lintFile(new byte[FormLint.MAX_BYTES + 1]).get(0).message()).contains("at most 262144");
    }

    @Test
    void a_refused_form_cannot_be_had() {
        byte[] bad = TestForms.bytes(field("iframe", ""));
        assertThatThrownBy(() -> Form.parse("bad", bad, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bad")
                .hasMessageContaining("iframe");
    }
}
