package org.lianfu.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianfu.engine.FeelParsers;
import org.lianfu.program.Finding;

/** What a decision table may hold. */
class DecisionGateTest {

    static final String GOOD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="defs" name="d" namespace="t">
              <decision id="approver" name="审批层级">
                <decisionTable id="table" hitPolicy="FIRST">
                  <input id="amount" label="金额"><inputExpression id="amountExpression" typeRef="long"><text>amountFen</text></inputExpression></input>
                  <output id="who" label="层级" name="approver" typeRef="string"/>
                  <rule id="branch"><description>§7 （一）一百万元以下</description><inputEntry id="in1"><text>&lt;= 100000000</text></inputEntry><outputEntry id="out1"><text>"BRANCH"</text></outputEntry></rule>
                  <rule id="city"><description>§7.2 其他</description><inputEntry id="in2"><text></text></inputEntry><outputEntry id="out2"><text>"CITY"</text></outputEntry></rule>
                </decisionTable>
              </decision>
            </definitions>""";

    private final DecisionGate gate = new DecisionGate(FeelParsers.expression(), FeelParsers.test());

    private List<Finding> check(String dmn) {
        return gate.check("approver.dmn", dmn.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aGoodTableHasNoFindingAndItsClausesAreRead() {
        assertThat(check(GOOD)).isEmpty();
        DecisionGate.Rules rules = DecisionGate.rules("approver.dmn", GOOD.getBytes(StandardCharsets.UTF_8));
        assertThat(rules.collects()).isFalse();
        assertThat(rules.clauses()).containsEntry("branch", "§7").containsEntry("city", "§7.2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <text>amountFen</text>|<text>amountFen +</text>|feel
            <text>&lt;= 100000000</text>|<text>&lt;=</text>|feel
            "BRANCH"|"BRANCH|feel
            "BRANCH"|today()|feel
            "BRANCH"|string(now())|feel
            "BRANCH"|"${secret}"|expression-in-text
            <outputEntry id="out1">|<outputEntry id="out1" expressionLanguage="juel">|language
            <inputEntry id="in1">|<inputEntry id="in1" expressionLanguage="groovy">|language
            §7 （一）|无条款|row-without-clause
            id="approver"|id="other"|id-not-the-file
            hitPolicy="FIRST"|hitPolicy="OUTPUT ORDER"|hit-policy
            hitPolicy="FIRST"|hitPolicy="COLLECT" aggregation="SUM"|attribute-not-allowed
            name="approver" typeRef|name="Approver 1" typeRef|output-name
            typeRef="long"|typeRef="double"|type
            <decision id|<import namespace="x" locationURI="http://127.0.0.1:1/" importType="x"/><decision id|element-not-allowed
            <decision id|<businessKnowledgeModel id="b" name="b"/><decision id|element-not-allowed
            <decisionTable id|<informationRequirement id="r"/><decisionTable id|element-not-allowed
            <definitions|<!DOCTYPE definitions><definitions|doctype
            """)
    void everyFaultIsFound(String old, String now, String rule) {
        assertThat(GOOD).contains(old);
        assertThat(check(GOOD.replace(old, now))).extracting(Finding::rule).contains(rule);
    }

    @Test
    void aLiteralExpressionIsNoTable() {
        String dmn = GOOD.replaceAll(
                "(?s)<decisionTable.*</decisionTable>",
                "<literalExpression id=\"l\"><text>1</text></literalExpression>");
        assertThat(check(dmn)).extracting(Finding::rule).contains("element-not-allowed");
    }

    @Test
    void theDecisionsOfTheRepositoryPass() throws Exception {
        try (Stream<Path> files = Files.walk(Path.of("../processes"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".dmn")).toList()) {
                assertThat(gate.check(file.getFileName().toString(), Files.readAllBytes(file)))
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }
}
